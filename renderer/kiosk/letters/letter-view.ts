import type { Sayings } from '../../i18n/format.ts';
import type { ChoiceLayout } from '../layout.ts';
import type { LettersEvent } from './letters-state.ts';

/** What every screen of the flow "Surat" gets. */
export interface LetterView {
  send: (event: LettersEvent) => void;
  /** The service day, `2026-11-24`. */
  today: string;
  say: Sayings;
  layout: ChoiceLayout;
  upright: boolean;
  /** Everything to touch is in the lower third: there is no room for the search. */
  low: boolean;
  /** Changes with the sizes of the screen. */
  fitKey: string;
  /** Takes a number of this service instead; null where there is none. */
  ticketOf: (serviceId: string) => (() => void) | null;
}
