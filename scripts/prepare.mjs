/** What a fresh machine lacks before anything can run: the locked packages, Node 24 among them, and the build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** One line that ends the script: somebody has to do something before it can go on. */
export class CannotPrepare extends Error {}

/**
 * True when node_modules holds exactly what the lock names. npm's own record of what it installed is compared, so a
 * changed lock, an interrupted install and packages left out are all seen; packages for other platforms may be absent.
 * @param {string} folder with package-lock.json and, perhaps, node_modules
 */
export function isInstalled(folder) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = present[path];
    if (!found && !entry.optional) return false;
    if (found && (found.version !== entry.version || found.integrity !== entry.integrity)) return false;
  }
  return Object.keys(present).every((path) => path in wanted);
}

/** Installs from the lock when node_modules differs from it. Output goes to standard error. */
export async function installWhatIsMissing() {
  if (isInstalled(root)) return;
  if (process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules'))) {
    throw new CannotPrepare(
      'The packages have changed, and Windows cannot replace a Node that runs: call `npm ci` once.',
    );
  }
  console.error('Installing the locked packages…');
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env.npm_execpath ?? '';
  // npm's own Node, not the one in node_modules, which this very install replaces.
  const { code } = cli.endsWith('npm-cli.js')
    ? await run(process.env.npm_node_execpath ?? process.execPath, [cli, ...flags], { cwd: root })
    : await run('npm', flags, { cwd: root, shell: process.platform === 'win32' });
  if (code !== 0) throw new CannotPrepare(`\`npm ci\` failed with code ${code}.`);
}

/** The Node 24 of the lockfile; the machine's own may be older, and the database does not run on it. */
export function node24() {
  const folder = join(root, 'node_modules', `node-${process.platform.replace('32', '')}-${process.arch}`, 'bin');
  const path = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(path)) return path;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new CannotPrepare(
    `There is no packaged Node 24 for ${process.platform}-${process.arch}: install Node 24, this is ${process.version}.`,
  );
}

/** The environment in which a tool and whatever it starts by the name `node` run on Node 24. */
export function toolEnvironment() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: dirname(node24()) + delimiter + (process.env[name] ?? '') };
}

/**
 * The script behind a command of an installed package, to be run by `node24()`: the links in .bin differ by platform.
 * @param {string} name of the package
 * @param {string} [command] when the package has several
 */
export function command(name, command) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : (bin[command ?? ''] ?? Object.values(bin)[0]));
}

const sources = ['contract', 'main', 'preload', 'renderer', 'resources'];
const settings = [
  'electron.vite.config.ts',
  'vite.maintenance.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * Changes whenever a file below the paths is written, added, renamed or removed. Test files don't count.
 * @param {string} folder
 * @param {string[]} paths files and folders in it
 */
export function fingerprint(folder, paths) {
  const hash = createHash('sha256');
  const visit = (/** @type {string} */ path) => {
    const stat = statSync(join(folder, path), { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(join(folder, path)).sort()) visit(`${path}/${name}`);
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    }
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}

/** Builds when a source or something in out/ has changed since the last build. Output goes to standard error. */
export async function buildWhatChanged() {
  const record = join(root, 'out', '.built');
  const state = () => fingerprint(root, [...sources, ...settings, 'out/main', 'out/preload', 'out/renderer']);
  if (existsSync(record) && readFileSync(record, 'utf8') === state()) return;
  console.error('Building…');
  let { code } = await run(node24(), [command('electron-vite'), 'build'], { cwd: root, env: toolEnvironment() });
  if (code === 0) {
    const apart = [command('vite'), 'build', '--config', 'vite.maintenance.config.ts'];
    ({ code } = await run(node24(), apart, { cwd: root, env: toolEnvironment() }));
  }
  if (code !== 0) throw new CannotPrepare(`The build failed with code ${code}.`);
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, state());
}
