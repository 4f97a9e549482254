import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageTarget } from '../../build/package-target.ts';
import { run } from '../run.mjs';
import { CannotPack } from './cannot-pack.ts';
import { type Locked, lockedPackages } from './locked.ts';

/** A package that npm installs only on machines of the target's kind. */
export interface NativePart {
  /** As it is required: `@koromix/koffi-win32-x64`. */
  readonly name: string;
  /** Where it lies; absolute. */
  readonly folder: string;
}

/** Node itself, which only a checkout runs on; and the way to Windows' printers, which only Windows has. */
function isNeedless(name: string, { platform }: PackageTarget): boolean {
  return /^node-(linux|win|darwin)-/.test(name) || (platform !== 'win32' && name.startsWith('@koromix/'));
}

/**
 * Those of the target. Where it is not this machine's kind they are fetched once, compared with the lock, and kept
 * beside the other packages.
 * @param root the repository
 * @throws CannotPack when the registry gives none, or something else than the lock names
 */
export async function nativeParts(root: string, target: PackageTarget): Promise<NativePart[]> {
  const parts: NativePart[] = [];
  for (const [path, locked] of lockedPackages(root)) {
    const name = path.replace(/^node_modules\//, '');
    if (!isFor(target, locked) || isNeedless(name, target)) continue;
    const here = join(root, path);
    parts.push({ name, folder: existsSync(here) ? here : await fetched(root, name, locked) });
  }
  return parts;
}

function isFor({ platform, arch }: PackageTarget, { dev, os, cpu, libc }: Locked): boolean {
  return !dev && !!os?.includes(platform) && !!cpu?.includes(arch) && (libc?.includes('glibc') ?? true);
}

async function fetched(root: string, name: string, { version = '', integrity = '' }: Locked): Promise<string> {
  const shelf = join(root, 'node_modules', '.cache', 'anjungan-natives');
  const folder = join(shelf, `${name.replace('/', '-')}-${version}`);
  if (existsSync(folder)) return folder;
  const work = `${folder}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  try {
    const flags = ['--pack-destination', work, '--json', '--prefer-offline'];
    const npm = await run('npm', ['pack', `${name}@${version}`, ...flags], {
      output: 'capture',
      cwd: work,
      shell: process.platform === 'win32',
    });
    const file = /"filename":\s*"([^"]+)"/.exec(npm.output)?.[1];
    if (npm.code !== 0 || file === undefined) throw new CannotPack(`npm does not give ${name}@${version}.`);
    const tarball = join(work, file);
    if (`sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}` !== integrity)
      throw new CannotPack(`${name}@${version} is not what package-lock.json names.`);
    const tar = await run('tar', ['-xzf', tarball, '-C', work], { output: 'capture' });
    if (tar.code !== 0) throw new CannotPack(`${name}@${version} cannot be unpacked.`);
    // In one step: another run may be at the same.
    if (!existsSync(folder)) renameSync(join(work, 'package'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}
