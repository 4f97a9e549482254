import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** A file for a page, ready to be sent. */
export interface Asset {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.ogg': 'audio/ogg',
};

/** The pages by their short names. */
const pagePath = /^\/(kiosk|counter|display|admin|join|maintenance|out-of-order)\/?$/;

/** What a page may do: load its own files and talk to its own hub. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Sent with every file and page, over HTTP as over `app://`. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Finds the renderer's files: pages by their short names, sounds, everything else as built. */
export class Assets {
  readonly #renderer: string;
  readonly #sounds: string;

  /** Both folders are absolute. */
  constructor(rendererFolder: string, soundsFolder: string) {
    this.#renderer = rendererFolder;
    this.#sounds = soundsFolder;
  }

  /** @param pathname of a URL, still percent-encoded; @returns null when there is no such file */
  async find(pathname: string): Promise<Asset | null> {
    const path = this.#locate(pathname);
    if (!path) return null;
    try {
      const body = await readFile(path);
      const built = /-[\w-]{8,}\.\w+$/.test(path) && path.includes(`${sep}assets${sep}`);
      return {
        body,
        headers: {
          ...securityHeaders,
          'content-type': types[extname(path)] ?? 'application/octet-stream',
          // Built files carry a hash in their name; a page must always be asked for.
          'cache-control': built ? 'public, max-age=31536000, immutable' : 'no-cache',
        },
      };
    } catch {
      return null;
    }
  }

  #locate(pathname: string): string | null {
    let name: string;
    try {
      name = decodeURIComponent(pathname);
    } catch {
      return null;
    }
    if (name.includes('\0') || name.includes('\\')) return null;
    const page = pagePath.exec(name)?.[1];
    if (page !== undefined) return join(this.#renderer, page, 'index.html');
    const sounds = name.startsWith('/sounds/');
    const root = sounds ? this.#sounds : this.#renderer;
    const path = join(root, sounds ? name.slice('/sounds/'.length) : name);
    // `join` resolves "..": what leaves the folder is not served.
    return path.startsWith(root + sep) && extname(path) in types ? path : null;
  }
}
