import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './data-folder.ts';

const isRoot = process.getuid?.() === 0;
/** Without root, a user namespace of one's own lets one mount. */
const withOwnMounts = ['unshare', ...(isRoot ? [] : ['--user', '--map-root-user']), '--mount'] as const;

/** Whether this system lets a test mount a disk of its own; a container often does not. */
export function canMount(): boolean {
  const [command, ...args] = withOwnMounts;
  return spawnSync(command, [...args, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
}

/** A real file system, in memory, that can be full, seen by those alone who are started `under` it. */
export class SmallDisk {
  /** Where it is mounted, for a lounge that is started under it. */
  readonly path: string;
  /** The same place, for this test. */
  readonly seen: string;
  /** What runs a program that sees the disk. */
  readonly under: readonly string[];
  readonly #holder: ChildProcess;

  private constructor(path: string, holder: ChildProcess) {
    this.path = path;
    this.seen = `/proc/${holder.pid}/root${path}`;
    this.under = [
      'nsenter',
      `--target=${holder.pid}`,
      ...(isRoot ? [] : ['--user', '--preserve-credentials']),
      '--mount',
      '--',
    ];
    this.#holder = holder;
  }

  static async mount(megabytes: number): Promise<SmallDisk> {
    const path = newFolder('disk');
    // The mount lives as long as this shell, and the shell as long as its input is open.
    const script = `mount -t tmpfs -o size=${megabytes}m,mode=0700 none "$0" && echo mounted && exec cat`;
    const [command, ...args] = withOwnMounts;
    const holder = spawn(command, [...args, 'sh', '-c', script, path], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    return new SmallDisk(path, holder);
  }

  /** Fills it to the last byte, or leaves some bytes free. */
  fill(leave = 0): void {
    const file = openSync(join(this.seen, 'filler'), 'w');
    const [large, page] = [Buffer.alloc(1_048_576, 1), Buffer.alloc(4096, 1)];
    try {
      while (this.#free() > leave) writeSync(file, this.#free() > leave + large.length ? large : page);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
    closeSync(file);
  }

  /** Somebody frees the space again. */
  free(): void {
    rmSync(join(this.seen, 'filler'));
  }

  async unmount(): Promise<void> {
    const ended = once(this.#holder, 'close');
    this.#holder.stdin?.end();
    await ended;
  }

  #free(): number {
    const { bavail, bsize } = statfsSync(this.seen);
    return bavail * bsize;
  }
}
