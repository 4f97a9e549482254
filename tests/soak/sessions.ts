/** `npm run --silent soak -- [--sessions 2000] [--seed 1] [--json]`: residents at one kiosk, without a restart. */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { removeFolders } from '../doubles/lounge/data-folder.ts';
import { soakArguments } from './display-day.ts';
import { soak } from './resident-sessions.ts';

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const browser = await chromium.launch({
  executablePath: process.env['ANJUNGAN_CHROMIUM'] ?? '/usr/bin/chromium',
  args: soakArguments,
});
const sessions = Number(values.sessions);
const begun = performance.now();
const tell = (session: number): void => {
  if (session % 100 === 0) console.error(`${session} sessions in ${Math.round((performance.now() - begun) / 1000)} s`);
};
const { samples, ...report } = await soak(browser, {
  sessions,
  warmUp: Math.min(200, Math.floor(sessions / 3)),
  seed: Number(values.seed),
  tell,
});
await browser.close();
removeFolders();
const { heapSlopePercent, errors, orphanListeners } = report;
if (values.json) console.log(JSON.stringify({ sessions, heapSlopePercent, errors: errors.length }));
else console.log(report, 'first', samples[0], 'last', samples.at(-1));
for (const error of errors.slice(0, 20)) console.error(error);
if (heapSlopePercent > 5 || errors.length > 0 || orphanListeners > 0) process.exitCode = 1;
