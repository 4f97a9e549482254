import { codeHash, newCode, sameCode } from './codes.ts';

export interface SetUpCodesParts {
  readonly clock: { tick(): number };
  /** Whether there is no supervisor yet. */
  readonly needed: () => boolean;
  /** Puts a later code before the eyes of whoever stands at the hub; the first is there from the beginning. */
  readonly show: (code: string) => void;
}

interface Code {
  readonly text: string;
  readonly hash: Buffer;
  /** Tick; null for the first, which waits for whoever sets the hub up. */
  readonly until: number | null;
  wrong: number;
  /** It has let a machine in. */
  paired: boolean;
}

const tries = 5;
const recoveryMs = 10 * 60_000;

/**
 * The code of the hub's own screen that makes a supervisor: the first one, or one more after `npm run staff -- recover`.
 * In memory only: it is shown, used and forgotten, and the next start makes another.
 */
export class SetUpCodes {
  readonly #its: SetUpCodesParts;
  #code: Code | null = null;

  constructor(parts: SetUpCodesParts) {
    this.#its = parts;
    // Not shown from here: nobody can use it before the hub is served.
    if (parts.needed()) this.#code = fresh(null);
  }

  /** The code to show; null when there is none. */
  get current(): string | null {
    return this.#good()?.text ?? null;
  }

  /** A code for whoever runs the hub's machine but has no supervisor's PIN, and for no other eyes; good for ten minutes. */
  recover(): string {
    this.#code = fresh(this.#its.clock.tick() + recoveryMs);
    return this.#code.text;
  }

  /** Whether this is the code. Five wrong ones end it; while there is no supervisor, another is shown then. */
  matches(typed: string): boolean {
    return this.#match(typed) !== null;
  }

  /** Whether this code may let a machine in, at which the supervisor is then made; once. */
  pairs(typed: string): boolean {
    const code = this.#match(typed);
    if (!code || code.paired) return false;
    code.paired = true;
    return true;
  }

  /** The code has made a supervisor. */
  used(): void {
    this.#end();
  }

  #match(typed: string) {
    const code = this.#good();
    if (!code || sameCode(typed, code.hash)) return code;
    code.wrong += 1;
    if (code.wrong >= tries) this.#end();
    return null;
  }

  #good() {
    const code = this.#code;
    if (code?.until != null && code.until <= this.#its.clock.tick()) this.#end();
    return this.#code;
  }

  #end(): void {
    this.#code = null;
    if (!this.#its.needed()) return;
    this.#code = fresh(null);
    this.#its.show(this.#code.text);
  }
}

function fresh(until: number | null): Code {
  const text = newCode();
  return { text, hash: codeHash(text), wrong: 0, until, paired: false };
}
