import type { PrinterCondition } from '../../contract/printing.ts';
import { Dispatch, type Progress } from './dispatch.ts';
import { Drain } from './drain.ts';
import type { EncodedSlip } from './encode.ts';
import type { PrintOutcome } from './flight.ts';
import { Heartbeat } from './heartbeat.ts';
import { type Introduction, NameReader, noNames } from './introduction.ts';
import { Learning } from './learning.ts';
import { type Means, noMeans, questioningBy } from './proof.ts';
import { canPrint, conditionOf, ReplyReader } from './status.ts';
import type { Cancel, Timers } from './timers.ts';
import type { OpenTransport, Transport } from './transports/transport.ts';

/** `undecided`: it has just connected or is connecting again; wait a moment before saying anything to anybody. */
export type Gate = 'open' | 'shut' | 'undecided';

/** A lost connection that is back within this time was nobody's business, ms. */
const lossGrace = 2000;

/** Unanswered beats in a row, from a printer that used to answer. */
const missesToDoubt = 3;
const missesToDropIdle = 3;
/** While a slip is out, dropping the connection gives up the only witness: be patient. */
const missesToDropBusy = 12;

export interface PrinterLinkOptions {
  readonly uri: string;
  readonly open: OpenTransport;
  readonly timers: Timers;
  /** Steady clock in milliseconds. */
  readonly tick: () => number;
  /** What cuts an interrupted slip off. */
  readonly cutOff: EncodedSlip;
  /** What it is known to answer, from an earlier run. */
  readonly means?: Means;
  /** It was heard to answer more, or less, than before. */
  readonly onMeans: (means: Means) => void;
  /** The condition or the gate may have changed. */
  readonly onChange: () => void;
  /** A connection was lost or an attempt failed. */
  readonly onLost: (reason: string) => void;
}

/**
 * A conversation with one printer over one transport: asks how it is, every few seconds, learns what it can answer, and
 * lets a slip through when the way is free.
 */
export class PrinterLink {
  readonly #its: PrinterLinkOptions;
  readonly #transport: Transport;
  readonly #heartbeat: Heartbeat;
  readonly #learning: Learning;
  readonly #names: NameReader;
  readonly #dispatch: Dispatch;
  readonly #drain: Drain;

  #reader = new ReplyReader();
  #condition: PrinterCondition = 'unreachable';
  #settled = false;
  #told = '';
  /** Once it has answered, its silence means trouble. */
  #means: Means;
  /** On this connection. */
  #answered = false;
  #mute = false;
  #learnt = false;

  #closed = false;
  #cancelGrace: Cancel = () => undefined;

