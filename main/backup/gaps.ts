/** How far numbers jump after a restore: what was given after the backup is on papers, and stands in no book here. */

const dayMs = 86_400_000;
/** A lounge that was away for longer gave nothing meanwhile; so long a gap would tell nobody anything. */
const mostDays = 60;
/** Letters a day at the least, where few were ever made. */
const leastLetters = 10;

/**
 * The last serial of a queue's series after a restore: on to a full hundred, at least ninety-nine further.
 * @param last that the backup knows of that day; 0: none
 * @param peak most numbers of that series on any day
 */
export function serialAfterRestore(last: number, peak: number): number {
  return Math.ceil((last + Math.max(99, peak)) / 100) * 100;
}

/**
 * How many places of a series of letters may have been given since a backup.
 * @param peak most letters of that series on any day
 * @param sinceMs from the backup until now
 */
export function lettersSinceBackup(peak: number, sinceMs: number): number {
  const days = Math.min(mostDays, Math.max(1, Math.ceil(sinceMs / dayMs)));
  return days * Math.max(leastLetters, peak);
}
