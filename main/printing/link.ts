import type { PrinterCondition } from '../../contract/printing.ts';
import { encode } from './encode.ts';
import { Flight, type PrintOutcome } from './flight.ts';
import { Inquiry } from './inquiry.ts';
import { linesToCutter } from './layout.ts';
import {
  canPrint,
  conditionOf,
  faultless,
  fence,
  fenceWithoutPaper,
  type PrinterStatus,
  type Reply,
  ReplyReader,
  withAsb,
} from './status.ts';
import type { Cancel, Timers } from './timers.ts';
import { NotConnected, type OpenTransport, type Transport } from './transports/transport.ts';

/** `undecided`: it has just connected or is connecting again; wait a moment before saying anything to anybody. */
export type Gate = 'open' | 'shut' | 'undecided';

/** All in milliseconds. */
const idlePoll = 3000;
const busyPoll = 500;
/** A status older than this is asked for again before a slip is sent. */
const freshFor = 2000;
/** From the last byte, or from the end of a fault, to the answer of the fence. */
const fenceLimit = 5000;
/** The same for a printer that has shown that it answers none: time for the paper to come out. */
const fencelessLimit = 1500;
/** For a printer that never speaks: time for a reset to arrive. */
const muteSettle = 500;
/** A peer that takes no bytes for so long, and names no fault, is not reading. */
const stallLimit = 15_000;
/** A lost connection that is back within this time was nobody's business. */
const lossGrace = 2000;

/** Unanswered polls in a row, from a printer that used to answer. */
const missesToDoubt = 3;
const missesToDropIdle = 3;
/** While a slip is out, dropping the connection gives up the only witness: be patient. */
const missesToDropBusy = 12;

/** Longer than any block a slip holds: ends a command that an earlier connection left half-sent. NUL prints nothing. */
const flush = Buffer.alloc(64);
/** Cuts off what an interrupted slip left on the paper: the next person's number must not hang under it. */
const cutOff = encode([{ kind: 'feed', lines: linesToCutter }, { kind: 'cut' }]);
/** An owed answer and the drain's own come within milliseconds of each other. */
const drainSettle = 300;

export interface PrinterLinkOptions {
  readonly uri: string;
  readonly open: OpenTransport;
  readonly timers: Timers;
  /** Steady clock in milliseconds. */
  readonly tick: () => number;
  /** The condition or the gate may have changed. */
  readonly onChange: () => void;
  /** A connection was lost or an attempt failed. */
  readonly onLost: (reason: string) => void;
}

/**
 * A conversation with one printer over one transport: asks how it is, every few seconds, sends one slip at a time and
 * finds out what became of it.
 */
export class PrinterLink {
  readonly #timers: Timers;
  readonly #tick: () => number;
  readonly #onChange: () => void;
  readonly #transport: Transport;
  readonly #inquiry: Inquiry;

  #reader = new ReplyReader();
  #status: PrinterStatus = faultless;
  #condition: PrinterCondition = 'unreachable';
  #settled = false;
  #told = '';
  /** Whether it answers DLE EOT, and GS r: learnt once a run, because silence of one that speaks means trouble. */
  #speaks = false;
  #fences = false;
  #fenceless = false;
  /** On this connection. */
  #answered = false;
  #mute = false;
  #misses = 0;
  #flushNext = true;
  /** A fence was sent whose answer never came: it may still come, and must not pass for another slip's. */
  #owed = false;
  #draining = false;
  /** The drain got no answer either. */
  #stuck = false;
  #polledAt = Number.NEGATIVE_INFINITY;

  #polling: Promise<void> | null = null;
  #flight: Flight | null = null;
  #closed = false;
  #cancelPoll: Cancel = () => undefined;
  #cancelGrace: Cancel = () => undefined;
  #cancelSettle: Cancel = () => undefined;
  #endSettle: () => void = () => undefined;

