import { constants, type FSWatcher, mkdirSync, readdirSync, rmSync, type Stats, watch } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { largestMedia, type MediaItem, type MediaKind, type MediaProblem, mostMedia } from '../../contract/media.ts';
import { Live } from '../ops/live.ts';
import type { Log } from '../ops/log.ts';
import { Turns } from '../ops/turns.ts';
import { headBytes, judge } from './format.ts';
import { byName, isMediaName, kindByName } from './names.ts';

/** A file of the folder, looked at. */
export interface ShelvedFile {
  readonly name: string;
  readonly kind: MediaKind | null;
  readonly version: string;
  readonly bytes: number;
  /** Of its content, for HTTP; null when it is not shown. */
  readonly type: string | null;
  readonly problem: MediaProblem | null;
}

/** A file that may be sent; the handle is the caller's to close. */
export interface OpenedMedia {
  readonly handle: FileHandle;
  readonly bytes: number;
  readonly type: string;
  readonly version: string;
}

/** What the intake writes to until a file is whole. */
export const unfinished = '.upload-';

const repeatMs = 8_000;
const lookMs = 60_000;
/** After the system said that something changed; a copy says so many times. */
const settleMs = 500;
/** A file that was written to so short a time ago may still grow, ms. */
const growingMs = 2_000;
/** Named so little and short: nobody's business but the system's. */
const isHidden = (name: string) => name.startsWith('.');

/**
 * The pictures and videos in one folder: what is there, what of it is shown, and in which order. It looks by itself,
 * when the system tells of a change and every minute: files may also be put there by hand.
 */
export class MediaShelf {
  readonly folder: string;
  readonly live: Live<{ items: MediaItem[] }>;
  readonly #log: Log;
  readonly #look: NodeJS.Timeout;
  readonly #turns = new Turns();
  #soon: NodeJS.Timeout | undefined;
  #watcher: FSWatcher | null = null;
  #files: readonly ShelvedFile[] = [];
  #failing: string | null = null;
  #closed = false;

  /** @param folder absolute; made if need be */
  constructor(folder: string, log: Log) {
    this.folder = folder;
    this.#log = log;
    this.live = new Live(() => ({ items: this.#items() }), repeatMs);
    this.#prepare();
    this.#look = setInterval(() => void this.look(), lookMs).unref();
    void this.look();
  }

  /** Every file, those that are not shown too, in the order of their names. */
  get files(): readonly ShelvedFile[] {
    return this.#files;
  }

  /**
   * Opens a file that is shown.
   * @returns null when there is none of this name, or not the one any more that was looked at
   */
  async open(name: string): Promise<OpenedMedia | null> {
    const file = this.#files.find((one) => one.name === name);
    if (file === undefined || file.type === null || file.problem !== null) return null;
    let handle: FileHandle;
    try {
      handle = await open(join(this.folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    } catch {
      void this.look();
      return null;
    }
    const found = await handle.stat();
    if (found.isFile() && versionOf(found) === file.version)
      return { handle, bytes: found.size, type: file.type, version: file.version };
    await handle.close();
    void this.look();
    return null;
  }

  /** Looks at the folder. @param whole the name of a file that is known not to grow any more */
  look(whole?: string): Promise<void> {
    return this.#turns.take(async () => {
      if (this.#closed) return;
      try {
        await this.#read(whole);
        this.#failing = null;
        this.#listen();
      } catch (error) {
        this.#fail(error);
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#look);
    clearTimeout(this.#soon);
    this.#watcher?.close();
    await this.#turns.take(() => Promise.resolve());
  }

  /** Left there by a power cut: parts of files that never became whole. */
  #prepare(): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      for (const name of readdirSync(this.folder)) if (name.startsWith(unfinished)) rmSync(join(this.folder, name));
    } catch (error) {
      this.#fail(error);
    }
  }

  async #read(whole: string | undefined): Promise<void> {
    const known = new Map(this.#files.map((file) => [`${file.name}/${file.version}`, file]));
    const found: ShelvedFile[] = [];
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const name of (await readdir(this.folder)).filter((one) => !isHidden(one))) {
      const stats = await lstat(join(this.folder, name)).catch(() => null);
      // A link may lead out of the folder.
      if (stats === null || !stats.isFile()) continue;
      const age = Date.now() - stats.mtimeMs;
      const file = known.get(`${name}/${versionOf(stats)}`);
      if (file !== undefined) found.push(file);
      else if (name !== whole && age >= 0 && age < growingMs) this.#lookSoon(growingMs);
      else found.push(await this.#judge(name, stats));
    }
    const files = crowded(found.sort(byName));
    const changed = JSON.stringify(files) !== JSON.stringify(this.#files);
    this.#files = files;
    if (changed) this.live.changed();
  }

  async #judge(name: string, stats: Stats): Promise<ShelvedFile> {
    const version = versionOf(stats);
    const kind = kindByName(name);
    const not = (problem: MediaProblem) => ({ name, kind, version, bytes: stats.size, type: null, problem });
    if (kind === null) return not('type');
    if (!isMediaName(name)) return not('name');
    if (stats.size > largestMedia[kind]) return not('too_large');
    const head = await readHead(join(this.folder, name)).catch(() => null);
    if (head === null) return not('damaged');
    const judged = judge(name, head);
    if (judged.problem !== null) return not(judged.problem);
    return { name, kind: judged.kind, version, bytes: stats.size, type: judged.type, problem: null };
  }

  #items(): MediaItem[] {
    return this.#files.flatMap(({ name, kind, version, problem }) =>
      kind !== null && problem === null ? [{ name, kind, version }] : [],
    );
  }

  /** Hears of changes at once where the system can tell; else the next minute finds them. */
  #listen(): void {
    if (this.#watcher !== null || this.#closed) return;
    try {
      const watcher = watch(this.folder, { persistent: false }, () => this.#lookSoon(settleMs));
      const stop = () => {
        watcher.close();
        if (this.#watcher === watcher) this.#watcher = null;
      };
      watcher.on('error', stop);
      this.#watcher = watcher;
    } catch {
      this.#watcher = null;
    }
  }

  #lookSoon(ms: number): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.look(), ms).unref();
  }

  /** Nothing is shown, and that is said once: the queue goes on without pictures. */
  #fail(error: unknown): void {
    const { code = 'failed' } = error as NodeJS.ErrnoException;
    if (this.#files.length > 0) {
      this.#files = [];
      this.live.changed();
    }
    this.#watcher?.close();
    this.#watcher = null;
    if (this.#failing === code) return;
    this.#failing = code;
    this.#log.warn({ code }, 'the folder of pictures and videos cannot be read');
  }
}

/** Only so many are shown; the last by name are left out. */
export function crowded(files: readonly ShelvedFile[]): ShelvedFile[] {
  let shown = 0;
  return files.map((file) => {
    if (file.problem !== null && file.problem !== 'too_many') return file;
    shown += 1;
    return { ...file, problem: shown > mostMedia ? 'too_many' : null };
  });
}

function versionOf({ size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>): string {
  return `${size.toString(36)}-${Math.round(mtimeMs).toString(36)}`;
}

/** The first bytes of a file. */
export async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const head = Buffer.alloc(headBytes);
    const { bytesRead } = await handle.read(head, 0, headBytes, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
