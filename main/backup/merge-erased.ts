import { existsSync, readFileSync } from 'node:fs';
import { replaceFile } from '../store/synced-files.ts';

/**
 * Puts the lines of a backup's list of erasures behind those of the list that is there; each line is sealed by itself. A
 * list that is not there is taken over.
 */
export function mergeErasedLists(here: string, fromBackup: string): void {
  if (!existsSync(fromBackup)) return;
  const known = linesOf(here);
  const merged = new Set([...known, ...linesOf(fromBackup)]);
  if (merged.size > known.length) replaceFile(here, Array.from(merged, (line) => `${line}\n`).join(''));
}

/** Whole lines alone: what a power cut broke off was never answered. */
function linesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'latin1').split('\n').slice(0, -1);
}
