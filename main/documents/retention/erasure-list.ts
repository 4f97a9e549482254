import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { DomainError } from '../../ops/domain-error.ts';
import type { Log } from '../../ops/log.ts';
import { StartError } from '../../ops/start-error.ts';
import { syncFolder } from '../../store/synced-files.ts';

/** What one act took away for good. */
export interface Erasure {
  /** Requests of which nothing personal is left. */
  readonly purged?: readonly string[];
  /** Requests of which no more is left than their letters say. */
  readonly reduced?: readonly string[];
  /** Marks of NIKs that the list of residents must not bring back. */
  readonly forgotten?: readonly string[];
  readonly destroyed?: { readonly letters: readonly string[]; readonly disposal: DisposalRecord };
}

/** A berita acara as it is kept. */
export interface DisposalRecord {
  readonly id: string;
  readonly minutes_number: string;
  readonly minutes_date: string;
  readonly letters: number;
  readonly document: string;
  /** Unix ms. */
  readonly at: number;
  readonly actor: string;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const newLine = 0x0a;

/**
 * The list of what was erased, in a file beside the database that only ever grows: when an older copy of the database is
 * put back, what it brings back goes again. Every line is sealed by a key that comes from the database's own, so that the
 * file alone says nothing, and whoever can open the copy can read the list. It holds ids and marks, never a person.
 */
export class ErasureList {
  readonly #path: string;
  readonly #log: Log;
  readonly #sealKey: Buffer;
  readonly #markKey: Buffer;
  readonly #forgotten = new Set<string>();
  #length = 0;
  /** Marks of the act that is going on. */
  #appended: string[] = [];

  /**
   * @param databaseKey 64 hexadecimal characters
   */
  constructor(path: string, databaseKey: string, log: Log) {
    this.#path = path;
    this.#log = log;
    const keys = Buffer.from(
      hkdfSync('sha256', Buffer.from(databaseKey, 'hex'), Buffer.alloc(0), 'anjungan list of erasures', 64),
    );
    this.#sealKey = keys.subarray(0, 32);
    this.#markKey = keys.subarray(32);
  }

  /**
   * Reads the file, once and before anything else. The end of a line that a power cut broke off is taken away: its act was
   * never answered.
   * @returns null where there is no file yet
   * @throws StartError when it cannot be read
   */
  read(): Erasure[] | null {
    if (!existsSync(this.#path)) return null;
    let bytes: Buffer;
    try {
      bytes = readFileSync(this.#path);
      this.#length = bytes.lastIndexOf(newLine) + 1;
      if (this.#length < bytes.length) this.#cutTo(this.#length);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new StartError(`The list ${this.#path} cannot be read (${code}); check the disk and the access rights.`);
    }
    const lines = bytes.toString('latin1', 0, this.#length).split('\n').slice(0, -1);
    const erasures = lines.map((line) => this.#opened(line)).filter((erasure) => erasure !== null);
    const unreadable = lines.length - erasures.length;
    if (unreadable > 0) this.#log.error({ unreadable }, 'lines of the list of erasures cannot be read');
    for (const { forgotten = [] } of erasures) for (const mark of forgotten) this.#forgotten.add(mark);
    return erasures;
  }

  /** A NIK's place in the list. It has too few possibilities for a bare hash to hide it. */
  markOf(nik: string): string {
    return createHmac('sha256', this.#markKey).update(nik).digest('base64url');
  }

  /** Whether this person was forgotten. */
  isForgotten(nik: string): boolean {
    return this.#forgotten.size > 0 && this.#forgotten.has(this.markOf(nik));
  }

  /**
   * Writes down what the open transaction erases: on the disk when this returns, before the transaction ends. After a power
   * cut between the two the next start erases it. To be called inside of `whole`.
   * @throws DomainError STORE_FULL
   */
  append(erasure: Erasure): void {
    const line = Buffer.from(`${this.#sealed(erasure)}\n`, 'latin1');
    try {
      this.#write(line);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw code === 'ENOSPC' || code === 'EDQUOT' ? new DomainError('STORE_FULL') : error;
    }
    this.#length += line.length;
    this.#appended.push(...(erasure.forgotten ?? []));
  }

  /** Runs a transaction with its `append`. When it fails nothing was erased, and nothing stays written here. */
  whole<A>(act: () => A): A {
    const length = this.#length;
    this.#appended = [];
    try {
      const answer = act();
      for (const mark of this.#appended) this.#forgotten.add(mark);
      return answer;
    } catch (error) {
      this.#length = length;
      this.#takeBack();
      throw error;
    }
  }

  #write(line: Buffer): void {
    const isNew = !existsSync(this.#path);
    // Behind what could not be taken back, a line would be no line.
    if (!isNew && statSync(this.#path).size !== this.#length) this.#cutTo(this.#length);
    const file = openSync(this.#path, 'a', 0o600);
    try {
      for (let from = 0; from < line.length; ) from += writeSync(file, line, from);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (isNew) syncFolder(dirname(this.#path));
  }

  /** Takes away what a failed transaction wrote. Where the disk refuses that too, the next line does it. */
  #takeBack(): void {
    try {
      if (existsSync(this.#path)) this.#cutTo(this.#length);
    } catch (error) {
      this.#log.error({ err: error }, 'the list of erasures holds what did not happen');
    }
  }

  #cutTo(length: number): void {
    truncateSync(this.#path, length);
    const file = openSync(this.#path, 'r+');
    fsyncSync(file);
    closeSync(file);
  }

  #sealed(erasure: Erasure): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.#sealKey, nonce);
    const words = [cipher.update(JSON.stringify(erasure), 'utf8'), cipher.final()];
    return Buffer.concat([nonce, ...words, cipher.getAuthTag()]).toString('base64url');
  }

  #opened(line: string): Erasure | null {
    try {
      const bytes = Buffer.from(line, 'base64url');
      const cipher = createDecipheriv(algorithm, this.#sealKey, bytes.subarray(0, nonceBytes));
      cipher.setAuthTag(bytes.subarray(-tagBytes));
      const words = [cipher.update(bytes.subarray(nonceBytes, -tagBytes)), cipher.final()];
      // Nobody else can have sealed it.
      return JSON.parse(Buffer.concat(words).toString('utf8')) as Erasure;
    } catch {
      return null;
    }
  }
}
