import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LogFile } from './log-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-log-'));
  path = join(folder, 'log', 'anjungan.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const line = (n: number) => `${String(n).padStart(9, '0')}\n`;
const kept = () =>
  readdirSync(join(folder, 'log'))
    .sort()
    .reverse()
    .flatMap((name) =>
      readFileSync(join(folder, 'log', name), 'utf8')
        .trimEnd()
        .split('\n'),
    )
    .map(Number);

it('keeps the newest lines in order, in five files that turn over by size', () => {
  const log = new LogFile(path, 100);
  for (let n = 1; n <= 200; n += 1) log.write(line(n));
  expect(readdirSync(join(folder, 'log')).sort()).toEqual([
    'anjungan.log',
    'anjungan.log.1',
    'anjungan.log.2',
    'anjungan.log.3',
    'anjungan.log.4',
  ]);
  expect(kept()).toEqual(Array.from({ length: 50 }, (_, index) => 151 + index));
});

it('goes on in the file of the run before', () => {
  new LogFile(path, 100).write(line(1));
  new LogFile(path, 100).write(line(2));
  expect(readFileSync(path, 'utf8')).toBe(line(1) + line(2));
});

it('loses a line rather than the program when the disk takes nothing, and goes on when it does', () => {
  writeFileSync(join(folder, 'log'), 'a file where the folder should be');
  const log = new LogFile(path, 100);
  log.write(line(1));
  rmSync(join(folder, 'log'));
  log.write(line(2));
  expect(kept()).toEqual([2]);
});
