import { access, rm, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';

/** Tells the stick from the empty folder that it leaves behind when it is taken out. */
const marker = '.anjungan-backups';

/**
 * Makes a folder the second place: marks it.
 * @returns false where there is no such folder, where nothing can be written there, or where it is in the data folder
 */
export async function markSecondPlace(folder: string, dataFolder: string): Promise<boolean> {
  if (!isAbsolute(folder)) return false;
  const inside = relative(dataFolder, folder);
  if (!inside.startsWith('..') && !isAbsolute(inside)) return false;
  try {
    if (!(await stat(folder)).isDirectory()) return false;
    // A stick that came from another machine has its marker already.
    await writeFile(join(folder, marker), 'Backups of Anjungan are put here.\n', { flag: 'a' });
    const probe = join(folder, `.write-test-${process.pid}`);
    await writeFile(probe, 'x');
    await rm(probe);
    return true;
  } catch {
    return false;
  }
}

/** Whether the disk or stick of the second place is there. */
export async function isSecondPlaceThere(folder: string): Promise<boolean> {
  return access(join(folder, marker)).then(
    () => true,
    () => false,
  );
}
