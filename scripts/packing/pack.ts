import { readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { packageConfig } from '../../build/package-config.ts';
import { binaryName, type PackageTarget, targetName } from '../../build/package-target.ts';
import { type Judging, judgeContents } from './content-rules.ts';
import { judgeFuses } from './fuse-check.ts';
import { neededPackages } from './locked.ts';
import { nativeParts } from './native-parts.ts';
import { packagedFiles } from './package-files.ts';
import { stage } from './stage.ts';

export interface Packing {
  readonly root: string;
  readonly out: string;
  readonly target: PackageTarget;
  /** Only the folder that an installer would be made of. */
  readonly folderOnly: boolean;
  /** An unpacked Electron; undefined: it is fetched. */
  readonly electron: string | undefined;
}

/** @returns the folder that the package unpacks to */
export async function pack({ root, out, target, folderOnly, electron }: Packing): Promise<string> {
  const staged = join(out, `stage-${targetName(target)}`);
  stage({ root, folder: staged, target, natives: await nativeParts(root, target) });
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string };
  };
  const platform = target.platform === 'win32' ? Platform.WINDOWS : Platform.LINUX;
  await build({
    projectDir: staged,
    targets: platform.createTarget(folderOnly ? 'dir' : null, target.arch === 'arm64' ? Arch.arm64 : Arch.x64),
    config: packageConfig({ target, root, out, electron, electronVersion: devDependencies.electron, staged }),
    publish: 'never',
  });
  rmSync(staged, { recursive: true, force: true });
  return appFolder(out, target);
}

/** As electron-builder names it. */
function appFolder(out: string, { platform, arch }: PackageTarget): string {
  return join(out, `${platform === 'win32' ? 'win' : 'linux'}${arch === 'x64' ? '' : `-${arch}`}-unpacked`);
}

export interface Verdict {
  readonly faults: string[];
  readonly files: number;
  /** Bytes, without Electron. */
  readonly size: number;
  /** Keys whose updates the package will take. */
  readonly keys: number;
}

/** Looks at what was packed, not at what was asked for. */
export async function judgePackage(root: string, folder: string, target: PackageTarget): Promise<Verdict> {
  const files = packagedFiles(folder);
  return {
    faults: [
      ...judgeContents(files, judgingOf(root, target)),
      ...(await judgeFuses(join(folder, binaryName(target)), target)),
    ],
    files: files.length,
    size: files.reduce((sum, file) => sum + file.size, 0),
    keys: files.filter(({ place, path }) => place === 'resources' && path.startsWith('update-keys/')).length,
  };
}

function judgingOf(root: string, target: PackageTarget): Judging {
  // A short home such as /root stands in documents of others.
  const traces = [root.replace(/[\\/]$/, ''), homedir()].filter((path) => path.length > 6);
  return { target, modules: neededPackages(root), traces };
}
