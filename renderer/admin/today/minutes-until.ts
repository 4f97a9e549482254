const minuteMs = 60_000;
const dayMs = 86_400_000;

/** `8.5` and `08:05` as `08:05`; null for what is no time of day. */
export function readTime(text: string): string | null {
  const [, hours, minutes] =
    /^\s*(\d{1,2})\s*[.:]\s*(\d{1,2})\s*$/.exec(text) ?? /^\s*(\d{1,2})()\s*$/.exec(text) ?? [];
  if (hours === undefined) return null;
  const [h, m] = [Number(hours), Number(minutes === '' ? 0 : minutes)];
  if (h > 24 || m > 59 || (h === 24 && m > 0)) return null;
  return `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
}

/**
 * The next moment at which the lounge's clocks show a time, ms since 1970; null for what is no time.
 * @param now the hub's time, ms since 1970
 */
export function momentOf(text: string, now: number, zone: string): number | null {
  const time = readTime(text);
  if (time === null) return null;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now);
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const ahead = (minutes(time) - minutes(parts)) * minuteMs;
  const startOfMinute = now - (now % minuteMs);
  return startOfMinute + ahead + (ahead <= 0 ? dayMs : 0);
}

/** Whole minutes from now until a time of day; null when it is none, or further away than `most`. */
export function minutesUntil(text: string, now: number, zone: string, most: number): number | null {
  const moment = momentOf(text, now, zone);
  if (moment === null) return null;
  const minutes = Math.ceil((moment - now) / minuteMs);
  return minutes > most ? null : minutes;
}
