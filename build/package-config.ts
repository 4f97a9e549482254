import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import type { Configuration } from 'electron-builder';
import { fuseConfig } from './fuses.ts';
import { binaryName, type PackageTarget } from './package-target.ts';

export interface PackageOrder {
  readonly target: PackageTarget;
  /** The repository. */
  readonly root: string;
  /** Everything is written into it. */
  readonly out: string;
  /** An unpacked Electron for the target; undefined: electron-builder fetches it. */
  readonly electron: string | undefined;
  /** Of Electron. */
  readonly electronVersion: string;
  /** What goes into the archive, laid out; absolute. */
  readonly staged: string;
}

/** Electron's own needs, without a keyring and an icon in a task bar; and openssl, by which updates are verified. */
const debianPackages = [
  'libasound2',
  'libatspi2.0-0',
  'libgbm1',
  'libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libuuid1',
  'libxss1',
  'libxtst6',
  'openssl',
  'xdg-utils',
];

/**
 * electron-builder's settings for one target. Platform and architecture are known here, since `${platform}` in its own
 * patterns means the machine that builds.
 */
export function packageConfig(order: PackageOrder): Configuration {
  const { target, root, out, electron, electronVersion, staged } = order;
  const { platform } = target;
  const system = join('build', platform === 'win32' ? 'windows' : 'linux');
  return {
    appId: 'id.anjungan',
    productName: 'Anjungan',
    directories: { output: out, buildResources: join(root, 'build') },
    electronVersion,
    npmRebuild: false,
    ...(electron !== undefined && { electronDist: electron }),
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    // electron-builder leaves out whatever is called node_modules.
    files: [
      '**/*',
      '!modules/**',
      '!**/node_modules/**',
      { from: join(staged, 'modules'), to: 'node_modules', filter: ['**/*'] },
    ],
    // Real files: the system's own programs read them, without Anjungan and before it.
    extraResources: [
      ...(existsSync(join(root, system)) ? [{ from: join(root, system), to: 'system' }] : []),
      { from: join(root, 'resources', 'update-keys'), to: 'update-keys', filter: ['*.pem'] },
    ],
    electronLanguages: ['id', 'en-US'],
    // Where updates come from is a setting of the machine.
    publish: null,
    afterPack: async ({ appOutDir }) => {
      await flipFuses(join(appOutDir, binaryName(target)), fuseConfig(target));
    },
    artifactName: `anjungan-\${version}-${platform === 'win32' ? 'win' : 'linux'}-${target.arch}.\${ext}`,
    executableName: 'anjungan',
    extraMetadata: { homepage: 'https://anjungan.invalid/' },
    linux: {
      target: 'deb',
      category: 'Utility',
      maintainer: 'Anjungan <anjungan@localhost>',
      synopsis: 'Kiosk of public service lounges and village offices',
      desktop: { entry: { Name: 'Anjungan', Terminal: 'false' } },
    },
    deb: {
      packageCategory: 'misc',
      priority: 'optional',
      depends: debianPackages,
      recommends: [],
      compression: 'xz',
    },
    win: { target: 'nsis' },
    nsis: {
      oneClick: true,
      perMachine: true,
      createDesktopShortcut: false,
      createStartMenuShortcut: true,
      // What starts the kiosk is the machine's shell, not its installer.
      runAfterFinish: false,
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
    },
  };
}
