import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolderInMemory, removeFolders } from '../../tests/doubles/lounge/data-folder.ts';
import { newRecoveryKey, publicPart, readPublicPart, readRecoveryKey } from './recovery-key.ts';
import { openBox, sealKey } from './sealed-box.ts';
import {
  BackupDamaged,
  type BackupFacts,
  factsLineOf,
  readHead,
  readSealed,
  SealedWriter,
  writeHead,
} from './sealed-file.ts';

const pair = () => {
  const secret = readRecoveryKey(newRecoveryKey());
  const open = secret && readPublicPart(publicPart(secret));
  if (!secret || !open) throw new Error('no key');
  return { secret, open };
};
const facts: BackupFacts = {
  lounge: '0123abcd',
  sequence: 7,
  made: '2026-11-24T01:10:00+07:00',
  clockConfirmed: true,
  version: '0.1.0',
  recipient: '1f3a 09bc 77e2 d410',
};

let path: string;
beforeAll(() => {
  path = join(newFolderInMemory('sealed'), 'x.backup');
});
afterAll(removeFolders);

const key = randomBytes(32);
const office = pair();

function written(...parts: readonly Uint8Array[]): void {
  const file = openSync(path, 'w');
  const line = factsLineOf(facts);
  writeHead(file, line, sealKey(key, office.open, line));
  const out = new SealedWriter(file, key);
  for (const part of parts) out.write(part);
  out.end();
  closeSync(file);
}

function read(): Buffer {
  const file = openSync(path, 'r');
  try {
    const { factsLine, box, start } = readHead(file);
    const opened = openBox(box, office.secret, factsLine);
    if (!opened) throw new BackupDamaged('no key');
    return Buffer.concat([...readSealed(file, start, opened)]);
  } finally {
    closeSync(file);
  }
}

const piece = 65_536;

describe('a sealed file', () => {
  it('gives back what was put in, in whatever parts it came', () => {
    for (const length of [0, 1, piece - 1, piece, piece + 1, 3 * piece, 3 * piece + 5]) {
      const content = randomBytes(length);
      for (const cut of [0, length >> 1, length]) {
        written(content.subarray(0, cut), content.subarray(cut));
        expect(read().equals(content), `${length} bytes`).toBe(true);
      }
    }
  });

  it('shows the facts to everybody and the content to nobody', () => {
    written(Buffer.from('Siti Aminah 3510164508900001'));
    expect(readFileSync(path).includes('Siti')).toBe(false);
    const file = openSync(path, 'r');
    expect(readHead(file).facts).toEqual(facts);
    closeSync(file);
  });

  it('that was cut off anywhere is damaged', () => {
    written(randomBytes(2 * piece + 100));
    const whole = readFileSync(path);
    for (const length of [10, 200, 1000, piece, piece + 16 + 500, whole.length - 1, whole.length - 116]) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      expect(read, `${length} bytes`).toThrow(BackupDamaged);
    }
    // At the border of a piece too.
    const start = whole.indexOf('\n', whole.indexOf('\n', whole.indexOf('\n') + 1) + 1) + 1;
    writeFileSync(path, whole.subarray(0, start + piece + 16));
    expect(read).toThrow(BackupDamaged);
    writeFileSync(path, Buffer.concat([whole.subarray(0, start), whole.subarray(start + piece + 16)]));
    expect(read).toThrow(BackupDamaged);
    writeFileSync(path, Buffer.concat([whole, Buffer.from('x')]));
    expect(read).toThrow(BackupDamaged);
  });

  it('of which any bit was changed is damaged', () => {
    written(randomBytes(piece + 300));
    const whole = readFileSync(path);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(7), (at, bit) => {
        const other = Buffer.from(whole);
        other[at] = (other[at] ?? 0) ^ (1 << bit);
        writeFileSync(path, other);
        expect(read).toThrow(BackupDamaged);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the box that holds its key', () => {
  const about = Buffer.from('about');

  it('opens with the private key beside the same words, and with nothing else', () => {
    const box = sealKey(key, office.open, about);
    expect(openBox(box, office.secret, about)?.equals(key)).toBe(true);
    expect(openBox(box, pair().secret, about)).toBeNull();
    expect(openBox(box, office.secret, Buffer.from('other'))).toBeNull();
  });

  it('is another one each time', () => {
    expect(sealKey(key, office.open, about)).not.toEqual(sealKey(key, office.open, about));
  });

  it('that holds no point of the curve opens for nobody', () => {
    const box = sealKey(key, office.open, about);
    const nowhere = Buffer.alloc(32).toString('base64url');
    expect(openBox({ ...box, ephemeral: nowhere }, office.secret, about)).toBeNull();
    expect(openBox({ ephemeral: '', sealed: '' }, office.secret, about)).toBeNull();
  });
});
