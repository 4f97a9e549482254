import type { Timers } from '../../../main/printing/timers.ts';
import { type Command, CommandReader, UnknownCommand } from './commands.ts';
import { type Mark, Typesetter } from './decoder.ts';
import { type Manners, polite } from './manners.ts';
import { type Milestone, Moments } from './moments.ts';
import { type Faults, isOffline, mended } from './sensors.ts';
import { type Line, Voice } from './voice.ts';

export type { Line };

export interface MechanismOptions {
  readonly timers: Timers;
  readonly onCut?: ((slip: readonly Mark[]) => void) | undefined;
}

/**
 * A thermal printer that speaks ESC/POS as Epson's reference says: real-time questions are answered out of turn,
 * everything else in its turn, and nothing moves while it is offline; its buffer outlives a connection. It knows no
 * sockets: bytes come from a line and answers go to one.
 */
export class PrinterMechanism {
  readonly #timers: Timers;
  readonly #onCut: ((slip: readonly Mark[]) => void) | undefined;
  readonly #faults: Faults = { ...mended };
  readonly #manners: Manners = { ...polite };
  readonly #moments = new Moments();
  readonly #voice: Voice;
  readonly #reader = new CommandReader((what) => void this.garbage.push(what));
  readonly #queue: { command: Command; from: Line }[] = [];
  #typesetter = new Typesetter();
  #realtime: number[] = [];
  #cancelLine: (() => void) | null = null;
  #slip: Mark[] = [];

  /** Papers that were cut, oldest first. */
  readonly slips: Mark[][] = [];
  /** What happened, in words, for a failing test. */
  readonly log: string[] = [];
  /** Bytes that were no command; a printer skips them, a test should not. */
  readonly garbage: string[] = [];
  /** Bytes that have arrived. */
  received = 0;

  constructor({ timers, onCut }: MechanismOptions) {
    this.#timers = timers;
    this.#onCut = onCut;
    this.#voice = new Voice({ timers, faults: this.#faults, manners: this.#manners });
  }

  get faults(): Readonly<Faults> {
    return this.#faults;
  }

  get manners(): Readonly<Manners> {
    return this.#manners;
  }

  /** What is printed and not cut yet. */
  get unfinished(): readonly Mark[] {
    return this.#slip;
  }

  /** Commands that have arrived and wait for their turn. */
  get backlog(): number {
    return this.#queue.length;
  }

  /** Makes or mends faults; a mended printer goes on where it stopped. */
  set(faults: Partial<Faults>): void {
    Object.assign(this.#faults, faults);
    this.log.push(`faults ${JSON.stringify(faults)}`);
    this.#voice.tellChange();
    this.#work();
  }

  behave(manners: Partial<Manners>): void {
    Object.assign(this.#manners, manners);
    const { resetAfter, paperLines } = manners;
    if (typeof resetAfter === 'number') this.after(resetAfter, 'byte', () => this.reset());
    if (typeof paperLines === 'number') this.after(paperLines, 'line', () => this.set({ paperOut: true }));
  }

  /** Does something in the middle: when so many bytes more have arrived, lines are printed or papers cut. */
  after(count: number, milestone: Milestone, act: () => void): void {
    this.#moments.after(count, milestone, act);
  }

  /** What was to happen in the middle of something will not. */
  forgetMoments(): void {
    this.#moments.forget();
  }

  connect(line: Line): void {
    this.#voice.join(line);
  }

  disconnect(line: Line): void {
    this.#voice.leave(line);
  }

  /** Breaks off every connection, as a crash of its network side does; keeps what it has. */
  reset(): void {
    this.log.push('reset');
    this.#voice.breakOff();
  }

  /** Power off: connections and buffer are gone; what is on the paper stays. */
  losePower(): void {
    this.log.push('power lost');
    this.#cancelLine?.();
    this.#cancelLine = null;
    this.#queue.length = 0;
    this.#voice.forget();
    this.#reader.clear();
    this.#realtime = [];
    this.#typesetter = new Typesetter();
    this.reset();
  }

  /** Bytes arrive. */
  take(bytes: Uint8Array, from: Line): void {
    for (let rest = bytes; rest.length > 0 && from.isOpen; ) {
      const count = this.#manners.chatter ? 1 : Math.min(rest.length, this.#moments.next('byte'));
      const piece = rest.subarray(0, count);
      rest = rest.subarray(count);
      this.received += count;
      this.#voice.chatter();
      for (const command of this.#reader.push(this.#withoutRealtime(piece, from))) this.#queue.push({ command, from });
      this.#work();
      this.#moments.passed('byte', count);
    }
  }

  /** DLE EOT n and DLE ENQ n are obeyed on arrival and never reach the buffer. */
  #withoutRealtime(bytes: Uint8Array, from: Line): Buffer {
    const rest: number[] = [];
    for (const byte of bytes) {
      this.#realtime.push(byte);
      const [dle, kind, n] = this.#realtime;
      if (dle !== 0x10 || (kind !== undefined && kind !== 0x04 && kind !== 0x05)) {
        rest.push(...this.#realtime);
        this.#realtime = [];
      } else if (n !== undefined) {
        this.#realtime = [];
        if (kind === 0x04) this.#voice.tellStatus(from, n);
      }
    }
    return Buffer.from(rest);
  }

  #work(): void {
    while (this.#cancelLine === null && !isOffline(this.#faults)) {
      const next = this.#queue[0];
      if (next === undefined) return;
      if (next.command.name === 'GS V' && this.#manners.jamsAtCut) {
        this.#manners.jamsAtCut = false;
        return this.set({ cutterJam: true });
      }
      this.#queue.shift();
      this.#execute(next.command, next.from);
      if (this.#manners.slow > 0 && next.command.name === 'LF') {
        this.#cancelLine = this.#timers.after(this.#manners.slow, () => {
          this.#cancelLine = null;
          this.#work();
        });
      }
    }
  }

