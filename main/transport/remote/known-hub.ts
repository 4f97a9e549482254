import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { deviceKind } from '../../../contract/devices.ts';
import { StartError } from '../../ops/start-error.ts';
import { replaceFile } from '../../store/synced-files.ts';

/** What a hub gives a machine that showed the right code. */
export const admission = z.object({
  /** What lets this machine in. */
  token: z.string(),
  device: z.object({ id: z.string(), kind: deviceKind, name: z.string() }),
});

const knownHub = admission.extend({
  /** Where it was last found. */
  address: z.string(),
  port: z.int(),
  /** Under which names it may be found when it is not there any more. */
  names: z.array(z.string()),
  /** Of its key; all that is believed. */
  fingerprint: z.string(),
});

/** The hub that this machine was paired with. */
export type KnownHub = z.infer<typeof knownHub>;

/** Where a machine keeps its pairing. */
export const hubFilePath = (dataFolder: string): string => join(dataFolder, 'hub.json');

/** The pairing, in a file that only the program's user can read. */
export class HubFile {
  readonly #path: string;

  /** @param path absolute; its folder exists */
  constructor(path: string) {
    this.#path = path;
  }

  /** @returns null when this machine was never paired; @throws StartError when the file is damaged */
  read(): KnownHub | null {
    if (!existsSync(this.#path)) return null;
    try {
      return knownHub.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      throw new StartError(`The pairing in ${this.#path} is damaged; remove the file and pair this machine again.`);
    }
  }

  write(hub: KnownHub): void {
    replaceFile(this.#path, `${JSON.stringify(hub, null, 2)}\n`);
  }
}