  /** @throws BadPrinterUri */
  constructor({ uri, open, timers, tick, onChange, onLost }: PrinterLinkOptions) {
    this.#timers = timers;
    this.#tick = tick;
    this.#onChange = onChange;
    const events = {
      opened: () => this.#opened(),
      received: (bytes: Buffer) => this.#received(bytes),
      lost: (reason: string) => {
        this.#lost(reason);
        onLost(reason);
      },
    };
    this.#transport = open(uri, events, timers);
    this.#inquiry = new Inquiry((bytes) => this.#transport.write(bytes), timers);
  }

  get condition(): PrinterCondition {
    return this.#condition;
  }

  get gate(): Gate {
    if (!this.#settled) return 'undecided';
    if (!canPrint(this.#condition)) return 'shut';
    return this.#transport.isOpen && !this.#owed && (this.#answered || this.#mute) ? 'open' : 'undecided';
  }

  /** Whether the status is recent enough to send a slip on. A mute printer has none to wait for. */
  get isFresh(): boolean {
    return this.#mute || this.#tick() - this.#polledAt <= freshFor;
  }

  /** @param owed an earlier run may have left a slip in the printer's buffer */
  start(owed: boolean): void {
    this.#owed = owed;
    this.#transport.start();
  }

  /** Asks the printer now. Never rejects; takes a few milliseconds, or a second when nobody answers. */
  refresh(): Promise<void> {
    this.#polling ??= this.#poll().finally(() => {
      this.#polling = null;
      this.#planPoll();
    });
    return this.#polling;
  }

  /**
   * Sends one slip and waits for its fate; while the printer names a fault that a hand can mend, without limit: the rest
   * of the slip is in its buffer and comes out after the paper is changed. Never rejects.
   * @param onSent all bytes have left
   */
  print(slip: Uint8Array, onSent: () => void): Promise<PrintOutcome> {
    return this.#owed ? Promise.resolve({ kind: 'not_sent' }) : this.#send(slip, onSent);
  }

  /** Gives up a slip that is still out and hangs up. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelPoll();
    this.#cancelGrace();
    this.#cancelSettle();
    this.#endSettle();
    this.#inquiry.giveUp();
    this.#land({ kind: 'lost', reason: 'closed' });
    await this.#transport.close();
    await this.#polling;
  }

  /**
   * Makes sure that nothing of a lost slip is left, in the buffer or under the head, before another is sent. Until the
   * printer answers for that, however long, it needs a person to look at it.
   */
  async #drain(): Promise<void> {
    this.#draining = true;
    let outcome = await this.#send(cutOff, () => undefined);
    while (outcome.kind === 'lost' && !this.#closed && this.#transport.isOpen) {
      this.#stuck = true;
      this.#review();
      outcome = await this.#send(Buffer.alloc(0), () => undefined);
    }
    if (outcome.kind === 'printed' || outcome.kind === 'trusted') {
      await this.#settleOwed();
      this.#owed = false;
      this.#stuck = false;
    }
    this.#draining = false;
    if (!this.#closed && this.#transport.isOpen) this.#review();
  }

  async #settleOwed(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#cancelSettle = this.#timers.after(drainSettle, resolve);
    this.#endSettle = resolve;
    await promise;
  }

