import type { BackupPlace, BackupState } from '../../../contract/backup.ts';

export const backupState: BackupState = {
  recipient: { kind: 'office', fingerprint: '1f3a 09bc 77e2 d410', since: '2026-11-02T10:20:00+07:00' },
  running: false,
  lastGood: { name: 'anjungan-0a1b2c3d-000022-2026-11-24.backup', bytes: 41_000_000, at: '2026-11-24T01:04:00+07:00' },
  ageHours: 8,
  problem: null,
  second: {
    path: '/media/desa/CADANGAN',
    newest: 'anjungan-0a1b2c3d-000022-2026-11-24.backup',
    problem: null,
  },
  kept: Array.from({ length: 14 }, (_, nth) => ({ name: `anjungan-0a1b2c3d-${nth}.backup`, bytes: 41_000_000 })),
  restored: null,
};

export const noBackup: BackupState = {
  recipient: null,
  running: false,
  lastGood: null,
  ageHours: null,
  problem: 'no_key',
  second: null,
  kept: [],
  restored: null,
};

export const places: BackupPlace[] = [
  { path: '/media/desa/CADANGAN', freeBytes: 29_800_000_000 },
  { path: '/mnt/arsip', freeBytes: 412_000_000 },
];