  /** @throws BadPrinterUri */
  constructor(options: PrinterLinkOptions) {
    const { uri, open, timers, tick, cutOff, onLost, means = noMeans } = options;
    this.#its = options;
    this.#means = means;
    this.#transport = open(
      uri,
      {
        opened: () => this.#opened(),
        received: (bytes) => this.#received(bytes),
        lost: (reason) => {
          this.#lost(reason);
          onLost(reason);
        },
      },
      timers,
    );
    const send = (bytes: Buffer) => this.#transport.write(bytes);
    this.#learning = new Learning(send, timers);
    this.#names = new NameReader(send, timers);
    this.#heartbeat = new Heartbeat({
      send,
      timers,
      tick,
      // An operating system would print every question.
      isOpen: () => this.#isOpen && this.#transport.proof === 'replies',
      isBusy: () => this.#dispatch.isOut || !canPrint(this.#condition) || (!this.#mute && this.#heartbeat.misses > 0),
      answered: () => this.#hasAnswered(),
      unanswered: () => this.#hasMissed(),
    });
    this.#dispatch = new Dispatch({
      transport: this.#transport,
      timers,
      heartbeat: this.#heartbeat,
      means: () => this.#means,
      isMute: () => this.#mute,
      lost: () => this.#drain.owe(),
      refused: () => this.#review(),
    });
    this.#drain = new Drain({
      dispatch: this.#dispatch,
      timers,
      cutOff,
      mayGoOn: () => this.#isOpen && (this.#learnt || this.#mute),
      areNameless: () => questioningBy(this.#means) === 'queue',
      changed: () => {
        if (this.#isOpen) this.#review();
      },
    });
  }

  get condition(): PrinterCondition {
    return this.#condition;
  }

  get gate(): Gate {
    if (!this.#settled) return 'undecided';
    if (!canPrint(this.#condition)) return 'shut';
    const isKnown = this.#mute || (this.#answered && this.#learnt);
    return this.#transport.isOpen && !this.#drain.isOwed && isKnown ? 'open' : 'undecided';
  }

  /** Nothing of a slip that was sent can come out any more. */
  get isClear(): boolean {
    return this.#transport.isOpen && !this.#drain.isOwed && !this.#dispatch.isOut;
  }

  /** Whether the status is recent enough to send a slip on. A mute printer has none to wait for. */
  get isFresh(): boolean {
    return this.#mute || this.#heartbeat.isFresh;
  }

  /** @param owed an earlier run may have left a slip in the printer's buffer */
  start(owed: boolean): void {
    if (owed) {
      this.#drain.owe();
      // The questions behind it.
      this.#dispatch.unanswered = 2;
    }
    this.#transport.start();
  }

  /** Asks the printer now. Never rejects; takes a few milliseconds, or a second when nobody answers. */
  refresh(): Promise<void> {
    return this.#heartbeat.beat();
  }

  /**
   * Sends one slip and waits for its fate; while the printer names a fault that a hand can mend, without limit: the rest
   * of the slip is in its buffer and comes out after the paper is changed. Never rejects.
   */
  async print(slip: EncodedSlip, progress: Progress): Promise<PrintOutcome> {
    if (this.#closed || this.#drain.isOwed) return { kind: 'not_sent' };
    return this.#dispatch.send(slip, progress);
  }

  /**
   * Asks the printer everything it may tell, and believes that instead of what it was known to answer. Its names and
   * means are asked for in its turn, so only while it can print.
   * @returns null while something else is going on
   */
  async introduce(): Promise<Introduction | null> {
    if (!this.#isOpen || !this.#settled || this.#learning.isOn) return null;
    if (this.#drain.isRunning ? !this.#drain.isStuck : this.#dispatch.isOut || this.#drain.isOwed) return null;
    const carries = this.#transport.proof;
    if (carries !== 'replies') return { carries, ...noNames, realtime: [null, null, null, null], means: this.#means };
    const realtime = await this.#heartbeat.recite();
    if (!canPrint(this.#condition) || !this.#isOpen) return { carries, ...noNames, realtime, means: this.#means };
    await this.meetAnew();
    const its = await this.#names.read();
    return { carries, ...its, realtime, means: this.#means };
  }

  /**
   * Learns anew what it answers: another printer may stand there than before. One that does not answer for what was lost
   * is believed on less from now on, if that is all it can tell. Call it when a person is at the printer.
   */
  async meetAnew(): Promise<void> {
    if (!this.#isOpen || !this.#answered || !canPrint(conditionOf(this.#heartbeat.status))) return;
    if (this.#learning.isOn || (this.#dispatch.isOut && !this.#drain.isStuck)) return;
    this.#become({ ...noMeans, status: true });
    this.#learnt = false;
    this.#dispatch.lose('met anew');
    await this.#learn();
  }

  /** Gives up a slip that is still out and hangs up. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelGrace();
    this.#drain.stop();
    this.#giveUp('closed');
    const stopped = this.#heartbeat.stopped();
    await this.#transport.close();
    await stopped;
  }

  get #isOpen(): boolean {
    return !this.#closed && this.#transport.isOpen;
  }

  /** Finds out what it answers, on this connection, before the first slip. */
  async #learn(): Promise<void> {
    this.#dispatch.unanswered += 1;
    const learnt = await this.#learning.make(this.#dispatch.takeFlush(), this.#dispatch.nextToken());
    if (!this.#isOpen) return;
    this.#learnt = true;
    // Once it has answered, its silence is a slip that nobody saw come out, and no reason to ask less.
    this.#become({
      status: this.#means.status,
      completion: learnt.completion || this.#means.completion,
      queue: learnt.queue || this.#means.queue,
      automatic: learnt.automatic,
    });
    this.#review();
  }

  #become(means: Means): void {
    const before = this.#means;
    this.#means = means;
    const keys = ['status', 'completion', 'queue', 'automatic'] as const;
    if (keys.some((key) => means[key] !== before[key])) this.#its.onMeans(means);
  }

  #opened(): void {
    this.#reader = new ReplyReader();
    this.#answered = false;
    this.#learnt = questioningBy(this.#means) !== null;
    this.#dispatch.begin();
    this.#mute = this.#transport.proof !== 'replies';
    if (this.#mute) this.#review();
    else this.#heartbeat.begin();
  }

  #lost(reason: string): void {
    this.#answered = false;
    this.#mute = false;
    this.#heartbeat.stop();
    this.#giveUp(reason);
    if (canPrint(this.#condition)) {
      this.#told = '';
      this.#cancelGrace();
      this.#cancelGrace = this.#its.timers.after(lossGrace, () => this.#tell('unreachable'));
    } else {
      this.#tell('unreachable');
    }
  }

  #giveUp(reason: string): void {
    this.#learning.giveUp();
    this.#names.giveUp();
    this.#dispatch.lose(reason);
  }

  #received(bytes: Buffer): void {
    for (const reply of this.#reader.push(bytes)) {
      this.#heartbeat.hear(reply);
      this.#names.hear(reply);
      if (reply.kind === 'fence') this.#drain.hear();
      if (this.#learning.isOn) this.#learning.hear(reply);
      this.#dispatch.hear(reply);
      if (reply.kind === 'asb' && this.#answered) this.#review();
    }
  }

  #hasAnswered(): void {
    if (!this.#means.status) this.#become({ ...this.#means, status: true });
    this.#answered = true;
    this.#mute = false;
    this.#review();
  }

  #hasMissed(): void {
    if (!this.#means.status) {
      this.#mute = true;
      this.#review();
      return;
    }
    const { misses } = this.#heartbeat;
    this.#dispatch.unwatch();
    if (misses >= missesToDoubt) this.#tell('unreachable');
    if (misses >= (this.#dispatch.isOut ? missesToDropBusy : missesToDropIdle)) this.#transport.drop('silent');
  }

  /** Draws the conclusions from what the printer has said. */
  #review(): void {
    const condition = this.#mute ? 'ready' : conditionOf(this.#heartbeat.status);
    if (!canPrint(condition)) this.#dispatch.halt(condition);
    else if (!this.#dispatch.isOut && !this.#drain.isRunning && !this.#learning.isOn) {
      if (!this.#learnt && !this.#mute) void this.#learn();
      else if (this.#drain.isOwed) void this.#drain.run();
    }
    this.#tell(this.#drain.isStuck && canPrint(condition) ? 'needs_check' : condition);
    this.#heartbeat.plan();
  }

  #tell(condition: PrinterCondition): void {
    this.#cancelGrace();
    this.#settled = true;
    this.#condition = condition;
    const news = `${condition}, ${this.gate}`;
    if (news === this.#told) return;
    this.#told = news;
    this.#its.onChange();
  }
}