  async #send(slip: Uint8Array, onSent: () => void): Promise<PrintOutcome> {
    if (this.#closed || !this.#transport.isOpen || this.#flight !== null) return { kind: 'not_sent' };
    const flight = new Flight(
      this.#timers,
      (accepted) => this.#proofLimit(accepted),
      () => this.#judge(flight),
    );
    this.#flight = flight;
    this.#planPoll();

    const bytes = Buffer.concat(this.#flushNext ? [flush, slip, fence] : [slip, fence]);
    this.#flushNext = false;
    this.#transport.write(bytes).then(
      () => {
        if (this.#flight !== flight) return;
        flight.accept();
        onSent();
      },
      (error: unknown) => {
        if (this.#flight !== flight) return;
        this.#land(error instanceof NotConnected ? { kind: 'not_sent' } : { kind: 'lost', reason: text(error) });
      },
    );
    return flight.outcome;
  }

  #opened(): void {
    this.#reader = new ReplyReader();
    this.#answered = false;
    this.#mute = false;
    this.#misses = 0;
    this.#flushNext = true;
    this.#polledAt = Number.NEGATIVE_INFINITY;
    void this.refresh();
  }

  #lost(reason: string): void {
    this.#cancelPoll();
    this.#answered = false;
    this.#mute = false;
    this.#inquiry.giveUp();
    this.#land({ kind: 'lost', reason });
    if (canPrint(this.#condition)) {
      this.#told = '';
      this.#cancelGrace();
      this.#cancelGrace = this.#timers.after(lossGrace, () => this.#become('unreachable'));
    } else {
      this.#become('unreachable');
    }
  }

  #received(bytes: Buffer): void {
    for (const reply of this.#reader.push(bytes)) this.#hear(reply);
  }

  #hear(reply: Reply): void {
    if (reply.kind === 'realtime') {
      this.#inquiry.hear(reply.byte);
    } else if (reply.kind === 'asb') {
      this.#status = withAsb(reply.bytes);
      if (this.#answered) this.#review();
    } else if (reply.kind === 'fence' && this.#flight !== null && !fenceWithoutPaper(reply.byte)) {
      this.#fences = true;
      this.#fenceless = false;
      this.#land({ kind: 'printed' });
    }
  }

  async #poll(): Promise<void> {
    const status = await this.#inquiry.make(this.#status);
    if (this.#closed || !this.#transport.isOpen) return;
    if (status === null) this.#missed();
    else this.#answeredWith(status);
  }

  #answeredWith(status: PrinterStatus): void {
    this.#speaks = true;
    this.#answered = true;
    this.#mute = false;
    this.#misses = 0;
    this.#status = status;
    this.#polledAt = this.#tick();
    this.#review();
  }

  #missed(): void {
    if (!this.#speaks) {
      this.#mute = true;
      this.#review();
      return;
    }
    this.#misses += 1;
    if (this.#misses >= missesToDoubt) this.#become('unreachable');
    const limit = this.#flight === null ? missesToDropIdle : missesToDropBusy;
    if (this.#misses >= limit) this.#transport.drop('silent');
  }

  /** Draws the conclusions from what the printer has said. */
  #review(): void {
    const condition = this.#mute ? 'ready' : conditionOf(this.#status);
    // A fault stops the clock of a slip that is out: it starts anew when the fault is gone.
    if (!canPrint(condition)) this.#flight?.waitAnew();
    else if (this.#owed && !this.#draining && this.#flight === null) void this.#drain();
    this.#become(this.#stuck && canPrint(condition) ? 'needs_check' : condition);
  }

  #become(condition: PrinterCondition): void {
    this.#cancelGrace();
    this.#settled = true;
    this.#condition = condition;
    const news = `${condition}, ${this.gate}`;
    if (news === this.#told) return;
    this.#told = news;
    this.#onChange();
  }

  #planPoll(): void {
    this.#cancelPoll();
    if (this.#closed || this.#polling !== null || !this.#transport.isOpen) return;
    const busy = this.#flight !== null || this.#misses > 0 || !canPrint(this.#condition);
    this.#cancelPoll = this.#timers.after(busy ? busyPoll : idlePoll, () => void this.refresh());
  }

  #proofLimit(accepted: boolean): number {
    if (!accepted) return stallLimit;
    if (this.#mute && !this.#fences) return muteSettle;
    return this.#fenceless ? fencelessLimit : fenceLimit;
  }

  /** Proof is overdue. */
  #judge(flight: Flight): void {
    const faulty = !this.#mute && !canPrint(conditionOf(this.#status));
    if (faulty || this.#misses > 0) {
      // A fault has no limit; silence has its own (see `#missed`).
      flight.waitAnew();
    } else if (!flight.isAccepted) {
      this.#transport.drop('stalled');
    } else if (this.#fences) {
      this.#land({ kind: 'lost', reason: 'no fence' });
    } else {
      this.#fenceless = !this.#mute;
      this.#land({ kind: 'trusted', evidence: this.#mute ? 'mute' : 'status' });
    }
  }

  #land(outcome: PrintOutcome): void {
    const flight = this.#flight;
    if (flight === null) return;
    this.#flight = null;
    if (outcome.kind === 'lost') this.#owed = true;
    flight.land(outcome);
  }
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
