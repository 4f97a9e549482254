import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readQueueDays } from '../../scripts/replay/queue-days.ts';
import { replay } from '../../scripts/replay/replay.ts';
import { replayOverApi } from './over-api.ts';

/**
 * Twenty real office days: two offices of the city of Warsaw, open data collected by HaZdula/kolejkeR (MIT licence).
 * ANJUNGAN_REPLAY names a file of more days, for the long run.
 */
const file = process.env['ANJUNGAN_REPLAY'] ?? join(import.meta.dirname, 'twenty-days.csv');

it('ends every ticket of real days, taken and called over the API, and its promises are those of the engine', async () => {
  const days = await readQueueDays(file);
  const { sheet, states } = await replayOverApi(days);
  expect(states).toEqual({ done: sheet.tickets });
  expect(sheet).toEqual(await replay(days));
}, 3_600_000);
