import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { FileKey } from '../../main/store/key.ts';
import { openStore, type Store } from '../../main/store/open.ts';
import { files } from './bench-lounge.ts';

/** What a slip's JSON looks like; its size matters, not its words. */
const slip = JSON.stringify({
  ticketId: '01900000-0000-7000-8000-000000000000',
  office: 'Lounge Pelayanan Publik',
  place: 'Kabupaten Banyuwangi',
  service: 'Administrasi kependudukan',
  number: 'A001',
  priority: false,
  peopleAhead: 12,
  promise: { fromMinutes: 20, toMinutes: 45, notBefore: null },
  bring: ['KTP', 'Kartu Keluarga'],
  takenAt: '2026-11-24T09:14:00+07:00',
  timeZone: 'Asia/Jakarta',
  complaints: 'meja informasi atau lapor.go.id',
});

/** What a hand-written hub answers. */
export interface FloorTicket {
  readonly id: string;
  readonly number: string;
  readonly serviceDay: string;
  readonly position: number;
  readonly peopleAhead: number;
  readonly promise: { point: number; fromMinutes: number; toMinutes: number; notBefore: null };
  readonly printJobId: string;
}

/**
 * The SQL of one ticket and nothing else: the statements of main/queue/ticket-store.ts, main/store/request-keys.ts and
 * main/printing/print-job-store.ts, prepared once, on a store that is opened like the product's (same schema, cipher and
 * synchronous = FULL). No calendar, no promise, no validation, no events to screens.
 */
export class FloorStore {
  readonly #store: Store;
  readonly #day = '2026-11-24';
  readonly #findKey;
  readonly #keepKey;
  readonly #line;
  readonly #issued;
  readonly #nextSerial;
  readonly #ticket;
  readonly #event;
  readonly #job;
  readonly #sending;
  #ids = 0;

  constructor(folder: string) {
    this.#store = openStore(folder, new FileKey(folder), files.migrations);
    const { db } = this.#store;
    this.#findKey = db.prepare<[string, string], { body_hash: Buffer; answer: string }>(
      'SELECT body_hash, answer FROM request_key WHERE key = ? AND principal = ?',
    );
    this.#keepKey = db.prepare(
      'INSERT INTO request_key (key, principal, body_hash, answer, at) VALUES (?, ?, ?, ?, ?)',
    );
    this.#line = db.prepare<[string, string], { waiting: number; headTick: number | null }>(
      `SELECT count(*) AS waiting, coalesce(sum(files), 0) AS files, min(taken_tick) AS headTick FROM ticket
       WHERE service_day = ? AND service_id = ? AND state = 'waiting'`,
    );
    this.#issued = db.prepare('SELECT last FROM series WHERE service_day = ? AND service_id = ?').pluck();
    this.#nextSerial = db
      .prepare<[string, string], number>(
        `INSERT INTO series (service_day, service_id, last) VALUES (?, ?, 1)
         ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last`,
      )
      .pluck();
    this.#ticket = db.prepare(
      `INSERT INTO ticket (id, service_day, series_id, service_id, serial, number, priority, state, device_id,
         print_job_id, taken_at, taken_tick, people_ahead, promise_point, promise_from, promise_to, promise_not_before,
         follows, files)
       VALUES (?, ?, ?, ?, ?, ?, NULL, 'waiting', 'kiosk-1', ?, ?, ?, ?, 31.4, 20, 45, NULL, NULL, 1)`,
    );
    this.#event = db.prepare(
      `INSERT INTO ticket_event (ticket_id, kind, state, service_id, at, tick, actor, counter_id, rule)
       VALUES (?, 'taken', 'waiting', ?, ?, ?, 'kiosk-1', NULL, NULL)`,
    );
    this.#job = db.prepare(
      `INSERT INTO print_job (id, printer_id, ticket_id, slip, state, queued_at, queued_tick, changed_at)
       VALUES (?, 'printer-1', ?, ?, 'queued', ?, ?, ?)`,
    );
    this.#sending = db.prepare(
      `UPDATE print_job SET state = 'sending', reason = NULL, attempt = attempt + 1, changed_at = ?
       WHERE id = ? AND state IN ('queued', 'held')`,
    );
  }

  get db(): Database.Database {
    return this.#store.db;
  }

  /** One ticket in one transaction, its answer kept under the request key. */
  issue(serviceId: string, requestKey: string): FloorTicket {
    const hash = createHash('sha256').update(serviceId).digest();
    return this.#store.immediate(() => {
      const kept = this.#findKey.get(requestKey, 'kiosk-1');
      if (kept) return JSON.parse(kept.answer) as FloorTicket;
      const now = Date.now();
      const { waiting } = this.#line.get(this.#day, serviceId) ?? { waiting: 0 };
      this.#issued.get(this.#day, serviceId);
      const serial = this.#nextSerial.get(this.#day, serviceId) as number;
      const id = this.#nextId(now);
      const printJobId = this.#nextId(now);
      const number = `A${String(serial).padStart(3, '0')}`;
      this.#ticket.run(id, this.#day, serviceId, serviceId, serial, number, printJobId, now, now, waiting);
      this.#event.run(id, serviceId, now, now);
      this.#job.run(printJobId, id, slip, now, now, now);
      const promise = { point: 31.4, fromMinutes: 20, toMinutes: 45, notBefore: null };
      const answer = {
        id,
        number,
        serviceDay: this.#day,
        position: waiting + 1,
        peopleAhead: waiting,
        promise,
        printJobId,
      };
      this.#keepKey.run(requestKey, 'kiosk-1', hash, JSON.stringify(answer), now);
      return answer;
    });
  }

  /** One commit of the print journal: the slip is about to be sent. */
  sending(jobId: string): void {
    this.#sending.run(Date.now(), jobId);
  }

  /** One committed row: what the disk and the cipher cost at least. */
  insertBare(): void {
    const now = Date.now();
    this.#job.run(this.#nextId(now), null, slip, now, now, now);
  }

  close(): void {
    this.#store.close();
  }

  /** In the shape and order of a UUID of version 7, without its randomness. */
  #nextId(now: number): string {
    this.#ids += 1;
    const time = now.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${this.#ids.toString(16).padStart(12, '0')}`;
  }
}
