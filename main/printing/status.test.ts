import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conditionOf,
  faultless,
  fenceWithoutPaper,
  type PrinterStatus,
  questions,
  ReplyReader,
  withAnswer,
  withAsb,
} from './status.ts';

function afterAnswers(answers: Partial<Record<keyof typeof questions, number>>): PrinterStatus {
  const { printer = 0x12, offline = 0x12, error, paper = 0x12 } = answers;
  let status = withAnswer(faultless, questions.printer, printer);
  status = withAnswer(status, questions.offline, offline);
  if (error !== undefined) status = withAnswer(status, questions.error, error);
  return withAnswer(status, questions.paper, paper);
}

describe('what a printer says about itself', () => {
  it.each([
    ['ready', {}],
    ['ready', { printer: 0x16 }],
    ['paper_low', { paper: 0x1e }],
    ['paper_out', { printer: 0x1a, offline: 0x32, paper: 0x7e }],
    ['paper_out', { paper: 0x72 }],
    ['cover_open', { printer: 0x1a, offline: 0x16 }],
    ['cover_open', { printer: 0x1a, offline: 0x36, paper: 0x72 }],
    ['cutter_jammed', { printer: 0x1a, offline: 0x52, error: 0x1a }],
    ['head_hot', { printer: 0x1a, offline: 0x52, error: 0x52 }],
    ['needs_check', { printer: 0x1a, offline: 0x52, error: 0x32 }],
    ['needs_check', { printer: 0x1a, offline: 0x52 }],
    ['needs_check', { printer: 0x1a }],
    ['ready', { printer: 0x5a, offline: 0x1a }],
  ] as const)('is %s for %o', (condition, answers) => {
    expect(conditionOf(afterAnswers(answers))).toBe(condition);
  });

  it('is forgotten when the printer says otherwise', () => {
    const jammed = afterAnswers({ printer: 0x1a, offline: 0x52, error: 0x1a });
    const mended = withAnswer(withAnswer(jammed, questions.printer, 0x12), questions.offline, 0x12);
    expect(conditionOf(mended)).toBe('ready');
  });

  it.each([
    ['ready', [0x14, 0, 0, 0x0f]],
    ['cover_open', [0x3c, 0, 0, 0x0f]],
    ['paper_out', [0x1c, 0, 0x0f, 0x0f]],
    ['paper_low', [0x14, 0, 0x03, 0x0f]],
    ['cutter_jammed', [0x1c, 0x08, 0, 0x0f]],
    ['head_hot', [0x1c, 0x40, 0, 0x0f]],
    ['needs_check', [0x1c, 0x20, 0, 0x0f]],
  ] as const)('is %s when it says %o unasked', (condition, bytes) => {
    expect(conditionOf(withAsb(bytes))).toBe(condition);
  });
});

describe('the answer to the fence', () => {
  it('proves nothing when it says that the roll has ended', () => {
    expect(fenceWithoutPaper(0x0f)).toBe(true);
    expect(fenceWithoutPaper(0x03)).toBe(false);
    expect(fenceWithoutPaper(0x00)).toBe(false);
  });
});

describe('replies on the wire', () => {
  const wire = Buffer.from([
    ...[0x12, 0x13, 0x14, 0x00, 0x11, 0x0c, 0x0f, 0x00],
    ...[0x37, 0x22, 0x50, 0x41, 0x30, 0x31, 0x00, 0x5f, 0x45, 0x00, 0x16, 0x03],
  ]);
  const heard = [
    { kind: 'realtime', byte: 0x12 },
    { kind: 'asb', bytes: [0x14, 0x00, 0x0c, 0x0f] },
    { kind: 'fence', byte: 0x00 },
    { kind: 'completion', token: 'PA01' },
    { kind: 'block', bytes: Buffer.from([0x5f, 0x45, 0x00]) },
    { kind: 'realtime', byte: 0x16 },
    { kind: 'fence', byte: 0x03 },
  ];

  it('are told apart whatever pieces they arrive in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: wire.length, maxLength: wire.length }),
        (sizes) => {
          const reader = new ReplyReader();
          const replies = [];
          let at = 0;
          for (const size of sizes) {
            replies.push(...reader.push(wire.subarray(at, at + size)));
            at += size;
          }
          expect(replies).toEqual(heard);
        },
      ),
    );
  });

  it('survive a broken frame, and noise never throws', () => {
    expect(new ReplyReader().push(Buffer.from([0x14, 0x00, 0x12, 0x00]))).toEqual([
      { kind: 'realtime', byte: 0x12 },
      { kind: 'fence', byte: 0x00 },
    ]);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (noise) => void new ReplyReader().push(noise)));
  });
});
