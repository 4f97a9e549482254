import type { Database } from 'better-sqlite3';
import type { PrinterCondition, PrinterView, PrintJobSnapshot } from '../../contract/printing.ts';
import { Live } from '../ops/live.ts';
import type { Log } from '../ops/log.ts';
import { CareStore } from './care-store.ts';
import { warmUp } from './encode.ts';
import type { Introduction } from './introduction.ts';
import { Lane, type LaneOptions, type PrinterConfig } from './lane.ts';
import { LaneJournal } from './lane-journal.ts';
import type { Bitmap } from './pictures/bitmap.ts';
import { type Fate, type Moment, type NewPrintJob, type PrintJobRow, PrintJobStore } from './print-job-store.ts';
import { isNearlyUsedUp } from './roll-watch.ts';
import type { TestSlip } from './slip.ts';
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
  /** The lounge's logo for a paper of so many dots; none unless given. */
  readonly logo?: (dots: number) => Bitmap | undefined;
  /** What stands on a test slip of a printer, and its id; without it, none is ever printed. */
  readonly testSlip?: (printerId: string) => { readonly id: string; readonly slip: TestSlip };
  readonly log?: Log;
  /** How long a ticket may be held before it is not worth printing any more. Three minutes by default. */
  readonly heldMinutes?: number;
}

/** A reader hears at least this often, changed or not. */
const repeatMs = 8000;
/** How long staff are asked whether a test slip can be read, ms. */
const readWithin = 12 * 3_600_000;

/** A slip's state, and where it stands. */
export interface JobNow extends Omit<PrintJobSnapshot, 'elsewhere'> {
  readonly printerId: string;
  readonly ticketId: string | null;
  /** Unix milliseconds. */
  readonly changedAt: number;
}

/** What staff are shown of a printer, as far as it is known here. */
export type PrinterState = Omit<PrinterView, 'device' | 'name' | 'divertedTo'>;

interface Reader {
  /** Of the printer that it was at last: it may be moved to another. */
  printerId: string;
  readonly live: Live<JobNow | undefined>;
}

/**
 * Prints what was queued, once. A slip is sent only to a printer that says it is ready, waits (`held`) for one that is
 * not, and is never sent again by itself once its first byte has left: what nobody saw come out is `unknown`.
 * Nothing here throws into the caller's transaction except the transaction's own store.
 */
export class Spooler {
  readonly #db: Database;
  readonly #store: PrintJobStore;
  readonly #care: CareStore;
  readonly #testSlip: SpoolerOptions['testSlip'];
  readonly #clock: SpoolerOptions['clock'];
  readonly #lanes = new Map<string, Lane>();
  readonly #journals = new Map<string, LaneJournal>();
  /** By printer: settles when the lane before has left and the one of now has begun. */
  readonly #handovers = new Map<string, Promise<void>>();
  readonly #laneOptions: Omit<LaneOptions, 'printer' | 'journal' | 'onChange' | 'onConcern'>;
  readonly #readers = new Set<Reader>();
  readonly #listeners = new Set<(printerId: string, condition: PrinterCondition) => void>();
  readonly #concerned = new Set<(printerId: string) => void>();
  readonly #known = new Map<string, PrinterCondition>();
  readonly #log: Log;
  #started = false;

