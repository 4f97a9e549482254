import type Database from 'better-sqlite3';
import type { ServiceSettings } from '../../contract/catalogue.ts';
import type { Calendar } from './calendar.ts';
import { type DayPace, type DaySummary, estimateWait } from './promise/pace.ts';
import { rebuildDay } from './promise/rebuild.ts';
import type { WorkingWait } from './serving-time.ts';
import { type LineEvent, stintsOf } from './stints.ts';

const minute = 60_000;

/** How many earlier days of a service its promises learn from. */
const rememberedDays = 20;

interface Known {
  readonly today: DayPace;
  readonly earlier: DaySummary[];
}

/**
 * How fast each service's line moves: today's takes and calls in memory, earlier days as a few stored numbers. All of
 * it can be made again from the tickets, so a restart changes no promise.
 */
export class Paces {
  readonly #calendar: Calendar;
  readonly #services: ReadonlyMap<string, ServiceSettings>;
  readonly #known = new Map<string, Known>();
  readonly #keep;
  readonly #earlier;
  readonly #unsummed;
  readonly #first;
  readonly #anyFirst;
  readonly #events;
  #day = '';
  /** The steady tick at which the service day's midnight would have been. */
  #midnightTick: number | null = null;

  constructor(db: Database.Database, calendar: Calendar, services: ReadonlyMap<string, ServiceSettings>) {
    this.#calendar = calendar;
    this.#services = services;
    this.#keep = db.prepare<[string, string, string]>(
      'INSERT OR IGNORE INTO pace_day (service_id, service_day, summary) VALUES (?, ?, ?)',
    );
    this.#earlier = db
      .prepare<[string, string, number], string>(
        'SELECT summary FROM pace_day WHERE service_id = ? AND service_day < ? ORDER BY service_day DESC LIMIT ?',
      )
      .pluck();
    this.#unsummed = db
      .prepare<[string, string, string, number], string>(
        `SELECT service_day FROM series WHERE service_id = ? AND service_day < ? AND service_day >= ?
           AND NOT EXISTS (SELECT 1 FROM pace_day p WHERE p.service_id = series.service_id AND p.service_day = series.service_day)
         ORDER BY service_day LIMIT ?`,
      )
      .pluck();
    this.#first = db.prepare<[string, string], { taken_at: number; taken_tick: number }>(
      `SELECT taken_at, taken_tick FROM ticket WHERE service_day = ? AND series_id = ? AND follows IS NULL
       ORDER BY serial LIMIT 1`,
    );
    this.#anyFirst = db.prepare<[string], { taken_at: number; taken_tick: number }>(
      'SELECT taken_at, taken_tick FROM ticket WHERE service_day = ? AND follows IS NULL ORDER BY id LIMIT 1',
    );
    this.#events = db.prepare<[{ day: string; service: string }], LineEvent>(
      `SELECT id AS ticketId, 'taken' AS kind, 'waiting' AS state, taken_tick AS tick, taken_tick AS takenTick, 0 AS event
       FROM ticket WHERE service_day = :day AND series_id = :service AND follows IS NULL
       UNION ALL
       SELECT t.id, e.kind, e.state, e.tick, t.taken_tick, e.id FROM ticket t
       CROSS JOIN ticket_event e ON e.ticket_id = t.id AND e.kind <> 'taken' AND e.service_id = :service
       WHERE t.service_day = :day ORDER BY event`,
    );
  }

  /** The promise for a place in a service's line, in minutes of work; null where nothing is known. */
  promise(
    serviceDay: string,
    serviceId: string,
    callPosition: number,
    headTick: number | null,
    now: Moment,
  ): WorkingWait | null {
    const known = this.#of(serviceDay, serviceId);
    return estimateWait(this.#basis(known, serviceId), {
      position: callPosition,
      headWaitMinutes: headTick === null ? null : Math.max(0, now.tick - headTick) / minute,
    });
  }

  /** Milliseconds between two calls of a service, as far as is known; for the order in which a line will be called. */
  interval(serviceDay: string, serviceId: string, now: Moment): number {
    const at = (position: number) => this.promise(serviceDay, serviceId, position, null, now)?.point ?? 0;
    return Math.max(0, at(2) - at(1)) * minute;
  }

  taken(serviceDay: string, serviceId: string, now: Moment): void {
    this.#of(serviceDay, serviceId).today.taken(this.#minuteOf(now));
  }

  called(serviceDay: string, serviceId: string, takenTick: number, now: Moment, waitingBefore: number): void {
    const { today } = this.#of(serviceDay, serviceId);
    const called = this.#minuteOf(now);
    today.called(called - (now.tick - takenTick) / minute, called, waitingBefore);
  }

  /** A call was taken back: what was learned from it is made again without it. */
  forget(serviceId: string): void {
    this.#known.delete(serviceId);
  }

  /** The lounge's clock changed: minutes since midnight are counted anew. */
  forgetAll(): void {
    this.#turnTo('');
  }

  #basis(known: Known, serviceId: string) {
    const service = this.#services.get(serviceId);
    const configuredMinutes =
      service?.minutesPerPerson === undefined ? null : service.minutesPerPerson / service.counters.length;
    return { today: known.today, earlier: known.earlier, configuredMinutes };
  }

  #of(serviceDay: string, serviceId: string): Known {
    if (serviceDay !== this.#day) this.#turnTo(serviceDay);
    let known = this.#known.get(serviceId);
    if (!known) {
      known = { today: this.#replay(serviceDay, serviceId), earlier: this.#learn(serviceDay, serviceId) };
      this.#known.set(serviceId, known);
    }
    return known;
  }

  /** Begins another day: yesterday becomes a few numbers. */
  #turnTo(serviceDay: string): void {
    this.#known.clear();
    this.#midnightTick = null;
    this.#day = serviceDay;
  }

  /** Earlier days' numbers, newest first; days that were never summed (the machine was off at midnight) are made now. */
  #learn(serviceDay: string, serviceId: string): DaySummary[] {
    const since = new Date(Date.parse(serviceDay) - 90 * 86_400_000).toISOString().slice(0, 10);
    for (const day of this.#unsummed.all(serviceId, serviceDay, since, rememberedDays))
      this.#keep.run(serviceId, day, JSON.stringify(this.#replay(day, serviceId).summary()));
    return this.#earlier.all(serviceId, serviceDay, rememberedDays).map((json) => JSON.parse(json) as DaySummary);
  }

  /** A day's pace made again from its tickets and what happened to them. */
  #replay(serviceDay: string, serviceId: string): DayPace {
    const first = this.#first.get(serviceDay, serviceId) ?? this.#anyFirst.get(serviceDay);
    if (!first) return rebuildDay([]);
    const midnight = first.taken_tick - (first.taken_at - this.#calendar.midnightOf(serviceDay));
    if (serviceDay === this.#day) this.#midnightTick ??= midnight;
    const minuteAt = (tick: number) => (tick - midnight) / minute;
    const stints = stintsOf(this.#events.all({ day: serviceDay, service: serviceId }));
    return rebuildDay(
      stints.map(({ takenTick, joinedTick, calledTick, leftTick }) => ({
        takenMinute: minuteAt(takenTick),
        joinedMinute: minuteAt(joinedTick),
        calledMinute: calledTick === null ? null : minuteAt(calledTick),
        leftMinute: leftTick === null ? null : minuteAt(leftTick),
      })),
    );
  }

  /** Minutes since the service day's midnight on the steady clock. */
  #minuteOf(now: Moment): number {
    this.#midnightTick ??= now.tick - (now.wall - this.#calendar.midnightOf(this.#day));
    return (now.tick - this.#midnightTick) / minute;
  }
}

/** One instant on both clocks, ms. */
export interface Moment {
  readonly wall: number;
  readonly tick: number;
}
