import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Basis, DayPace, type DaySummary, estimateWait } from './pace.ts';

const newDay: Basis = { today: new DayPace(), earlier: [], configuredMinutes: null };

/** A day on which a line stood from the start and was called every so many minutes. */
function calledEvery(gapMinutes: number, calls: number): DayPace {
  const day = new DayPace();
  for (let i = 0; i < calls; i += 1) day.taken(0);
  for (let i = 0; i < calls; i += 1) day.called(0, i * gapMinutes, calls - i);
  return day;
}

function dayLike(gapMinutes: number, emptyLineMinutes = gapMinutes / 4): DaySummary {
  return { gapMinutes, gaps: 30, emptyLineMinutes, emptyLines: 10 };
}

function pointAt(position: number, basis: Partial<Basis>, head: number | null) {
  return estimateWait({ ...newDay, ...basis }, { position, headWaitMinutes: head })?.point ?? Number.NaN;
}

describe('the promise of a wait', () => {
  it('is none without an earlier day, anything configured or a call today', () => {
    const today = new DayPace();
    today.taken(0);
    expect(estimateWait({ ...newDay, today }, { position: 1, headWaitMinutes: null })).toBeNull();
  });

  it('begins with the first call where nothing else is known', () => {
    const today = calledEvery(0, 1);
    expect(estimateWait({ ...newDay, today }, { position: 3, headWaitMinutes: 1 })).not.toBeNull();
  });

  it('is about position x minutes where only the supervisor has said how long one person takes', () => {
    const estimate = estimateWait({ ...newDay, configuredMinutes: 6 }, { position: 5, headWaitMinutes: 2 });
    expect(estimate?.point).toBeGreaterThan(20);
    expect(estimate?.point).toBeLessThan(30);
  });

  it('slides from what was configured to what is observed', () => {
    const after = [0, 2, 5, 10, 40].map((calls) =>
      pointAt(6, { today: calledEvery(3, calls), configuredMinutes: 12 }, 15),
    );
    expect(after).toEqual(after.toSorted((a, b) => b - a));
    expect(after.at(-1)).toBeLessThan(1.3 * pointAt(6, { today: calledEvery(3, 40) }, 15));
  });

  it('believes earlier days more than what was configured', () => {
    const both = pointAt(6, { earlier: [dayLike(3)], configuredMinutes: 30 }, null);
    expect(both).toBe(pointAt(6, { earlier: [dayLike(3)] }, null));
  });

  it('is longer when the first in line has waited long', () => {
    const today = calledEvery(4, 10);
    expect(pointAt(5, { today }, 25)).toBeGreaterThan(pointAt(5, { today }, 5));
  });

  it('does not take a morning queue at the doors for a fast one', () => {
    const earlier = [dayLike(4)];
    expect(pointAt(8, { earlier }, 0)).toBe(pointAt(8, { earlier }, null));
  });

  it('is short for someone who comes to an empty line, by what earlier days had there', () => {
    expect(pointAt(1, { earlier: [dayLike(8, 1)] }, null)).toBeLessThan(2);
    expect(pointAt(1, { earlier: [dayLike(8, 7)] }, null)).toBeGreaterThan(4);
  });

  it('grows with the work: lines twice as slow wait nearly twice as long', () => {
    const ratio = pointAt(6, { earlier: [dayLike(20)] }, 40) / pointAt(6, { earlier: [dayLike(10)] }, 20);
    expect(ratio).toBeGreaterThan(1.85);
    expect(ratio).toBeLessThan(2);
  });

  it('lets one odd day change little', () => {
    const days = [dayLike(4), dayLike(5), dayLike(6), dayLike(5)];
    const odd: DaySummary = { gapMinutes: 120, gaps: 500, emptyLineMinutes: 120, emptyLines: 500 };
    const usual = pointAt(5, { earlier: days }, 10);
    expect(pointAt(5, { earlier: [odd, ...days] }, 10)).toBeLessThan(1.25 * usual);
    expect(pointAt(5, { earlier: [odd, dayLike(5)] }, 10)).toBe(pointAt(5, { earlier: [dayLike(5), odd] }, 10));
    expect(pointAt(5, { earlier: [odd, dayLike(5)] }, 10)).toBeLessThan(1.25 * usual);
  });
});

