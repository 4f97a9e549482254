/**
 * A time of today, typed in the lounge's zone, as an instant.
 * @param at any instant of today as the hub writes it, with the lounge's offset: `2026-11-24T09:14:20+07:00`
 * @param time `08:55`, or empty
 */
export function aroundOf(at: string, time: string): string | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.exec(at);
  if (parts === null || !/^\d{2}:\d{2}$/.test(time)) return null;
  return `${parts[1]}T${time}:00${parts[2]}`;
}
