import type { PrinterCondition, PrintJobState } from '../../contract/printing.ts';
import type { Log } from '../ops/log.ts';
import { encodeTicket } from './encode.ts';
import type { PrintOutcome } from './flight.ts';
import { type Gate, PrinterLink } from './link.ts';
import type { Moment, PrintJobStore, WaitingJob } from './print-job-store.ts';
import { ticketSlip } from './slip.ts';
import { canPrint } from './status.ts';
import type { Cancel, Timers } from './timers.ts';
import { BadPrinterUri, type OpenTransport } from './transports/transport.ts';

export interface PrinterConfig {
  readonly id: string;
  /** `tcp://HOST:PORT`, `usb:`, `machine:DEVICE` for one that a machine lends, or null where no printer is configured. */
  readonly uri: string | null;
  /** 48 on 80 mm paper, 32 on 58 mm. */
  readonly columns: number;
}

/** All in milliseconds. */
const expiryRound = 10_000;
const journalRetry = 5000;
/** How long a closing program waits for the slip that is coming out. */
const closeGrace = 2000;

export interface LaneOptions {
  readonly printer: PrinterConfig;
  readonly store: PrintJobStore;
  readonly open: OpenTransport;
  readonly timers: Timers;
  readonly now: () => Moment;
  readonly heldLimit: number;
  readonly log: Log;
  /** The state of a job of this printer may have changed, or what the printer says. */
  readonly onChange: () => void;
}

/** The line in front of one printer: first come, first printed, one slip at a time. Its journal is moved before each act. */
export class Lane {
  readonly #printer: PrinterConfig;
  readonly #store: PrintJobStore;
  readonly #timers: Timers;
  readonly #now: () => Moment;
  readonly #heldLimit: number;
  readonly #log: Log;
  readonly #onChange: () => void;
  readonly #link: PrinterLink | null;
  readonly #withoutLink: PrinterCondition;

  /** The slip whose bytes have all left. The journal goes from `sending` to the end: after a restart both mean the same. */
  #sent: string | null = null;
  /** What happened and a full disk would not take; written before anything else is done. */
  readonly #unwritten = new Map<string, { readonly state: PrintJobState; readonly write: () => void }>();
  #doubted = false;
  #lastLoss = '';
  #running: Promise<void> | null = null;
  #closed = false;
  #begun = false;
  #roundIsDue = false;
  #cancelWake: Cancel = () => undefined;
  #cancelRound: Cancel = () => undefined;

  constructor({ printer, store, open, timers, now, heldLimit, log, onChange }: LaneOptions) {
    this.#printer = printer;
    this.#store = store;
    this.#timers = timers;
    this.#now = now;
    this.#heldLimit = heldLimit;
    this.#log = log;
    this.#onChange = onChange;
    const { link, condition } = this.#connect(open);
    this.#link = link;
    this.#withoutLink = condition;
  }

  /** As a person beside the printer should hear it: a slip of unknown fate asks for a look until one has come out well. */
  get condition(): PrinterCondition {
    const condition = this.#condition;
    return this.#doubted && canPrint(condition) ? 'needs_check' : condition;
  }

  /** As the person who waits for one slip should hear it. */
  conditionFor(state: PrintJobState): PrinterCondition {
    return state === 'unknown' ? this.condition : this.#condition;
  }

  stateBeyondJournal(id: string): PrintJobState | undefined {
    return this.#unwritten.get(id)?.state ?? (this.#sent === id ? 'sent' : undefined);
  }

  /** Whether something of a slip may be left in the buffer of the printer at this address. */
  leavesDoubt(uri: string | null): boolean {
    return this.#doubted && uri === this.#printer.uri;
  }

