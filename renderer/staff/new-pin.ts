import { weakPin } from './pin-entry.ts';

/** A PIN that is chosen: typed twice, and not one that everybody would guess. */
export interface NewPin {
  readonly first: string | null;
}

export type NewPinStep = { next: NewPin; problem: 'weak' | 'different' | null; chosen: string | null };

/** One whole entry of six digits. A second that differs begins again with the first. */
export function choosePin({ first }: NewPin, digits: string): NewPinStep {
  if (first === null) {
    return weakPin(digits)
      ? { next: { first: null }, problem: 'weak', chosen: null }
      : { next: { first: digits }, problem: null, chosen: null };
  }
  return first === digits
    ? { next: { first: null }, problem: null, chosen: digits }
    : { next: { first: null }, problem: 'different', chosen: null };
}
