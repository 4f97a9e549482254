import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from '../store/key.ts';

/**
 * The argon2 hash of the PIN that opens this machine for a technician. It lies beside the database and not in it, so
 * that it can be asked for when the database cannot be opened.
 */
export function maintenancePinFile(dataFolder: string): string {
  return join(dataFolder, 'maintenance.pin');
}

/** Keeps it for this user alone; whole or as it was, also when the power goes in between. */
export function keepMaintenancePin(dataFolder: string, pinHash: string): void {
  const file = maintenancePinFile(dataFolder);
  const next = `${file}.new`;
  // Made anew: an old file would keep its old access rights.
  rmSync(next, { force: true });
  const handle = openSync(next, 'wx', 0o600);
  writeSync(handle, `${pinHash}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(next, file);
  syncFolder(dirname(file));
}
