import { createHash, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { noteFile, packageFile, type ReleaseNote, writeNote } from '../../main/update/release-note.ts';
import { signText } from '../../main/update/signed-text.ts';

/** A release as the drill publishes it: the note may lie about the package, and either may be spoilt on the way. */
export interface Published {
  readonly note: Partial<ReleaseNote>;
  readonly signedBy: readonly KeyObject[];
  readonly contents?: string;
  /** Under which name the note lies, where it is not its own. */
  readonly servedAs?: Pick<ReleaseNote, 'channel' | 'platform' | 'arch'>;
  readonly spoilNote?: (signed: string) => string;
  readonly spoilPackage?: (contents: string) => string;
  /** So many times the connection ends half-way through what was asked for. */
  readonly cuts?: number;
  /** The server gives parts of a file. */
  readonly knowsRanges?: boolean;
}

interface Served {
  readonly bytes: Buffer;
  readonly knowsRanges: boolean;
  cuts: number;
}

/** A static server on this machine. */
export class Feed {
  readonly #server: Server;
  readonly #files = new Map<string, Served>();
  readonly asked: string[] = [];
  /** Bytes of packages that went out. */
  sent = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      const name = new URL(request.url ?? '/', 'http://feed').pathname.slice(1);
      this.asked.push(name);
      const file = this.#files.get(name);
      if (!file) return void response.writeHead(404).end();
      const from = file.knowsRanges ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
      const bytes = file.bytes.subarray(from);
      const range = { 'content-range': `bytes ${from}-${file.bytes.length - 1}/${file.bytes.length}` };
      response.writeHead(from > 0 ? 206 : 200, { 'content-length': bytes.length, ...(from > 0 ? range : {}) });
      const isCut = file.cuts > 0;
      file.cuts -= 1;
      const given = isCut ? bytes.subarray(0, bytes.length / 2) : bytes;
      if (!name.endsWith('.update')) this.sent += given.length;
      if (!isCut) return void response.end(given);
      // What was given is on its way first.
      response.write(given, () => setTimeout(() => response.destroy(), 30));
    });
  }

  static async open(): Promise<Feed> {
    const feed = new Feed();
    await new Promise<void>((listening) => feed.#server.listen(0, '127.0.0.1', listening));
    return feed;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  publish(release: Published): void {
    const contents = release.contents ?? 'the package of a new version '.repeat(2000);
    const note = noteAbout(contents, release.note);
    const signed = signText(writeNote(note), release.signedBy);
    const spoilt = release.spoilNote?.(signed) ?? signed;
    const bytes = Buffer.from(release.spoilPackage?.(contents) ?? contents);
    this.#files.set(noteFile(release.servedAs ?? note), { bytes: Buffer.from(spoilt), knowsRanges: false, cuts: 0 });
    this.#files.set(packageFile(note), { bytes, knowsRanges: release.knowsRanges ?? true, cuts: release.cuts ?? 0 });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

/** A note for the drill's machine, on the pilot channel, for everybody. */
export function noteAbout(contents: string, over: Partial<ReleaseNote> = {}): ReleaseNote {
  return {
    product: 'anjungan',
    channel: 'pilot',
    platform: 'linux',
    arch: 'x64',
    version: '1.1.0',
    size: Buffer.byteLength(contents),
    sha512: createHash('sha512').update(contents).digest('base64'),
    sequence: 20,
    issuedAt: '2026-11-20T00:00:00Z',
    expires: '2027-05-20T00:00:00Z',
    rollout: 100,
    ...over,
  };
}