const minutes = (max: number) => fc.double({ min: 0, max, noNaN: true });
const summary: fc.Arbitrary<DaySummary> = fc
  .record({
    gapMinutes: minutes(120),
    gaps: fc.nat(300),
    emptyLineMinutes: minutes(120),
    emptyLines: fc.nat(300),
  })
  .map((day) => ({
    ...day,
    gapMinutes: day.gaps === 0 ? null : day.gapMinutes,
    emptyLineMinutes: day.emptyLines === 0 ? null : day.emptyLineMinutes,
  }));
/** Any day so far: takes and calls in any mixture, many of them in the same instant. */
const today = fc
  .array(fc.record({ call: fc.boolean(), after: fc.oneof(fc.constant(0), minutes(60)) }))
  .map((events) => {
    const day = new DayPace();
    const line: number[] = [];
    let minute = 480;
    for (const { call, after } of events) {
      minute += after;
      if (!call) {
        line.push(minute);
        day.taken(minute);
      } else {
        const waitingBefore = line.length;
        const taken = line.shift();
        if (taken !== undefined) day.called(taken, minute, waitingBefore);
      }
    }
    return day;
  });
const basis = fc.record({
  today,
  earlier: fc.array(summary, { maxLength: 20 }),
  configuredMinutes: fc.option(fc.double({ min: 0.1, max: 240, noNaN: true })),
});
const position = fc.integer({ min: 1, max: 400 });
const head = fc.option(minutes(480));

describe('every promise', () => {
  it('is a finite point inside a range of whole steps of five minutes', () => {
    fc.assert(
      fc.property(basis, position, head, (known, place, headWaitMinutes) => {
        const estimate = estimateWait(known, { position: place, headWaitMinutes });
        if (estimate === null) return;
        const { point, fromMinutes, toMinutes } = estimate;
        expect(Number.isFinite(point)).toBe(true);
        expect(fromMinutes).toBeGreaterThanOrEqual(0);
        expect(point).toBeGreaterThanOrEqual(fromMinutes);
        expect(point).toBeLessThanOrEqual(toMinutes);
        expect(toMinutes).toBeGreaterThan(fromMinutes);
        expect([fromMinutes % 5, toMinutes % 5]).toEqual([0, 0]);
      }),
    );
  });

  it('is never shorter for a later position', () => {
    fc.assert(
      fc.property(basis, position, head, (known, place, headWaitMinutes) => {
        const nearer = estimateWait(known, { position: place, headWaitMinutes });
        const later = estimateWait(known, { position: place + 1, headWaitMinutes });
        expect(later === null).toBe(nearer === null);
        if (nearer === null || later === null) return;
        expect(later.point).toBeGreaterThanOrEqual(nearer.point);
        expect(later.fromMinutes).toBeGreaterThanOrEqual(nearer.fromMinutes);
        expect(later.toMinutes).toBeGreaterThanOrEqual(nearer.toMinutes);
      }),
    );
  });

  it('stays within what two hours for each person would give, whatever was seen', () => {
    fc.assert(
      fc.property(basis, position, minutes(480), (known, place, headWaitMinutes) => {
        const estimate = estimateWait({ ...known, configuredMinutes: null }, { position: place, headWaitMinutes });
        if (estimate !== null) expect(estimate.point).toBeLessThanOrEqual(1.15 * (480 * place) ** 0.85 * 480.5 ** 0.1);
      }),
    );
  });

  it('leaves the basis as it was', () => {
    fc.assert(
      fc.property(basis, position, head, (known, place, headWaitMinutes) => {
        const before = JSON.stringify([known.earlier, known.today.summary()]);
        const first = estimateWait(known, { position: place, headWaitMinutes });
        expect(estimateWait(known, { position: place, headWaitMinutes })).toEqual(first);
        expect(JSON.stringify([known.earlier, known.today.summary()])).toBe(before);
      }),
    );
  });
});
