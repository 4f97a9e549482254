/**
 * `npm run dist -- [--linux] [--win] [--arch x64|arm64] [--dir]`: builds, packs with electron-builder into dist/, and
 * looks at what came out: the switches in the binary, what is in the archive and what is not, and the size. Without a
 * platform it packs for all. `--dir` makes only the folders that the installers would be made of.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type PackageTarget, packageTargets, targetName } from '../build/package-target.ts';
import { CannotPack } from './packing/cannot-pack.ts';
import { judgePackage, pack } from './packing/pack.ts';
import { buildWhatChanged, installWhatIsMissing } from './prepare.mjs';

const usage = 'npm run dist -- [--linux] [--win] [--arch x64|arm64] [--dir] [--electron FOLDER] [--out FOLDER]';
const root = resolve(import.meta.dirname, '..');

interface Order {
  readonly targets: readonly PackageTarget[];
  readonly folderOnly: boolean;
  readonly electron: string | undefined;
  readonly out: string;
}

/** @throws CannotPack */
function readOrder(): Order {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  let values;
  try {
    const options = { linux: flag, win: flag, dir: flag, arch: text, electron: text, out: text } as const;
    ({ values } = parseArgs({ options }));
  } catch (error) {
    throw new CannotPack(`${(error as Error).message.split('\n', 1)[0]}\n${usage}`);
  }
  const { linux = false, win = false, arch } = values;
  const targets = packageTargets
    .filter(({ platform }) => linux === win || (platform === 'linux' ? linux : win))
    .filter((target) => arch === undefined || target.arch === arch);
  if (targets.length === 0) throw new CannotPack(`Anjungan is not packed for that.\n${usage}`);
  // npm runs scripts in the project's folder; the paths were named in the caller's.
  const at = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path);
  return {
    targets,
    folderOnly: values.dir ?? false,
    electron: values.electron === undefined ? undefined : at(values.electron),
    out: values.out === undefined ? join(root, 'dist') : at(values.out),
  };
}

async function main(): Promise<void> {
  const { targets, folderOnly, electron, out } = readOrder();
  await installWhatIsMissing();
  await buildWhatChanged();
  const { releaseDate } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { releaseDate: string };
  // The same sources make the same package, whenever.
  process.env['SOURCE_DATE_EPOCH'] ??= String(Date.parse(releaseDate) / 1000);
  for (const target of targets) {
    const folder = await pack({ root, out, target, folderOnly, electron });
    const { faults, files, size, keys } = await judgePackage(root, folder, target);
    if (keys === 0) {
      const without = 'no key in resources/update-keys: such a machine takes no update';
      if (folderOnly) console.warn(`warning: ${without}`);
      else faults.push(without);
    }
    console.log(`${targetName(target)}: ${files} files, ${(size / 2 ** 20).toFixed(1)} MB without Electron`);
    if (faults.length > 0) throw new CannotPack(`${targetName(target)} must not go out:\n  ${faults.join('\n  ')}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotPack ? `dist: ${error.message}` : error);
  // electron-builder says afterwards that all is well: an exit code that is only set does not last.
  process.exit(1);
});
