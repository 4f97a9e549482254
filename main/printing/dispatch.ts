import type { PrintEvidence, PrinterCondition } from '../../contract/printing.ts';
import { type EncodedSlip, longestCommand } from './encode.ts';
import { Flight, type PrintOutcome } from './flight.ts';
import type { Heartbeat } from './heartbeat.ts';
import {
  doneToken,
  type Means,
  printedToken,
  type Questioning,
  questioningBy,
  Tokens,
  withQuestions,
} from './proof.ts';
import { canPrint, conditionOf, fenceWithoutPaper, type Reply } from './status.ts';
import type { Timers } from './timers.ts';
import { NotConnected, type Transport } from './transports/transport.ts';

/** All in milliseconds. */
/** From the last byte, or from the end of a fault, to the answer behind the slip. */
const proofLimit = 5000;
/** The same for a printer that has shown that it answers none: time for the paper to come out. */
const trustLimit = 1500;
/** A byte on the slowest wire in use, 9600 baud. */
const perByte = 1.1;
/** For a printer that never speaks: time for a reset to arrive. */
const muteSettle = 500;
/** A peer that takes no bytes for so long, and names no fault, is not reading. */
const stallLimit = 15_000;
/** How long an operating system may keep a job that it cannot print. */
const systemLimit = 120_000;

/** Ends a command that an earlier connection left half-sent. NUL prints nothing. */
const flush = Buffer.alloc(longestCommand);

/** What a printer tells while a slip is on its way. */
export interface Progress {
  /** All bytes have left. */
  sent(): void;
  /** The last line is on the paper. */
  printed(): void;
  /** It is, and the printer has stopped before the cut. */
  hangs(evidence: PrintEvidence): void;
}

export interface DispatchParts {
  readonly transport: Transport;
  readonly timers: Timers;
  readonly heartbeat: Heartbeat;
  /** What the printer is known to answer. */
  readonly means: () => Means;
  /** It never speaks. */
  readonly isMute: () => boolean;
  /** Nobody will hear more of what was sent, and some of it may still come out. */
  readonly lost: () => void;
  /** The system has given up a slip, and the connection stands. */
  readonly refused: () => void;
}

/** Sends one slip at a time to a printer and finds out what became of it. */
export class Dispatch {
  readonly #its: DispatchParts;
  readonly #tokens = new Tokens();
  #flight: Flight | null = null;
  /** Null while what is out is no slip: of what is cut off only the cut counts. */
  #progress: Progress | null = null;
  #flushNext = true;
  #unanswered = 0;

  constructor(parts: DispatchParts) {
    this.#its = parts;
  }

  get isOut(): boolean {
    return this.#flight !== null;
  }

  /**
   * How many answers to GS r may still come, also to questions of an earlier connection: they do not say which they
   * answer. Whoever has waited for them sets it to 0.
   */
  get unanswered(): number {
    return this.#unanswered;
  }

  set unanswered(answers: number) {
    this.#unanswered = Math.max(0, answers);
  }

  /** On a new connection: whatever command the last one broke off is ended first. */
  begin(): void {
    this.#flushNext = true;
  }

  /** What ends a broken command, to be sent before anything else; empty once it was sent. */
  takeFlush(): Buffer {
    const isDue = this.#flushNext;
    this.#flushNext = false;
    return isDue ? flush : Buffer.alloc(0);
  }

  /** Three characters that no other slip of this run has. */
  nextToken(): string {
    return this.#tokens.next();
  }

