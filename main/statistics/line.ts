import type { Fact, Happening } from './facts.ts';

/** Something that may have changed who waits, on both clocks (ms). */
interface Step {
  readonly ticket: string;
  readonly kind: string;
  readonly state: Fact['state'];
  readonly at: number;
  readonly tick: number;
}

export interface DayLine {
  /** Calls that were not taken back: Unix ms. */
  readonly calls: readonly number[];
  /** How many waited at the end of each stretch, and at last; Unix ms. */
  readonly points: readonly { readonly at: number; readonly waiting: number }[];
}

const stretchMs = 10 * 60_000;
/** A day and a night: a wall clock that jumps makes no endless line. */
const mostPoints = (24 * 60 * 60_000) / stretchMs;

/** A ticket with its id, for its first event is not looked up. */
export type NamedFact = Fact & { readonly id: string };

/**
 * Follows every ticket of a day through its events: how long the line was, and when somebody was called. Events are put
 * in the order of the steady clock and drawn on the wall clock, which may have been set back meanwhile.
 * @param isToday whether a moment lies on the day; numbers carried over were written the day before
 * @param until the line is drawn up to here when somebody still waits: now, or the day's end
 */
export function followLine(
  facts: readonly NamedFact[],
  happenings: readonly Happening[],
  isToday: (wall: number) => boolean,
  until: number,
): DayLine {
  const calls = new Map<string, number[]>();
  const states = new Map<string, Fact['state']>();
  const points: { at: number; waiting: number }[] = [];
  let waiting = 0;
  let stretchEnd: number | null = null;
  const drawTo = (at: number) => {
    if (stretchEnd === null) stretchEnd = (Math.floor(at / stretchMs) + 1) * stretchMs;
    while (at >= stretchEnd && points.length < mostPoints) {
      points.push({ at: stretchEnd, waiting });
      stretchEnd += stretchMs;
    }
  };
  for (const { ticket, kind, state, at } of inOrder(facts, happenings)) {
    const today = isToday(at);
    if (today) drawTo(at);
    const before = states.get(ticket);
    states.set(ticket, state);
    waiting += Number(state === 'waiting') - Number(before === 'waiting');
    if (kind === 'called' && today) calls.set(ticket, [...(calls.get(ticket) ?? []), at]);
    if (kind === 'undone' && before === 'called' && state !== 'serving') calls.get(ticket)?.pop();
  }
  if (stretchEnd !== null) {
    if (waiting > 0) drawTo(until);
    points.push({ at: Math.min(stretchEnd, Math.max(until, points.at(-1)?.at ?? 0)), waiting });
  }
  return { calls: [...calls.values()].flat().sort((a, b) => a - b), points };
}

function inOrder(facts: readonly NamedFact[], happenings: readonly Happening[]): Step[] {
  const taken = facts
    .filter(({ origin }) => origin === 'taken')
    .map(({ id, taken_at, taken_tick }): Step => {
      return { ticket: id, kind: 'taken', state: 'waiting', at: taken_at, tick: taken_tick };
    });
  const later = happenings.map(({ ticket_id, kind, state, at, tick }): Step => {
    return { ticket: ticket_id, kind, state, at, tick };
  });
  // Both lists are in order already; of one moment, taking a number comes first.
  return [...taken, ...later].sort((a, b) => a.tick - b.tick);
}
