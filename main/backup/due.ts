const hourMs = 3_600_000;

/** The quiet hours, in the lounge's own time: from the first, before the second. */
const night = { from: 1, to: 4 } as const;
/** A backup of the evening before is no reason to leave out the night's. */
const nightlyAfterMs = 12 * hourMs;
/** A machine that is switched off at night makes it by day. */
const overdueMs = 26 * hourMs;

/**
 * Whether it is time for a backup.
 * @param ageMs of the last good one, on the clock that never goes backwards; null: there is none
 * @param hour of the lounge's time, 0 to 23; null where the clock is not believed
 */
export function isDue(ageMs: number | null, hour: number | null): boolean {
  if (ageMs === null || ageMs >= overdueMs) return true;
  return hour !== null && hour >= night.from && hour < night.to && ageMs >= nightlyAfterMs;
}
