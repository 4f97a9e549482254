/** One kind of machine that a package is made for. */
export interface PackageTarget {
  readonly platform: 'linux' | 'win32';
  readonly arch: 'x64' | 'arm64';
}

/** Windows on ARM is sold with no kiosk that an office buys. */
export const packageTargets: readonly PackageTarget[] = [
  { platform: 'linux', arch: 'x64' },
  { platform: 'linux', arch: 'arm64' },
  { platform: 'win32', arch: 'x64' },
];

/** How the packages with native parts name the target: `linux-x64`. */
export function targetName({ platform, arch }: PackageTarget): string {
  return `${platform}-${arch}`;
}

/** The program's file in the unpacked package. */
export function binaryName({ platform }: PackageTarget): string {
  return platform === 'win32' ? 'anjungan.exe' : 'anjungan';
}