  /** @param doubted a slip was on its way when the last run ended, or the lane before this one */
  start(doubted: boolean): void {
    if (this.#closed) return;
    this.#doubted = doubted;
    this.#link?.start(doubted);
    this.wake();
  }

  /** Looks at the line soon, never inside the caller's stack: a ticket's transaction does not wait for paper. */
  wake(): void {
    if (this.#closed) return;
    // Without a printer a job is born held: all that is left to do is to let it expire, which has its own rounds.
    if (this.#link === null && this.#begun) {
      if (!this.#roundIsDue) this.#lookAgainIn(expiryRound);
      return;
    }
    this.#begun = true;
    this.#cancelWake();
    this.#cancelWake = this.#timers.after(0, () => this.#run());
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelWake();
    this.#cancelRound();
    if (this.#running !== null && canPrint(this.#condition)) await this.#finishedWithin(closeGrace, this.#running);
    await this.#link?.close();
    await this.#running;
  }

  get #condition(): PrinterCondition {
    return this.#link?.condition ?? this.#withoutLink;
  }

  get #gate(): Gate {
    return this.#link?.gate ?? 'shut';
  }

  #connect(open: OpenTransport): { link: PrinterLink | null; condition: PrinterCondition } {
    const { uri, id } = this.#printer;
    if (uri === null) return { link: null, condition: 'absent' };
    try {
      const link = new PrinterLink({
        uri,
        open,
        timers: this.#timers,
        tick: () => this.#now().tick,
        onChange: () => this.#heardFromPrinter(),
        onLost: (reason) => this.#heardOfLoss(reason),
      });
      return { link, condition: 'unreachable' };
    } catch (error) {
      if (!(error instanceof BadPrinterUri)) throw error;
      // A slip of the pen in the settings must not keep the lounge shut.
      this.#log.warn({ printer: id, error: error.message }, 'printer address not understood');
      return { link: null, condition: 'needs_check' };
    }
  }

  #heardFromPrinter(): void {
    if (canPrint(this.#condition)) this.#lastLoss = '';
    this.#onChange();
    this.wake();
  }

  /** A printer that is off for a night is one line, not ten thousand. */
  #heardOfLoss(reason: string): void {
    if (reason === this.#lastLoss) return;
    this.#lastLoss = reason;
    this.#log.info({ printer: this.#printer.id, reason }, 'printer connection lost');
  }

  #run(): void {
    if (this.#running !== null || this.#closed) return;
    this.#running = this.#work()
      .catch((error: unknown) => {
        // The journal did not take a step, so the act was not done; the disk may have room again later.
        this.#log.error({ printer: this.#printer.id, error }, 'print journal failed');
        this.#lookAgainIn(journalRetry);
      })
      .finally(() => {
        this.#running = null;
      });
  }

  async #work(): Promise<void> {
    for (const id of this.#unwritten.keys()) this.#write(id);
    while (!this.#closed) {
      this.#expire();
      if (this.#store.next(this.#printer.id) === undefined) return;
      if (this.#gate === 'open' && this.#link?.isFresh === false) await this.#link.refresh();
      if (this.#closed) return;
      if (this.#gate === 'shut') this.#hold();
      if (this.#gate !== 'open') return;
      const job = this.#store.next(this.#printer.id);
      if (job === undefined || this.#link === null) return;
      await this.#print(job, this.#link);
    }
  }

  async #print(job: WaitingJob, link: PrinterLink): Promise<void> {
    const bytes = this.#encode(job);
    if (bytes === null) {
      this.#record(job.id, 'cancelled', 'unprintable');
      return;
    }
    if (!this.#store.sending(job.id, this.#now().wall)) return;
    this.#onChange();
    const outcome = await link.print(bytes, () => {
      this.#sent = job.id;
      this.#onChange();
    });
    this.#settle(job.id, outcome);
  }

  #encode(job: WaitingJob): Buffer | null {
    try {
      const slip = ticketSlip.parse(JSON.parse(job.slip));
      return encodeTicket(slip, this.#printer.columns);
    } catch (error) {
      this.#log.error({ job: job.id, error }, 'slip cannot be printed');
      return null;
    }
  }

  #settle(id: string, outcome: PrintOutcome): void {
    switch (outcome.kind) {
      case 'printed':
        this.#doubted = false;
        return this.#record(id, 'done', null);
      case 'trusted':
        this.#doubted = false;
        return this.#record(id, 'done', outcome.evidence);
      case 'not_sent':
        return this.#note(id, 'held', (wall) => this.#store.unsend(id, this.#condition, wall));
      case 'lost':
        this.#doubted = true;
        this.#log.warn({ printer: this.#printer.id, job: id, reason: outcome.reason }, 'fate of a slip unknown');
        return this.#record(id, 'unknown', outcome.reason);
    }
  }

  #record(id: string, state: 'done' | 'unknown' | 'cancelled', reason: string | null): void {
    this.#note(id, state, (wall) => this.#store.finish(id, state, reason, wall));
  }

  /** Whatever the disk says, the person at the kiosk is told what happened. */
  #note(id: string, state: PrintJobState, write: (wall: number) => void): void {
    const { wall } = this.#now();
    this.#sent = null;
    this.#unwritten.set(id, { state, write: () => write(wall) });
    try {
      this.#write(id);
    } finally {
      this.#onChange();
    }
  }

  #write(id: string): void {
    this.#unwritten.get(id)?.write();
    this.#unwritten.delete(id);
  }

  #hold(): void {
    const held = this.#store.hold(this.#printer.id, this.#condition, this.#now().wall);
    if (held > 0) this.#onChange();
    this.#lookAgainIn(expiryRound);
  }

  /** Nobody waits at the kiosk for minutes: a change of paper must not spit out thirty old tickets. */
  #expire(): void {
    const { wall, tick } = this.#now();
    if (this.#store.expire(this.#printer.id, tick - this.#heldLimit, wall) > 0) this.#onChange();
  }

  #lookAgainIn(ms: number): void {
    this.#cancelRound();
    if (this.#closed) return;
    this.#roundIsDue = true;
    this.#cancelRound = this.#timers.after(ms, () => {
      this.#roundIsDue = false;
      this.#run();
    });
  }

  async #finishedWithin(ms: number, work: Promise<void>): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#timers.after(ms, resolve);
    await Promise.race([work, promise]);
    cancel();
  }
}
