import type Database from 'better-sqlite3';
import type { LetterValues, RequestState } from '../../../contract/documents.ts';
import type { DisposalRecord } from './erasure-list.ts';
import { expiring, neverIssued } from './rules.ts';

/**
 * Tables of what is personal of a request, each with its `request_id`. A new one is one line here; `request_person` alone
 * has something that stays as long as the request's letters.
 */
export const personalTables = [
  'request_note',
  'request_value_before',
  'request_from_register',
  'request_person',
] as const;

type Personal = 'whole' | 'letter' | 'none';

/** A letter whose words are still here. */
export interface KeptLetter {
  readonly id: string;
  readonly request_id: string;
  readonly number: string;
  readonly subject: string;
  readonly register: string;
  readonly date: string;
  readonly state: 'issued' | 'void';
}

export interface FoundRequest {
  readonly id: string;
  readonly state: RequestState;
  readonly answers: LetterValues;
  readonly phone: string | null;
  readonly before: readonly { place: string; value: string | null; at: number; actor: string }[];
}

interface Due {
  readonly archived: string;
  readonly today: string;
}

/** Of a letter that was not destroyed. */
const isHere = `letter.document <> ''
  AND NOT EXISTS (SELECT 1 FROM letter_destroyed WHERE letter_destroyed.letter_id = letter.id)`;
const letterColumns = `letter.id, letter.request_id, number.number, number.subject, number.register, letter.date,
  number.state`;
const dueLetters = `
  FROM letter JOIN letter_number AS number ON number.id = letter.number_id
  WHERE ${isHere} AND letter.date < :archived
    AND (letter.valid_until IS NULL OR letter.valid_until < :today)`;
const listOf = (states: readonly RequestState[]) => states.map((state) => `'${state}'`).join(', ');

/** The SQL of what is kept how long. Transactions are the caller's. */
export class RetentionStore {
  readonly #expiring;
  readonly #over;
  readonly #handedOver;
  readonly #unfinished;
  readonly #forget;
  readonly #forgetBeside;
  readonly #reducePerson;
  readonly #setPersonal;
  readonly #live;
  readonly #goneOnes;
  readonly #wordsOf;
  readonly #keptOf;
  readonly #due;
  readonly #dueCount;
  readonly #isDue;
  readonly #wipe;
  readonly #unwiped;
  readonly #noteDestroyed;
  readonly #keptIds;
  readonly #addDisposal;
  readonly #disposal;
  readonly #disposals;
  readonly #destroyedBy;
  readonly #marks;
  readonly #addMark;
  readonly #candidates;
  readonly #before;
  readonly #purgedWithWords;
  readonly #readers;
  readonly #addErasure;
  readonly #ran;
  readonly #lastRun;

