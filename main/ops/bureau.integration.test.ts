import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../tests/doubles/lounge/in-process.ts';
import { Bureau } from './bureau.ts';
import type { Log } from './log.ts';
import { workerFile } from './worker-file.ts';

let folder: string;
interface Asks {
  day: { asked: { day: string }; answer: unknown };
}

let bureau: Bureau<Asks>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-test-'));
});
afterEach(async () => {
  await bureau.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A thread that answers, dies or falls silent as the day it is asked for says. */
const strangeThread = `
  import { parentPort } from 'node:worker_threads';
  let asked = 0;
  parentPort.on('message', ({ day }) => {
    asked += 1;
    if (day === 'die') process.exit(3);
    if (day === 'throw') throw new Error('broken');
    if (day === 'silence') return;
    if (day === 'refuse') return parentPort.postMessage({ refusal: { code: 'EXPORT_TOO_LARGE', data: { tickets: 3 } } });
    parentPort.postMessage({ answer: { day, asked } });
  });`;

function open(patienceMs = 30_000, log: Log = silentLog): void {
  const file = join(folder, 'thread.mjs');
  writeFileSync(file, strangeThread);
  bureau = new Bureau<Asks>({
    name: 'strange',
    file: pathToFileURL(file),
    start: null,
    log,
    refusals: { busy: 'STATISTICS_BUSY', failed: 'STATISTICS_FAILED' },
    mostWaiting: 8,
    heapMb: 256,
    patienceMs,
  });
}
const ask = (day: string): Promise<unknown> => bureau.ask({ kind: 'day', day });

describe('a bureau that has things made in a thread', () => {
  it('has them made one after the other, in the same thread', async () => {
    open();
    expect(await Promise.all([ask('first'), ask('second')])).toEqual([
      { day: 'first', asked: 1 },
      { day: 'second', asked: 2 },
    ]);
  });

  it.each(['die', 'throw'])(
    'gives up a report whose thread comes to %s, and makes the next in a new one',
    async (fate) => {
      const said: object[] = [];
      open(30_000, { ...silentLog, error: (data) => said.push(data) });
      const [failed, next] = await Promise.allSettled([ask(fate), ask('next')]);
      expect(failed).toMatchObject({ status: 'rejected', reason: { code: 'STATISTICS_FAILED' } });
      expect(next).toMatchObject({ status: 'fulfilled', value: { day: 'next', asked: 1 } });
      expect(said.length).toBe(1);
    },
  );

  it('ends a thread that takes too long', async () => {
    open(5_000);
    await expect(ask('silence')).rejects.toMatchObject({ code: 'STATISTICS_FAILED' });
    expect(await ask('next')).toEqual({ day: 'next', asked: 1 });
  });

  it('passes a refusal on with what it says', async () => {
    open();
    await expect(ask('refuse')).rejects.toMatchObject({ code: 'EXPORT_TOO_LARGE', data: { tickets: 3 } });
  });

  it('refuses more when eight wait already', async () => {
    open();
    const all = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => ask(String(i))));
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(9);
    expect(all[9]).toMatchObject({ reason: { code: 'STATISTICS_BUSY' } });
  });

  it('fails whoever waits when the lounge closes', async () => {
    open();
    const asked = Promise.allSettled([ask('silence'), ask('next')]);
    await bureau.close();
    for (const one of await asked) expect(one).toMatchObject({ reason: { code: 'STATISTICS_FAILED' } });
    await expect(ask('late')).rejects.toMatchObject({ code: 'STATISTICS_FAILED' });
  });

  it('finds its thread beside the entries of the bundle, also from a chunk', () => {
    const found = (here: string) => workerFile(here, 'reports-worker').href;
    expect(found('file:///a/out/main/headless.js')).toBe('file:///a/out/main/reports-worker.js');
    expect(found('file:///a/out/main/chunks/x.js')).toBe('file:///a/out/main/reports-worker.js');
    expect(found('file:///a/chunks/main/x.js')).toBe('file:///a/chunks/main/reports-worker.js');
    expect(found('file:///a/main/statistics/open.ts')).toBe('file:///a/main/statistics/worker.ts');
    open();
  });
});
