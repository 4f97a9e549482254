import type { Actor, StaffRole } from '../../contract/principal.ts';
import type { Audit } from '../store/audit.ts';
import type { Store } from '../store/open.ts';
import type { SignInRow, SignInStore } from './sign-in-store.ts';
import type { Signals } from './signals.ts';

/** What somebody is doing at their counter. */
export interface Work {
  readonly counterId: string;
  /** Called or served there now. */
  readonly number: string | null;
  /** Null unless somebody is being served. */
  readonly servingSeconds: number | null;
}

/** Somebody at a machine. */
export interface SignedIn {
  readonly personId: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly locked: boolean;
}

export interface SignInsParts {
  readonly store: Store;
  readonly signIns: SignInStore;
  readonly audit: Audit;
  readonly signals: Signals;
  readonly clock: { tick(): number };
  /** What a person does at their counter; null when they hold none. */
  readonly atWork: (personId: string) => Work | null;
  /**
   * Somebody has sat down or left; called inside the transaction that says so.
   * @param away whether an id is a person's who is signed in nowhere
   */
  readonly cameOrWent: (by: Actor, away: (id: string) => boolean) => void;
  readonly report: (error: unknown) => void;
}

const longestMs = 12 * 3_600_000;
const idleMs = 5 * 60_000;
/** Whoever serves listens and reads papers. */
const idleServingMs = 15 * 60_000;
/** Between two looks, also when the disk is full and what is due cannot be written down. */
const soonestMs = 500;
/** How far behind the written-down activity may be; after a restart that much sooner a screen locks. */
const activityWrittenMs = 60_000;

