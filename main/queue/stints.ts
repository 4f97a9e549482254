import type { TicketState } from '../../contract/queue.ts';
import type { EventKind } from './ticket-row.ts';

/** Something that happened to a ticket while it belonged to one service's line; oldest first. Ticks in ms. */
export interface LineEvent {
  readonly ticketId: string;
  readonly kind: EventKind;
  /** After the event. */
  readonly state: TicketState;
  readonly tick: number;
  readonly takenTick: number;
}

/** One time that a ticket stood in a line: from joining it until it was called or left. */
export interface Stint {
  readonly takenTick: number;
  readonly joinedTick: number;
  readonly calledTick: number | null;
  readonly leftTick: number | null;
}

/** How long tickets stood in one line: a transferred or returned ticket joins anew, a call taken back was none. */
export function stintsOf(events: readonly LineEvent[]): Stint[] {
  const stints: Stint[] = [];
  /** The latest stint of each ticket, by its place in the list. */
  const latest = new Map<string, number>();
  for (const { ticketId, kind, state, tick, takenTick } of events) {
    const place = latest.get(ticketId);
    const stint = place === undefined ? undefined : stints[place];
    const stands = stint !== undefined && stint.calledTick === null && stint.leftTick === null;
    if (kind === 'undone' && state === 'waiting' && place !== undefined && stint) {
      stints[place] = { ...stint, calledTick: null };
    } else if (state === 'waiting' && !stands) {
      latest.set(ticketId, stints.push({ takenTick, joinedTick: tick, calledTick: null, leftTick: null }) - 1);
    } else if (place !== undefined && stands && kind === 'called') {
      stints[place] = { ...stint, calledTick: tick };
    } else if (place !== undefined && stands && kind === 'cancelled') {
      stints[place] = { ...stint, leftTick: tick };
    }
  }
  return stints;
}
