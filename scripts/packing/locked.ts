import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What package-lock.json says of one package. */
export interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

/** @returns by place, as `node_modules/ws`; without the project itself */
export function lockedPackages(root: string): [path: string, locked: Locked][] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(lock.packages).filter(([path]) => path !== '');
}

/** Names of the packages that the program needs at run time. Node itself is in the lock only for checkouts. */
export function neededPackages(root: string): Set<string> {
  return new Set(
    lockedPackages(root)
      .filter(([, { dev }]) => !dev)
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
      .filter((name) => !/^node-(linux|win|darwin)-/.test(name)),
  );
}
