import type { EncodedSlip } from './encode.ts';
import { completionOf, fence, reportChanges } from './status.ts';

/** What a printer answers behind a slip, best first; learnt from the printer itself, for clones' papers lie. */
export interface Means {
  /** DLE EOT: it says how it is. */
  readonly status: boolean;
  /** GS ( H: it names the very slip that is on the paper. */
  readonly completion: boolean;
  /** GS r: it answers in its turn. */
  readonly queue: boolean;
  /** GS a: it tells changes unasked. */
  readonly automatic: boolean;
}

export const noMeans: Means = { status: false, completion: false, queue: false, automatic: false };

/** The kind of question that stands behind the last line and behind the cut of a slip, if any. */
export type Questioning = 'completion' | 'queue' | null;

export function questioningBy({ completion, queue }: Pick<Means, 'completion' | 'queue'>): Questioning {
  if (completion) return 'completion';
  return queue ? 'queue' : null;
}

/**
 * The bytes of a slip with a question behind its last line and another behind its cut, in one piece: the printer takes
 * everything in its turn.
 * @param token three characters of printable ASCII that no other slip of this run has
 */
export function withQuestions({ body, cut }: EncodedSlip, means: Means, token: string): Buffer {
  const questioning = questioningBy(means);
  // A slip begins with ESC @, and some printers forget with it that they were to tell changes.
  const after = means.automatic ? [reportChanges] : [];
  if (questioning === null) return Buffer.concat([body, cut, ...after]);
  const [printed, done] =
    questioning === 'completion' ? [completionOf(printedToken(token)), completionOf(doneToken(token))] : [fence, fence];
  return Buffer.concat([body, printed, cut, done, ...after]);
}

export function printedToken(token: string): string {
  return `P${token}`;
}

export function doneToken(token: string): string {
  return `C${token}`;
}

const digits = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const tokens = digits.length ** 3;

/** Three characters, other ones for 32,768 slips; from a random one on, so that an answer to an earlier run is told apart. */
export class Tokens {
  #next = Math.floor(Math.random() * tokens);

  next(): string {
    this.#next = (this.#next + 1) % tokens;
    const digit = (place: number) => digits[Math.floor(this.#next / place) % digits.length];
    return `${digit(digits.length ** 2)}${digit(digits.length)}${digit(1)}`;
  }
}
