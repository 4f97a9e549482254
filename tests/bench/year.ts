import { FileKey } from '../../main/store/key.ts';
import { openStore } from '../../main/store/open.ts';
import { files, serviceIds } from './bench-lounge.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The days from the first to the last, as dates (YYYY-MM-DD). */
export interface SeededYear {
  readonly from: string;
  readonly to: string;
  readonly tickets: number;
}

/**
 * Fills the database of a fresh data folder with a year that has been: each ticket with its four events; nine in ten
 * were served, others missed or cancelled, and some moved to another service. Needs no lounge; takes some seconds.
 */
export function seedYear(folder: string, { days = 250, ticketsADay = 400 } = {}): SeededYear {
  const store = openStore(folder, new FileKey(folder), files.migrations);
  const { db } = store;
  db.exec('PRAGMA synchronous = OFF');
  const ticket = db.prepare(
    `INSERT INTO ticket (id, service_day, series_id, service_id, serial, number, priority, state, device_id, print_job_id,
       taken_at, taken_tick, people_ahead, promise_point, promise_from, promise_to, called_at, called_tick, waited_ms, calls,
       counter_id, person_id, call_seq, serving_tick, left_tick)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'kiosk-1', NULL, ?, ?, 5, 20, 10, 30, ?, ?, ?, 1, ?, ?, ?, ?, ?)`,
  );
  const event = db.prepare(
    `INSERT INTO ticket_event (id, ticket_id, kind, state, service_id, at, tick, actor, counter_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'staff-1', ?)`,
  );
  const newest = Math.floor(Date.now() / dayMs) - 1;
  const dateOf = (day: number) => new Date((newest - days + 1 + day) * dayMs).toISOString().slice(0, 10);
  let seq = 0;
  const addDay = db.transaction((day: number) => {
    const opens = (newest - days + 1 + day) * dayMs + 60 * minuteMs;
    for (let n = 0; n < ticketsADay; n += 1) {
      const series = serviceIds[n % serviceIds.length] as string;
      const moved = n % 37 === 0 ? (serviceIds[(n + 1) % serviceIds.length] as string) : series;
      const state = n % 23 === 0 ? 'no_show' : n % 29 === 0 ? 'cancelled' : 'done';
      const taken = opens + n * minuteMs;
      const waited = (2 + ((n * 7 + day * 3) % 45)) * minuteMs;
      const called = taken + waited;
      const served = called + 20_000;
      const left = served + (1 + ((n * 5 + day) % 17)) * minuteMs;
      const id = `${(opens + n)
        .toString(16)
        .padStart(12, '0')
        .replace(/^(.{8})/, '$1-')}-7000-8000-${String(seq).padStart(12, '0')}`;
      const counter = String(1 + (n % 4));
      seq += 4;
      const serial = Math.floor(n / serviceIds.length) + 1;
      const number = `A${String(serial).padStart(3, '0')}`;
      const person = `staff-${counter}`;
      const priority = n % 11 === 0 ? 'elderly' : null;
      const standing = [called, called, waited, counter, person, seq - 2, served, left];
      ticket.run(id, dateOf(day), series, moved, serial, number, priority, state, taken, taken, ...standing);
      event.run(seq - 3, id, 'taken', 'waiting', series, taken, taken, null);
      event.run(seq - 2, id, 'called', 'called', series, called, called, counter);
      event.run(seq - 1, id, 'served', 'serving', moved, served, served, counter);
      event.run(seq, id, state === 'no_show' ? 'missed' : state, state, moved, left, left, counter);
    }
  });
  for (let day = 0; day < days; day += 1) addDay(day);
  store.close();
  return { from: dateOf(0), to: dateOf(days - 1), tickets: days * ticketsADay };
}
