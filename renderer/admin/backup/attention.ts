import type { BackupState } from '../../../contract/backup.ts';

/** What a supervisor must do about the backups, the worst first; the words of the page on today name each. */
export type Attention = 'no_key' | 'restored' | 'old' | 'secondMissing' | 'noSecond';

const oldHours = 72;

/** @returns null while all is well, or while the first backup is being made */
export function attentionOf(state: BackupState): Attention | null {
  const { recipient, restored, ageHours, running, second } = state;
  if (restored !== null) return 'restored';
  if (recipient === null) return 'no_key';
  if (!running && (ageHours === null || ageHours > oldHours)) return 'old';
  if (second === null) return 'noSecond';
  return second.problem === null ? null : 'secondMissing';
}
