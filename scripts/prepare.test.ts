import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint, isInstalled } from './prepare.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prepare-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the packages are installed', () => {
  const zod = { version: '4.0.0', integrity: 'sha512-a' };
  const windows = { version: '1.0.0', integrity: 'sha512-b', optional: true };
  const lock = { '': {}, 'node_modules/zod': zod, 'node_modules/windows': windows };

  const installed = (record: object | null, wanted: object = lock) => {
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
    mkdirSync(join(folder, 'node_modules'));
    if (record) {
      writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: record }));
    }
    return isInstalled(folder);
  };

  test('when all but optional ones are there', () => expect(installed({ 'node_modules/zod': zod })).toBe(true));
  test('not on a fresh machine', () => expect(installed(null)).toBe(false));
  test('not when one is missing', () => expect(installed({ 'node_modules/windows': windows })).toBe(false));
  test('not when the lock names another version', () =>
    expect(installed({ 'node_modules/zod': { ...zod, version: '3.9.9' } })).toBe(false));
  test('not when one is there that the lock no longer names', () =>
    expect(installed({ 'node_modules/zod': zod, 'node_modules/old': zod })).toBe(false));
});

describe('the fingerprint of the sources', () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, 'main', name), text);
  const now = () => fingerprint(folder, ['main', 'absent']);
  beforeEach(() => {
    mkdirSync(join(folder, 'main'));
    write('lounge.ts', 'a');
  });

  test('stays while nothing changes', () => expect(now()).toBe(now()));
  test.each<[string, () => void]>([
    ['written', () => write('lounge.ts', 'ab')],
    ['added', () => write('index.ts', '')],
    ['removed', () => rmSync(join(folder, 'main', 'lounge.ts'))],
    ['renamed', () => renameSync(join(folder, 'main', 'lounge.ts'), join(folder, 'main', 'hall.ts'))],
  ])('changes when a file is %s', (_, change) => {
    const before = now();
    change();
    expect(now()).not.toBe(before);
  });
  test('does not mind tests', () => {
    const before = now();
    write('lounge.test.ts', '');
    expect(now()).toBe(before);
  });
});