  constructor({
    db,
    clock,
    timers = systemTimers,
    connect = openPrinter,
    logo = () => undefined,
    testSlip,
    log = silent,
    heldMinutes = 3,
  }: SpoolerOptions) {
    this.#db = db;
    this.#store = new PrintJobStore(db);
    this.#care = new CareStore(db);
    this.#testSlip = testSlip;
    this.#clock = clock;
    this.#log = log;
    this.#laneOptions = {
      store: this.#store,
      care: this.#care,
      open: connect,
      timers,
      now: () => this.#now(),
      heldLimit: heldMinutes * 60_000,
      logo,
      test: (printerId) => this.test(printerId),
      log,
    };
  }

  /** From now on this printer is to be had, or is another: what waits for it is printed there. Returns at once. */
  use(printer: PrinterConfig): void {
    const { id } = printer;
    const before = this.#lanes.get(id);
    const lane = new Lane({
      ...this.#laneOptions,
      printer,
      journal: this.#journalOf(id),
      onChange: () => this.#changed(id),
      onConcern: () => this.#concern(id),
    });
    this.#lanes.set(id, lane);
    if (!this.#started) return;
    // One lane at a time takes from the journal: the one before first finishes, or gives up, what it has begun.
    const left = Promise.all([this.#handovers.get(id), before?.close()]);
    this.#handovers.set(
      id,
      left.then(() => lane.start(this.#mayHold(id))),
    );
    this.#changed(id);
  }

  /** Takes up the journal where the last run left it, then connects. */
  start(): void {
    const interrupted = this.#replay();
    if (interrupted.length > 0) this.#log.warn({ slips: interrupted.length }, 'slips of unknown fate after a restart');
    warmUp(this.#laneOptions.logo);
    this.#started = true;
    for (const [id, lane] of this.#lanes) lane.start(interrupted.includes(id) || this.#mayHold(id));
  }

  /** Finishes the slip that is coming out, if it does within two seconds, and hangs up. No timer or socket is left. */
  async close(): Promise<void> {
    await Promise.all([...this.#lanes.values()].map((lane) => lane.close()));
    await Promise.all(this.#handovers.values());
    this.#listeners.clear();
    this.#concerned.clear();
  }

  /** Writes the job, inside the caller's transaction, and nothing else. Call `wake` after the commit. */
  enqueue(job: NewPrintJob): void {
    const birth = this.#lanes.get(job.printerId)?.birthOf(job) ?? { state: 'held', reason: 'absent' };
    this.#store.insert(job, this.#now(), birth);
  }

  /** Says that jobs were committed, for one printer or any. Returns at once. */
  wake(printerId?: string): void {
    if (printerId !== undefined) this.#lanes.get(printerId)?.wake();
    else for (const lane of this.#lanes.values()) lane.wake();
  }

  /**
   * Queues a test slip, before any ticket, and asks staff whether it can be read.
   * @returns its id; null where nobody says what stands on one
   */
  test(printerId: string): string | null {
    const test = this.#testSlip?.(printerId);
    if (test === undefined) return null;
    this.#db.transaction(() => {
      this.#store.insert({ ...test, printerId, ticketId: null }, this.#now(), { state: 'queued' });
      this.#care.ask(printerId, test.id);
    })();
    this.wake(printerId);
    return test.id;
  }

  /** A person stands at a printer and has asked for a test slip: it is met anew if it was in doubt. */
  meetAnew(printerId: string): void {
    void this.#lanes.get(printerId)?.meetAnew();
  }

  /** Forgets slips of long ago, a bounded batch a call. */
  purge(): void {
    this.#store.purge(this.#now().wall);
  }

  /** What somebody has seen becomes a slip's fate, inside the caller's transaction. Call `cared` after the commit. */
  resolve(id: string, fate: Fate): void {
    this.#store.resolve(id, fate, this.#now().wall);
  }

  /** What is kept of each printer. Call `cared` after changes. */
  get care(): CareStore {
    return this.#care;
  }

  /** Says that somebody has decided something about a printer or its slips, and that it is committed. */
  cared(printerId: string): void {
    this.#lanes.get(printerId)?.careChanged();
    this.#concern(printerId);
  }

  /** The tickets that wait at one printer wait at another from now on, in the caller's transaction. */
  move(from: string, to: string): void {
    this.#store.move(from, to, this.#now().wall);
  }

  /** What a printer is and can do; null while a slip is on its way or nobody answers there. Takes some seconds. */
  async introduce(printerId: string): Promise<Introduction | null> {
    return (await this.#lanes.get(printerId)?.introduce()) ?? null;
  }

  /** What a printer says, for the operator; `absent` for one that is not configured. */
  condition(printerId: string): PrinterCondition {
    return this.#lanes.get(printerId)?.condition ?? 'absent';
  }

  /** What staff are shown of a printer. */
  state(printerId: string): PrinterState {
    const { waiting, unknown: toCheck } = this.#store.counts(printerId);
    const { reads, stopped, slips, rollSlips } = this.#care.of(printerId);
    const condition = this.condition(printerId);
    return {
      condition: condition === 'ready' && isNearlyUsedUp(slips, rollSlips) ? 'paper_low' : condition,
      stopped,
      slips,
      rollSlips,
      reads: reads !== null && this.#canBeRead(reads) ? reads : null,
      toCheck,
      waiting,
      cutter: this.#lanes.get(printerId)?.profile.cutter ?? true,
    };
  }

  /** Before it is out there is nothing to read, and the next day nobody has it any more. */
  #canBeRead(testId: string): boolean {
    const test = this.#store.find(testId);
    return test?.state === 'done' && this.#clock.wall() - test.changedAt < readWithin;
  }

  /** Every open slip of a printer and so many of the latest others, newest first. */
  slips(printerId: string, others: number): PrintJobRow[] {
    return this.#store.list(printerId, others);
  }

  /** Calls back whenever the condition of a printer has changed. @returns ends it */
  onCondition(listener: (printerId: string, condition: PrinterCondition) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back whenever there is something new for staff: slips of unknown fate, a question, a printer that stopped. */
  onConcern(listener: (printerId: string) => void): void {
    this.#concerned.add(listener);
  }

  /** Where a slip stands now; undefined when there is no such job. */
  job(id: string): JobNow | undefined {
    const row = this.#store.find(id);
    if (row === undefined) return undefined;
    const { printerId, ticketId, changedAt } = row;
    const lane = this.#lanes.get(printerId);
    const state = lane?.stateBeyondJournal(id) ?? row.state;
    return {
      printerId,
      ticketId,
      state,
      printer: lane?.conditionFor(state) ?? 'absent',
      asks: state === 'unknown' && lane !== undefined && lane.isClear,
      tear: lane?.profile.cutter === false,
      changedAt,
    };
  }

  /** The ids of the slips that printed a ticket again, oldest first. */
  reprints(ticketId: string): string[] {
    return this.#store.reprints(ticketId);
  }

  /** Where a slip stands, now and after each change, until `signal` aborts; undefined when there is no such job. */
  watchJob(id: string, signal?: AbortSignal): AsyncGenerator<JobNow, void, void> | undefined {
    const row = this.#store.find(id);
    return row === undefined ? undefined : this.#watch(id, row.printerId, signal);
  }

  async *#watch(id: string, printerId: string, signal?: AbortSignal): AsyncGenerator<JobNow, void, void> {
    const live = new Live(() => {
      const now = this.job(id);
      if (now !== undefined) reader.printerId = now.printerId;
      return now;
    }, repeatMs);
    const reader: Reader = { printerId, live };
    this.#readers.add(reader);
    try {
      for await (const now of live.watch(signal)) if (now !== undefined) yield now;
    } finally {
      this.#readers.delete(reader);
    }
  }

  /** What came out of a printer, or was lost there, may not have been cut off yet. */
  #mayHold(printerId: string): boolean {
    const { doubts, uncut } = this.#care.of(printerId);
    return doubts > 0 || uncut;
  }

  /** One for a printer, whichever lane moves it: what could not be written yet outlives a lane. */
  #journalOf(printerId: string): LaneJournal {
    const known = this.#journals.get(printerId);
    if (known) return known;
    const journal = new LaneJournal({
      db: this.#db,
      store: this.#store,
      care: this.#care,
      printerId,
      now: () => this.#now(),
      onChange: () => this.#changed(printerId),
    });
    this.#journals.set(printerId, journal);
    return journal;
  }

  /** @returns the printers that may still hold something of a slip */
  #replay(): string[] {
    return this.#db.transaction(() => {
      const interrupted = this.#store.replay(this.#now());
      for (const { printerId, state } of interrupted) if (state === 'unknown') this.#care.doubted(printerId);
      return interrupted.map(({ printerId }) => printerId);
    })();
  }

  #changed(printerId: string): void {
    for (const reader of this.#readers) if (reader.printerId === printerId) reader.live.changed();
    const condition = this.condition(printerId);
    if (this.#known.get(printerId) === condition) return;
    this.#known.set(printerId, condition);
    this.#log.info({ printer: printerId, condition }, 'printer condition');
    for (const listener of this.#listeners) listener(printerId, condition);
  }

  #concern(printerId: string): void {
    for (const reader of this.#readers) reader.live.changed();
    for (const listener of this.#concerned) listener(printerId);
  }

  /** Whole milliseconds, as the journal keeps them. */
  #now(): Moment {
    return { wall: Math.round(this.#clock.wall()), tick: Math.round(this.#clock.tick()) };
  }
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
