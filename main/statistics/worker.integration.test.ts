import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { silentLog } from '../../tests/doubles/lounge/in-process.ts';
import { Bureau } from '../ops/bureau.ts';
import { workerFile } from '../ops/worker-file.ts';
import type { Asks } from './asks.ts';
import { statisticsThread } from './open.ts';

it('says that a database which is not there makes no report', async () => {
  const bureau = new Bureau<Asks>({
    ...statisticsThread,
    file: workerFile(import.meta.url, 'statistics-worker'),
    start: { path: join(tmpdir(), 'anjungan-no-such-folder', 'no.db'), key: '' },
    log: silentLog,
  });
  const asked = bureau.ask({ kind: 'day', day: '2026-11-24', now: 0, timeZone: 'Asia/Jakarta' });
  await expect(asked).rejects.toMatchObject({ code: 'STATISTICS_FAILED' });
  await bureau.close();
});
