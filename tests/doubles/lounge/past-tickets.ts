import type Database from 'better-sqlite3';

const ticketsADay = 1000;

/**
 * Writes tickets of past days with their events, as if they had been taken and done: thousands in a moment.
 * @param service of a lounge that has taken a number
 */
export function writePastTickets(db: Database.Database, count: number, service: string): void {
  const days = Math.ceil(count / ticketsADay);
  const each = `WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n + 1 < ${count}),
    past AS (SELECT n, date('2023-01-01', (n / ${ticketsADay}) || ' days') AS day, n % ${ticketsADay} + 1 AS serial,
      printf('00000000-0000-7000-8000-%012x', n) AS id, 1672531200000 + n * 20000 AS at FROM n)`;
  db.transaction(() => {
    db.prepare(
      `INSERT INTO ticket (id, service_day, series_id, service_id, serial, number, state, device_id, taken_at, taken_tick,
         people_ahead, called_at, called_tick, waited_ms, calls, counter_id, person_id, left_tick)
       ${each} SELECT id, day, ?, ?, serial, printf('A%03d', serial), 'done', 'kiosk-1', at, at, 3, at + 60000, at + 60000,
         60000, 1, '1', 'staff-1', at + 300000 FROM past`,
    ).run(service, service);
    for (const [kind, state, later] of [
      ['taken', 'waiting', 0],
      ['called', 'called', 60_000],
      ['done', 'done', 300_000],
    ] as const)
      db.prepare(
        `INSERT INTO ticket_event (ticket_id, kind, state, service_id, at, tick, actor)
         ${each} SELECT id, ?, ?, ?, at + ?, at + ?, 'staff-1' FROM past ORDER BY n`,
      ).run(kind, state, service, later, later);
    db.prepare(
      `WITH RECURSIVE d (d) AS (SELECT 0 UNION ALL SELECT d + 1 FROM d WHERE d + 1 < ${days})
       INSERT INTO series (service_day, service_id, last) SELECT date('2023-01-01', d || ' days'), ?,
         min(${ticketsADay}, ${count} - d * ${ticketsADay}) FROM d`,
    ).run(service);
  })();
}
