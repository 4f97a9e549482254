import type Database from 'better-sqlite3';
import type { LetterValues, RequestState, RequirementState } from '../../../contract/documents.ts';
import type { TakenStep } from './workflow.ts';

/** A request as it is kept. Times are Unix ms. */
export interface RequestRecord {
  readonly id: string;
  readonly tracking: string;
  readonly letter_type: string;
  readonly sensitive: 0 | 1;
  readonly for_whom: 'self' | 'other';
  readonly brought_all: 0 | 1;
  readonly state: RequestState;
  readonly state_at: number;
  readonly filed_at: number;
  readonly promised_at: number | null;
  readonly device_id: string;
  readonly ticket_id: string | null;
  readonly print_job_id: string | null;
}

/** What can be purged of it. */
export interface PersonRecord {
  readonly applicant: string;
  readonly phone: string | null;
  readonly answers: LetterValues;
}

export interface EventRecord extends TakenStep {
  readonly at: number;
  readonly actor: string;
  readonly note: string | null;
}

export interface RequirementRecord {
  readonly requirement: string;
  readonly state: RequirementState;
  readonly at: number;
  readonly actor: string;
}

/** A request in a list. */
export interface ListedRecord extends RequestRecord {
  readonly applicant: string | null;
  readonly ticket_number: string | null;
}

interface ListQuery {
  /** JSON. */
  readonly states: string;
  readonly text: string;
  readonly tracking: string | null;
}

/** Within it the same person at the same machine has read the same thing once. */
const oneReadingMs = 10 * 60_000;

/** Rows of a page of the list. */
const pageRows = 25;

const listed = `
  SELECT request.*, person.applicant, ticket.number AS ticket_number
  FROM request
  LEFT JOIN request_person AS person ON person.request_id = request.id
  LEFT JOIN ticket ON ticket.id = request.ticket_id`;

/** The SQL of requests. Transactions are the caller's. */
export class RequestStore {
  readonly #insert;
  readonly #insertPerson;
  readonly #find;
  readonly #asked;
  readonly #byTracking;
  readonly #byTicket;
  readonly #person;
  readonly #isWhole;
  readonly #setAnswers;
  readonly #keepBefore;
  readonly #corrected;
  readonly #setState;
  readonly #addEvent;
  readonly #addNote;
  readonly #events;
  readonly #tick;
  readonly #requirements;
  readonly #read;
  readonly #counts;
  readonly #count;
  readonly #oldestFirst;
  readonly #newestFirst;

