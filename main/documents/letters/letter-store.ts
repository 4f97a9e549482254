import type Database from 'better-sqlite3';

/** An issued letter without its PDF. */
export interface LetterRecord {
  readonly id: string;
  readonly request_id: string;
  readonly paper_id: string;
  readonly title: string;
  readonly number_id: string;
  readonly date: string;
  readonly valid_until: string | null;
  /** JSON of a LetterDocument, without its token; empty once it was destroyed and wiped. */
  readonly document: string;
  readonly masked_name: string;
  readonly token: string | null;
  readonly render: 'queued' | 'rendered' | 'failed';
  readonly made_at: number;
}

const columns =
  'id, request_id, paper_id, title, number_id, date, valid_until, document, masked_name, token, render, made_at';

/** The SQL of letters. Transactions are the caller's. */
export class LetterStore {
  readonly #insert;
  readonly #find;
  readonly #ofRequest;
  readonly #unmade;
  readonly #made;
  readonly #failed;
  readonly #again;
  readonly #isDestroyed;
  readonly #pdf;
  readonly #seal;
  readonly #keepSeal;

  constructor(db: Database.Database) {
    this.#insert = db.prepare<[Omit<LetterRecord, 'token' | 'render'>]>(
      `INSERT INTO letter (id, request_id, paper_id, title, number_id, date, valid_until, document, masked_name, render, made_at)
       VALUES (:id, :request_id, :paper_id, :title, :number_id, :date, :valid_until, :document, :masked_name, 'queued', :made_at)`,
    );
    this.#find = db.prepare<[string], LetterRecord>(`SELECT ${columns} FROM letter WHERE id = ?`);
    this.#ofRequest = db.prepare<[string], LetterRecord>(
      `SELECT ${columns} FROM letter WHERE request_id = ? ORDER BY id`,
    );
    this.#unmade = db.prepare<[], LetterRecord>(
      `SELECT ${columns} FROM letter WHERE render = 'queued' ORDER BY id LIMIT 1`,
    );
    this.#made = db.prepare<[string, Uint8Array, string]>(
      "UPDATE letter SET token = ?, pdf = ?, render = 'rendered' WHERE id = ?",
    );
    this.#failed = db.prepare<[string]>("UPDATE letter SET render = 'failed' WHERE id = ?");
    this.#again = db.prepare("UPDATE letter SET render = 'queued' WHERE render = 'failed'");
    this.#isDestroyed = db.prepare<[string], 1>('SELECT 1 FROM letter_destroyed WHERE letter_id = ?').pluck();
    this.#pdf = db.prepare<[string], Buffer | null>('SELECT pdf FROM letter WHERE id = ?').pluck();
    this.#seal = db.prepare<[], string>('SELECT jwk FROM letter_seal').pluck();
    this.#keepSeal = db.prepare<[string]>('INSERT INTO letter_seal (only, jwk) VALUES (1, ?)');
  }

  insert(letter: Omit<LetterRecord, 'token' | 'render'>): void {
    this.#insert.run(letter);
  }

  find(id: string): LetterRecord | undefined {
    return this.#find.get(id);
  }

  ofRequest(requestId: string): LetterRecord[] {
    return this.#ofRequest.all(requestId);
  }

  /** The first letter that has a number and no PDF yet. */
  unmade(): LetterRecord | undefined {
    return this.#unmade.get();
  }

  made(id: string, token: string, pdf: Uint8Array): void {
    this.#made.run(token, pdf, id);
  }

  failed(id: string): void {
    this.#failed.run(id);
  }

  /** What could not be made is tried again. */
  again(): void {
    this.#again.run();
  }

  /** Its time in the archive was over: it is here no more, and its number stays. */
  isDestroyed(id: string): boolean {
    return this.#isDestroyed.get(id) === 1;
  }

  pdf(id: string): Buffer | null {
    return this.#pdf.get(id) ?? null;
  }

  /** The key that the office signs its codes with; null before the first letter. */
  seal(): string | null {
    return this.#seal.get() ?? null;
  }

  keepSeal(jwk: string): void {
    this.#keepSeal.run(jwk);
  }
}
