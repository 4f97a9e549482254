import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { shownLogLines } from '../../contract/maintenance.ts';
import { readLogTail } from './log-tail.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-log-tail-'));
  path = join(folder, 'anjungan.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('shows nothing where there is no log yet', async () => {
  expect(await readLogTail(path)).toEqual([]);
});

it('shows the newest lines of a long log, the newest first', async () => {
  const line = (n: number) => JSON.stringify({ level: n % 2 ? 40 : 50, time: '2026-11-24T09:00:00Z', n, msg: 'told' });
  writeFileSync(path, `${Array.from({ length: 5_000 }, (_, n) => line(n)).join('\n')}\n`);
  const shown = await readLogTail(path);
  expect(shown).toHaveLength(shownLogLines);
  expect(shown[0]).toEqual({ at: '2026-11-24T09:00:00Z', level: 'warn', text: 'told {"n":4999}' });
});

it('shows a line that is none of ours as it stands, and a long one cut', async () => {
  writeFileSync(path, `not ours\n${'x'.repeat(5_000)}`);
  const [long, foreign] = await readLogTail(path);
  expect(foreign).toEqual({ at: null, level: 'info', text: 'not ours' });
  expect(long?.text).toHaveLength(601);
});
