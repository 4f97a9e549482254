import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { replay, type TakenStep } from '../../../main/documents/requests/workflow.ts';

/** How many rows each table holds. */
export function countRows(db: Database.Database): Record<string, number> {
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    names.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]),
  );
}

/**
 * Compares what must always agree, whatever happened: each ticket has its print job, its event and its request key;
 * numbers run from 1 without gap or repetition and end where the series says.
 * @returns what is wrong, in words; empty when all is well
 */
export function auditQueue(db: Database.Database): string[] {
  const wrong: string[] = [];
  const none = (what: string, sql: string) => {
    const found = db.prepare(sql).all();
    if (found.length > 0) wrong.push(`${what}: ${JSON.stringify(found.slice(0, 3))}`);
  };
  none(
    'a ticket without its print job, or with another one',
    `SELECT t.number FROM ticket t LEFT JOIN print_job p ON p.id = t.print_job_id AND p.ticket_id = t.id
     WHERE p.id IS NULL AND t.print_job_id IS NOT NULL`,
  );
  none(
    'a print job without its ticket',
    `SELECT p.id FROM print_job p LEFT JOIN ticket t ON t.id = p.ticket_id WHERE p.ticket_id IS NOT NULL AND t.id IS NULL`,
  );
  none('a ticket printed by two jobs', 'SELECT ticket_id FROM print_job GROUP BY ticket_id HAVING count(*) > 1');
  none(
    'a ticket that was not taken exactly once',
    `SELECT t.number, count(e.id) FROM ticket t LEFT JOIN ticket_event e ON e.ticket_id = t.id AND e.kind IN ('taken', 'followed')
     GROUP BY t.id HAVING count(e.id) <> 1`,
  );
  none(
    'an event without its ticket',
    'SELECT e.id FROM ticket_event e LEFT JOIN ticket t ON t.id = e.ticket_id WHERE t.id IS NULL',
  );
  none(
    'a ticket that does not stand in exactly one kept answer',
    `WITH kept AS MATERIALIZED (SELECT answer ->> 'id' AS id, count(*) AS answers FROM request_key GROUP BY 1)
     SELECT t.number, k.answers FROM ticket t LEFT JOIN kept k ON k.id = t.id WHERE k.answers IS NOT 1`,
  );
  none(
    'a number with a gap, a repetition or another last one than the series says',
    `SELECT s.service_day, s.service_id, s.last, count(t.id) AS tickets, count(DISTINCT t.number) AS numbers,
       min(t.serial) AS first, max(t.serial) AS highest
     FROM series s LEFT JOIN ticket t ON t.service_day = s.service_day AND t.series_id = s.service_id GROUP BY s.service_day, s.service_id
     HAVING tickets <> s.last OR numbers <> s.last OR highest <> s.last OR first <> 1`,
  );
  none(
    'a ticket outside every series',
    `SELECT t.number FROM ticket t LEFT JOIN series s ON s.service_day = t.service_day AND s.service_id = t.series_id
     WHERE s.last IS NULL AND t.series_id <> 'SPARE'`,
  );
  none(
    'steady time that went backwards',
    `SELECT id FROM (SELECT id, tick, lag(tick) OVER (ORDER BY id) AS before FROM ticket_event) WHERE tick < before`,
  );
  return wrong;
}

/** What each table says, row by row, as one hash: two databases say the same when these are the same. */
export function contentHashes(db: Database.Database): Record<string, string> {
  return Object.fromEntries(
    Object.keys(countRows(db)).map((name) => {
      const columns = db.prepare(`SELECT count(*) FROM pragma_table_info(?)`).pluck().get(name) as number;
      const order = Array.from({ length: columns }, (_, i) => i + 1).join(', ');
      const hash = createHash('sha256');
      for (const row of db.prepare(`SELECT * FROM "${name}" ORDER BY ${order}`).raw().iterate())
        hash.update(JSON.stringify(row));
      return [name, hash.digest('hex')];
    }),
  );
}

/** Tickets and requests whose row does not say what their events add up to. */
export function unlikeTheirEvents(db: Database.Database): string[] {
  const tickets = db
    .prepare<[], string>(
      `SELECT t.id FROM ticket t LEFT JOIN (SELECT ticket_id, state, max(id) FROM ticket_event GROUP BY ticket_id) e
         ON e.ticket_id = t.id WHERE e.state IS NOT t.state`,
    )
    .pluck()
    .all();
  const steps = db.prepare<[string], TakenStep>(
    'SELECT id, step, state, undoes FROM request_event WHERE request_id = ? ORDER BY id',
  );
  const requests = db.prepare<[], { id: string; state: string }>('SELECT id, state FROM request').all();
  return [...tickets, ...requests.filter(({ id, state }) => replay(steps.all(id)) !== state).map(({ id }) => id)];
}
