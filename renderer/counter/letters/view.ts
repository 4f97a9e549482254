import { createContext, use } from 'react';
import type { RequestBoard } from '../../../contract/documents.ts';
import type { LetterPrinterBoard } from '../../../contract/letter-printing.ts';
import type { StaffRole } from '../../../contract/principal.ts';
import type { CounterClient } from '../../client/staff-client.ts';

/** Which page of letters is shown. */
export type LettersPlace =
  | { name: 'list' }
  | { name: 'request'; id: string }
  | { name: 'new' }
  | { name: 'register' }
  | { name: 'check' };

/** What every page of letters works with. */
export interface LettersView {
  readonly documents: CounterClient['documents'];
  readonly printing: CounterClient['letterPrinting'];
  /** The office's printers of letters; undefined until the hub has told of them. */
  readonly printer: LetterPrinterBoard | undefined;
  readonly role: StaffRole;
  /** Whoever stands at this counter. */
  readonly serving: { readonly ticketId: string; readonly number: string } | null;
  /** The hub's time at its last snapshot, ms. */
  readonly now: number;
  /** "09.14" of today, "23 Nov" of another day, in the lounge's zone. */
  readonly moment: (instant: string) => string;
  /** "23 Nov 2026" of `2026-11-23`. */
  readonly day: (date: string) => string;
  /** The year of the lounge's calendar. */
  readonly year: number;
  readonly counts: RequestBoard['counts'];
  /** A letter is signed when its signer has said so with an own PIN. */
  readonly signerPin: boolean;
  /** Grows with every change at the hub. */
  readonly revision: number;
  readonly go: (place: LettersPlace) => void;
}

export const LettersContext = createContext<LettersView | null>(null);

export function useLetters(): LettersView {
  const view = use(LettersContext);
  if (view === null) throw new Error('a page of letters stands outside of them');
  return view;
}
