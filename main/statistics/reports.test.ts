import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketStates } from '../../contract/queue.ts';
import type { Happening } from './facts.ts';
import type { NamedFact } from './line.ts';
import { LoungeTime } from './lounge-time.ts';
import { dayFigures, rangeFigures } from './reports.ts';

const time = new LoungeTime('Asia/Jakarta');
const tuesday = '2026-11-24';
const at = (clock: string, day = tuesday) => Date.parse(`${day}T${clock}:00+07:00`);
const minute = 60_000;
const evening = at('17:00');
let made = 0;

/** A number of the civil registration, taken at nine; what else is known of it is said. */
function ticket(change: Partial<NamedFact> = {}): NamedFact {
  made += 1;
  const taken_at = change.taken_at ?? at('09:00');
  return {
    id: `ticket-${made}`,
    day: tuesday,
    number: 'A001',
    series_id: 'adminduk',
    service_id: 'adminduk',
    origin: 'taken',
    state: 'waiting',
    has_priority: 0,
    files: 1,
    taken_at,
    taken_tick: taken_at,
    called_at: null,
    waited_ms: null,
    served_ms: null,
    counter_id: null,
    person_id: null,
    promise_point: null,
    promise_from: null,
    promise_to: null,
    ...change,
  };
}

/** Waited and was served so many minutes at counter 1. */
function done(waited: number, served: number, change: Partial<NamedFact> = {}): NamedFact {
  return ticket({
    state: 'done',
    waited_ms: waited * minute,
    served_ms: served * minute,
    counter_id: '1',
    person_id: 'sari',
    ...change,
  });
}

let events = 0;
function event({ id }: NamedFact, kind: string, state: NamedFact['state'], clock: string): Happening {
  events += 1;
  return { id: events, ticket_id: id, kind, state, at: at(clock), tick: at(clock) };
}

const dayOf = (facts: NamedFact[], happenings: Happening[] = [], now = evening) =>
  dayFigures(tuesday, facts, happenings, time, now);

describe('a day', () => {
  it('on which nobody came is all zeros, without hours and without a line', () => {
    expect(dayOf([])).toEqual({
      totals: {
        taken: 0,
        served: 0,
        noShow: 0,
        cancelled: 0,
        waiting: 0,
        parked: 0,
        atCounter: 0,
        wait: { of: 0, median: null, p90: null },
        service: { of: 0, median: null, p90: null },
        promises: { of: 0, kept: 0, errorSeconds: null },
      },
      hours: [],
      line: [],
      services: [],
      counters: [],
      people: [],
    });
  });

  it('counts what became of each number', () => {
    const states = ['waiting', 'called', 'serving', 'done', 'done', 'no_show', 'parked', 'cancelled'] as const;
    expect(dayOf(states.map((state) => ticket({ state }))).totals).toMatchObject({
      taken: 8,
      served: 2,
      noShow: 1,
      cancelled: 1,
      waiting: 1,
      parked: 1,
      atCounter: 2,
    });
  });

  /** Waits 5, 10, 20; served 3, 4, 9 minutes. By hand: medians 10 and 4, 90th percentiles 20 and 9. */
  it('gives median and 90th percentile of waiting and service', () => {
    const { wait, service } = dayOf([done(5, 9), done(20, 3), done(10, 4)]).totals;
    expect(wait).toEqual({ of: 3, median: 600, p90: 1200 });
    expect(service).toEqual({ of: 3, median: 240, p90: 540 });
  });

  /** Promised 20 (10–30): 30 keeps it and is off by 10, 31 breaks it and is off by 11; the third was never called. */
  it('says how many promises were kept, and by how much they were off', () => {
    const promised = { promise_point: 20, promise_from: 10, promise_to: 30 };
    const { promises } = dayOf([done(30, 1, promised), done(31, 1, promised), ticket(promised), done(5, 1)]).totals;
    expect(promises).toEqual({ of: 2, kept: 1, errorSeconds: 630 });
  });

  it('leaves out the wait of whoever did not begin to wait with this number', () => {
    const facts = [
      done(10, 5),
      done(50, 5, { origin: 'following' }),
      done(900, 5, { origin: 'carried', taken_at: at('15:00', '2026-11-23') }),
      done(0, 5, { origin: 'spare', series_id: 'SPARE' }),
    ];
    const { totals } = dayOf(facts);
    expect(totals).toMatchObject({ taken: 4, served: 4, wait: { of: 1, median: 600 }, service: { of: 4 } });
  });

  it('of spare numbers alone has service times, but no waits, no arrivals and no service called SPARE', () => {
    const spare = done(0, 6, { origin: 'spare', series_id: 'SPARE', service_id: 'kesehatan' });
    const { totals, hours, services } = dayOf([spare], [event(spare, 'called', 'called', '10:15')]);
    expect(totals).toMatchObject({ taken: 1, served: 1, wait: { of: 0 }, service: { median: 360 } });
    expect(hours).toEqual([{ hour: 10, taken: 0, called: 1 }]);
    expect(services).toMatchObject([{ serviceId: 'kesehatan', taken: 1, served: 1, movedIn: 0, movedOut: 0 }]);
  });

  it('counts a transferred number where it was taken, and its end and service time where it ended', () => {
    const { services } = dayOf([done(8, 12, { service_id: 'kesehatan' }), done(4, 2)]);
    const of = (id: string) => services.find(({ serviceId }) => serviceId === id);
    expect(of('adminduk')).toMatchObject({ taken: 2, served: 1, movedOut: 1, wait: { of: 2 }, service: { of: 1 } });
    expect(of('kesehatan')).toMatchObject({
      taken: 0,
      served: 1,
      movedIn: 1,
      wait: { of: 0 },
      service: { median: 720 },
    });
  });

  it('tells what was done at each counter and by each person', () => {
    const facts = [
      done(1, 5),
      done(1, 7, { counter_id: '2' }),
      ticket({ state: 'no_show', counter_id: '1', person_id: 'sari' }),
      ticket({ state: 'cancelled', counter_id: '1', person_id: 'budi' }),
    ];
    const { counters, people } = dayOf(facts);
    expect(counters).toEqual([
      { counterId: '1', served: 1, noShow: 1, service: { of: 1, median: 300, p90: 300 } },
      { counterId: '2', served: 1, noShow: 0, service: { of: 1, median: 420, p90: 420 } },
    ]);
    expect(people).toEqual([{ personId: 'sari', served: 2, noShow: 1, service: { of: 2, median: 300, p90: 420 } }]);
  });

  it('has the hours of the lounge, whatever the machine’s zone, from the first with something in it to the last', () => {
    const facts = ['07:59', '08:00', '08:59', '10:30'].map((clock) => ticket({ taken_at: at(clock) }));
    expect(dayOf(facts).hours).toEqual([
      { hour: 7, taken: 1, called: 0 },
      { hour: 8, taken: 2, called: 0 },
      { hour: 9, taken: 0, called: 0 },
      { hour: 10, taken: 1, called: 0 },
    ]);
  });

  it('begins and ends at midnight', () => {
    const facts = [ticket({ taken_at: at('00:00') }), ticket({ taken_at: at('23:59') })];
    expect(dayOf(facts).hours.filter(({ taken }) => taken > 0)).toEqual([
      { hour: 0, taken: 1, called: 0 },
      { hour: 23, taken: 1, called: 0 },
    ]);
  });
});

