import type Database from 'better-sqlite3';
import type { HelpState } from '../../contract/lounge.ts';
import { type Actor, actorId } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';

export interface HelpCall {
  readonly id: string;
  readonly state: HelpState;
  readonly called_at: number;
}

/** Residents' calls for help, one open call a device. Methods that change something run in the caller's transaction. */
export class HelpCalls {
  readonly #clock: { wall(): number };
  readonly #ids: { next(): string };
  readonly #open;
  readonly #allOpen;
  readonly #insert;
  readonly #accept;
  readonly #end;

  constructor(db: Database.Database, clock: { wall(): number }, ids: { next(): string }) {
    this.#clock = clock;
    this.#ids = ids;
    this.#open = db.prepare<[string], HelpCall>(
      "SELECT id, state, called_at FROM help_call WHERE device_id = ? AND state <> 'ended'",
    );
    this.#allOpen = db.prepare<[], HelpCall & { device: string }>(
      `SELECT h.id, h.state, h.called_at, coalesce(d.name, h.device_id) AS device FROM help_call h
       LEFT JOIN device d ON d.id = h.device_id WHERE h.state <> 'ended' ORDER BY h.called_at`,
    );
    this.#insert = db.prepare<[string, string, number]>(
      "INSERT INTO help_call (id, device_id, state, called_at) VALUES (?, ?, 'calling', ?)",
    );
    this.#accept = db.prepare<[number, string, string]>(
      "UPDATE help_call SET state = 'accepted', accepted_at = ?, accepted_by = ? WHERE id = ? AND state = 'calling'",
    );
    this.#end = db.prepare<[number, string]>(
      "UPDATE help_call SET state = 'ended', ended_at = ? WHERE id = ? AND state <> 'ended'",
    );
  }

  /** The open call of a device, if there is one. */
  open(device: string): HelpCall | undefined {
    return this.#open.get(device);
  }

  /** Every open call with the name of its device, the oldest first. */
  allOpen(): (HelpCall & { device: string })[] {
    return this.#allOpen.all();
  }

  /** Calls for help; a device that is calling already keeps its call. */
  call(by: Actor): { id: string } {
    const open = this.#open.get(by.device);
    if (open) return { id: open.id };
    const id = this.#ids.next();
    this.#insert.run(id, by.device, this.#clock.wall());
    return { id };
  }

  /** A person says that they come. @throws DomainError HELP_UNKNOWN */
  accept(by: Actor, id: string): { state: HelpState } {
    const { changes } = this.#accept.run(this.#clock.wall(), actorId(by), id);
    if (changes === 0) throw new DomainError('HELP_UNKNOWN');
    return { state: 'accepted' };
  }

  /** Help is no longer needed, or was given. @throws DomainError HELP_UNKNOWN */
  end(id: string): { state: HelpState } {
    const { changes } = this.#end.run(this.#clock.wall(), id);
    if (changes === 0) throw new DomainError('HELP_UNKNOWN');
    return { state: 'ended' };
  }
}
