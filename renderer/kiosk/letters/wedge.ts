import { code } from './tracking.ts';

/** What a scanner read that types like a keyboard. */
export type Scan =
  /** The code of a request. */
  | { type: 'scannedCode'; code: string }
  /** Sixteen digits of an identity card. */
  | { type: 'scannedDigits'; digits: string }
  /** The code of a letter: three parts of base64url with dots between them. */
  | { type: 'scannedToken'; token: string }
  | { type: 'scannedOther' };

/** A scanner is quicker than this between two keys, and no finger is; ms. */
const gap = 100;
/** A letter's code has some 300 signs; the hub takes no more than this. */
const longest = 1200;
const shortest = 6;

/** Hears a scanner: keys in, and what they say when Enter or Tab ends them, or when nothing follows any more. */
export class Wedge {
  #typed = '';
  #at = Number.NEGATIVE_INFINITY;

  /**
   * @param key as `KeyboardEvent.key`
   * @param at ms of any steady clock
   */
  press(key: string, at: number): Scan | null {
    if (key.length !== 1 && key !== 'Enter' && key !== 'Tab') return null;
    if (at - this.#at > gap) this.#typed = '';
    this.#at = at;
    if (key.length !== 1) return this.#ended();
    // One sign too many is kept: it shows that this is no code of ours.
    this.#typed = (this.#typed + key).slice(0, longest + 1);
    return null;
  }

  /** No key has come for a while: a letter's code is known by its form, without an Enter. */
  quiet(): Scan | null {
    return token.test(this.#typed) ? this.#ended() : null;
  }

  #ended(): Scan | null {
    const typed = this.#typed;
    this.#typed = '';
    return typed.length < shortest ? null : read(typed);
  }
}

/** How long after a key `quiet` is asked, ms. */
export const quietAfter = 3 * gap;

const token = /^[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}$/;

function read(text: string): Scan {
  const ours = /ANJ2:([0-9A-Z-]{8,9})$/i.exec(text)?.[1];
  if (ours !== undefined) return { type: 'scannedCode', code: code(ours) };
  if (/^\d{16}$/.test(text)) return { type: 'scannedDigits', digits: text };
  if (text.length <= longest && token.test(text)) return { type: 'scannedToken', token: text };
  return { type: 'scannedOther' };
}
