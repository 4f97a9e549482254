import { readFile, statfs } from 'node:fs/promises';
import type { BackupPlace } from '../../contract/backup.ts';

/** Where desktops and people mount sticks and further disks. */
const mountedBelow = ['/media/', '/run/media/', '/mnt/'];

/**
 * The folders at which sticks and further disks are mounted.
 * @param mounts the text of /proc/mounts
 */
export function placesIn(mounts: string): string[] {
  const paths = mounts.split('\n').flatMap((line) => {
    const [device = '', escaped = ''] = line.split(' ');
    const path = escaped.replaceAll(/\\(\d{3})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 8)),
    );
    return device.startsWith('/dev/') && mountedBelow.some((below) => path.startsWith(below)) ? [path] : [];
  });
  return [...new Set(paths)].sort();
}

/** Every letter of Windows but that of the system's own disk. */
function letters(systemDrive: string): string[] {
  return Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`).filter(
    (path) => !path.startsWith(systemDrive.toUpperCase()),
  );
}

/** Disks and sticks that are here now beside the machine's own, with what is free on each. */
export async function mountedPlaces(): Promise<BackupPlace[]> {
  const paths =
    process.platform === 'win32'
      ? letters(process.env['SystemDrive'] ?? 'C:')
      : placesIn(await readFile('/proc/mounts', 'latin1').catch(() => ''));
  const places = await Promise.all(
    paths.map((path) =>
      statfs(path).then(
        ({ bavail, bsize }) => ({ path, freeBytes: bavail * bsize }),
        () => null,
      ),
    ),
  );
  return places.filter((place) => place !== null);
}
