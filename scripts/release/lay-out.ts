import { createPublicKey, type KeyObject } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteFile, packageFile, type ReleaseNote, readNote, writeNote } from '../../main/update/release-note.ts';
import { openSigned, signText } from '../../main/update/signed-text.ts';
import { CannotRelease, checkKeys, findPackages, measure } from './packages.ts';

export interface Release {
  readonly channel: string;
  /** Of the machines of the channel. */
  readonly percent: number;
  /** Folder with what electron-builder made. */
  readonly packages: string;
  /** Folder that a static server gives out; what is there of earlier releases stays. */
  readonly out: string;
  /** Private; the newest first. */
  readonly keys: readonly KeyObject[];
  /** Unix ms. */
  readonly now: number;
}

/** Half a year: by then a machine that still runs it should be looked at. */
const validMs = 180 * 24 * 3_600_000;

/**
 * Checks, signs and lays out one release.
 * @returns a note for each package
 * @throws CannotRelease before anything is laid out
 */
export async function layOut(release: Release): Promise<ReleaseNote[]> {
  const { channel, percent, keys, now, out } = release;
  const found = findPackages(release.packages);
  for (const item of found) await checkKeys(item, keys);
  mkdirSync(out, { recursive: true });
  const sequence = nextSequence(out, keys, now);
  const notes: ReleaseNote[] = [];
  for (const item of found) {
    const note: ReleaseNote = {
      product: 'anjungan',
      channel,
      platform: item.platform,
      arch: item.arch,
      version: item.version,
      ...(await measure(item.path)),
      sequence,
      issuedAt: seconds(now),
      expires: seconds(now + validMs),
      rollout: percent,
    };
    refuseOtherContents(note, out, keys);
    // The package first: a machine that asks in between must not be told of one that is not there.
    appear(join(out, packageFile(note)), (path) => copyFileSync(item.path, path));
    const signed = signText(writeNote(note), keys);
    appear(join(out, noteFile(note)), (path) => writeFileSync(path, signed, { flush: true }));
    notes.push(note);
  }
  return notes;
}

/** Seconds since 1970, so that a new folder begins no lower than the last one ended; above everything that lies here. */
function nextSequence(out: string, keys: readonly KeyObject[], now: number): number {
  const earlier = earlierNotes(out, keys).map(({ sequence }) => sequence + 1);
  return Math.max(Math.floor(now / 1000), ...earlier);
}

/** A version number stands for one package for ever: machines may hold the other one. */
function refuseOtherContents(note: ReleaseNote, out: string, keys: readonly KeyObject[]): void {
  const same = earlierNotes(out, keys).find((earlier) => packageFile(earlier) === packageFile(note));
  if (same && same.sha512 !== note.sha512)
    throw new CannotRelease(`${packageFile(note)} was released before with other contents; take a higher version.`);
}

function earlierNotes(out: string, keys: readonly KeyObject[]): ReleaseNote[] {
  const trusted = keys.map((key) => createPublicKey(key));
  return readdirSync(out)
    .filter((name) => name.endsWith('.update'))
    .map((name) => {
      try {
        return readNote(openSigned(readFileSync(join(out, name), 'utf8'), trusted));
      } catch (error) {
        throw new CannotRelease(`${name} in ${out} is not signed with these keys (${(error as Error).message}).`);
      }
    });
}

function appear(path: string, write: (next: string) => void): void {
  const next = `${path}.new`;
  rmSync(next, { force: true });
  write(next);
  renameSync(next, path);
}

function seconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
