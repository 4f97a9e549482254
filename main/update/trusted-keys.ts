import type { KeyObject } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../ops/log.ts';
import { readPublicKey } from './signed-text.ts';

/** The public keys that came with the program. A file that holds no P-256 public key is told in the log and skipped. */
export function readTrustedKeys(folder: string, log: Log): KeyObject[] {
  return namesIn(folder).flatMap((name) => {
    try {
      return [readPublicKey(readFileSync(join(folder, name), 'utf8'))];
    } catch (error) {
      log.error({ name, err: error }, 'an update key cannot be used');
      return [];
    }
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pem'))
      .toSorted();
  } catch {
    return [];
  }
}
