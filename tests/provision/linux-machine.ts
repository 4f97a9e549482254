import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const linuxFolder = join(import.meta.dirname, '..', '..', 'build', 'linux');
const standIns = join(import.meta.dirname, 'stand-ins');

export interface Ended {
  readonly code: number | string | null;
  readonly said: string;
}

/** A bare Debian in a folder: the real scripts, with stand-ins for what only root and a real machine can do. */
export class LinuxMachine {
  readonly root = mkdtempSync(join(tmpdir(), 'anjungan-machine-'));
  /** The package of the program, as a technician brings it. */
  readonly package: string;

  constructor() {
    this.write('etc/os-release', 'ID=debian\nVERSION_ID="12"\n');
    this.write('etc/group', 'lp:x:7:\ndialout:x:20:\naudio:x:29:\nvideo:x:44:\nrender:x:105:\n');
    this.write('etc/fstab', 'UUID=1 / ext4 errors=remount-ro 0 1\nUUID=2 none swap sw 0 0\n');
    this.write('machine/packages', 'gnome-keyring\nbrltty\n');
    this.write('machine/owners', '');
    mkdirSync(this.path('machine/units'));
    mkdirSync(this.path('run'));
    this.package = this.write('brought/anjungan.deb', '1.0.0\nthe package\n');
  }

  provision(...args: string[]): Promise<Ended> {
    return this.run(join(linuxFolder, 'provision'), ...args);
  }

  /** One of the scripts, with a PATH where the stand-ins come first. */
  async run(script: string, ...args: string[]): Promise<Ended> {
    return await this.runWith({}, script, ...args);
  }

  async runWith(more: Readonly<Record<string, string>>, script: string, ...args: string[]): Promise<Ended> {
    const env = { PATH: `${standIns}:${process.env['PATH']}`, ANJUNGAN_ROOT: this.root, ...more };
    return await new Promise((ended) =>
      execFile('/bin/sh', [script, ...args], { env }, (error, out, said) =>
        ended({ code: error ? (error.code ?? null) : 0, said: out + said }),
      ),
    );
  }

  /** What provision has placed, as paths of the machine. */
  get placed(): string[] {
    return (this.read('var/lib/anjungan-provision/placed') ?? '').split('\n').filter(Boolean);
  }

  /** Every file with its text, but for what the stand-ins note down. */
  everything(): Record<string, string> {
    const files = readdirSync(this.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.endsWith('/said'));
    return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'base64')]));
  }

  write(path: string, text: string): string {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), text);
    return this.path(path);
  }

  read(path: string): string | null {
    return existsSync(this.path(path)) ? readFileSync(this.path(path), 'utf8') : null;
  }

  openToAll(path: string): void {
    chmodSync(this.path(path), 0o777);
  }

  path(path: string): string {
    return join(this.root, path);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