  /** @param progress null for what is no slip. Never rejects. */
  async send(slip: EncodedSlip, progress: Progress | null): Promise<PrintOutcome> {
    const { transport, timers, heartbeat, means } = this.#its;
    if (!transport.isOpen || this.#flight !== null) return { kind: 'not_sent' };
    const token = this.nextToken();
    const questioning = questioningBy(means());
    const bytes = withQuestions(slip, means(), token);
    if (questioning === 'queue') this.unanswered += 2;
    const flight = new Flight({
      timers,
      questioning,
      token,
      limit: (accepted) => this.#limit(questioning, accepted, bytes.length),
      overdue: () => this.#judge(flight),
    });
    this.#flight = flight;
    this.#progress = progress;
    heartbeat.plan();
    transport.write(Buffer.concat([this.takeFlush(), bytes])).then(
      () => {
        if (this.#flight === flight) this.#accepted(flight);
      },
      (error: unknown) => {
        if (this.#flight === flight) this.#failed(error);
      },
    );
    return flight.outcome;
  }

  /** Something that the printer said of what is out. */
  hear(reply: Reply): void {
    if (reply.kind === 'fence') this.unanswered -= 1;
    const flight = this.#flight;
    if (flight === null) return;
    if (reply.kind === 'completion') {
      if (reply.token === doneToken(flight.token)) this.#arrive('completion');
      else if (reply.token === printedToken(flight.token)) this.#printed(flight);
    } else if (reply.kind === 'fence' && flight.questioning === 'queue' && !fenceWithoutPaper(reply.byte)) {
      if (flight.isPrinted) this.#arrive('queue');
      else this.#printed(flight);
    }
  }

  /** The printer names a fault: it stops the clock, which starts anew when the fault is gone. */
  halt(condition: PrinterCondition): void {
    const flight = this.#flight;
    if (flight === null) return;
    flight.waitAnew();
    if (condition === 'paper_out' || condition === 'cover_open') flight.interrupt();
    if (flight.isPrinted && flight.hang()) this.#progress?.hangs(flight.questioning ?? 'status');
  }

  /** The printer has not answered a question: nobody knows what happened meanwhile. */
  unwatch(): void {
    this.#flight?.unwatch();
  }

  /** Nobody will hear more of what is out. What is on the paper already is not lost. */
  lose(reason: string): void {
    const flight = this.#flight;
    if (flight === null) return;
    const isOnPaper = flight.isPrinted && this.#progress !== null;
    this.#its.lost();
    if (isOnPaper) this.#end((it) => it.arrive(it.questioning ?? 'status', true));
    else this.#end((it) => it.lose(reason));
  }

  #accepted(flight: Flight): void {
    flight.accept();
    this.#progress?.sent();
    if (this.#its.transport.proof === 'system') this.#arrive('system');
  }

  #failed(error: unknown): void {
    if (error instanceof NotConnected) return this.#end((it) => it.neverLeft());
    this.lose(error instanceof Error ? error.message : String(error));
    if (this.#its.transport.isOpen) this.#its.refused();
  }

  #printed(flight: Flight): void {
    flight.print();
    this.#progress?.printed();
  }

  #limit(questioning: Questioning, accepted: boolean, bytes: number): number {
    const { transport, isMute } = this.#its;
    if (!accepted) return transport.proof === 'system' ? systemLimit : stallLimit;
    if (questioning !== null) return proofLimit + bytes * perByte;
    return isMute() ? muteSettle : trustLimit + bytes * perByte;
  }

  /** Proof is overdue. */
  #judge(flight: Flight): void {
    const { transport, heartbeat, isMute } = this.#its;
    if (!isMute() && (!this.#isWell || heartbeat.misses > 0)) {
      // A fault has no limit; silence has its own.
      flight.waitAnew();
    } else if (!flight.isAccepted) {
      transport.drop('stalled');
    } else if (flight.questioning !== null) {
      this.lose('no answer');
    } else if (isMute()) {
      this.#arrive('bytes');
    } else {
      void this.#trust(flight);
    }
  }

  /** Its word that all is well is all that this printer gives; it has to be a word of now. */
  async #trust(flight: Flight): Promise<void> {
    const { heartbeat } = this.#its;
    flight.waitAnew();
    // One may be on its way that was asked for a while ago.
    await heartbeat.beat();
    await heartbeat.beat();
    if (this.#flight !== flight || heartbeat.misses > 0 || !this.#isWell) return;
    // It may be another printer's word, or one after a pause in which the slip was lost.
    if (flight.wasUnwatched) this.lose('silent');
    else this.#arrive('status');
  }

  get #isWell(): boolean {
    return canPrint(conditionOf(this.#its.heartbeat.status));
  }

  #arrive(evidence: PrintEvidence): void {
    this.#end((flight) => flight.arrive(evidence));
  }

  #end(land: (flight: Flight) => void): void {
    const flight = this.#flight;
    if (flight === null) return;
    this.#flight = null;
    this.#progress = null;
    land(flight);
  }
}
