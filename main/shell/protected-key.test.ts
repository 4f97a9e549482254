import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ProtectedKey } from './protected-key.ts';

let folder: string;
const file = () => join(folder, 'lounge.key.protected');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Turns the bytes round, and knows its own. */
const safe = (available = true) =>
  ({
    isEncryptionAvailable: () => available,
    encryptString: (text: string) => Buffer.from(`v10${[...text].reverse().join('')}`),
    decryptString: (bytes: Buffer) => {
      if (!bytes.toString().startsWith('v10')) throw new Error('Error while decrypting the ciphertext');
      return [...bytes.toString().slice(3)].reverse().join('');
    },
  }) as SafeStorage;

it('makes a key once, and never writes it in the clear', () => {
  const key = new ProtectedKey(folder, safe()).obtain(false);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(readFileSync(file(), 'utf8')).not.toContain(key);
  expect(new ProtectedKey(folder, safe()).obtain(true)).toBe(key);
});

it('makes no new key for a database that has one', () => {
  expect(() => new ProtectedKey(folder, safe()).obtain(true)).toThrow(/missing/);
});

it('takes over the key that a restore has left in the clear, and leaves it there no longer', () => {
  const restored = join(folder, 'lounge.key');
  const key = 'ab'.repeat(32);
  writeFileSync(restored, `${key}\n`);
  expect(new ProtectedKey(folder, safe()).obtain(true)).toBe(key);
  expect(existsSync(restored)).toBe(false);
  expect(new ProtectedKey(folder, safe()).obtain(true)).toBe(key);
});

it('refuses a file that it cannot read', () => {
  writeFileSync(file(), 'of another machine');
  expect(() => new ProtectedKey(folder, safe()).obtain(true)).toThrow(/another user/);
});

it('refuses when Windows protects nothing', () => {
  expect(() => new ProtectedKey(folder, safe(false)).obtain(false)).toThrow(/no protection/);
});
