import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'supervise-'));
const parent = join(folder, 'parent.mjs');

/** A lounge in small: tells its process id, closes when asked or when its parent is gone. */
const lounge = `
  const close = () => setTimeout(() => process.exit(0), 50);
  process.on('SIGTERM', close);
  process.on('disconnect', close);
  setInterval(() => {}, 1000);
  console.log('{"pid":' + process.pid + '}');`;

beforeAll(() => {
  const module = pathToFileURL(join(import.meta.dirname, 'supervise.mjs')).href;
  writeFileSync(
    parent,
    `import { supervise } from '${module}';
     const { ended } = supervise(process.execPath, ['-e', process.argv[2]]);
     ended.then((code) => { process.exitCode = code; });`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(script: string): Promise<{ process: ChildProcess; ended: Promise<unknown[]>; pid: number }> {
  const child = spawn(process.execPath, [parent, script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [chunk] = await once(child.stdout, 'data');
  return { process: child, ended, pid: JSON.parse(String(chunk)).pid };
}

async function isGone(pid: number): Promise<boolean> {
  const deadline = Date.now() + 5000;
  while (Date.now() < deadline) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  return false;
}

test.runIf(process.platform !== 'win32')('a signal to us closes the child, and we end as it does', async () => {
  const { process: child, ended, pid } = await start(lounge);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(await isGone(pid)).toBe(true);
});

test.runIf(process.platform !== 'win32')('a child closed by its own process id ends us with its code', async () => {
  const { ended, pid } = await start(lounge);
  process.kill(pid, 'SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('a child that fails ends us with its code', async () => {
  const { ended } = await start(`console.log('{"pid":0}'); process.exitCode = 3;`);
  expect(await ended).toEqual([3, null]);
});
