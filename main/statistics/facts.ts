import type { TicketState } from '../../contract/queue.ts';

/**
 * How a ticket came to be: taken at a kiosk or desk, following another matter of the same person, carried over from an
 * earlier day, or a pre-printed spare number that was called.
 */
export type Origin = 'taken' | 'following' | 'carried' | 'spare';

/** What statistics know of a ticket. `*_at` is Unix ms, `*_ms` a duration on the steady clock. */
export interface Fact {
  readonly day: string;
  readonly number: string;
  readonly series_id: string;
  readonly service_id: string;
  readonly origin: Origin;
  readonly state: TicketState;
  readonly has_priority: number;
  readonly files: number;
  readonly taken_at: number;
  readonly taken_tick: number;
  readonly called_at: number | null;
  readonly waited_ms: number | null;
  /** Of a finished ticket. */
  readonly served_ms: number | null;
  readonly counter_id: string | null;
  readonly person_id: string | null;
  /** Minutes. */
  readonly promise_point: number | null;
  readonly promise_from: number | null;
  readonly promise_to: number | null;
}

/** A ticket's later event: anything but that it was taken. */
export interface Happening {
  readonly id: number;
  readonly ticket_id: string;
  readonly kind: string;
  readonly state: TicketState;
  readonly at: number;
  readonly tick: number;
}

/** The service whose number it is; a spare number has none of its own, so the one in whose line it stands. */
export function serviceTaken(fact: Fact): string {
  return fact.origin === 'spare' ? fact.service_id : fact.series_id;
}

/** How long the person waited for the first call (ms); null when that did not begin with this number or has not come. */
export function waitOf(fact: Fact): number | null {
  return fact.origin === 'taken' ? fact.waited_ms : null;
}
