import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decode, type Mark } from '../../tests/doubles/printer/decoder.ts';
import { bytesOf, goldenSlips, printerOf, widths } from '../../tests/printing/golden-slips.ts';
import { awkwardBitmap, realTimeIn } from '../../tests/printing/real-time.ts';
import { sampleSlip, sampleTest } from '../../tests/printing/sample-slip.ts';
import type { Block } from './blocks.ts';
import { encode, encodeSlip, encodeTicket, longestCommand } from './encode.ts';
import { drawBitmap } from './pictures/bitmap.ts';
import { printSlip, ticketSlip } from './slip.ts';

const wide = printerOf(576);

function printed(blocks: readonly Block[], profile = wide): Mark[] {
  return decode(bytesOf(encode(blocks, profile)));
}

function text(of: string, changes: Partial<Extract<Block, { kind: 'text' }>> = {}): Block {
  return { kind: 'text', text: of, width: 1, height: 1, bold: false, align: 'left', ...changes };
}

const line = { kind: 'line', align: 'left', width: 1, height: 1, bold: false } as const;
const ending = [
  { kind: 'feed', lines: 5 },
  { kind: 'cut', partial: true },
];

describe('the bytes of a slip', () => {
  it.each(goldenSlips())('start from a known state: $name', ({ encoded }) => {
    expect(encoded.body.subarray(0, 5).toString('hex')).toBe('1b401b7400');
  });

  it.each(widths)('stay small on %i dots, even of a priority reprint', (dots) => {
    const reprint = { nth: 1, at: '2026-11-24T09:41:00+07:00' };
    const bytes = bytesOf(encodeTicket(sampleSlip({ priority: true, reprint }), printerOf(dots)));
    expect(bytes.length).toBeLessThanOrEqual(650);
  });

  it('are the same for the same slip, however often it is encoded, and leave the slip as it was', () => {
    const slip = Object.freeze(ticketSlip.parse(sampleSlip()));
    expect(encodeTicket(slip, wide)).toEqual(encodeTicket(slip, wide));
    const blocks = Object.freeze([text('A'), text('B', { bold: true, width: 2 })]);
    expect(encode(blocks, wide)).toEqual(encode(blocks, wide));
  });

  it('take nothing over from the slip before', () => {
    const alone = encode([text('B')], wide);
    encode([text('A', { bold: true, width: 8, height: 8, align: 'centre' })], wide);
    expect(encode([text('B')], wide)).toEqual(alone);
  });

  it('say as blocks what the decoder reads', () => {
    const blocks: Block[] = [
      text('A017', { width: 6, height: 7, bold: true, align: 'centre' }),
      { kind: 'feed', lines: 3 },
      text('kiri', { height: 2 }),
      { kind: 'qr', data: 'ANJ1:x', module: 4 },
    ];
    expect(printed(blocks)).toEqual([
      { ...line, text: 'A017', width: 6, height: 7, bold: true, align: 'centre', columns: 24 },
      { kind: 'feed', lines: 3 },
      { ...line, text: 'kiri', height: 2, columns: 4 },
      { kind: 'qr', data: 'ANJ1:x', module: 4, correction: 'M' },
      ...ending,
    ]);
  });

  it('keep empty lines, and are a whole slip even of nothing', () => {
    expect(printed([text('a'), text(''), text('b')]).slice(0, 3)).toMatchObject([
      { text: 'a' },
      { text: '' },
      { text: 'b' },
    ]);
    expect(printed([])).toEqual(ending);
  });

  it('bring the paper to the blade before the cut, so that a question fits between the two', () => {
    const { body, cut } = encodeTicket(sampleSlip(), wide);
    expect(decode(body).at(-1)).toEqual({ kind: 'feed', lines: 5 });
    expect(decode(cut)).toEqual([{ kind: 'cut', partial: true }]);
  });

  it('cut nothing where there is no blade, and feed as far so that the paper can be torn off', () => {
    const whole = encodeTicket(sampleSlip(), wide);
    const { body, cut } = encodeTicket(sampleSlip(), { ...wide, cutter: false });
    expect(cut).toHaveLength(0);
    expect(body).toEqual(whole.body);
  });

  it('count the letters of a code right, past 255 too', () => {
    for (const length of [1, 13, 252, 253, 300]) {
      const data = 'x'.repeat(length);
      expect(printed([{ kind: 'qr', data, module: 3 }, text('after')]).slice(0, 2)).toEqual([
        { kind: 'qr', data, module: 3, correction: 'M' },
        { ...line, text: 'after', align: 'left', columns: 5 },
      ]);
    }
    expect(() => encode([{ kind: 'qr', data: 'x'.repeat(301), module: 3 }], wide)).toThrow(RangeError);
  });

  it('refuse what would need a code page, and write nothing to the console', () => {
    const spoken = vi.spyOn(console, 'error');
    expect(() => encode([text('Café')], wide)).toThrow(TypeError);
    expect(() => encode([text('a\u001b@')], wide)).toThrow(TypeError);
    for (const qr of ['native', 'raster'] as const)
      expect(() => encode([{ kind: 'qr', data: 'é', module: 6 }], { ...wide, qr })).toThrow(TypeError);
    encodeTicket(sampleSlip({ office: 'Café “Pelayanan” ✓' }), wide);
    expect(spoken).not.toHaveBeenCalled();
  });

  it.each(widths)('refuse what does not fit %i dots at its size', (dots) => {
    const columns = Math.floor(dots / 12);
    const full = 'x'.repeat(columns);
    expect(printed([text(full)], printerOf(dots))[0]).toMatchObject({ columns });
    expect(() => encode([text(`${full}x`)], printerOf(dots))).toThrow(RangeError);
    expect(() => encode([text(full, { width: 2 })], printerOf(dots))).toThrow(RangeError);
    const bitmap = drawBitmap(dots + 1, 1, () => true);
    expect(() => encode([{ kind: 'picture', bitmap }], printerOf(dots))).toThrow(RangeError);
  });

  it('hold no real-time command by accident, whatever stands on the slip', () => {
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc
        .record({
          text: fc.stringMatching(/^[\x20-\x7E]{0,6}$/),
          width: fc.integer({ min: 1, max: 8 }),
          height: fc.integer({ min: 1, max: 8 }),
          bold: fc.boolean(),
          align: fc.constantFrom('left', 'centre'),
        })
        .map((some) => ({ kind: 'text', ...some }) as const),
      fc.integer({ min: 1, max: 32 }).map((lines) => ({ kind: 'feed', lines }) as const),
      fc
        .tuple(fc.stringMatching(/^[\x20-\x7E]{1,40}$/), fc.integer({ min: 1, max: 8 }))
        .map(([data, module]) => ({ kind: 'qr', data, module }) as const),
      awkwardBitmap.map((bitmap) => ({ kind: 'picture', bitmap }) as const),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), fc.constantFrom('native', 'raster'), (blocks, qr) => {
        expect(realTimeIn(bytesOf(encode(blocks, { ...wide, qr })))).toEqual([]);
      }),
      { numRuns: 200 },
    );
    const named = encodeTicket(sampleSlip({ service: 'DLE \u0010\u0004\u0001 \u0010\u0014' }), wide);
    expect(bytesOf(named).includes(0x10)).toBe(false);
  });

  it('have no command longer than what is sent to end one', () => {
    const bitmap = drawBitmap(576, 100, () => true);
    const picture = encode([{ kind: 'picture', bitmap }], wide).body;
    const bands = picture.toString('latin1').split('\u001dv0').slice(1);
    expect(Math.max(...bands.slice(0, -1).map((band) => band.length + 3))).toBe(longestCommand);
    expect(encode([{ kind: 'qr', data: 'x'.repeat(300), module: 1 }], wide).body.length).toBeLessThan(longestCommand);
  });
});

describe('a slip from the journal', () => {
  it('is a ticket when it has no kind, as all had once', () => {
    const kept = printSlip.parse(JSON.parse(JSON.stringify(sampleSlip())));
    expect(encodeSlip(kept, wide)).toEqual(encodeTicket(sampleSlip(), wide));
  });

  it('is a test slip when it says so', () => {
    const kept = printSlip.parse(JSON.parse(JSON.stringify(sampleTest())));
    expect(decode(encodeSlip(kept, wide).body)[0]).toMatchObject({ text: 'UJI CETAK' });
  });

  it('bears the logo at its top, whatever its kind', () => {
    const logo = drawBitmap(80, 30, () => true);
    for (const slip of [sampleSlip(), sampleTest()]) {
      const [first, second] = decode(encodeSlip(slip, wide, logo).body);
      expect(first).toMatchObject({ kind: 'raster', align: 'centre', bitmap: { width: 80, height: 24 } });
      expect(second).toMatchObject({ kind: 'raster', bitmap: { width: 80, height: 6 } });
    }
  });
});
