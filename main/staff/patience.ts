/** How many wrong PINs in a row lock a machine. */
const triesOfDevice = 5;
const firstDeviceLockMs = 5 * 60_000;
export const longestDeviceLockMs = 60 * 60_000;
const longestWaitMs = 60_000;

/** How long an account waits after its so manyth wrong PIN in a row, ms: 1, 2, 4, … 60 s. It never locks for good. */
export function accountWaitMs(wrong: number): number {
  return wrong === 0 ? 0 : Math.min(1000 * 2 ** (wrong - 1), longestWaitMs);
}

/**
 * How long a machine is locked by its latest wrong PIN, ms; 0 for not at all.
 * @param wrong wrong PINs in a row since the last lock, the latest included
 * @param locks how often it was locked since the last right one
 */
export function deviceLockMs(wrong: number, locks: number): number {
  return wrong < triesOfDevice ? 0 : Math.min(firstDeviceLockMs * 2 ** locks, longestDeviceLockMs);
}
