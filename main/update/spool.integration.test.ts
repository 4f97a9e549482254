import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UpdateMemory } from './memory.ts';
import { Spool } from './spool.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-spool-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what is left for the program of root', () => {
  const dropped = (name: string) => readFileSync(join(folder, 'spool', 'parcel', name), 'utf8');
  let spool: Spool;
  beforeEach(() => {
    spool = new Spool(join(folder, 'spool'));
  });

  test('a parcel appears whole, and a newer one takes its place', () => {
    spoolFolder();
    expect(spool.isFull()).toBe(false);
    for (const version of ['one', 'two']) {
      writeFileSync(join(folder, 'fetched'), version);
      spool.drop({ packagePath: join(folder, 'fetched'), signedNote: `note of ${version}` });
    }
    expect(spool.isFull()).toBe(true);
    expect([dropped('package'), dropped('note')]).toEqual(['two', 'note of two']);
    expect(readdirSync(join(folder, 'spool'))).toEqual(['parcel']);
  });

  test('a parcel that cannot be made whole leaves nothing', () => {
    spoolFolder();
    const drop = () => spool.drop({ packagePath: join(folder, 'not-there'), signedNote: '' });
    expect(drop).toThrow('ENOENT');
    expect(readdirSync(join(folder, 'spool'))).toEqual([]);
  });

  test('what a power cut left half is thrown away', () => {
    spoolFolder('.parcel.new');
    writeFileSync(join(folder, 'fetched'), 'one');
    spool.drop({ packagePath: join(folder, 'fetched'), signedNote: 'note' });
    expect(readdirSync(join(folder, 'spool'))).toEqual(['parcel']);
  });

  test('a healthy version says which one it is', () => {
    spoolFolder();
    spool.reportHealthy('1.1.0');
    expect(readFileSync(join(folder, 'spool', 'healthy'), 'utf8')).toBe('1.1.0\n');
  });

  function spoolFolder(...more: string[]): void {
    const path = join(folder, 'spool', ...more);
    if (!existsSync(path)) mkdirSync(path, { recursive: true });
  }
});

describe('what is remembered of releases', () => {
  test('the sequence never falls, and survives a new start', () => {
    const files = { sequence: join(folder, 'sequence'), blacklist: join(folder, 'blacklist') };
    expect(new UpdateMemory(files).read()).toEqual({ highestSequence: 0, blacklist: [] });
    new UpdateMemory(files).sawSequence(12);
    new UpdateMemory(files).sawSequence(11);
    writeFileSync(files.blacklist, '1.1.0\n1.3.0\n');
    expect(new UpdateMemory(files).read()).toEqual({ highestSequence: 12, blacklist: ['1.1.0', '1.3.0'] });
    writeFileSync(files.sequence, 'garbage');
    expect(new UpdateMemory(files).read().highestSequence).toBe(0);
  });
});
