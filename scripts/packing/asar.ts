import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** One file of Electron's archive. */
export interface ArchivedFile {
  /** With `/`, relative to the archive. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** It lies in the folder beside the archive, as `.unpacked`. */
  readonly unpacked: boolean;
  readonly read: () => Buffer;
}

interface Node {
  readonly files?: Readonly<Record<string, Node>>;
  readonly link?: string;
  readonly size?: number;
  readonly offset?: string;
  readonly unpacked?: boolean;
}

/**
 * The files of an `app.asar`: four 32-bit numbers, the names as JSON, and then the contents one after the other.
 * @throws Error where a file is a link, which no package of ours has
 */
export function readAsar(archive: string): ArchivedFile[] {
  const head = readAt(archive, 0, 16);
  const start = 8 + head.readUInt32LE(4);
  const tree = JSON.parse(readAt(archive, 16, head.readUInt32LE(12)).toString('utf8')) as Node;
  const found: ArchivedFile[] = [];
  const visit = (node: Node, path: string): void => {
    if (node.link !== undefined) throw new Error(`${path} in ${archive} is a link`);
    if (node.files) {
      for (const [name, child] of Object.entries(node.files)) visit(child, path === '' ? name : `${path}/${name}`);
      return;
    }
    const size = node.size ?? 0;
    const unpacked = node.unpacked === true;
    const read = unpacked
      ? () => readAt(join(`${archive}.unpacked`, path), 0, size)
      : () => readAt(archive, start + Number(node.offset), size);
    found.push({ path, size, unpacked, read });
  };
  visit(tree, '');
  return found;
}

function readAt(path: string, position: number, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    if (readSync(file, bytes, 0, length, position) !== length) throw new Error(`${path} ends too early`);
    return bytes;
  } finally {
    closeSync(file);
  }
}
