import { spawn } from 'node:child_process';
import { createHash, type KeyObject } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ReleaseNote } from '../../main/update/release-note.ts';
import { keyId, readPublicKey } from '../../main/update/signed-text.ts';

/** One line for the person who releases. */
export class CannotRelease extends Error {}

/** A package as electron-builder names it. */
export interface Package extends Pick<ReleaseNote, 'version' | 'platform' | 'arch'> {
  readonly path: string;
}

const named = /^anjungan[-_](\d+\.\d+\.\d+)[-_](?:(linux|win)[-_])?(x64|amd64|arm64)\.(deb|exe)$/;

/** @throws CannotRelease where there is none, or they are not all of one version */
export function findPackages(folder: string): Package[] {
  const found = readdirSync(folder)
    .toSorted()
    .flatMap((name): Package[] => {
      const [, version, system, arch, kind] = named.exec(name) ?? [];
      const platform = kind === 'deb' ? 'linux' : 'win32';
      if (version === undefined || (system !== undefined && (system === 'win') !== (kind === 'exe'))) return [];
      return [{ path: join(folder, name), version, platform, arch: arch === 'arm64' ? 'arm64' : 'x64' }];
    });
  if (found.length === 0)
    throw new CannotRelease(`There is no package in ${folder}, such as anjungan-1.0.0-linux-x64.deb.`);
  const versions = [...new Set(found.map(({ version }) => version))];
  if (versions.length > 1) throw new CannotRelease(`${folder} holds several versions: ${versions.join(', ')}.`);
  const kinds = new Set(found.map(({ platform, arch }) => `${platform} ${arch}`));
  if (kinds.size < found.length) throw new CannotRelease(`${folder} holds two packages for one kind of machine.`);
  return found;
}

/** @returns bytes, and the checksum in base64 */
export async function measure(path: string): Promise<Pick<ReleaseNote, 'size' | 'sha512'>> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { size: statSync(path).size, sha512: hash.digest('base64') };
}

/**
 * A package must trust one of the keys that sign it, or it would be the last update of its machine; and must know no key
 * of a test, which anybody may have.
 * @throws CannotRelease
 */
export async function checkKeys(item: Package, signing: readonly KeyObject[]): Promise<void> {
  const known = new Set<string>();
  for await (const text of contentsOf(item)) {
    if (text.includes(testMark)) throw new CannotRelease(`${item.path} holds a test key; it must not be released.`);
    for (const [pem] of text.matchAll(pemBlock)) known.add(idOf(pem));
  }
  if (!signing.some((key) => known.has(keyId(key))))
    throw new CannotRelease(`${item.path} does not hold the public key it is signed with; no update would follow it.`);
}

/** Stands above every key that a test makes (tests/update/test-keys.ts). */
export const testMark = 'ANJUNGAN TEST KEY';
const pemBlock = /-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]{50,300}-----END PUBLIC KEY-----/g;

function idOf(pem: string): string {
  try {
    return keyId(readPublicKey(pem));
  } catch {
    return 'of another kind';
  }
}

/** What the package unpacks to, in pieces that overlap by more than a key is long. */
async function* contentsOf({ path, platform }: Package): AsyncGenerator<string> {
  if (platform === 'linux') return yield* unpackedDeb(path);
  // An installer cannot be looked into everywhere; electron-builder leaves what went into it beside it.
  const unpacked = join(dirname(path), 'win-unpacked');
  if (!existsSync(unpacked)) throw new CannotRelease(`${unpacked} is missing, by which ${path} is checked.`);
  for (const entry of readdirSync(unpacked, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) yield* pieces(createReadStream(join(entry.parentPath, entry.name)));
}

async function* unpackedDeb(path: string): AsyncGenerator<string> {
  const child = spawn('dpkg-deb', ['--fsys-tarfile', path], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<number | null>((end) => child.on('error', () => end(127)).on('close', end));
  yield* pieces(child.stdout);
  if ((await ended) !== 0) throw new CannotRelease(`${path} cannot be unpacked (dpkg-deb).`);
}

async function* pieces(stream: Readable): AsyncGenerator<string> {
  let kept = '';
  for await (const chunk of stream) {
    const text = kept + (chunk as Buffer).toString('latin1');
    yield text;
    kept = text.slice(-1000);
  }
}
