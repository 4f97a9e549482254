import type { PrinterCondition, PrinterProfile, PrintJobState } from '../../contract/printing.ts';
import type { Log } from '../ops/log.ts';
import { Attendant } from './attendant.ts';
import type { CareStore } from './care-store.ts';
import { type EncodedSlip, encode, encodeSlip } from './encode.ts';
import type { PrintOutcome } from './flight.ts';
import { HeadStart } from './head-start.ts';
import type { Introduction } from './introduction.ts';
import type { LaneJournal } from './lane-journal.ts';
import { type Gate, PrinterLink } from './link.ts';
import type { Bitmap } from './pictures/bitmap.ts';
import type { Birth, Moment, NewPrintJob, PrintJobStore, WaitingJob } from './print-job-store.ts';
import { type PrintSlip, printSlip } from './slip.ts';
import { canPrint } from './status.ts';
import type { Cancel, Timers } from './timers.ts';
import { BadPrinterUri, type OpenTransport } from './transports/transport.ts';

export interface PrinterConfig {
  readonly id: string;
  /** See `readPrinterUri`; `machine:DEVICE` for one that a machine lends, or null where no printer is configured. */
  readonly uri: string | null;
  readonly profile: PrinterProfile;
}

/** All in milliseconds. */
const expiryRound = 10_000;
const journalRetry = 5000;
/** How long a closing program waits for the slip that is coming out. */
const closeGrace = 2000;

export interface LaneOptions {
  readonly printer: PrinterConfig;
  readonly store: PrintJobStore;
  readonly care: CareStore;
  readonly journal: LaneJournal;
  readonly open: OpenTransport;
  /** The lounge's logo for a paper of so many dots. */
  readonly logo: (dots: number) => Bitmap | undefined;
  readonly timers: Timers;
  readonly now: () => Moment;
  readonly heldLimit: number;
  readonly log: Log;
  /** Queues a test slip because somebody has been at the paper. */
  readonly test: (printerId: string) => void;
  /** The state of a job of this printer may have changed, or what the printer says. */
  readonly onChange: () => void;
  /** There is something new for staff, other than the condition. */
  readonly onConcern: () => void;
}

/** The line in front of one printer: first come, first printed, one slip at a time. Its journal is moved before each act. */
export class Lane {
  readonly #its: LaneOptions;
  readonly #printer: PrinterConfig;
  readonly #journal: LaneJournal;
  readonly #attendant: Attendant;
  readonly #headStart: HeadStart;
  readonly #link: PrinterLink | null;
  readonly #withoutLink: PrinterCondition;

  #stopped = false;
  #doubted = false;
  #running: Promise<void> | null = null;
  #asking: Promise<unknown> | null = null;
  #closed = false;
  #begun = false;
  #roundIsDue = false;
  #cancelWake: Cancel = () => undefined;
  #cancelRound: Cancel = () => undefined;

  constructor(options: LaneOptions) {
    const { printer, journal, open, store, care, test, log } = options;
    this.#its = options;
    this.#printer = printer;
    this.#attendant = new Attendant({ printerId: printer.id, care, test, log });
    this.#headStart = new HeadStart(store);
    this.#journal = journal;
    const { link, condition } = this.#connect(open);
    this.#link = link;
    this.#withoutLink = condition;
  }

  get profile(): PrinterProfile {
    return this.#printer.profile;
  }

