/** What decides when a release that was taken may be fetched and installed. */
export interface Moment {
  /** Minutes after midnight in the lounge's time zone. */
  readonly minuteOfDay: number;
  readonly quietHours: QuietHours;
  readonly isLoungeClosed: boolean;
  /** Age of the newest backup that was read back, ms; `null` where there is none. */
  readonly backupAgeMs: number | null;
  /** Bytes free where the package is fetched to. */
  readonly freeBytes: number;
  /** The operating system is shutting down or the user signs off: an installer would be killed half-way. */
  readonly isSessionEnding: boolean;
  /** The running version has not proved itself yet. */
  readonly isOnProbation: boolean;
  /** Root's program has its spool on this machine. */
  readonly hasInstaller: boolean;
  /** A supervisor wants no new version for some days. */
  readonly isPaused: boolean;
  /** Quiet hours and opening hours mean nothing by a clock that nobody believes. */
  readonly isClockBelieved: boolean;
}

/** Minutes after midnight; `until` is no longer in it. May go past midnight. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

export type NotYet =
  | 'no_installer'
  | 'paused'
  | 'clock_doubted'
  | 'on_probation'
  | 'disk_full'
  | 'session_ending'
  | 'lounge_open'
  | 'outside_quiet_hours'
  | 'no_fresh_backup';

/** Tickets stop below 200 MB (issue 6, heal); an update must never be what fills the disk. */
const keptFreeBytes = 500_000_000;
/** The package itself, the copy of the root's program, the unpacked files, and the previous package. */
const copies = 4;
/** The nightly backup runs once a day; one missed night is too old. */
const freshBackupMs = 24 * 3_600_000;

/** @param size of the package, bytes */
export function reasonNotToFetch(moment: Moment, size: number): NotYet | null {
  return notAtAll(moment) ?? (moment.freeBytes < keptFreeBytes + copies * size ? 'disk_full' : null);
}

/** @param size of the package, bytes; it has been fetched */
export function reasonNotToInstall(moment: Moment, size: number): NotYet | null {
  const never = notAtAll(moment);
  if (never) return never;
  if (moment.isSessionEnding) return 'session_ending';
  if (!moment.isLoungeClosed) return 'lounge_open';
  if (!moment.isClockBelieved) return 'clock_doubted';
  if (!isQuiet(moment.minuteOfDay, moment.quietHours)) return 'outside_quiet_hours';
  if (moment.backupAgeMs === null || moment.backupAgeMs >= freshBackupMs) return 'no_fresh_backup';
  return moment.freeBytes < keptFreeBytes + (copies - 1) * size ? 'disk_full' : null;
}

function notAtAll({ hasInstaller, isOnProbation, isPaused }: Moment): NotYet | null {
  if (!hasInstaller) return 'no_installer';
  if (isOnProbation) return 'on_probation';
  return isPaused ? 'paused' : null;
}

function isQuiet(minute: number, { from, until }: QuietHours): boolean {
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}
