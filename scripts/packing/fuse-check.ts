import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { fusesOf } from '../../build/fuses.ts';
import type { PackageTarget } from '../../build/package-target.ts';

/**
 * Reads the switches back from the packed binary, which is what counts.
 * @returns each that is not as it must be, in plain words
 */
export async function judgeFuses(binary: string, target: PackageTarget): Promise<string[]> {
  const wire = (await getCurrentFuseWire(binary)) as unknown as Readonly<Record<string, number>>;
  const wanted = fusesOf(target);
  const faults = Object.entries(wanted)
    .filter(([index, on]) => wire[index] !== (on ? '1' : '0').charCodeAt(0))
    .map(([index, on]) => `fuse ${FuseV1Options[Number(index)]} is not ${on ? 'on' : 'off'}`);
  const unknown = Object.keys(wire).filter((index) => /^\d+$/.test(index) && !(index in wanted));
  return [...faults, ...unknown.map((index) => `fuse ${index} is one that nobody decided about`)];
}
