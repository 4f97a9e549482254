import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../contract/queue.ts';
import { type Announced, Announcements } from './announcements.ts';

const start = Date.parse('2026-11-24T09:00:00+07:00');
const callAt = (callSeq: number, at: number, number = `A${String(callSeq).padStart(3, '0')}`): Call => ({
  callSeq,
  number,
  counterId: '1',
  counterName: { id: 'Loket 1', en: 'Counter 1' },
  calledAt: new Date(at).toISOString(),
});
const heard = { muted: false, audible: true };
const takeAll = (line: Announcements, at: number, how = heard) => {
  const turns: string[] = [];
  for (let turn = line.take({ at, ...how }); turn !== null; turn = line.take({ at, ...how })) {
    turns.push(`${turn.call.callSeq} ${turn.manner}`);
  }
  return turns;
};

describe('the line of calls', () => {
  it('announces nothing older than 20 s at the first start', () => {
    const line = new Announcements(null);
    line.hear(start, [callAt(4, start - 60_000), callAt(5, start - 21_000), callAt(6, start - 15_000)]);
    expect(takeAll(line, start)).toEqual(['6 spoken']);
  });

  it('goes on after a reload where it stopped, with what was called meanwhile', () => {
    const line = new Announcements({ callSeq: 5, newest: start - 90_000 });
    line.hear(start, [callAt(5, start - 90_000), callAt(6, start - 80_000), callAt(7, start)]);
    expect(takeAll(line, start)).toEqual(['6 spoken', '7 spoken']);
    line.hear(start + 1_000, [callAt(6, start - 80_000), callAt(7, start)]);
    expect(takeAll(line, start + 1_000)).toEqual([]);
  });

  it('does not say a call that was taken back before its turn', () => {
    const line = new Announcements({ callSeq: 0, newest: 0 });
    line.hear(start, [callAt(1, start), callAt(2, start)]);
    line.hear(start + 3_000, [callAt(1, start)]);
    expect(takeAll(line, start + 3_000)).toEqual(['1 spoken']);
  });

  it('keeps a call that the hub repeats no more, for three minutes', () => {
    const line = new Announcements({ callSeq: 0, newest: 0 });
    line.hear(start, [callAt(1, start), callAt(2, start + 60_000)]);
    line.hear(start + 179_000, [callAt(2, start + 60_000)]);
    expect(takeAll(line, start + 179_000)).toEqual(['1 spoken', '2 spoken']);
    line.hear(start + 179_000, [callAt(3, start + 179_000)]);
    expect(takeAll(line, start + 360_000)).toEqual([]);
    expect(line.announced?.callSeq).toBe(3);
  });

  it('flashes a muted call, which is announced by that', () => {
    const line = new Announcements({ callSeq: 0, newest: 0 });
    line.hear(start, [callAt(1, start)]);
    expect(takeAll(line, start, { muted: true, audible: true })).toEqual(['1 flashed']);
    line.hear(start + 1_000, [callAt(1, start), callAt(2, start)]);
    expect(takeAll(line, start + 1_000)).toEqual(['2 spoken']);
  });

  it('says what it only flashed as soon as it can be heard, unless that is long ago', () => {
    const line = new Announcements({ callSeq: 0, newest: 0 });
    line.hear(start, [callAt(1, start), callAt(2, start + 20_000)]);
    expect(takeAll(line, start + 20_000, { muted: false, audible: false })).toEqual(['1 flashed', '2 flashed']);
    line.hear(start + 25_000, [callAt(1, start), callAt(2, start + 20_000), callAt(3, start + 25_000)]);
    expect(takeAll(line, start + 25_000)).toEqual(['2 spoken', '3 spoken']);
    expect(takeAll(line, start + 25_000)).toEqual([]);
  });

  it('leaves the second time out while more than four calls wait', () => {
    const line = new Announcements({ callSeq: 0, newest: 0 });
    const calls = [1, 2, 3, 4, 5, 6].map((seq) => callAt(seq, start));
    line.hear(start, calls);
    line.take({ at: start, ...heard });
    expect(line.repeats).toBe(false);
    line.take({ at: start, ...heard });
    expect(line.repeats).toBe(true);
  });

  it('follows a numbering that began anew, and is not misled by a rounded time', () => {
    const line = new Announcements({ callSeq: 900, newest: start });
    line.hear(start + 1_000, [callAt(900, start + 999)]);
    expect(takeAll(line, start + 1_000)).toEqual([]);
    line.hear(start + 600_000, [callAt(12, start + 599_000)]);
    expect(takeAll(line, start + 600_000)).toEqual(['12 spoken']);
    line.hear(start + 601_000, [callAt(12, start + 599_000), callAt(13, start + 601_000)]);
    expect(takeAll(line, start + 601_000)).toEqual(['13 spoken']);
  });
});

type Step =
  | { do: 'call'; undone: boolean }
  | { do: 'hear' | 'take' | 'reload' }
  | { do: 'wait'; ms: number }
  | { do: 'lose'; ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('call' as const), undone: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('hear' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('take' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 9_000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const), ms: fc.integer({ min: 0, max: 60_000 }) }) },
);

/** A hub that repeats its calls for two minutes, and a display that hears, announces, reloads and loses the link. */
function play(steps: readonly Step[]) {
  let now = start;
  let seq = 0;
  let calls: Call[] = [];
  const made: number[] = [];
  const undone = new Set<number>();
  const spoken: number[] = [];
  let remembered: Announced | null = { callSeq: 0, newest: start };
  let line = new Announcements(remembered);
  const hear = () => {
    calls = calls.filter((call) => Date.parse(call.calledAt) > now - 120_000);
    line.hear(now, calls);
  };
  const take = () => {
    const turn = line.take({ at: now, ...heard });
    remembered = line.announced;
    if (turn !== null) spoken.push(turn.call.callSeq);
  };
  for (const item of steps) {
    if (item.do === 'call') {
      seq += 1;
      made.push(seq);
      calls = [...calls, callAt(seq, now)];
      if (item.undone) {
        // Taken back within its ten seconds; the display may or may not have said it by then.
        undone.add(seq);
        hear();
        now += 2_000;
        calls = calls.filter((call) => call.callSeq !== seq);
      }
    }
    if (item.do === 'hear') hear();
    if (item.do === 'take') take();
    if (item.do === 'wait') now += item.ms;
    // A minute without the hub, and then its newest snapshot.
    if (item.do === 'lose') {
      now += item.ms;
      hear();
    }
    if (item.do === 'reload') {
      line = new Announcements(remembered);
      hear();
    }
    // A voice that keeps up: no call waits for two minutes.
    if (item.do === 'wait' || item.do === 'lose') {
      hear();
      while (line.length > 0) take();
    }
  }
  hear();
  while (line.length > 0) take();
  return { made, undone, spoken };
}

describe('whatever happens', () => {
  it('says each call at most once, in order, and loses none', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const { made, undone, spoken } = play(steps);
        expect(spoken).toEqual([...spoken].sort((a, b) => a - b));
        expect(new Set(spoken).size).toBe(spoken.length);
        const due = made.filter((seq) => !undone.has(seq));
        expect(spoken.filter((seq) => !undone.has(seq))).toEqual(due);
      }),
      { numRuns: 500 },
    );
  });
});