/** Who sits at which machine, and for how long: 12 hours at most, locked after some idle minutes. */
export class SignIns {
  readonly #its: SignInsParts;
  readonly #activeTick = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(parts: SignInsParts) {
    this.#its = parts;
    this.look();
  }

  /** Who sits at a machine now, also behind a locked screen. */
  at(device: string): SignedIn | null {
    const row = this.#its.signIns.at(device);
    if (!row || this.#msToEnd(row) <= 0) return null;
    // Time decides, not what is written down: timers may come late, as after a machine slept, and a disk may be full.
    const locked = row.locked === 1 || this.#isIdle(row);
    return { personId: row.person_id, name: row.name, role: row.role, locked };
  }

  /** Until the screen of whoever sits at a machine locks by itself; null where nobody does, or it is locked. */
  locksInSeconds(device: string): number | null {
    if (this.at(device)?.locked !== false) return null;
    const row = this.#its.signIns.at(device);
    return row ? Math.max(0, Math.ceil(this.#msLeft(row) / 1000)) : null;
  }

  /** The machine at which somebody sits. */
  deviceOf(person: string): string | null {
    return this.#its.signIns.of(person)?.device_id ?? null;
  }

  /**
   * Somebody sits down; whoever was signed in at this machine is signed out, and so is this person elsewhere. Runs in
   * the caller's transaction.
   * @returns the machines to tell once it is committed
   */
  begin(by: Actor, person: string): string[] {
    const { signIns, audit, clock } = this.#its;
    const elsewhere = signIns.of(person)?.device_id;
    const told = new Set([by.device, ...(elsewhere === undefined ? [] : [elsewhere])]);
    for (const device of told) this.#end(by, device, device === by.device ? 'another_person' : 'another_machine');
    const tick = clock.tick();
    signIns.begin(by.device, person, tick);
    this.#activeTick.set(by.device, tick);
    audit.write({ ...by, person }, 'signed_in', person);
    this.#cameOrWent(by);
    return [...told];
  }

  /** Whoever sits at a machine is signed out. Runs in the caller's transaction. @returns whether somebody sat there */
  end(by: Actor, device: string, why: string | null = null): boolean {
    const sat = this.#end(by, device, why);
    if (sat) this.#cameOrWent(by);
    return sat;
  }

  #end(by: Actor, device: string, why: string | null): boolean {
    const { signIns, audit } = this.#its;
    const row = signIns.at(device);
    if (!row) return false;
    signIns.end(device);
    audit.write(by, 'signed_out', row.person_id, why);
    return true;
  }

  /** Whoever comes or goes shows who has gone meanwhile. */
  #cameOrWent(by: Actor): void {
    const { signIns, cameOrWent } = this.#its;
    cameOrWent(by, (id) => signIns.isAway(id));
  }

  /** Runs in the caller's transaction. */
  lock(by: Actor, device: string, why: string | null = null): void {
    const { signIns, audit } = this.#its;
    const row = signIns.at(device);
    if (!row || row.locked === 1) return;
    signIns.setLocked(device, true);
    audit.write(by, 'locked', row.person_id, why);
  }

  /** Runs in the caller's transaction. */
  unlock(by: Actor, person: string): void {
    const { signIns, audit, clock } = this.#its;
    const tick = clock.tick();
    signIns.setLocked(by.device, false);
    signIns.setActive(by.device, tick);
    this.#activeTick.set(by.device, tick);
    audit.write({ ...by, person }, 'unlocked', person);
  }

  /** Somebody did something at a machine. */
  active(device: string): void {
    const { signIns, clock } = this.#its;
    const row = signIns.at(device);
    // What comes after the lock, a wrong PIN for one, does not end it.
    if (!row || row.locked === 1 || this.#msToEnd(row) <= 0 || this.#isIdle(row)) return;
    const tick = clock.tick();
    this.#activeTick.set(device, tick);
    if (tick - row.active_tick >= activityWrittenMs) this.#write(() => signIns.setActive(device, tick));
  }

  /** Locks and ends what is due, and comes back by itself when the next is. Call it when somebody's work has changed. */
  look(): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    for (const row of this.#its.signIns.all()) if (this.#msLeft(row) <= 0) this.#expire(row);
    const waits = this.#its.signIns.all().map((row) => this.#msLeft(row));
    if (waits.length > 0) this.#timer = setTimeout(() => this.look(), Math.max(Math.min(...waits), soonestMs)).unref();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #expire(row: SignInRow): void {
    const { store, signals } = this.#its;
    const by: Actor = { role: 'counter', device: row.device_id, person: null };
    this.#write(() =>
      store.immediate(() => {
        if (this.#msToEnd(row) <= 0) this.end(by, row.device_id, 'hours');
        else this.lock(by, row.device_id, 'idle');
      }),
    );
    signals.tell(row.device_id);
  }

  /** For what happens by itself: nobody is there to be told that the disk is full. */
  #write(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#its.report(error);
    }
  }

  /** Until something happens to a sign-in by itself: the lock, or the end of one that is locked. */
  #msLeft(row: SignInRow): number {
    return row.locked === 1 ? this.#msToEnd(row) : Math.min(this.#msToLock(row), this.#msToEnd(row));
  }

  #msToEnd(row: SignInRow): number {
    return left(row.begun_tick, longestMs, this.#its.clock.tick());
  }

  #isIdle(row: SignInRow): boolean {
    // Asked for every message: what the person does at work only matters after some idle minutes.
    return left(this.#activeAt(row), idleMs, this.#its.clock.tick()) <= 0 && this.#msToLock(row) <= 0;
  }

  #msToLock(row: SignInRow): number {
    const serving = this.#its.atWork(row.person_id)?.servingSeconds != null;
    return left(this.#activeAt(row), serving ? idleServingMs : idleMs, this.#its.clock.tick());
  }

  #activeAt(row: SignInRow): number {
    return this.#activeTick.get(row.device_id) ?? row.active_tick;
  }
}

/** Never more than the whole: after a dead battery the steady clock may start before what it had counted. */
function left(from: number, lengthMs: number, tick: number): number {
  return Math.min(from + lengthMs - tick, lengthMs);
}
