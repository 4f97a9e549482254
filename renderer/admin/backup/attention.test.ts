import { expect, it } from 'vitest';
import type { BackupState } from '../../../contract/backup.ts';
import { attentionOf } from './attention.ts';

const well: BackupState = {
  recipient: { kind: 'office', fingerprint: '1f3a 09bc 77e2 d410', since: '2026-11-01T08:00:00+07:00' },
  running: false,
  lastGood: { name: 'x', bytes: 1, at: '2026-11-24T02:00:00+07:00' },
  ageHours: 7,
  problem: null,
  second: { path: '/media/usb', newest: 'x', problem: null },
  kept: [],
  restored: null,
};

it('asks nothing of a supervisor while a good backup and its copy are there', () => {
  expect(attentionOf(well)).toBeNull();
  expect(attentionOf({ ...well, ageHours: 72 })).toBeNull();
});

it('names what is missing, the worst first', () => {
  expect(attentionOf({ ...well, recipient: null, second: null, ageHours: null })).toBe('no_key');
  expect(attentionOf({ ...well, ageHours: 72.1 })).toBe('old');
  expect(attentionOf({ ...well, ageHours: null })).toBe('old');
  expect(attentionOf({ ...well, ageHours: null, running: true })).toBeNull();
  expect(attentionOf({ ...well, second: null })).toBe('noSecond');
  expect(attentionOf({ ...well, second: { path: '/media/usb', newest: null, problem: 'gone' } })).toBe('secondMissing');
  const restored = { made: '2026-11-23T02:00:00+07:00', at: '2026-11-24T09:00:00+07:00' };
  expect(attentionOf({ ...well, recipient: null, restored })).toBe('restored');
});
