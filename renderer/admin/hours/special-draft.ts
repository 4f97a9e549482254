import type { Bilingual } from '../../../contract/base.ts';
import type { CalendarFile, Week } from '../../../contract/catalogue.ts';
import { weekdays } from './week-draft.ts';

export type SpecialDays = CalendarFile['special'][number];

/** A day on which the lounge is closed. */
export const newHoliday = (day: string, name: Bilingual): SpecialDays => ({
  from: day,
  to: day,
  name,
  closed: true,
  hours: {},
});

/** Shorter days for a while: every plan as it is, but no later than the hour at which Ramadan's day ends. */
export function shorterDays(calendar: CalendarFile, day: string, name: Bilingual, latest: string): SpecialDays {
  return {
    from: day,
    to: day,
    name,
    closed: false,
    hours: Object.fromEntries(Object.entries(calendar.hours).map(([id, week]) => [id, noLaterThan(week, latest)])),
  };
}

function noLaterThan(week: Week, latest: string): Week {
  return Object.fromEntries(
    weekdays.flatMap((day) => {
      const hours = week[day];
      if (hours === undefined) return [];
      return [
        [
          day,
          hours.flatMap((interval) => {
            const [from = '', to = ''] = interval.split('-');
            if (from >= latest) return [];
            return [`${from}-${to > latest ? latest : to}`];
          }),
        ],
      ];
    }),
  );
}