  #execute(command: Command, from: Line): void {
    const { name, args } = command;
    const answers = !this.#manners.noFence;
    const mark = this.#set(command);
    if (name === 'GS r') {
      if (answers) this.#voice.tellPaper(from);
    } else if (name === 'GS a') {
      this.#voice.tellAutomatically(from, (args[0] ?? 0) !== 0);
    } else if (name === 'GS I') {
      this.#voice.answer(from, 0x5f, ...Buffer.from(args[0] === 66 ? 'EPSON' : 'TM-T82III'), 0x00);
    } else if (isCompletionQuestion(command)) {
      if (this.#manners.completion === 'printed') this.#takeForText(args);
      else if (answers && this.#manners.completion === 'answered') this.#complete(from, args);
    }
    if (mark !== undefined) this.#print(mark);
  }

  /** A value that no printer defines, as a torn command may hold, is skipped like an unknown command. */
  #set(command: Command): Mark | undefined {
    try {
      return this.#typesetter.execute(command);
    } catch (error) {
      if (!(error instanceof UnknownCommand)) throw error;
      this.garbage.push(error.message);
      return undefined;
    }
  }

  #complete(from: Line, args: Buffer): void {
    if (this.#manners.newestOnly && this.#queue.some(({ command }) => isCompletionQuestion(command))) return;
    this.#voice.answer(from, 0x37, 0x22, ...args.subarray(5, 9), 0x00);
  }

  /** What a printer makes of `GS ( H` that knows no such thing: two bytes skipped, the rest letters of the next line. */
  #takeForText(args: Buffer): void {
    const letters = args.toString('latin1').replace(/[^\x20-\x7e]/g, '');
    this.#typesetter.execute({ name: 'text', args: Buffer.from(letters, 'latin1') });
  }

  #print(mark: Mark): void {
    this.#slip.push(mark);
    if (mark.kind === 'line') this.#moments.passed('line');
    if (mark.kind !== 'cut') return;
    this.log.push('cut');
    this.slips.push(this.#slip);
    const slip = this.#slip;
    this.#slip = [];
    this.#onCut?.(slip);
    this.#moments.passed('cut');
  }
}

/** GS ( H, function 48: tell when everything before it is printed. */
function isCompletionQuestion({ name, args }: Command): boolean {
  return name === 'GS (' && args[0] === 'H'.charCodeAt(0) && args[3] === 0x30;
}
