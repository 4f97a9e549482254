import { describe, expect, it } from 'vitest';
import { hindrance, nextStep, pace, phaseOf } from './desk.ts';
import { calledTicket, free, ofAnother, servingTicket, snapshotWith } from './desk-suite.ts';

const now = (snapshot: ReturnType<typeof snapshotWith>, elapsed = 0) => ({ snapshot, elapsed });

describe('the one next step', () => {
  it('opens a closed counter and ends a break', () => {
    expect(nextStep(now(snapshotWith({ state: 'closed' })))).toBe('open');
    expect(nextStep(now(snapshotWith({ state: 'paused' })))).toBe('resume');
  });

  it('calls who stands first while nobody is at the counter', () => {
    expect(nextStep(now(free(3)))).toBe('callNext');
    expect(nextStep(now(free(0)))).toBeNull();
  });

  it('after a call is that the person has come, never that they are done', () => {
    expect(nextStep(now(snapshotWith({ current: calledTicket(), waiting: 5 })))).toBe('serve');
  });

  it('finishes and calls the next, or only finishes when nobody waits', () => {
    expect(nextStep(now(snapshotWith({ current: servingTicket(), waiting: 5 })))).toBe('doneAndNext');
    expect(nextStep(now(snapshotWith({ current: servingTicket(), waiting: 0 })))).toBe('done');
  });

  it('is nothing at a counter that somebody else holds: taking over is asked for', () => {
    expect(phaseOf(ofAnother())).toBe('elsewhere');
    expect(nextStep(now(ofAnother()))).toBeNull();
    expect(hindrance('open', now(ofAnother()))).toEqual({ why: 'phase' });
  });
});

describe('"Tidak hadir"', () => {
  const called = snapshotWith({ current: calledTicket({ calls: 1, seconds: 20 }) });

  it('says how many calls and seconds are missing, and counts the seconds down by itself', () => {
    expect(hindrance('noShow', now(called))).toEqual({ why: 'early', calls: 1, seconds: 20 });
    expect(hindrance('noShow', now(called, 15))).toEqual({ why: 'early', calls: 1, seconds: 5 });
    expect(hindrance('noShow', now(called, 60))).toEqual({ why: 'early', calls: 1, seconds: 0 });
  });

  it('is allowed as soon as the last second has passed, before the hub says so again', () => {
    const waits = snapshotWith({ current: calledTicket({ calls: 0, seconds: 20 }) });
    expect(hindrance('noShow', now(waits, 19))).not.toBeNull();
    expect(hindrance('noShow', now(waits, 20))).toBeNull();
  });

  it('is never said of somebody who is being served', () => {
    expect(hindrance('noShow', now(snapshotWith({ current: servingTicket() })))).toEqual({ why: 'phase' });
  });
});

describe('what has to wait', () => {
  it('nobody else is called and no break begins while somebody stands at the counter, and the reason has their number', () => {
    const busy = now(snapshotWith({ current: servingTicket() }));
    for (const act of ['callTicket', 'callBack', 'callSpare', 'pause', 'close', 'callNext'] as const) {
      expect(hindrance(act, busy)).toEqual({ why: 'occupied', number: 'C012' });
    }
  });

  it('taking back ends with its ten seconds', () => {
    const done = snapshotWith({ undo: { act: 'done', number: 'C011', seconds: 10 } });
    expect(hindrance('undo', now(done, 9))).toBeNull();
    expect(hindrance('undo', now(done, 10))).toEqual({ why: 'tooLate' });
  });
});

describe('the timer', () => {
  it('turns amber beyond the target, and stays calm where there is none', () => {
    expect(pace(900, 15)).toBe('calm');
    expect(pace(901, 15)).toBe('over');
    expect(pace(90_000, null)).toBe('calm');
  });
});