  constructor(db: Database.Database) {
    const batch = (where: string) =>
      db
        .prepare<[{ before: number; most: number }], string>(
          `SELECT id FROM request WHERE ${where} AND state_at < :before LIMIT :most`,
        )
        .pluck();
    this.#expiring = batch(`state IN (${listOf(expiring)})`);
    // The index is of those that are not gone, and has to be told so.
    this.#over = batch(`personal <> 'none' AND personal IN ('whole', 'letter') AND state IN (${listOf(neverIssued)})`);
    this.#handedOver = batch("personal <> 'none' AND personal = 'whole' AND state = 'collected'");
    this.#unfinished = db
      .prepare<[], number>(
        `SELECT count(*) FROM request
         WHERE personal <> 'none' AND state IN (${listOf([...expiring, ...neverIssued])})`,
      )
      .pluck();
    const deleteFrom = (table: string) => db.prepare<[string]>(`DELETE FROM ${table} WHERE request_id = ?`);
    this.#forget = personalTables.map(deleteFrom);
    this.#forgetBeside = personalTables.filter((table) => table !== 'request_person').map(deleteFrom);
    this.#reducePerson = db.prepare<[string, string]>(
      'UPDATE request_person SET phone = NULL, answers = ? WHERE request_id = ?',
    );
    this.#setPersonal = db.prepare<[Personal, string]>('UPDATE request SET personal = ? WHERE id = ?');
    this.#live = db.prepare<[], { id: string; personal: Personal }>(
      "SELECT id, personal FROM request WHERE personal <> 'none'",
    );
    this.#goneOnes = db.prepare<[Personal], string>('SELECT id FROM request WHERE personal = ?').pluck();
    this.#wordsOf = db
      .prepare<[string], string>(`SELECT document FROM letter WHERE request_id = ? AND ${isHere}`)
      .pluck();
    this.#keptOf = db.prepare<[string], KeptLetter>(
      `SELECT ${letterColumns} FROM letter JOIN letter_number AS number ON number.id = letter.number_id
       WHERE letter.request_id = ? AND ${isHere} ORDER BY letter.id`,
    );
    this.#due = db.prepare<[Due & { most: number; skip: number }], KeptLetter>(
      `SELECT ${letterColumns} ${dueLetters} ORDER BY letter.date, letter.id LIMIT :most OFFSET :skip`,
    );
    this.#dueCount = db.prepare<[Due], number>(`SELECT count(*) ${dueLetters}`).pluck();
    this.#isDue = db.prepare<[Due & { id: string }], KeptLetter>(
      `SELECT ${letterColumns} ${dueLetters} AND letter.id = :id`,
    );
    // A title may hold words of its own; the register's subject never names anybody. `rendered`: it is not made again.
    this.#wipe = db.prepare<[string]>(
      `UPDATE letter SET document = '', masked_name = '', token = NULL, pdf = NULL, render = 'rendered',
         title = (SELECT subject FROM letter_number WHERE id = letter.number_id)
       WHERE id = ?`,
    );
    this.#unwiped = db
      .prepare<[string, number], string>(
        `SELECT letter.id FROM letter_destroyed JOIN letter ON letter.id = letter_destroyed.letter_id
         WHERE letter_destroyed.disposal_id = ? AND letter.document <> '' LIMIT ?`,
      )
      .pluck();
    this.#noteDestroyed = db.prepare<[string, string]>(
      'INSERT OR IGNORE INTO letter_destroyed (letter_id, disposal_id) VALUES (?, ?)',
    );
    this.#keptIds = db.prepare<[], string>("SELECT id FROM letter WHERE document <> ''").pluck();
    this.#addDisposal = db.prepare<[DisposalRecord]>(
      `INSERT INTO disposal (id, minutes_number, minutes_date, letters, document, at, actor)
       VALUES (:id, :minutes_number, :minutes_date, :letters, :document, :at, :actor)`,
    );
    this.#disposal = db.prepare<[string], DisposalRecord>('SELECT * FROM disposal WHERE id = ?');
    this.#disposals = db.prepare<[], Omit<DisposalRecord, 'document'>>(
      'SELECT id, minutes_number, minutes_date, letters, at, actor FROM disposal ORDER BY id DESC',
    );
    this.#destroyedBy = db
      .prepare<[string], string>('SELECT letter_id FROM letter_destroyed WHERE disposal_id = ?')
      .pluck();
    this.#marks = db.prepare<[], string>('SELECT mark FROM resident_forgotten').pluck();
    this.#addMark = db.prepare<[string]>('INSERT OR IGNORE INTO resident_forgotten (mark) VALUES (?)');
    this.#candidates = db.prepare<
      [{ nik: string }],
      { id: string; state: RequestState; answers: string; phone: string | null }
    >(
      `SELECT request.id, request.state, person.answers, person.phone
       FROM request_person AS person JOIN request ON request.id = person.request_id
       WHERE instr(person.answers, :nik) > 0
         OR request.id IN (SELECT request_id FROM request_value_before WHERE value = :nik)
       ORDER BY request.id`,
    );
    this.#before = db.prepare<[string], FoundRequest['before'][number]>(
      'SELECT place, value, at, actor FROM request_value_before WHERE request_id = ? ORDER BY id',
    );
    // Of a request that was refused after its number was given, the void letter alone still says whom it was for.
    this.#purgedWithWords = db.prepare<[{ nik: string }], { id: string; document: string }>(
      `SELECT letter.request_id AS id, letter.document FROM request CROSS JOIN letter ON letter.request_id = request.id
       WHERE request.personal = 'none' AND ${isHere} AND instr(letter.document, :nik) > 0`,
    );
    this.#readers = db.prepare<[string], { at: number; actor: string; letter: 0 | 1 }>(
      'SELECT at, actor, letter_id IS NOT NULL AS letter FROM request_read WHERE request_id = ? ORDER BY id',
    );
    this.#addErasure = db.prepare<[string, number, string, string]>(
      'INSERT INTO person_erasure (id, at, actor, reason) VALUES (?, ?, ?, ?)',
    );
    this.#ran = db.prepare<[{ at: number; expired: number; purged: number }]>(
      'INSERT OR REPLACE INTO retention_run (only, at, expired, purged) VALUES (1, :at, :expired, :purged)',
    );
    this.#lastRun = db.prepare<[], { at: number; expired: number; purged: number }>(
      'SELECT at, expired, purged FROM retention_run',
    );
  }

  /** Open requests without a number and without a step since `before` (Unix ms). */
  expiring(before: number, most: number): string[] {
    return this.#expiring.all({ before, most });
  }

  /** Requests that ended before then without a letter that counts, and still hold something personal. */
  over(before: number, most: number): string[] {
    return this.#over.all({ before, most });
  }

  /** Requests whose letters were handed over before then, and that hold more than their letters. */
  handedOver(before: number, most: number): string[] {
    return this.#handedOver.all({ before, most });
  }

  /** How many requests hold something personal and have no letter that counts. */
  unfinished(): number {
    return this.#unfinished.get() ?? 0;
  }

  /** Takes everything personal of a request away; the words of its letters stay. */
  purge(id: string): void {
    for (const table of this.#forget) table.run(id);
    this.#setPersonal.run('none', id);
  }

  /** Leaves the applicant's name and these answers. */
  reduce(id: string, answers: LetterValues): void {
    for (const table of this.#forgetBeside) table.run(id);
    this.#reducePerson.run(JSON.stringify(answers), id);
    this.#setPersonal.run('letter', id);
  }

  /** Requests that hold something personal. */
  live(): { id: string; personal: Personal }[] {
    return this.#live.all();
  }

  /** Requests that were purged (`none`) or reduced (`letter`). */
  erased(personal: Exclude<Personal, 'whole'>): string[] {
    return this.#goneOnes.all(personal);
  }

  /** The kept words of a request's letters, each the JSON of a LetterDocument. */
  wordsOf(requestId: string): string[] {
    return this.#wordsOf.all(requestId);
  }

  keptOf(requestId: string): KeptLetter[] {
    return this.#keptOf.all(requestId);
  }

  /** Letters that may be proposed for destruction, oldest first. */
  due(due: Due, most: number, skip: number): KeptLetter[] {
    return this.#due.all({ ...due, most, skip });
  }

  dueCount(due: Due): number {
    return this.#dueCount.get(due) ?? 0;
  }

  dueOne(due: Due, id: string): KeptLetter | undefined {
    return this.#isDue.get({ ...due, id });
  }

  /** A letter is here no more; its number stays in the register. Its bytes are still to be wiped. */
  destroy(letterId: string, disposalId: string): void {
    this.#noteDestroyed.run(letterId, disposalId);
  }

  /** Letters of a berita acara whose bytes are still to be wiped. */
  unwiped(disposalId: string, most: number): string[] {
    return this.#unwiped.all(disposalId, most);
  }

  /** Takes the words and the PDF of a letter away. */
  wipe(letterId: string): void {
    this.#wipe.run(letterId);
  }

  /** Letters that are not wiped. */
  keptLetters(): string[] {
    return this.#keptIds.all();
  }

  addDisposal(disposal: DisposalRecord): void {
    this.#addDisposal.run(disposal);
  }

  disposal(id: string): DisposalRecord | undefined {
    return this.#disposal.get(id);
  }

  /** Newest first. */
  disposals(): Omit<DisposalRecord, 'document'>[] {
    return this.#disposals.all();
  }

  destroyedBy(disposalId: string): string[] {
    return this.#destroyedBy.all(disposalId);
  }

  marks(): string[] {
    return this.#marks.all();
  }

  addMark(mark: string): void {
    this.#addMark.run(mark);
  }

  /** Requests in which this NIK stands, or stood before a correction. */
  withNik(nik: string): FoundRequest[] {
    return this.#candidates.all({ nik }).map(({ answers, ...request }) => ({
      ...request,
      answers: JSON.parse(answers) as LetterValues,
      before: this.#before.all(request.id),
    }));
  }

  /** Letters with this NIK of requests that hold nothing else any more. */
  purgedWithWords(nik: string): { id: string; document: string }[] {
    return this.#purgedWithWords.all({ nik });
  }

  /** Who looked at a request or one of its letters. */
  readers(requestId: string): { at: number; actor: string; letter: 0 | 1 }[] {
    return this.#readers.all(requestId);
  }

  addErasure(id: string, at: number, actor: string, reason: string): void {
    this.#addErasure.run(id, at, actor, reason);
  }

  ran(run: { at: number; expired: number; purged: number }): void {
    this.#ran.run(run);
  }

  lastRun(): { at: number; expired: number; purged: number } | null {
    return this.#lastRun.get() ?? null;
  }
}
