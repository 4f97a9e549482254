import type { Discipline } from './discipline.ts';
import type { Line, TicketStore, WaitingRow } from './ticket-store.ts';

/** Where a newcomer would stand. */
export interface Placement {
  /** Waiting tickets that would be called first by the scores of now. */
  readonly peopleAhead: number;
  /** Place in the order in which the line will really be called, from 1, a place a file; what the promise counts. */
  readonly callPosition: number;
  readonly headTick: number | null;
}

/**
 * Finds a newcomer's place. Most stand behind everybody, so counting is enough; priority and the rule that counts
 * need the line itself.
 * @param intervalMs how often somebody of this service is called, as learned
 */
export function place(
  store: TicketStore,
  discipline: Discipline,
  where: { serviceDay: string; serviceId: string },
  newcomer: { priority: boolean; tick: number },
  intervalMs: () => number,
): Placement {
  if (discipline.standsLast(newcomer.priority)) return behindAll(store.line(where.serviceDay, where.serviceId));
  const person: WaitingRow = { id: '', takenTick: newcomer.tick, priority: newcomer.priority, files: 1 };
  const line = [...store.waiting(where.serviceDay, where.serviceId), person];
  const history = { regularSincePriority: store.regularSincePriority(where.serviceDay, [where.serviceId]) };
  const order = discipline.callingOrder(line, newcomer.tick, intervalMs(), history);
  return {
    peopleAhead: discipline.peopleAhead(person, line, newcomer.tick, history),
    callPosition: order.slice(0, order.indexOf(person)).reduce((files, other) => files + other.files, 0) + 1,
    headTick: line.length > 1 ? (line[0] as WaitingRow).takenTick : null,
  };
}

export function behindAll(line: Line): Placement {
  return { peopleAhead: line.waiting, callPosition: line.files + 1, headTick: line.headTick };
}