  constructor(db: Database.Database) {
    this.#insert = db.prepare<[RequestRecord]>(
      `INSERT INTO request (id, tracking, letter_type, sensitive, for_whom, brought_all, state, state_at, filed_at, promised_at,
         device_id, ticket_id, print_job_id)
       VALUES (:id, :tracking, :letter_type, :sensitive, :for_whom, :brought_all, :state, :state_at, :filed_at, :promised_at,
         :device_id, :ticket_id, :print_job_id)`,
    );
    this.#insertPerson = db.prepare<[string, string, string | null, string]>(
      'INSERT INTO request_person (request_id, applicant, phone, answers) VALUES (?, ?, ?, ?)',
    );
    this.#find = db.prepare<[string], ListedRecord>(`${listed} WHERE request.id = ?`);
    this.#asked = db.prepare<[string], number>('SELECT 1 FROM request WHERE letter_type = ? LIMIT 1').pluck();
    this.#byTracking = db.prepare<[string], RequestRecord>('SELECT * FROM request WHERE tracking = ?');
    this.#byTicket = db.prepare<[string], RequestRecord>('SELECT * FROM request WHERE ticket_id = ?');
    this.#person = db.prepare<[string], { applicant: string; phone: string | null; answers: string }>(
      'SELECT applicant, phone, answers FROM request_person WHERE request_id = ?',
    );
    this.#isWhole = db.prepare<[string], 0 | 1>("SELECT personal = 'whole' FROM request WHERE id = ?").pluck();
    this.#setAnswers = db.prepare<[string, string, string]>(
      'UPDATE request_person SET applicant = ?, answers = ? WHERE request_id = ?',
    );
    this.#keepBefore = db.prepare<[string, string, string | null, number, string]>(
      'INSERT INTO request_value_before (request_id, place, value, at, actor) VALUES (?, ?, ?, ?, ?)',
    );
    this.#corrected = db
      .prepare<[string], string>('SELECT DISTINCT place FROM request_value_before WHERE request_id = ?')
      .pluck();
    this.#setState = db.prepare<[RequestState, number, string]>(
      'UPDATE request SET state = ?, state_at = ? WHERE id = ?',
    );
    this.#addEvent = db.prepare<[string, string, string, number, string, string, number | null]>(
      `INSERT INTO request_event (request_id, step, state, at, actor, device_id, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#addNote = db.prepare<[number | bigint, string, string]>(
      'INSERT INTO request_note (event_id, request_id, text) VALUES (?, ?, ?)',
    );
    this.#events = db.prepare<[string], EventRecord>(
      `SELECT event.id, step, state, undoes, at, actor, note.text AS note
       FROM request_event AS event LEFT JOIN request_note AS note ON note.event_id = event.id
       WHERE event.request_id = ? ORDER BY event.id`,
    );
    this.#tick = db.prepare<[string, string, RequirementState, number, string]>(
      `INSERT INTO request_requirement (request_id, requirement, state, at, actor) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET state = excluded.state, at = excluded.at, actor = excluded.actor`,
    );
    this.#requirements = db.prepare<[string], RequirementRecord>(
      'SELECT requirement, state, at, actor FROM request_requirement WHERE request_id = ?',
    );
    this.#read = db.prepare<
      [{ id: string; letterId: string | null; at: number; actor: string; device: string; since: number }]
    >(
      `INSERT INTO request_read (request_id, letter_id, at, actor, device_id)
       SELECT :id, :letterId, :at, :actor, :device WHERE NOT EXISTS (
         SELECT 1 FROM request_read
         WHERE request_id = :id AND letter_id IS :letterId AND actor = :actor AND device_id = :device AND at > :since)`,
    );
    const where = `
      WHERE (json_array_length(:states) = 0 OR request.state IN (SELECT value FROM json_each(:states)))
        AND (:text = '' OR instr(lower(person.applicant), lower(:text)) > 0 OR ticket.number = upper(:text)
          OR request.tracking = :tracking)`;
    const page = (order: 'ASC' | 'DESC') =>
      db.prepare<[ListQuery & { first: number; most: number }], ListedRecord>(
        `${listed} ${where} ORDER BY request.id ${order} LIMIT :most OFFSET :first`,
      );
    this.#count = db.prepare<[ListQuery], number>(`SELECT count(*) FROM (${listed} ${where})`).pluck();
    this.#oldestFirst = page('ASC');
    this.#newestFirst = page('DESC');
    this.#counts = db.prepare<[], { state: RequestState; count: number }>(
      'SELECT state, count(*) AS count FROM request GROUP BY state',
    );
  }

  insert(request: RequestRecord, person: PersonRecord): void {
    this.#insert.run(request);
    this.#insertPerson.run(request.id, person.applicant, person.phone, JSON.stringify(person.answers));
  }

  find(id: string): ListedRecord | undefined {
    return this.#find.get(id);
  }

  /** Whether somebody ever asked for this letter. */
  asked(letterType: string): boolean {
    return this.#asked.get(letterType) !== undefined;
  }

  byTracking(code: string): RequestRecord | undefined {
    return this.#byTracking.get(code);
  }

  byTicket(ticketId: string): RequestRecord | undefined {
    return this.#byTicket.get(ticketId);
  }

  /** Undefined once it was purged. */
  person(id: string): PersonRecord | undefined {
    const row = this.#person.get(id);
    return row && { ...row, answers: JSON.parse(row.answers) as LetterValues };
  }

  /** Whether all of it is still here. What was erased, or cut down to its letters, goes nowhere any more. */
  isWhole(id: string): boolean {
    return this.#isWhole.get(id) === 1;
  }

  /** Puts another value in the place of one, which is kept beside. */
  correct(
    id: string,
    next: Omit<PersonRecord, 'phone'>,
    place: string,
    before: string | null,
    at: number,
    actor: string,
  ) {
    this.#setAnswers.run(next.applicant, JSON.stringify(next.answers), id);
    this.#keepBefore.run(id, place, before, at, actor);
  }

  /** Places of which an older value is kept. */
  corrected(id: string): string[] {
    return this.#corrected.all(id);
  }

  /** Writes a step and the state that it led to. */
  moved(
    id: string,
    event: { step: string; state: RequestState; undoes: number | null; note: string | null },
    by: { at: number; actor: string; device: string },
  ): void {
    this.#setState.run(event.state, by.at, id);
    this.wrote(id, event, by);
  }

  /** Writes an event alone: of a request that is being made. */
  wrote(
    id: string,
    { step, state, undoes, note }: { step: string; state: RequestState; undoes: number | null; note: string | null },
    { at, actor, device }: { at: number; actor: string; device: string },
  ): void {
    const { lastInsertRowid } = this.#addEvent.run(id, step, state, at, actor, device, undoes);
    if (note !== null) this.#addNote.run(lastInsertRowid, id, note);
  }

  events(id: string): EventRecord[] {
    return this.#events.all(id);
  }

  tick(id: string, requirement: string, state: RequirementState, at: number, actor: string): void {
    this.#tick.run(id, requirement, state, at, actor);
  }

  requirements(id: string): RequirementRecord[] {
    return this.#requirements.all(id);
  }

  /** Somebody looked at it, or at one of its letters. A screen that stays open asks again and again: that is one reading. */
  read(id: string, letterId: string | null, at: number, actor: string, device: string): void {
    this.#read.run({ id, letterId, at, actor, device, since: at - oneReadingMs });
  }

  counts(): Partial<Record<RequestState, number>> {
    return Object.fromEntries(this.#counts.all().map(({ state, count }) => [state, count]));
  }

  /** A page of requests in any of these states, the one that waits longest first while they are open. */
  list(
    states: readonly RequestState[],
    search: { text: string; tracking: string | null },
    page: number,
  ): { rows: ListedRecord[]; total: number } {
    const asked = { states: JSON.stringify(states), text: search.text, tracking: search.tracking };
    const over = states.every((state) => ['collected', 'rejected', 'cancelled', 'expired'].includes(state));
    const pages = over ? this.#newestFirst : this.#oldestFirst;
    return {
      rows: pages.all({ ...asked, first: page * pageRows, most: pageRows }),
      total: this.#count.get(asked) ?? 0,
    };
  }
}
