import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Log } from './ops/log.ts';
import { replaceFile } from './store/synced-files.ts';

/** What `npm run staff` reads to reach the running hub; whoever can read it has the hub's user account. */
export interface OperatorsWay {
  readonly pid: number;
  readonly port: number;
  readonly token: string;
}

function fileOf(dataFolder: string): string {
  return join(dataFolder, 'run', 'hub.json');
}

/** @returns null where no hub has left word; a hub that was killed may have */
export function readOperatorsWay(dataFolder: string): OperatorsWay | null {
  try {
    return JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as OperatorsWay;
  } catch {
    return null;
  }
}

/** Leaves word of this run for the hub's own user; it goes when the run ends, and a dead one's is of no use. */
export function openOperatorsWay(dataFolder: string, port: number, token: string, log: Log): { close(): void } {
  const file = fileOf(dataFolder);
  try {
    leaveWord(file, { pid: process.pid, port, token });
  } catch (error) {
    // A full disk, say: no reason to give no numbers.
    log.warn({ err: error }, 'the file for `npm run staff` could not be written');
  }
  return { close: () => rmSync(file, { force: true }) };
}

function leaveWord(file: string, way: OperatorsWay): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  replaceFile(file, `${JSON.stringify(way)}\n`);
}
