import { shortDate, timeOfDay } from '../i18n/format.ts';
import { catalogues, type Language } from '../i18n/staff.ts';

/** "hari ini pukul 09.14", "Sen, 23 Nov 2026 pukul 16.02": when something was. Both in ms since 1970. */
export function pastFrom(now: number, at: number, language: Language, zone: string): string {
  const { time, admin } = catalogues[language];
  const clock = timeOfDay(at, language, zone);
  const day = shortDate(at, language, zone);
  return day === shortDate(now, language, zone) ? admin.todayAt(time.at(clock)) : time.dayAt(day, clock);
}
