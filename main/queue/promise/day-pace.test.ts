import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DayPace } from './day-pace.ts';
import { rebuildDay, type TicketTimes } from './rebuild.ts';

describe('a day of one service', () => {
  it('counts the gap between two calls while a line stood', () => {
    const day = new DayPace();
    for (const minute of [0, 1, 2]) day.taken(minute);
    day.called(0, 5, 3);
    day.called(1, 9, 2);
    day.called(2, 15, 1);
    expect(day.summary()).toEqual({ gapMinutes: 5, gaps: 2, emptyLineMinutes: null, emptyLines: 0 });
  });

  it('keeps the first call of the day apart: it waited for the doors', () => {
    const day = new DayPace();
    day.taken(0);
    day.called(0, 18, 1);
    expect(day.firstGap).toBe(18);
    expect(day.summary()).toMatchObject({ gaps: 0, emptyLines: 0 });
  });

  it('counts a wait at an empty line from its own start, not from the call before', () => {
    const day = new DayPace();
    day.taken(0);
    day.called(0, 1, 1);
    day.taken(100);
    day.called(100, 104, 1);
    expect(day.summary()).toMatchObject({ gaps: 0, emptyLineMinutes: 4, emptyLines: 1 });
  });

  it('takes a typical empty line, which one long wait does not spoil', () => {
    const day = new DayPace();
    let minute = 0;
    for (const wait of [0, 0, 0, 0, 16]) {
      minute += 30;
      day.taken(minute);
      day.called(minute, minute + wait, 1);
    }
    // The first is the day's first call; the mean of the other four would be 4.
    expect(day.summary()).toMatchObject({ emptyLineMinutes: 1, emptyLines: 4 });
  });

  it('sees an empty line although those who stood there left without a call', () => {
    const day = new DayPace();
    day.taken(0);
    day.taken(1);
    day.called(0, 2, 2);
    day.taken(50);
    day.called(50, 53, 1);
    expect(day.summary()).toMatchObject({ gaps: 0, emptyLines: 1 });
    expect(day.summary().emptyLineMinutes).toBeCloseTo(3);
  });

  it('measures from the last call when a priority ticket is called past the line', () => {
    const day = new DayPace();
    day.taken(0);
    day.taken(0);
    day.called(0, 1, 2);
    day.taken(6);
    day.called(6, 7, 2);
    expect(day.summary()).toMatchObject({ gapMinutes: 6, gaps: 1, emptyLines: 0 });
  });

  it('cuts a pause to 20 minutes where calls are quick, yet learns slow work whole', () => {
    const pause = new DayPace();
    const slow = new DayPace();
    for (let ticket = 0; ticket < 40; ticket += 1) {
      pause.taken(0);
      slow.taken(0);
    }
    [0, 5, 10, 310].forEach((minute, i) => pause.called(0, minute, 40 - i));
    for (let i = 0; i < 40; i += 1) slow.called(0, i * 35, 40 - i);
    expect(pause.summary().gapMinutes).toBe(10);
    expect(slow.summary().gapMinutes).toBeGreaterThan(34);
  });

  it('never learns a gap above two hours, however long the pauses', () => {
    const gap = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(gap, { minLength: 2, maxLength: 60 }), (gaps) => {
        const day = new DayPace();
        for (const _ of gaps) day.taken(0);
        let minute = 0;
        gaps.forEach((each, i) => {
          minute += each;
          day.called(0, minute, gaps.length - i);
        });
        expect(day.summary().gapMinutes).toBeGreaterThanOrEqual(0);
        expect(day.summary().gapMinutes).toBeLessThanOrEqual(120);
      }),
    );
  });

  it('survives storage as JSON', () => {
    const day = new DayPace();
    for (const minute of [0, 1, 2]) day.taken(minute);
    day.called(0, 5, 3);
    day.called(1, 5.25, 2);
    expect(JSON.parse(JSON.stringify(day.summary()))).toEqual(day.summary());
  });
});

/** Tickets of a day in whole minutes, so that many things happen at once; some are still waiting, some left. */
const tickets: fc.Arbitrary<TicketTimes[]> = fc.array(
  fc
    .record({
      takenMinute: fc.integer({ min: 0, max: 300 }),
      wait: fc.integer({ min: 0, max: 60 }),
      end: fc.constantFrom('called', 'called', 'called', 'left', 'waits'),
    })
    .map(({ takenMinute, wait, end }) => ({
      takenMinute,
      calledMinute: end === 'called' ? takenMinute + wait : null,
      leftMinute: end === 'left' ? takenMinute + wait : null,
    })),
  { maxLength: 80 },
);

describe('rebuilding a day from its tickets', () => {
  it('gives what the running day had', () => {
    fc.assert(
      fc.property(tickets, (day) => {
        const running = live(day);
        const rebuilt = rebuildDay(day);
        expect(rebuilt.summary()).toEqual(running.summary());
        expect(rebuilt.firstGap).toBe(running.firstGap);
      }),
    );
  });

  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(
        tickets.chain((day) => fc.tuple(fc.constant(day), fc.shuffledSubarray(day, { minLength: day.length }))),
        ([day, shuffled]) => {
          expect(rebuildDay(shuffled).summary()).toEqual(rebuildDay(day).summary());
        },
      ),
    );
  });

  it('goes on as the running day would', () => {
    fc.assert(
      fc.property(tickets, (day) => {
        const running = live(day);
        const rebuilt = rebuildDay(day);
        for (const pace of [running, rebuilt]) {
          pace.taken(500);
          pace.called(500, 507, 1);
        }
        expect(rebuilt.summary()).toEqual(running.summary());
      }),
    );
  });
});

/** Minute by minute, as a lounge would live through the day: takes, then calls, then people who give up. */
function live(tickets: readonly TicketTimes[]): DayPace {
  const day = new DayPace();
  const waiting = new Set<TicketTimes>();
  const inOrder = tickets.toSorted((a, b) => a.takenMinute - b.takenMinute);
  for (let minute = 0; minute <= 360; minute += 1) {
    for (const ticket of inOrder) {
      if (ticket.takenMinute !== minute) continue;
      day.taken(minute);
      waiting.add(ticket);
    }
    for (const ticket of waiting) {
      if (ticket.calledMinute !== minute) continue;
      day.called(ticket.takenMinute, minute, waiting.size);
      waiting.delete(ticket);
    }
    for (const ticket of waiting) if (ticket.leftMinute === minute) waiting.delete(ticket);
  }
  return day;
}
