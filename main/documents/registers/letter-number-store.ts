import type Database from 'better-sqlite3';

export type NumberState = 'reserved' | 'issued' | 'void';

export interface LetterNumberRow {
  readonly id: string;
  readonly register: string;
  readonly series: string;
  readonly year: number;
  readonly seq: number;
  readonly number: string;
  readonly letter_type: string;
  readonly subject: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly state: NumberState;
  readonly reason: string | null;
  readonly signed_by: string;
  readonly official: string | null;
  /** Unix ms. */
  readonly made_at: number;
  readonly actor: string;
  readonly letter_id: string | null;
}

/** Of which letters, by their dates. */
export interface RegisterPeriod {
  readonly year: number;
  /** Null: the whole year. */
  readonly month: number | null;
  /** Null: all of them. */
  readonly register: string | null;
}

/** SQL of the numbers and their series. Methods that change something run in the caller's transaction. */
export class LetterNumberStore {
  readonly #last;
  readonly #advance;
  readonly #seriesOfNumber;
  readonly #insert;
  readonly #find;
  readonly #void;
  readonly #page;
  readonly #count;
  readonly #registers;
  readonly #all;

  constructor(db: Database.Database) {
    this.#last = db
      .prepare<[string, number], number>('SELECT last FROM letter_series WHERE series = ? AND year = ?')
      .pluck();
    this.#advance = db.prepare<[string, number, number]>(
      `INSERT INTO letter_series (series, year, last) VALUES (?, ?, ?)
       ON CONFLICT (series, year) DO UPDATE SET last = excluded.last`,
    );
    this.#seriesOfNumber = db.prepare<[string], string>('SELECT series FROM letter_number WHERE number = ?').pluck();
    this.#insert = db.prepare<LetterNumberRow>(
      `INSERT INTO letter_number (id, register, series, year, seq, number, letter_type, subject, date, state, reason,
         signed_by, official, made_at, actor, letter_id)
       VALUES (@id, @register, @series, @year, @seq, @number, @letter_type, @subject, @date, @state, @reason,
         @signed_by, @official, @made_at, @actor, @letter_id)`,
    );
    this.#find = db.prepare<[string], LetterNumberRow>('SELECT * FROM letter_number WHERE id = ?');
    this.#void = db.prepare<[string, string]>("UPDATE letter_number SET state = 'void', reason = ? WHERE id = ?");
    const within = `FROM letter_number WHERE year = @year AND (@month IS NULL OR CAST(substr(date, 6, 2) AS INTEGER) = @month)
         AND (@register IS NULL OR register = @register)`;
    this.#page = db.prepare<RegisterPeriod & { most: number; skip: number }, LetterNumberRow>(
      `SELECT * ${within} ORDER BY id DESC LIMIT @most OFFSET @skip`,
    );
    this.#count = db.prepare<RegisterPeriod, number>(`SELECT count(*) ${within}`).pluck();
    this.#all = db.prepare<RegisterPeriod, LetterNumberRow>(`SELECT * ${within} ORDER BY id`);
    this.#registers = db
      .prepare<[number], string>('SELECT DISTINCT register FROM letter_number WHERE year = ? ORDER BY register')
      .pluck();
  }

  /** Earliest first. */
  all(period: RegisterPeriod): LetterNumberRow[] {
    return this.#all.all(period);
  }

  /** The last place that was given in a series; 0 before its first of the year. */
  last(series: string, year: number): number {
    return this.#last.get(series, year) ?? 0;
  }

  advance(series: string, year: number, last: number): void {
    this.#advance.run(series, year, last);
  }

  /** Which series gave a number; undefined while nobody has. */
  seriesOf(number: string): string | undefined {
    return this.#seriesOfNumber.get(number);
  }

  insert(row: LetterNumberRow): void {
    this.#insert.run(row);
  }

  find(id: string): LetterNumberRow | undefined {
    return this.#find.get(id);
  }

  makeVoid(id: string, reason: string): void {
    this.#void.run(reason, id);
  }

  /** Latest first. */
  page(period: RegisterPeriod, most: number, skip: number): LetterNumberRow[] {
    return this.#page.all({ ...period, most, skip });
  }

  count(period: RegisterPeriod): number {
    return this.#count.get(period) ?? 0;
  }

  /** Registers that have an entry in a year. */
  registers(year: number): string[] {
    return this.#registers.all(year);
  }
}
