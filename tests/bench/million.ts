import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FileKey } from '../../main/store/key.ts';
import { unlock } from '../../main/store/open.ts';
import { earlyToday, openBenchLounge, serviceIds, take } from './bench-lounge.ts';

const days = 1000;
const ticketsADay = 1000;
export const oldTickets = days * ticketsADay;

/**
 * Fills a data folder with the tickets of a thousand past days: each with its two events and its printed slip, and each
 * day with its series and its pace.
 */
export async function seedMillion(folder: string): Promise<void> {
  // The lounge makes the schema, its own rows, and one ticket and one slip to copy.
  const lounge = openBenchLounge(folder, { time: earlyToday() });
  take(lounge, 0);
  await lounge.close();

  const db = new Database(join(folder, 'lounge.db'));
  unlock(db, new FileKey(folder).obtain(true));
  db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -64000;');
  db.exec('BEGIN');
  db.exec(`
    CREATE TEMP TABLE plan (place INTEGER PRIMARY KEY, service TEXT NOT NULL);
    CREATE TEMP TABLE past (day INTEGER PRIMARY KEY, date TEXT NOT NULL, opens INTEGER NOT NULL);
  `);
  for (const [place, service] of serviceIds.entries()) db.prepare('INSERT INTO plan VALUES (?, ?)').run(place, service);
  db.prepare(
    `WITH RECURSIVE n (day) AS (SELECT 0 UNION ALL SELECT day + 1 FROM n WHERE day < ? - 1)
     INSERT INTO past SELECT day, date('now', '-' || (? - day) || ' days'),
       unixepoch(date('now', '-' || (? - day) || ' days')) * 1000 + 3600000 FROM n`,
  ).run(days, days, days);
  // Ids as the program makes them: the time first, so that rows lie in the order in which they were written.
  const id = (kind: number) =>
    `printf('%08x-%04x-7${kind}00-8000-%012x', (opens + n * 20000) >> 16, (opens + n * 20000) & 65535, day * ${ticketsADay} + n)`;
  const each = `
    WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${ticketsADay} - 1)
    SELECT * FROM (SELECT day, date, opens, n, service, n / ${serviceIds.length} + 1 AS serial,
      (day * ${ticketsADay} + n) * 2 + 10 AS event, opens + n * 20000 AS taken, 60000 + n % 50 * 60000 AS waited
      FROM past CROSS JOIN numbers JOIN plan ON plan.place = n % ${serviceIds.length})`;
  const from = (columns: string) => each.replace('SELECT * FROM (', `SELECT ${columns} FROM (`);
  db.exec(`
    INSERT INTO ticket (id, service_day, series_id, service_id, serial, number, state, device_id, print_job_id, taken_at, taken_tick,
      people_ahead, promise_point, promise_from, promise_to, called_at, called_tick, waited_ms, calls, counter_id,
      person_id, call_seq, serving_tick, left_tick)
    ${from(`${id(0)}, date, service, service, serial, 'A' || serial, 'done', 'kiosk-1', ${id(1)}, taken, taken,
      n % 30, 21.5, 15, 30, taken + waited, taken + waited, waited, 1, '1', 'clerk', event + 1,
      taken + waited, taken + waited + 300000`)};
    INSERT INTO ticket_event (id, ticket_id, kind, state, service_id, at, tick, actor)
    ${from(`event, ${id(0)}, 'taken', 'waiting', service, taken, taken, 'kiosk-1'`)};
    INSERT INTO ticket_event (id, ticket_id, kind, state, service_id, at, tick, actor, counter_id, rule)
    ${from(`event + 1, ${id(0)}, 'called', 'called', service, taken + waited, taken + waited, 'kiosk-1', '1', 'accumulating'`)};
    INSERT INTO print_job (id, printer_id, ticket_id, slip, state, attempt, queued_at, queued_tick, changed_at)
    ${from(`${id(1)}, 'printer-1', ${id(0)}, (SELECT slip FROM print_job WHERE state <> 'done' LIMIT 1), 'done', 1,
      taken, taken, taken + 2000`)};
    INSERT INTO series (service_day, service_id, last) SELECT date, service, ${Math.ceil(ticketsADay / serviceIds.length)}
    FROM past CROSS JOIN plan;
    INSERT INTO pace_day (service_id, service_day, summary) SELECT service, date,
      '{"gapMinutes":2.1,"gaps":140,"emptyLineMinutes":0.6,"emptyLines":9}' FROM past CROSS JOIN plan;
    COMMIT;
    PRAGMA journal_mode = WAL;
  `);
  db.close();
}
