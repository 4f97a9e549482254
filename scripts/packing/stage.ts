import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { minifySync } from 'vite';
import { type PackageTarget, targetName } from '../../build/package-target.ts';
import { neededPackages } from './locked.ts';
import type { NativePart } from './native-parts.ts';
import { nameOfPackage, packageOf, reachableFiles } from './reachable.ts';

export interface Staging {
  /** The repository, built. */
  readonly root: string;
  /** Written anew. */
  readonly folder: string;
  readonly target: PackageTarget;
  readonly natives: readonly NativePart[];
}

/** Where modules are staged: electron-builder leaves out every folder that is called node_modules. */
const modulesFolder = 'modules';

/**
 * Lays out what goes into the archive, and nothing else: what the program can come to, not whatever lies about.
 */
export function stage({ root, folder, target, natives }: Staging): void {
  rmSync(folder, { recursive: true, force: true });
  const own = ['out/preload', 'out/renderer', 'main/store/migrations', 'resources/catalogue', 'resources/fonts'];
  for (const path of [...own, 'resources/sounds'])
    cpSync(join(root, path), join(folder, path), { recursive: true, filter: (from) => !isForDevelopers(from) });
  const main = join(root, 'out', 'main');
  const programs = readdirSync(main, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => join(main, path));
  for (const path of programs) copyProgram(path, join(folder, relative(root, path)));
  writeFileSync(join(folder, 'package.json'), manifestOfProgram(root));

  // What a package only tries to load may be here for a checkout's sake alone.
  const needed = neededPackages(root);
  const modules = [...reachableFiles(programs)].filter((file) => needed.has(nameOfPackage(file)));
  const extras = [...licencesOf(modules), ...loadedByComputedName(root, target)];
  for (const file of new Set([...modules, ...extras])) {
    const inside = relative(join(root, 'node_modules'), file);
    copyProgram(file, join(folder, modulesFolder, inside));
  }
  for (const { name, folder: from } of natives)
    cpSync(from, join(folder, modulesFolder, name), {
      recursive: true,
      filter: (path) => !/\.(md|lib)$|musl/.test(path),
    });
}

const isForDevelopers = (path: string) => /\.map$|\.test\.|\.md$/.test(path);

/** The manifest without what only a checkout needs: electron-builder would look for the packages it names. */
function manifestOfProgram(root: string): string {
  const { name, version, releaseDate, description, license, type, main } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  return JSON.stringify({ name, version, releaseDate, description, license, type, main });
}

/** What Node reads of a package's manifest, and what the licence asks to be named. */
const kept = ['name', 'version', 'license', 'author', 'type', 'main', 'module', 'exports', 'imports', 'binary'];

/** Without comments and white space; names of functions and classes stay, since programs ask for them. */
const small = {
  compress: false,
  mangle: { keepNames: { function: true, class: true } },
} as const satisfies Parameters<typeof minifySync>[2];

function copyProgram(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (/\.(js|cjs|mjs)$/.test(from)) {
    const { code, errors } = minifySync(from, readFileSync(from, 'utf8'), small);
    if (errors.length > 0) throw new Error(`${from}: ${errors[0]?.message}`);
    writeFileSync(to, code);
  } else if (basename(from) === 'package.json') {
    const manifest = JSON.parse(readFileSync(from, 'utf8')) as Record<string, unknown>;
    writeFileSync(
      to,
      JSON.stringify(Object.fromEntries(kept.flatMap((key) => (key in manifest ? [[key, manifest[key]]] : [])))),
    );
  } else copyFileSync(from, to);
}

function licencesOf(files: readonly string[]): string[] {
  const homes = new Set(files.map((file) => packageOf(file) ?? ''));
  return [...homes].flatMap((home) =>
    readdirSync(home)
      .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
      .map((name) => join(home, name)),
  );
}

/** Native parts and data whose names a program puts together. */
function loadedByComputedName(root: string, target: PackageTarget): string[] {
  const at = (...path: string[]) => join(root, 'node_modules', ...path);
  const name = targetName(target);
  const serial = at('@serialport', 'bindings-cpp', 'prebuilds', name);
  return [
    at('better-sqlite3', 'prebuilds', `${name}.node`),
    ...readdirSync(serial)
      .filter((file) => !file.includes('musl'))
      .map((file) => join(serial, file)),
  ];
}
