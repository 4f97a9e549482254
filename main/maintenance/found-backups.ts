import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupChoice } from '../../contract/maintenance.ts';

const backupName = /^anjungan-[0-9a-f]{8}-\d{6,}-\d{4}-\d\d-\d\d\.backup$/;
/** More than anybody wants to read. */
const mostOfFolder = 20;

/** Backups in these folders, the newest of each first. A folder that cannot be read holds none. */
export function backupsIn(folders: readonly string[]): BackupChoice[] {
  return folders.flatMap((folder) => {
    const names = namesIn(folder).filter((name) => backupName.test(name));
    // The number in the name orders them, whatever became of the clock.
    const newest = names.toSorted((a, b) => b.slice(18).localeCompare(a.slice(18))).slice(0, mostOfFolder);
    return newest.flatMap((name) => {
      const id = join(folder, name);
      const found = statSync(id, { throwIfNoEntry: false });
      return found?.isFile() ? { id, folder, name, bytes: found.size } : [];
    });
  });
}

/** Where sticks and other disks appear, and the folders on them. */
export function foldersOnSticks(platform: NodeJS.Platform): string[] {
  const roots =
    platform === 'win32'
      ? Array.from('DEFGHIJKLM', (letter) => `${letter}:\\`)
      : ['/media', '/run/media'].flatMap((root) => below(root).flatMap((user) => [user, ...below(user)]));
  const disks = platform === 'win32' ? roots : [...roots, ...below('/mnt')];
  return disks.flatMap((disk) => [disk, ...below(disk)]);
}

function below(folder: string): string[] {
  return namesIn(folder)
    .slice(0, 50)
    .map((name) => join(folder, name))
    .filter((path) => {
      try {
        return statSync(path).isDirectory();
      } catch {
        return false;
      }
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
