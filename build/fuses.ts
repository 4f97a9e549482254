import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses';
import type { PackageTarget } from './package-target.ts';

/** Every switch that is burnt into Electron's binary. One that a new Electron adds breaks the compile here. */
type AllFuses = Record<FuseV1Options, boolean>;

/** @returns what each switch must be, on that platform */
export function fusesOf({ platform }: Pick<PackageTarget, 'platform'>): AllFuses {
  return {
    [FuseV1Options.RunAsNode]: false,
    // On Linux it would ask for a keyring, which nobody unlocks at an unattended start.
    [FuseV1Options.EnableCookieEncryption]: platform === 'win32',
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    // Without effect on Linux, where no binary carries the archive's checksum.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    // Electron's own value: without the traps, V8 checks each access to a WebAssembly memory by code.
    [FuseV1Options.WasmTrapHandlers]: true,
  };
}

/** For `flipFuses`; a binary with a switch that is not named is refused. */
export function fuseConfig(target: Pick<PackageTarget, 'platform'>): FuseConfig {
  return { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...fusesOf(target) };
}