describe('the line over the day', () => {
  const waiting = (facts: NamedFact[], happenings: Happening[], now?: number) =>
    dayOf(facts, happenings, now).line.map(({ at, waiting }) => `${at.slice(11, 16)} ${waiting}`);

  it('grows by who takes a number and shrinks by who is called', () => {
    const [first, second] = [ticket({ taken_at: at('09:02') }), ticket({ taken_at: at('09:05') })];
    const happenings = [
      event(first, 'called', 'called', '09:12'),
      event(first, 'done', 'done', '09:21'),
      event(second, 'called', 'called', '09:31'),
      event(second, 'done', 'done', '09:33'),
    ];
    expect(waiting([first, second], happenings)).toEqual(['09:10 2', '09:20 1', '09:30 1', '09:40 0']);
  });

  it('goes on to this moment while somebody waits', () => {
    expect(waiting([ticket({ taken_at: at('09:02') })], [], at('09:24'))).toEqual(['09:10 1', '09:20 1', '09:24 1']);
  });

  it('takes a call back that was undone', () => {
    const one = ticket({ taken_at: at('09:02') });
    const happenings = [
      event(one, 'called', 'called', '09:04'),
      event(one, 'undone', 'waiting', '09:05'),
      event(one, 'called', 'called', '10:04'),
    ];
    const { hours, line } = dayOf([one], happenings);
    expect(line[0]).toMatchObject({ waiting: 1 });
    expect(hours.map(({ called }) => called)).toEqual([0, 1]);
  });

  it('keeps a call when only its end was undone', () => {
    const one = ticket({ taken_at: at('09:02') });
    const happenings = [
      event(one, 'called', 'called', '09:04'),
      event(one, 'done', 'done', '09:05'),
      event(one, 'undone', 'called', '09:05'),
    ];
    expect(dayOf([one], happenings).hours).toEqual([{ hour: 9, taken: 1, called: 1 }]);
  });

  it('has whoever was transferred or comes back from a pause again', () => {
    const one = ticket({ taken_at: at('09:01') });
    const happenings = [
      event(one, 'called', 'called', '09:05'),
      event(one, 'transferred', 'waiting', '09:15'),
      event(one, 'called', 'called', '09:25'),
      event(one, 'parked', 'parked', '09:35'),
      event(one, 'returned', 'waiting', '09:45'),
    ];
    expect(waiting([one], happenings, at('09:55'))).toEqual([
      '09:10 0',
      '09:20 1',
      '09:30 0',
      '09:40 0',
      '09:50 1',
      '09:55 1',
    ]);
  });

  it('begins with who was carried over from the day before', () => {
    const carried = ticket({ origin: 'carried', taken_at: at('15:30', '2026-11-23') });
    const happenings = [
      { ...event(carried, 'followed', 'waiting', '00:00'), at: at('15:30', '2026-11-23'), tick: 1 },
      event(carried, 'called', 'called', '08:14'),
    ];
    const { line, hours } = dayOf([carried, ticket({ taken_at: at('08:01') })], happenings, at('08:16'));
    expect(line.map(({ waiting }) => waiting)).toEqual([2, 1]);
    expect(hours).toEqual([{ hour: 8, taken: 1, called: 1 }]);
  });

  it('is drawn to an end, though the clock was set back by years', () => {
    const one = ticket({ taken_at: at('09:02') });
    const lost = { ...event(one, 'called', 'called', '09:10'), at: Date.parse('2001-01-01T00:00:00Z') };
    expect(dayOf([one], [lost]).line.length).toBeLessThanOrEqual(145);
  });
});

