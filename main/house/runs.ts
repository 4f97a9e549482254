import type Database from 'better-sqlite3';

/** What the store knew before this start. */
export interface LastRun {
  /** The previous run had no clean stop: the power went out, or the program was killed. */
  readonly unclean: boolean;
  /** Newest wall time (Unix ms) and steady tick of any stored event; null and 0 on new data. */
  readonly newestEvent: number | null;
  readonly newestTick: number;
}

/**
 * Reads how the last run ended. Call before the new run begins.
 * @param releasedAt what a clock with an earlier date wrote down says nothing about time, Unix ms
 */
export function readLastRun(db: Database.Database, releasedAt: number): LastRun {
  const run = db.prepare('SELECT started_at, stopped_at FROM run ORDER BY id DESC LIMIT 1').get() as
    | { started_at: number; stopped_at: number | null }
    | undefined;
  const tick = db.prepare('SELECT tick FROM ticket_event ORDER BY id DESC LIMIT 1').pluck().get();
  const newest = (table: string) =>
    db.prepare<[number]>(`SELECT at FROM ${table} WHERE at >= ? ORDER BY id DESC LIMIT 1`).pluck().get(releasedAt);
  const times = [run?.started_at, run?.stopped_at, newest('ticket_event'), newest('clock_event')].filter(
    (at): at is number => typeof at === 'number' && at >= releasedAt,
  );
  return {
    unclean: run !== undefined && run.stopped_at === null,
    newestEvent: times.length > 0 ? Math.max(...times) : null,
    newestTick: typeof tick === 'number' ? tick : 0,
  };
}

/** Versions in the order in which they ran here, the newest first. */
export function versionsRun(db: Database.Database): { version: string; at: number }[] {
  return db
    .prepare<[], { version: string; at: number }>(
      `SELECT version, started_at AS at FROM (SELECT id, version, started_at, lag(version) OVER (ORDER BY id) AS before FROM run)
       WHERE before IS NOT version ORDER BY id DESC LIMIT 10`,
    )
    .all();
}

/** Writes down that a run begins; the result marks its clean end. */
export function beginRun(db: Database.Database, version: string, clock: { wall(): number }): { stop(): void } {
  const id = db
    .prepare<[string, number]>('INSERT INTO run (version, started_at) VALUES (?, ?)')
    .run(version, clock.wall()).lastInsertRowid;
  return {
    stop: () =>
      db.prepare<[number, number | bigint]>('UPDATE run SET stopped_at = ? WHERE id = ?').run(clock.wall(), id),
  };
}
