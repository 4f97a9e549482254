import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReleaseNote, writeNote } from '../../main/update/release-note.ts';
import { signText } from '../../main/update/signed-text.ts';
import { Spool } from '../../main/update/spool.ts';
import { noteAbout } from './feed.ts';
import type { TestKey } from './test-keys.ts';

const program = join(import.meta.dirname, '..', '..', 'build', 'linux', 'anjungan-update');
const standIns = join(import.meta.dirname, 'stand-ins');

export interface Ended {
  readonly code: number | string | null;
  readonly said: string;
}

/** A Debian machine in a folder: the real root's program, with stand-ins for dpkg and systemctl. */
export class LinuxOffice {
  readonly root = mkdtempSync(join(tmpdir(), 'anjungan-root-'));
  readonly spoolFolder = this.path('var', 'spool', 'anjungan-update');
  readonly #keys = this.path('etc', 'anjungan', 'update-keys');

  /** Version 1.0.0 is installed and has data. */
  constructor(...trusted: readonly TestKey[]) {
    const own = this.path('var', 'lib', 'anjungan-update');
    for (const folder of [this.spoolFolder, this.#keys, own, this.path('var', 'lib', 'anjungan')])
      mkdirSync(folder, { recursive: true });
    chmodSync(this.#keys, 0o755);
    for (const [index, key] of trusted.entries()) this.trust(`${index}.pem`, key, 0o644);
    this.write('1.0.0\nthe package of 1.0.0\n', 'var', 'lib', 'anjungan-update', 'current.deb');
    this.write('1.0.0\n', 'installed');
    this.write('1.0.0\n', 'healthy-versions');
    this.write('100 tickets\n', 'var', 'lib', 'anjungan', 'lounge.db');
  }

  trust(name: string, key: TestKey, mode: number): void {
    writeFileSync(join(this.#keys, name), key.publicPem);
    chmodSync(join(this.#keys, name), mode);
  }

  /** As the program drops it. */
  drop(key: TestKey, over: Partial<ReleaseNote> = {}, otherContents?: string): void {
    const version = over.version ?? '1.1.0';
    const contents = `${version}\nthe package of ${version}\n`;
    const packagePath = this.write(otherContents ?? contents, 'fetched');
    const signedNote = signText(writeNote(noteAbout(contents, { version, ...over })), [key.privateKey]);
    new Spool(this.spoolFolder).drop({ packagePath, signedNote });
  }

  /** As systemd runs it. */
  async run({ seconds = 1 } = {}, ...args: string[]): Promise<Ended> {
    const env = {
      PATH: `${standIns}:${process.env['PATH']}`,
      ANJUNGAN_ROOT: this.root,
      ANJUNGAN_PROBATION_SECONDS: String(seconds),
    };
    return await new Promise((ended) =>
      execFile('/bin/sh', [program, ...args], { env }, (error, _out, said) =>
        ended({ code: error ? (error.code ?? null) : 0, said }),
      ),
    );
  }

  write(text: string, ...names: string[]): string {
    writeFileSync(this.path(...names), text);
    return this.path(...names);
  }

  read(...names: string[]): string | null {
    return existsSync(this.path(...names)) ? readFileSync(this.path(...names), 'utf8') : null;
  }

  get version(): string {
    return this.read('installed')?.trim() ?? '';
  }

  get data(): string {
    return this.read('var', 'lib', 'anjungan', 'lounge.db') ?? '';
  }

  get blacklist(): string {
    return this.read('var', 'lib', 'anjungan-update', 'blacklist') ?? '';
  }

  path(...names: string[]): string {
    return join(this.root, ...names);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