describe('a range of days', () => {
  const monday = { day: '2026-11-30', taken_at: at('09:10', '2026-11-30') };
  const nextMonth = { day: '2026-12-01', taken_at: at('09:10', '2026-12-01') };

  it('has a line a day, or a line a month, and leaves empty days out', () => {
    const facts = [done(5, 1), done(15, 1, monday), done(25, 1, nextMonth)];
    const periods = (by: 'day' | 'month') =>
      rangeFigures(facts, by, time).periods.map(({ period, wait }) => [period, wait.median]);
    expect(periods('day')).toEqual([
      [tuesday, 300],
      ['2026-11-30', 900],
      ['2026-12-01', 1500],
    ]);
    expect(periods('month')).toEqual([
      ['2026-11', 300],
      ['2026-12', 1500],
    ]);
  });

  it('shows in which hours of which weekdays people come', () => {
    const facts = [ticket(), ticket(), ticket({ taken_at: at('11:59') }), ticket(monday), ticket(nextMonth)];
    const { weekdays, heat } = rangeFigures(facts, 'day', time);
    expect(weekdays).toEqual([
      { weekday: 1, days: 1 },
      { weekday: 2, days: 2 },
    ]);
    expect(heat).toEqual([
      { weekday: 1, hour: 9, taken: 1 },
      { weekday: 2, hour: 9, taken: 3 },
      { weekday: 2, hour: 11, taken: 1 },
    ]);
  });
});

describe('whatever happened to whatever numbers', () => {
  const service = fc.constantFrom('adminduk', 'kesehatan', 'perizinan');
  const any = fc.record({
    state: fc.constantFrom(...ticketStates),
    series: service,
    service_id: service,
    origin: fc.constantFrom('taken' as const, 'following' as const, 'carried' as const, 'spare' as const),
    day: fc.constantFrom('2026-11-23', tuesday, '2026-12-01'),
    hour: fc.integer({ min: 0, max: 23 }),
    waited_ms: fc.option(fc.nat(10_000_000)),
    served_ms: fc.option(fc.nat(10_000_000)),
    person_id: fc.option(fc.constantFrom('sari', 'budi')),
  });
  const facts = fc.array(any, { maxLength: 80 }).map((all) =>
    all.map(({ series, hour, ...fact }) =>
      ticket({
        ...fact,
        series_id: fact.origin === 'spare' ? 'SPARE' : series,
        counter_id: fact.person_id === null ? null : '1',
        taken_at: at(`${String(hour).padStart(2, '0')}:30`, fact.day),
      }),
    ),
  );
  type Counted = ReturnType<typeof rangeFigures>['totals'];
  const ends = ({ served, noShow, cancelled, waiting, parked, atCounter }: Counted) =>
    served + noShow + cancelled + waiting + parked + atCounter;

  it('every number taken is accounted for, in all, by period and by service', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('day' as const, 'month' as const), (all, by) => {
        const { totals, periods, services } = rangeFigures(all, by, time);
        expect(totals.taken).toBe(all.length);
        expect(ends(totals)).toBe(totals.taken);
        for (const period of periods) expect(ends(period)).toBe(period.taken);
        for (const one of services) expect(ends(one)).toBe(one.taken + one.movedIn - one.movedOut);
        const sum = (key: 'taken' | 'served') => services.reduce((total, one) => total + one[key], 0);
        expect([sum('taken'), sum('served')]).toEqual([totals.taken, totals.served]);
        expect(periods.reduce((total, { taken }) => total + taken, 0)).toBe(totals.taken);
      }),
    );
  });

  it('a day is the same by itself as in a range of one day', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const today = all.filter(({ day }) => day === tuesday);
        const { totals, services, counters, people } = rangeFigures(today, 'day', time);
        expect(dayOf(today)).toMatchObject({ totals, services, counters, people });
      }),
    );
  });

  it('nobody is served, missed or promised more often than there are numbers', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const { totals, people, heat } = rangeFigures(all, 'day', time);
        expect(people.reduce((sum, { served }) => sum + served, 0)).toBeLessThanOrEqual(totals.served);
        expect(totals.promises.kept).toBeLessThanOrEqual(totals.promises.of);
        expect(totals.wait.of).toBeLessThanOrEqual(totals.taken);
        expect(heat.reduce((sum, { taken }) => sum + taken, 0)).toBe(
          all.filter(({ origin }) => origin !== 'spare').length,
        );
      }),
    );
  });
});
