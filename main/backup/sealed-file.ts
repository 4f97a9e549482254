import { createCipheriv, createDecipheriv } from 'node:crypto';
import { fstatSync, readSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { SealedBox } from './sealed-box.ts';

/**
 * A backup on the disk: a line that says what it is, a line of facts that anybody may read, a line with the box that holds
 * its key, and then its content in pieces under AES-256-GCM. A piece's place and whether it is the last stand in its
 * nonce, so that none can be left out, moved or cut off without being noticed.
 */

/** What the file cannot be read as. */
export class BackupDamaged extends Error {
  override readonly name = 'BackupDamaged';
}

/** What anybody may know who holds a backup. Nothing of it is about a person. */
export const backupFacts = z.object({
  /** Of which lounge; see the table `backup`. */
  lounge: z.string(),
  sequence: z.int(),
  /** ISO 8601 with offset, as the machine believed. */
  made: z.string(),
  /** Whether a person would have sworn to that time. */
  clockConfirmed: z.boolean(),
  version: z.string(),
  /** Fingerprint of the key that opens it. */
  recipient: z.string(),
});
export type BackupFacts = z.infer<typeof backupFacts>;

const box = z.object({ ephemeral: z.string(), sealed: z.string() });

const title = 'ANJUNGAN BACKUP 1';
const algorithm = 'aes-256-gcm';
const pieceBytes = 64 * 1024;
const tagBytes = 16;
const mostHeadBytes = 8192;

export interface BackupHead {
  readonly facts: BackupFacts;
  /** The line as it stands there; the box is bound to it. */
  readonly factsLine: Buffer;
  readonly box: SealedBox;
  /** Where the content begins. */
  readonly start: number;
}

/** The line of facts, to which the box is bound. */
export function factsLineOf(facts: BackupFacts): Buffer {
  return Buffer.from(JSON.stringify(facts), 'utf8');
}

export function writeHead(file: number, factsLine: Buffer, sealed: SealedBox): void {
  writeWhole(file, Buffer.concat([Buffer.from(`${title}\n`), factsLine, Buffer.from(`\n${JSON.stringify(sealed)}\n`)]));
}

/** @throws BackupDamaged */
export function readHead(file: number): BackupHead {
  const bytes = Buffer.alloc(mostHeadBytes);
  const head = bytes.subarray(0, readSync(file, bytes, 0, mostHeadBytes, 0));
  const ends: number[] = [];
  for (let at = head.indexOf('\n'); at >= 0 && ends.length < 3; at = head.indexOf('\n', at + 1)) ends.push(at);
  const [first = 0, second = 0, third = 0] = ends;
  if (ends.length < 3 || head.toString('utf8', 0, first) !== title) throw new BackupDamaged('no backup of Anjungan');
  const factsLine = head.subarray(first + 1, second);
  try {
    return {
      facts: backupFacts.parse(JSON.parse(factsLine.toString('utf8'))),
      factsLine,
      box: box.parse(JSON.parse(head.toString('utf8', second + 1, third))),
      start: third + 1,
    };
  } catch {
    throw new BackupDamaged('its first lines are damaged');
  }
}

/** Writes the content, behind the head. */
export class SealedWriter {
  readonly #file: number;
  readonly #key: Buffer;
  readonly #piece = Buffer.alloc(pieceBytes);
  #filled = 0;
  #pieces = 0n;

  /** @param key of this file alone, 32 bytes */
  constructor(file: number, key: Buffer) {
    this.#file = file;
    this.#key = key;
  }

  write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      // A full piece waits until it is known not to be the last.
      if (this.#filled === pieceBytes) this.#put(false);
      const part = bytes.subarray(from, from + pieceBytes - this.#filled);
      this.#piece.set(part, this.#filled);
      this.#filled += part.length;
      from += part.length;
    }
  }

  /** Without it the file is damaged. */
  end(): void {
    this.#put(true);
  }

  #put(last: boolean): void {
    const cipher = createCipheriv(algorithm, this.#key, nonceOf(this.#pieces, last));
    const words = cipher.update(this.#piece.subarray(0, this.#filled));
    cipher.final();
    writeWhole(this.#file, Buffer.concat([words, cipher.getAuthTag()]));
    this.#pieces += 1n;
    this.#filled = 0;
  }
}

/**
 * Reads the content piece by piece; each is right when it comes, all of it when there are no more.
 * @throws BackupDamaged
 */
export function* readSealed(file: number, start: number, key: Buffer): Generator<Buffer> {
  const { size } = fstatSync(file);
  const room = Buffer.alloc(pieceBytes + tagBytes);
  let at = start;
  for (let piece = 0n; ; piece += 1n) {
    const read = readSync(file, room, 0, room.length, at);
    if (read < tagBytes) throw new BackupDamaged('it is cut off');
    at += read;
    const last = at >= size;
    yield openPiece(room.subarray(0, read), key, nonceOf(piece, last));
    if (last) return;
  }
}

function openPiece(bytes: Buffer, key: Buffer, nonce: Buffer): Buffer {
  const cipher = createDecipheriv(algorithm, key, nonce);
  cipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([cipher.update(bytes.subarray(0, -tagBytes)), cipher.final()]);
  } catch {
    throw new BackupDamaged('its content is damaged');
  }
}

function nonceOf(piece: bigint, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(piece, 3);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function writeWhole(file: number, bytes: Buffer): void {
  for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
}
