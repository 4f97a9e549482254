import type { CounterSnapshot, cancelReasons, chosenReasons, Need, PauseReason, Why } from '../../contract/counters.ts';
import type { Catalogue } from '../i18n/staff.ts';
import type { Hindrance } from './desk.ts';

/** From codes and figures of the contract to words. Reasons stand in the order in which they are offered. */

export type { Need, PauseReason };
export type ChosenReason = (typeof chosenReasons)[number];
/** `end_of_day` is not a clerk's to say. */
export type CancelReason = Exclude<(typeof cancelReasons)[number], 'end_of_day'>;

export const pauseOrder = ['break', 'prayer', 'helping', 'documents', 'technical'] as const satisfies PauseReason[];
export const chosenOrder = ['urgent', 'unwell', 'came_back', 'same_family', 'other'] as const satisfies ChosenReason[];
export const cancelOrder = ['left', 'mistake', 'abuse'] as const satisfies CancelReason[];
export const needOrder = ['visit', 'wheelchair'] as const satisfies Need[];

/** Why a ticket stands where it stands; null for who simply came first. */
export function whyWords({ counter }: Catalogue, why: Why): string | null {
  switch (why.rule) {
    case 'arrival':
      return null;
    case 'priority':
      return counter.line.priority(why.rate, why.minutes);
    case 'strict':
      return counter.line.strict;
    case 'ratio':
      return counter.line.ratio(why.every);
  }
}

export function hindranceWords({ counter }: Catalogue, hindrance: Hindrance | null): string | null {
  switch (hindrance?.why) {
    case 'early':
      return counter.early(hindrance.calls, hindrance.seconds);
    case 'occupied':
      return counter.occupied(hindrance.number);
    case 'nobodyWaits':
      return counter.acts.nobodyWaits;
    default:
      return null;
  }
}

export const minutesOf = (seconds: number): number => Math.floor(seconds / 60);

/** "Loket 3 · Siti" of a snapshot's holder when the hub may not tell the name. */
export function holderName({ counter }: Catalogue, { holder }: CounterSnapshot): string {
  return holder === null || holder.name === '' ? counter.elsewhere.unnamed : holder.name;
}
