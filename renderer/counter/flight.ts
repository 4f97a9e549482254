import type { Act } from './desk.ts';

/**
 * One act on its way. Until the hub's answer is there and a snapshot shows what it left behind, nothing else is begun:
 * a second press would be judged by a screen that is already out of date.
 */
export interface Flight {
  readonly act: Act;
  /** The ticket it is about, for the button that shows it. */
  readonly ticketId: string | null;
  /** Whom the hub said to be at the counter afterwards; undefined until it answers. */
  readonly answer: string | null | undefined;
  /** When the answer came, ms of the page's clock. */
  readonly answeredAt: number | null;
  /** A snapshot has come since the press. */
  readonly seen: boolean;
}

/** ms. A snapshot that never shows the outcome, because somebody else changed it again, holds nobody up for longer. */
export const longestLanding = 1_000;
/** ms in which a key struck twice is one press. */
export const settleMs = 350;

export function begin(act: Act, ticketId: string | null): Flight {
  return { act, ticketId, answer: undefined, answeredAt: null, seen: false };
}

export function answered(flight: Flight, current: string | null, now: number): Flight {
  return { ...flight, answer: current, answeredAt: now };
}

/** @param current who is at the counter by the newest snapshot */
export function landed(flight: Flight, current: string | null, now: number): boolean {
  if (flight.answer === undefined || flight.answeredAt === null) return false;
  return (flight.seen && flight.answer === current) || now - flight.answeredAt >= longestLanding;
}
