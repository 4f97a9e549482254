import type { Database } from 'better-sqlite3';
import type { PrinterCondition, PrintJobSnapshot } from '../../contract/printing.ts';
import { Live } from '../ops/live.ts';
import type { Log } from '../ops/log.ts';
import { warmUp } from './encode.ts';
import { Lane, type LaneOptions, type PrinterConfig } from './lane.ts';
import { type Moment, type NewPrintJob, PrintJobStore } from './print-job-store.ts';
import { systemTimers, type Timers } from './timers.ts';
import { openPrinter } from './transports/open.ts';
import type { OpenTransport } from './transports/transport.ts';

export type { PrinterConfig };

export interface SpoolerOptions {
  readonly db: Database;
  /** Unix milliseconds, and steady milliseconds. */
  readonly clock: { wall(): number; tick(): number };
  readonly timers?: Timers;
  readonly connect?: OpenTransport;
  readonly log?: Log;
  /** How long a ticket may be held before it is not worth printing any more. Three minutes by default. */
  readonly heldMinutes?: number;
}

/** A reader hears at least this often, changed or not. */
const repeatMs = 8000;

interface Reader {
  readonly printerId: string;
  readonly live: Live<PrintJobSnapshot>;
}

/**
 * Prints what was queued, once. A slip is sent only to a printer that says it is ready, waits (`held`) for one that is
 * not, and is never sent again by itself once its first byte has left: what nobody saw come out is `unknown`.
 * Nothing here throws into the caller's transaction except the transaction's own store.
 */
export class Spooler {
  readonly #store: PrintJobStore;
  readonly #clock: SpoolerOptions['clock'];
  readonly #lanes = new Map<string, Lane>();
  /** By printer: settles when the lane before has left and the one of now has begun. */
  readonly #handovers = new Map<string, Promise<void>>();
  readonly #laneOptions: Omit<LaneOptions, 'printer' | 'onChange'>;
  readonly #readers = new Set<Reader>();
  readonly #listeners = new Set<(printerId: string, condition: PrinterCondition) => void>();
  readonly #known = new Map<string, PrinterCondition>();
  readonly #log: Log;
  #started = false;

  constructor({
    db,
    clock,
    timers = systemTimers,
    connect = openPrinter,
    log = silent,
    heldMinutes = 3,
  }: SpoolerOptions) {
    this.#store = new PrintJobStore(db);
    this.#clock = clock;
    this.#log = log;
    this.#laneOptions = {
      store: this.#store,
      open: connect,
      timers,
      now: () => this.#now(),
      heldLimit: heldMinutes * 60_000,
      log,
    };
  }

  /** From now on this printer is to be had, or is another: what waits for it is printed there. Returns at once. */
  use(printer: PrinterConfig): void {
    const { id, uri } = printer;
    const before = this.#lanes.get(id);
    const lane = new Lane({ ...this.#laneOptions, printer, onChange: () => this.#changed(id) });
    this.#lanes.set(id, lane);
    if (!this.#started) return;
    // One lane at a time takes from the journal: the one before first finishes, or gives up, what it has begun.
    const left = Promise.all([this.#handovers.get(id), before?.close()]);
    this.#handovers.set(
      id,
      left.then(() => lane.start(before?.leavesDoubt(uri) ?? false)),
    );
    this.#changed(id);
  }

  /** Takes up the journal where the last run left it, then connects. */
  start(): void {
    const interrupted = this.#store.replay(this.#now());
    if (interrupted.length > 0) this.#log.warn({ slips: interrupted.length }, 'slips of unknown fate after a restart');
    warmUp();
    this.#started = true;
    for (const [id, lane] of this.#lanes) lane.start(interrupted.includes(id));
  }

  /** Finishes the slip that is coming out, if it does within two seconds, and hangs up. No timer or socket is left. */
  async close(): Promise<void> {
    await Promise.all([...this.#lanes.values()].map((lane) => lane.close()));
    await Promise.all(this.#handovers.values());
    this.#listeners.clear();
  }

  /** Writes the job, inside the caller's transaction, and nothing else. Call `wake` after the commit. */
  enqueue(job: NewPrintJob): void {
    const absent = this.condition(job.printerId) === 'absent';
    this.#store.insert(job, this.#now(), absent ? 'absent' : null);
  }

  /** Says that jobs were committed, for one printer or any. Returns at once. */
  wake(printerId?: string): void {
    if (printerId !== undefined) this.#lanes.get(printerId)?.wake();
    else for (const lane of this.#lanes.values()) lane.wake();
  }

  /** What a printer says, for the operator; `absent` for one that is not configured. */
  condition(printerId: string): PrinterCondition {
    return this.#lanes.get(printerId)?.condition ?? 'absent';
  }

  /** Calls back whenever the condition of a printer has changed. @returns ends it */
  onCondition(listener: (printerId: string, condition: PrinterCondition) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Where a slip stands now; undefined when there is no such job. */
  job(id: string): PrintJobSnapshot | undefined {
    const row = this.#store.find(id);
    if (row === undefined) return undefined;
    const lane = this.#lanes.get(row.printerId);
    const state = lane?.stateBeyondJournal(id) ?? row.state;
    return { state, printer: lane?.conditionFor(state) ?? 'absent' };
  }

  /** The ids of the slips that printed a ticket again, oldest first. */
  reprints(ticketId: string): string[] {
    return this.#store.reprints(ticketId);
  }

  /** Where a slip stands, now and after each change, until `signal` aborts; undefined when there is no such job. */
  watchJob(id: string, signal?: AbortSignal): AsyncGenerator<PrintJobSnapshot, void, void> | undefined {
    const row = this.#store.find(id);
    return row === undefined ? undefined : this.#watch(id, row.printerId, signal);
  }

  async *#watch(id: string, printerId: string, signal?: AbortSignal): AsyncGenerator<PrintJobSnapshot, void, void> {
    const live = new Live<PrintJobSnapshot>(() => this.job(id) ?? { state: 'cancelled', printer: 'absent' }, repeatMs);
    const reader = { printerId, live };
    this.#readers.add(reader);
    try {
      yield* live.watch(signal);
    } finally {
      this.#readers.delete(reader);
    }
  }

  #changed(printerId: string): void {
    for (const reader of this.#readers) if (reader.printerId === printerId) reader.live.changed();
    const condition = this.condition(printerId);
    if (this.#known.get(printerId) === condition) return;
    this.#known.set(printerId, condition);
    this.#log.info({ printer: printerId, condition }, 'printer condition');
    for (const listener of this.#listeners) listener(printerId, condition);
  }

  /** Whole milliseconds, as the journal keeps them. */
  #now(): Moment {
    return { wall: Math.round(this.#clock.wall()), tick: Math.round(this.#clock.tick()) };
  }
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
