const checkEveryMs = 6 * 3_600_000;
/** 217 villages switch on at eight; the server of the kabupaten should not hear them all at once. */
const jitterMs = 3_600_000;
const firstRetryMs = 5 * 60_000;
const longestRetryMs = 24 * 3_600_000;

/**
 * How long to wait until the feed is asked again, ms.
 * @param failures in a row, 0 after an answer
 * @param random from 0 to below 1
 */
export function pauseBeforeCheck(failures: number, random: number): number {
  if (failures === 0) return checkEveryMs + Math.floor(random * jitterMs);
  const pause = Math.min(firstRetryMs * 2 ** Math.min(failures - 1, 16), longestRetryMs);
  return Math.floor(pause * (0.5 + random / 2));
}
