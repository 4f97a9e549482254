import type { Log } from '../../ops/log.ts';
import type { LetterSeal } from './authenticity.ts';
import { letterDocument } from './letter-document.ts';
import type { LetterRecord, LetterStore } from './letter-store.ts';
import type { LetterPress } from './press.ts';

export interface LetterMakerParts {
  readonly letters: LetterStore;
  readonly press: LetterPress;
  readonly seal: LetterSeal;
  /** What its code says: the number as it stands on it, of which office. */
  readonly facts: (letter: LetterRecord) => { number: string; issuer: string };
  /** Its code and PDF are kept. */
  readonly made: () => void;
  readonly log: Log;
}

const againMs = 60_000;

/**
 * Makes the PDF of every letter that has a number, one after the other. What a crash or a full disk left undone is made at
 * the next start or minute, from the words that were kept with the number.
 */
export class LetterMaker {
  readonly #its: LetterMakerParts;
  #running: Promise<void> | null = null;
  #more = false;
  #closed = false;
  #again: NodeJS.Timeout | undefined;

  constructor(parts: LetterMakerParts) {
    this.#its = parts;
  }

  /** Takes up what the last run left. */
  start(): void {
    this.#retry();
    this.#again = setInterval(() => this.#retry(), againMs).unref();
  }

  /** Says that a letter was given its number. Returns at once. */
  wake(): void {
    if (this.#closed) return;
    this.#more = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Waits until nothing is being made. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#again);
    await this.idle();
  }

  #retry(): void {
    try {
      this.#its.letters.again();
    } catch (error) {
      this.#its.log.error({ err: error }, 'letters could not be taken up again');
    }
    this.wake();
  }

  async #run(): Promise<void> {
    const { letters, log } = this.#its;
    try {
      while (this.#more && !this.#closed) {
        this.#more = false;
        for (let letter = letters.unmade(); letter && !this.#closed; letter = letters.unmade())
          await this.#make(letter);
      }
    } catch (error) {
      log.error({ err: error }, 'the letters wait: nothing can be written');
    }
  }

  async #make(letter: LetterRecord): Promise<void> {
    const { letters, press, seal, facts, made, log } = this.#its;
    try {
      const { number, issuer } = facts(letter);
      const token = await seal.seal({
        letterId: letter.id,
        number,
        kind: letter.title,
        date: letter.date,
        name: letter.masked_name,
        issuer,
      });
      const pdf = await press.render({ ...letterDocument.parse(JSON.parse(letter.document)), token });
      if (this.#closed) return;
      letters.made(letter.id, token, pdf);
    } catch (error) {
      if (this.#closed) return;
      log.error({ err: error, letter: letter.id }, 'a letter could not be made');
      letters.failed(letter.id);
    }
    made();
  }
}
