import type { Timers } from '../../../main/printing/timers.ts';
import type { Manners } from './manners.ts';
import { automaticStatus, type Faults, mended, realtimeStatus } from './sensors.ts';

/** One connection, as the printer sees it. */
export interface Line {
  readonly isOpen: boolean;
  /** What the printer says. */
  say(bytes: Buffer): void;
  /** The printer breaks it off. */
  reset(): void;
}

interface VoiceParts {
  readonly timers: Timers;
  readonly faults: Readonly<Faults>;
  readonly manners: Readonly<Manners>;
}

/** What a printer says on its lines, with the manners it has. */
export class Voice {
  readonly #timers: Timers;
  readonly #faults: Readonly<Faults>;
  readonly #manners: Readonly<Manners>;
  readonly #lines = new Set<Line>();
  readonly #unsaid: { to: Line; bytes: Buffer }[] = [];
  #isAutomatic = false;

  constructor({ timers, faults, manners }: VoiceParts) {
    this.#timers = timers;
    this.#faults = faults;
    this.#manners = manners;
  }

  join(line: Line): void {
    this.#lines.add(line);
  }

  leave(line: Line): void {
    this.#lines.delete(line);
  }

  breakOff(): void {
    for (const line of [...this.#lines]) line.reset();
  }

  forget(): void {
    this.#unsaid.length = 0;
    this.#isAutomatic = false;
  }

  /** To DLE EOT n. */
  tellStatus(to: Line, n: number): void {
    this.#say(to, realtimeStatus(n, this.#told));
  }

  /** To GS r 1. */
  tellPaper(to: Line): void {
    this.answer(to, this.#told.nearEnd ? 0x03 : 0x00);
  }

  /** To GS a: at once, then on every change, or never again. */
  tellAutomatically(to: Line, on: boolean): void {
    this.#isAutomatic = on;
    if (on) this.answer(to, ...automaticStatus(this.#told));
  }

  tellChange(): void {
    if (!this.#isAutomatic || this.#manners.lying) return;
    for (const line of this.#lines) this.#say(line, ...automaticStatus(this.#told));
  }

  /** Its status, unasked. */
  chatter(): void {
    if (!this.#manners.chatter?.()) return;
    for (const line of this.#lines) this.#utter(line, automaticStatus(this.#told));
  }

  /** An answer in turn goes to whoever is connected now: the printer does not remember who asked. */
  answer(asked: Line, ...bytes: number[]): void {
    const to = asked.isOpen ? asked : [...this.#lines].at(-1);
    if (to !== undefined) this.#say(to, ...bytes);
  }

  get #told(): Readonly<Faults> {
    return this.#manners.lying ? mended : this.#faults;
  }

  #say(to: Line, ...bytes: number[]): void {
    this.chatter();
    this.#utter(to, bytes);
  }

  #utter(to: Line, bytes: readonly number[]): void {
    const { mute, swallows, late, split } = this.#manners;
    if (mute || swallows || !to.isOpen) return;
    const pieces = split ? bytes.map((byte) => Buffer.of(byte)) : [Buffer.from(bytes)];
    for (const piece of pieces) this.#unsaid.push({ to, bytes: piece });
    // What was late keeps its place: the oldest leave first, whoever's timer it is.
    if (late > 0) this.#timers.after(late, () => this.#speak(pieces.length));
    else this.#speak(this.#unsaid.length);
  }

  #speak(pieces: number): void {
    for (const { to, bytes } of this.#unsaid.splice(0, pieces)) if (to.isOpen) to.say(bytes);
  }
}
