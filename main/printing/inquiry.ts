import { ask, type PrinterStatus, type Question, questions, withAnswer } from './status.ts';
import type { Timers } from './timers.ts';

/** Milliseconds. Printers on a LAN answer in a few; some take longer while the cutter runs. */
const answerLimit = 1000;
const lateLimit = 500;

/** Asks a printer how it is, one question at a time: an answer does not say what it answers. */
export class Inquiry {
  readonly #send: (bytes: Buffer) => Promise<void>;
  readonly #timers: Timers;
  #waiting: ((byte: number | undefined) => void) | null = null;

  constructor(send: (bytes: Buffer) => Promise<void>, timers: Timers) {
    this.#send = send;
    this.#timers = timers;
  }

  /** @returns what it says now, or null when it answers nothing at all */
  async make(known: PrinterStatus): Promise<PrinterStatus | null> {
    let status = known;
    let answered = false;
    for (const question of [questions.printer, questions.offline, questions.error, questions.paper] as const) {
      if (question === questions.error && !status.failed) continue;
      const byte = await this.#ask(question);
      if (byte !== undefined) {
        status = withAnswer(status, question, byte);
        answered = true;
      } else if (answered) {
        await this.#letPass();
      } else {
        return null;
      }
    }
    return status;
  }

  /** Every answer as it came, in the order of the questions; null where none came. */
  async recite(): Promise<(number | null)[]> {
    const answers: (number | null)[] = [];
    for (const question of [questions.printer, questions.offline, questions.error, questions.paper] as const)
      answers.push((await this.#ask(question)) ?? null);
    return answers;
  }

  /** An answer to DLE EOT has arrived. */
  hear(byte: number): void {
    this.#waiting?.(byte);
  }

  /** Nobody will answer any more. */
  giveUp(): void {
    this.#waiting?.(undefined);
  }

  /** An answer that comes late after all must not pass for the next question's. */
  async #letPass(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting = () => resolve();
    const cancel = this.#timers.after(lateLimit, resolve);
    await promise;
    cancel();
    this.#waiting = null;
  }

  async #ask(question: Question): Promise<number | undefined> {
    const { promise, resolve } = Promise.withResolvers<number | undefined>();
    this.#waiting = resolve;
    // Once more around the loop: after a stall of the whole program the timer runs before the answer is read.
    let cancel = this.#timers.after(answerLimit, () => {
      cancel = this.#timers.after(0, () => resolve(undefined));
    });
    this.#send(ask(question)).catch(() => resolve(undefined));
    const byte = await promise;
    cancel();
    this.#waiting = null;
    return byte;
  }
}
