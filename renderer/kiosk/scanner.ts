import { useEffect } from 'react';
import { wholeNumber } from './check.ts';
import type { Wanted } from './flow-state.ts';
import type { Send } from './use-flow.ts';

/** What a key was part of. */
export interface Heard {
  /** A whole code: the ticket it is of, or null for a code that is not ours. */
  scan: { wanted: Wanted | null } | null;
  /** The key belongs to the scanner and must not press the button that has the focus. */
  swallow: boolean;
}

/** A scanner is quicker than this between two keys, and no finger is; ms. */
const gap = 100;
/** Shorter is no code. */
const shortestCode = 6;
const longestCode = 512;
const ours = /ANJ1:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
/** The bare number, as on paper that was printed before. */
const bareNumber = /^([A-Z]{1,2})-?(\d{1,4})$/i;
const nothing: Heard = { scan: null, swallow: false };

/**
 * Tells a scanner that types like a keyboard from a person: by its speed. Our code is known by its form, whether the
 * scanner ends it with Enter, Tab or nothing; another code, or a bare number, is known by its Enter.
 */
export class Scanner {
  #typed = '';
  #at = Number.NEGATIVE_INFINITY;
  /** Our code is complete; its Enter may still come. */
  #complete = false;

  /**
   * @param key as `KeyboardEvent.key`
   * @param at ms of any steady clock
   */
  press(key: string, at: number): Heard {
    if (at - this.#at > gap) {
      this.#typed = '';
      this.#complete = false;
    }
    this.#at = at;
    if (key === 'Enter' || key === 'Tab') return this.#ended();
    if (key.length !== 1) return nothing;
    const swallow = this.#typed !== '';
    this.#typed = (this.#typed + key).slice(-longestCode);
    const id = ours.exec(this.#typed)?.[1]?.toLowerCase();
    if (id === undefined) return { scan: null, swallow };
    this.#typed = '';
    this.#complete = true;
    return { scan: { wanted: { id } }, swallow };
  }

  #ended(): Heard {
    const typed = this.#typed;
    const complete = this.#complete;
    this.#typed = '';
    this.#complete = false;
    if (complete) return { scan: null, swallow: true };
    const [, letter, digits] = bareNumber.exec(typed) ?? [];
    if (letter !== undefined && digits !== undefined)
      return { scan: { wanted: { number: wholeNumber(letter.toUpperCase() + digits) } }, swallow: true };
    return typed.length >= shortestCode ? { scan: { wanted: null }, swallow: true } : nothing;
  }
}

/** Hears the page's scanner on every screen; the flow decides where a code counts. */
export function useScanner(send: Send): void {
  useEffect(() => {
    const scanner = new Scanner();
    const hear = (event: KeyboardEvent) => {
      const { scan, swallow } = scanner.press(event.key, event.timeStamp);
      if (swallow) event.preventDefault();
      if (scan !== null) send({ type: 'scanned', wanted: scan.wanted });
    };
    // Before any button: the Enter of a scanner must not press it.
    document.addEventListener('keydown', hear, { capture: true });
    return () => document.removeEventListener('keydown', hear, { capture: true });
  }, [send]);
}
