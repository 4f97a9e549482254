import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { displaySite } from '../doubles/display/site.ts';
import { playDay, soakArguments } from './display-day.ts';

/** Hours of calls on the display page: `node tests/soak/display.ts [--hours 8] [--seed 1]`. Fails as the bar says. */

const { values } = parseArgs({
  options: { hours: { type: 'string', default: '8' }, seed: { type: 'string', default: '1' } },
});
const site = await displaySite();
const browser = await chromium.launch({
  executablePath: process.env['ANJUNGAN_CHROMIUM'] ?? '/usr/bin/chromium',
  args: soakArguments,
});
try {
  const page = await browser.newPage({ viewport: { width: 960, height: 540 } });
  const report = await playDay(page, site.address, {
    hours: Number(values.hours),
    warmUpMinutes: 30,
    seed: Number(values.seed),
  });
  const { heap, growth, missed, doubled, inOrder } = report;
  const megabytes = (bytes: number | undefined) => `${((bytes ?? 0) / 1_048_576).toFixed(2)} MB`;
  console.log(`${report.calls} calls in ${report.hours} h, played in ${report.seconds} s`);
  console.log(`heap after collection: first ${megabytes(heap[0])}, last ${megabytes(heap.at(-1))}`);
  console.log(`growth by regression over the day: ${(growth * 100).toFixed(2)} % (bar: 5 %)`);
  console.log(`missed: ${missed.length}, doubled: ${doubled.length}, in order: ${inOrder}`);
  if (growth > 0.05 || missed.length > 0 || doubled.length > 0 || !inOrder) process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
}