  /** As a person beside the printer should hear it: a slip of unknown fate asks for a look until one has come out well. */
  get condition(): PrinterCondition {
    const condition = this.#condition;
    return (this.#doubted || this.#stopped) && canPrint(condition) ? 'needs_check' : condition;
  }

  /** As the person who waits for one slip should hear it. */
  conditionFor(state: PrintJobState): PrinterCondition {
    return state === 'unknown' || this.#stopped ? this.condition : this.#condition;
  }

  stateBeyondJournal(id: string): PrintJobState | undefined {
    return this.#journal.stateBeyond(id);
  }

  /** Nothing of a slip of unknown fate can come out any more. */
  get isClear(): boolean {
    return this.#link?.isClear ?? true;
  }

  /** @param doubted a slip was on its way when the last run ended, or the lane before this one */
  start(doubted: boolean): void {
    if (this.#closed) return;
    this.#doubted = doubted;
    this.#heedStop();
    this.#link?.start(doubted);
    this.wake();
  }

  /** Somebody is at the printer, and wants to see what it can do: what it was known to answer may be another's. */
  async meetAnew(): Promise<void> {
    if (this.condition !== 'needs_check' || this.#running !== null || this.#asking !== null || !this.#link) return;
    await this.#ask(this.#link.meetAnew());
  }

  /** Whether it prints may have been decided by somebody. */
  careChanged(): void {
    this.#heedStop();
    this.#forgetDoubt();
    this.#its.onChange();
    this.wake();
  }

  /**
   * Inside the transaction of a new slip: how it is born. While the line is empty and the printer said a moment ago that
   * all is well, the slip is written as being sent, so that its first byte waits for no second sync of the disk.
   */
  birthOf(job: NewPrintJob): Birth {
    if (this.#link === null) return { state: 'held', reason: this.#withoutLink };
    if (!this.#canSendAtOnce()) return { state: 'queued' };
    this.#headStart.give(job);
    return { state: 'sending' };
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
    // Its first byte leaves as soon as the caller's stack is empty.
    if (this.#headStart.isGiven) queueMicrotask(() => this.#run());
    else this.#cancelWake = this.#its.timers.after(0, () => this.#run());
  }

  /**
   * Asks the printer what it is and can do. Nothing is printed meanwhile.
   * @returns null when a slip is on its way, or nobody answers there
   */
  async introduce(): Promise<Introduction | null> {
    const link = this.#link;
    if (this.#closed || link === null || this.#running !== null || this.#asking !== null) return null;
    return this.#ask(link.introduce());
  }

  async #ask<Answer>(asking: Promise<Answer>): Promise<Answer> {
    this.#asking = asking;
    try {
      return await asking;
    } finally {
      this.#asking = null;
      this.wake();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelWake();
    this.#cancelRound();
    if (this.#running !== null && canPrint(this.#condition)) await this.#finishedWithin(closeGrace, this.#running);
    await this.#link?.close();
    await this.#running;
    await this.#asking;
    this.#leaveInOrder();
  }

  /** What a full disk does not take now is taken up by the next lane, or found out at the next start. */
  #leaveInOrder(): void {
    try {
      this.#journal.catchUp();
      const unsent = this.#headStart.take();
      if (unsent !== null) this.#journal.unsend(unsent.id, 'closed');
    } catch (error) {
      this.#its.log.error({ printer: this.#printer.id, error }, 'print journal failed');
    }
  }

  get #condition(): PrinterCondition {
    return this.#link?.condition ?? this.#withoutLink;
  }

  get #gate(): Gate {
    return this.#link?.gate ?? 'shut';
  }

  #connect(open: OpenTransport): { link: PrinterLink | null; condition: PrinterCondition } {
    const { uri, id, profile } = this.#printer;
    if (uri === null) return { link: null, condition: 'absent' };
    const { care, timers, now, log } = this.#its;
    try {
      const link = new PrinterLink({
        uri,
        open,
        timers,
        tick: () => now().tick,
        cutOff: encode([], profile),
        means: care.of(id).means,
        onMeans: (means) => this.#attendant.learnt(means),
        onChange: () => this.#heardFromPrinter(),
        onLost: (reason) => this.#attendant.lost(reason),
      });
      return { link, condition: 'unreachable' };
    } catch (error) {
      if (!(error instanceof BadPrinterUri)) throw error;
      // A slip of the pen in the settings must not keep the lounge shut.
      log.warn({ printer: id, error: error.message }, 'printer address not understood');
      return { link: null, condition: 'needs_check' };
    }
  }

  /** A second doubt or a person may have stopped the printer, or let it go on. */
  #heedStop(): void {
    this.#stopped = this.#its.care.of(this.#printer.id).stopped !== null;
  }

  /** Somebody has seen to every slip, and nothing of one can come out any more, whichever was first. */
  #forgetDoubt(): void {
    if (this.#doubted && this.isClear && this.#its.store.counts(this.#printer.id).unknown === 0) this.#doubted = false;
  }

  #heardFromPrinter(): void {
    this.#forgetDoubt();
    this.#attendant.heard(this.#condition);
    this.#its.onChange();
    this.wake();
  }

  #run(): void {
    if (this.#running !== null || this.#asking !== null || this.#closed) return;
    this.#running = this.#work()
      .catch((error: unknown) => {
        // The journal did not take a step, so the act was not done; the disk may have room again later.
        this.#its.log.error({ printer: this.#printer.id, error }, 'the line in front of a printer failed');
        this.#lookAgainIn(journalRetry);
      })
      .finally(() => {
        this.#running = null;
      });
  }

  async #work(): Promise<void> {
    if (this.#journal.catchUp()) {
      this.#heedStop();
      this.#its.onConcern();
    }
    if (!(await this.#printFirst())) return this.#lookAgainIn(journalRetry);
    while (!this.#closed) {
      this.#expire();
      if (this.#journal.next(false) === undefined) return;
      if (this.#gate === 'open' && this.#link?.isFresh === false) await this.#link.refresh();
      if (this.#closed) return;
      if (this.#gate === 'shut' || this.#stopped) this.#hold();
      if (this.#gate !== 'open') return;
      const job = this.#journal.next(this.#stopped);
      if (job === undefined || this.#link === null) return;
      // The way refused it though it seemed free: it may do so again at once.
      if (!(await this.#printWaiting(job, this.#link))) return this.#lookAgainIn(journalRetry);
    }
  }

  /** What may be sent without a look at the line: nobody is in it, and the printer has just said that all is well. */
  #canSendAtOnce(): boolean {
    if (this.#running !== null || this.#asking !== null || this.#closed || this.#stopped) return false;
    if (this.#gate !== 'open' || this.#link?.isFresh !== true || !this.#journal.isUpToDate) return false;
    return this.#headStart.isFree && this.#journal.next(false) === undefined;
  }

  /** @returns false when the way refused it */
  async #printFirst(): Promise<boolean> {
    const first = this.#headStart.take();
    const link = this.#link;
    if (first === null || link === null) return true;
    if (this.#gate !== 'open') {
      this.#journal.unsend(first.id, this.#condition);
      return true;
    }
    const bytes = this.#encode(first.id, () => first.slip);
    return bytes === null || this.#send(first.id, bytes, link);
  }

  /** @returns false when the way refused it */
  async #printWaiting({ id, slip }: WaitingJob, link: PrinterLink): Promise<boolean> {
    const bytes = this.#encode(id, () => printSlip.parse(JSON.parse(slip)));
    if (bytes === null || !this.#journal.sending(id)) return true;
    this.#its.onChange();
    return this.#send(id, bytes, link);
  }

  /** @returns null where nothing can print it, which is written down */
  #encode(id: string, slip: () => PrintSlip): EncodedSlip | null {
    try {
      const { profile } = this.#printer;
      return encodeSlip(slip(), profile, this.#its.logo(profile.dots));
    } catch (error) {
      this.#its.log.error({ job: id, error }, 'slip cannot be printed');
      this.#journal.settle(id, { state: 'cancelled', reason: 'unprintable', evidence: null });
      return null;
    }
  }

  async #send(id: string, bytes: EncodedSlip, link: PrinterLink): Promise<boolean> {
    const outcome = await link.print(bytes, {
      sent: () => this.#journal.reached(id, 'sent'),
      printed: () => this.#journal.reached(id, 'printed'),
      hangs: (evidence) => this.#journal.hangs(id, evidence),
    });
    this.#settle(id, outcome);
    return outcome.kind !== 'not_sent';
  }

  #settle(id: string, outcome: PrintOutcome): void {
    switch (outcome.kind) {
      case 'printed': {
        const { evidence, interrupted, uncut } = outcome;
        this.#doubted = false;
        this.#journal.settle(id, {
          state: 'done',
          reason: uncut ? 'uncut' : interrupted ? 'interrupted' : null,
          evidence,
        });
        if (this.#its.care.of(this.#printer.id).reads === id) this.#its.onConcern();
        return;
      }
      case 'not_sent':
        return this.#journal.unsend(id, this.#condition);
      case 'lost': {
        const { reason } = outcome;
        this.#doubted = true;
        this.#its.log.warn({ printer: this.#printer.id, job: id, reason }, 'fate of a slip unknown');
        this.#journal.settle(id, { state: 'unknown', reason, evidence: null });
        this.#heedStop();
        return this.#its.onConcern();
      }
    }
  }

  #hold(): void {
    const { store, now, onChange, onConcern } = this.#its;
    const held = store.hold(this.#printer.id, this.condition, now().wall);
    if (held > 0) {
      onChange();
      onConcern();
    }
    this.#lookAgainIn(expiryRound);
  }

  /** Nobody waits at the kiosk for minutes: a change of paper must not spit out thirty old tickets. */
  #expire(): void {
    const { store, now, heldLimit, onChange, onConcern } = this.#its;
    const { wall, tick } = now();
    if (store.expire(this.#printer.id, tick - heldLimit, wall) === 0) return;
    onChange();
    onConcern();
  }

  #lookAgainIn(ms: number): void {
    this.#cancelRound();
    if (this.#closed) return;
    this.#roundIsDue = true;
    this.#cancelRound = this.#its.timers.after(ms, () => {
      this.#roundIsDue = false;
      this.#run();
    });
  }

  async #finishedWithin(ms: number, work: Promise<void>): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#its.timers.after(ms, resolve);
    await Promise.race([work, promise]);
    cancel();
  }
}
