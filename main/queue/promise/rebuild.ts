import { DayPace } from './day-pace.ts';

/**
 * One ticket as the records hold it; `joinedMinute` when it came to this line later than it was taken, `leftMinute` when
 * it left the line without being called.
 */
export interface TicketTimes {
  readonly takenMinute: number;
  readonly joinedMinute?: number;
  readonly calledMinute: number | null;
  readonly leftMinute?: number | null;
}

/** Within the same minute tickets are taken first, then called, then leave. */
const taken = 0;
const called = 1;
const left = 2;

/** The day's pace after a restart: a fresh one, fed what the lost one was fed. The tickets may come in any order. */
export function rebuildDay(tickets: readonly TicketTimes[]): DayPace {
  const events = tickets.flatMap(({ takenMinute, joinedMinute, calledMinute, leftMinute = null }) => {
    const events = [{ what: taken, atMinute: joinedMinute ?? takenMinute, takenMinute }];
    if (calledMinute !== null) events.push({ what: called, atMinute: calledMinute, takenMinute });
    else if (leftMinute !== null) events.push({ what: left, atMinute: leftMinute, takenMinute });
    return events;
  });
  events.sort((a, b) => a.atMinute - b.atMinute || a.what - b.what || a.takenMinute - b.takenMinute);

  const day = new DayPace();
  let waiting = 0;
  for (const { what, atMinute, takenMinute } of events) {
    if (what === taken) {
      day.taken(atMinute);
      waiting += 1;
    } else {
      if (what === called) day.called(takenMinute, atMinute, waiting);
      waiting -= 1;
    }
  }
  return day;
}
