import type Database from 'better-sqlite3';
import type { Actor } from '../../contract/principal.ts';
import type { Audit } from '../store/audit.ts';
import { lettersSinceBackup, serialAfterRestore } from './gaps.ts';
import type { RestoreNote, RestoreNoteFile } from './restore-note.ts';

export interface AfterRestoreParts {
  readonly db: Database.Database;
  readonly immediate: (act: () => void) => void;
  readonly note: RestoreNoteFile;
  readonly audit: Pick<Audit, 'write'>;
  readonly ids: { next(): string };
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  /** Where numbers may have been given since the backup: services and days (YYYY-MM-DD). */
  readonly series: readonly { readonly day: string; readonly service: string }[];
  readonly by: Actor;
}

/** What was ended. */
export interface AfterRestore {
  /** Machines that have to be paired again. */
  readonly devices: readonly string[];
}

/** Nobody is served by a job that was open in a backup: its paper came out since, or its person has gone. */
const openPrintJobs = "state NOT IN ('done', 'cancelled')";

/**
 * What a restored lounge must not bring back, at its first start, as one transaction; any other start does nothing.
 * Machines, sign-ins and programs that a supervisor turned away after the backup would be let in again, so all of them end.
 * Open print jobs end. Numbers go on behind a gap, which the registers of letters show.
 */
export function settleRestore(parts: AfterRestoreParts): AfterRestore {
  const { db, immediate, note, audit, clock, iso, by } = parts;
  const its = note.read();
  if (its === null || its.settled !== null) return { devices: [] };
  const devices: string[] = [];
  immediate(() => {
    // The note is changed after the transaction: a crash in between finds the audit's row.
    if (wasSettled(db, its.id)) return;
    devices.push(...endEverybody(db, clock.wall()));
    endPrinting(db, clock.wall());
    const tickets = skipTickets(parts);
    const letters = skipLetters(parts, its);
    audit.write(
      by,
      'restored',
      its.id,
      `backup ${its.sequence} of ${its.made}; series of numbers ${tickets}, of letters ${letters}`,
    );
  });
  note.settle(its, iso(clock.wall()));
  return { devices };
}

function wasSettled(db: Database.Database, id: string): boolean {
  return db.prepare("SELECT 1 FROM audit WHERE act = 'restored' AND subject = ?").get(id) !== undefined;
}

function endEverybody(db: Database.Database, wall: number): string[] {
  db.exec('DELETE FROM session; DELETE FROM sign_in;');
  db.prepare('UPDATE integration SET revoked_at = ? WHERE revoked_at IS NULL').run(wall);
  return db
    .prepare<[number], string>(
      'UPDATE device SET revoked_at = ? WHERE paired_at IS NOT NULL AND revoked_at IS NULL RETURNING id',
    )
    .pluck()
    .all(wall);
}

function endPrinting(db: Database.Database, wall: number): void {
  db.prepare(`UPDATE print_job SET state = 'cancelled', reason = 'old', changed_at = ? WHERE ${openPrintJobs}`).run(
    wall,
  );
  db.prepare(
    "UPDATE letter_print SET state = 'cancelled', reason = 'old', since = ? WHERE state NOT IN ('done', 'cancelled')",
  ).run(wall);
  db.prepare("UPDATE help_call SET state = 'ended', ended_at = ? WHERE state <> 'ended'").run(wall);
}

/** @returns how many series were moved on */
function skipTickets({ db, series }: AfterRestoreParts): number {
  const last = db
    .prepare<[string, string], number>('SELECT last FROM series WHERE service_day = ? AND service_id = ?')
    .pluck();
  const peak = db.prepare<[string], number>('SELECT coalesce(max(last), 0) FROM series WHERE service_id = ?').pluck();
  const moveOn = db.prepare<[string, string, number]>(
    'INSERT INTO series (service_day, service_id, last) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last = excluded.last',
  );
  const ends = series.map(({ day, service }) => ({
    day,
    service,
    end: serialAfterRestore(last.get(day, service) ?? 0, peak.get(service) ?? 0),
  }));
  for (const { day, service, end } of ends) moveOn.run(day, service, end);
  return series.length;
}

interface LastOfSeries {
  readonly register: string;
  readonly letter_type: string;
}

/** One void entry a series says from where to where; it stands in the register for whoever meets such a letter. @returns series */
function skipLetters({ db, ids, clock, iso, by }: AfterRestoreParts, its: RestoreNote): number {
  const wall = clock.wall();
  const date = iso(wall).slice(0, 10);
  const year = Number(date.slice(0, 4));
  const series = db.prepare<[], string>('SELECT DISTINCT series FROM letter_series').pluck().all();
  const last = db
    .prepare<[string, number], number>('SELECT last FROM letter_series WHERE series = ? AND year = ?')
    .pluck();
  const peak = db
    .prepare<[string], number>(
      `SELECT coalesce(max(n), 0) FROM
         (SELECT count(*) AS n FROM letter_number WHERE series = ? AND state <> 'void' GROUP BY date)`,
    )
    .pluck();
  const pattern = db.prepare<[string], LastOfSeries>(
    'SELECT register, letter_type FROM letter_number WHERE series = ? ORDER BY id DESC LIMIT 1',
  );
  const moveOn = db.prepare<[string, number, number]>(
    'INSERT INTO letter_series (series, year, last) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last = excluded.last',
  );
  const enter = db.prepare<[string, string, string, number, number, string, string, string, string, number, string]>(
    `INSERT INTO letter_number (id, register, series, year, seq, number, letter_type, subject, date, state, reason, signed_by,
       official, made_at, actor, letter_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'Pemulihan dari cadangan', ?, 'void', ?, '', NULL, ?, ?, NULL)`,
  );
  for (const [place, name] of series.entries()) {
    const before = last.get(name, year) ?? 0;
    const after = before + lettersSinceBackup(peak.get(name) ?? 0, wall - Date.parse(its.made));
    const like = pattern.get(name);
    moveOn.run(name, year, after);
    if (!like) continue;
    // The number of this entry is on no letter; two series may have the same stretch.
    const number = `${before + 1}–${after} (${its.id.slice(0, 8)}.${place + 1})`;
    const reason = `Dipulihkan dari cadangan ${its.made}: nomor urut ${before + 1} sampai ${after} dilewati, karena mungkin sudah ada di surat yang terbit sesudah cadangan itu.`;
    enter.run(ids.next(), like.register, name, year, after, number, like.letter_type, date, reason, wall, by.device);
  }
  return series.length;
}
