import { join } from 'node:path';
import { replaceFile } from '../store/synced-files.ts';

/**
 * Keeps the argon2 hash of the PIN that opens this machine for a technician. It lies beside the database and not in it,
 * so that it can be asked for when the database cannot be opened.
 */
export function keepMaintenancePin(dataFolder: string, pinHash: string): void {
  replaceFile(join(dataFolder, 'maintenance.pin'), `${pinHash}\n`);
}
