import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { replaceFile } from '../../main/store/synced-files.ts';
import { CannotHelp } from '../running-hub.ts';

const machine = z.strictObject({
  /** `35.10.05.2008`, of a lounge `35.10.05.2008 lounge`. */
  place: z.string(),
  key: z.string().regex(/^[\w-]{43}$/),
  /** Of the newest status seen, and when that one was heard, Unix ms. */
  seq: z.int(),
  heard: z.number(),
});
/** Whose statuses are believed for a place, from the first one on. */
export type KnownMachine = z.infer<typeof machine>;

const file = z.strictObject({ v: z.literal(1), machines: z.array(machine) });

/** Of the file, in the folder of the statuses. */
export const knownMachinesName = 'known-machines.json';

/** @throws CannotHelp for a damaged file: believing everybody anew would let anybody in */
export function readKnownMachines(path: string): Map<string, KnownMachine> {
  if (!existsSync(path)) return new Map();
  try {
    const { machines } = file.parse(JSON.parse(readFileSync(path, 'utf8')));
    return new Map(machines.map((one) => [one.place, one]));
  } catch {
    throw new CannotHelp(`${path} is damaged; put it back from a copy, or remove it to believe every machine anew.`);
  }
}

export function keepKnownMachines(path: string, known: ReadonlyMap<string, KnownMachine>): void {
  replaceFile(path, `${JSON.stringify({ v: 1, machines: [...known.values()] }, null, 1)}\n`);
}
