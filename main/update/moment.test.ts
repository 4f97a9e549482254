import { describe, expect, test } from 'vitest';
import { type Moment, reasonNotToFetch, reasonNotToInstall } from './moment.ts';

const night: Moment = {
  minuteOfDay: 90,
  quietHours: { from: 60, until: 240 },
  isLoungeClosed: true,
  backupAgeMs: 0,
  freeBytes: 10_000_000_000,
  isSessionEnding: false,
  isOnProbation: false,
  hasInstaller: true,
  isPaused: false,
  isClockBelieved: true,
};
const size = 100_000_000;

describe('when an update is fetched', () => {
  test('at any time of day, open or not', () => {
    expect(reasonNotToFetch({ ...night, minuteOfDay: 600, isLoungeClosed: false, backupAgeMs: null }, size)).toBeNull();
  });

  test('only where the tickets keep their room', () => {
    expect(reasonNotToFetch({ ...night, freeBytes: 900_000_000 }, size)).toBeNull();
    expect(reasonNotToFetch({ ...night, freeBytes: 899_999_999 }, size)).toBe('disk_full');
  });

  test('not while the last one proves itself', () => {
    expect(reasonNotToFetch({ ...night, isOnProbation: true }, size)).toBe('on_probation');
  });
});

describe('when an update is installed', () => {
  test('in a quiet night', () => expect(reasonNotToInstall(night, size)).toBeNull());

  test.each([
    ['on_probation', { isOnProbation: true }],
    ['session_ending', { isSessionEnding: true }],
    ['lounge_open', { isLoungeClosed: false }],
    ['outside_quiet_hours', { minuteOfDay: 59 }],
    ['outside_quiet_hours', { minuteOfDay: 240 }],
    ['no_fresh_backup', { backupAgeMs: null }],
    ['no_fresh_backup', { backupAgeMs: 24 * 3_600_000 }],
    ['disk_full', { freeBytes: 799_999_999 }],
  ])('%s', (reason, over) => expect(reasonNotToInstall({ ...night, ...over }, size)).toBe(reason));

  test.each([
    [1380, true],
    [1439, true],
    [0, true],
    [119, true],
    [120, false],
    [1379, false],
  ])('quiet hours past midnight: minute %i', (minuteOfDay, isQuiet) => {
    const moment = { ...night, quietHours: { from: 1380, until: 120 }, minuteOfDay };
    expect(reasonNotToInstall(moment, size)).toBe(isQuiet ? null : 'outside_quiet_hours');
  });
});
