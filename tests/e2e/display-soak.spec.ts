import { chromium, expect, test } from '@playwright/test';
import { displaySite } from '../doubles/display/site.ts';
import { playDay, soakArguments } from '../soak/display-day.ts';

test('half an hour of calls on the display: none missed, none doubled, and nothing kept', async () => {
  test.setTimeout(240_000);
  const site = await displaySite();
  const executablePath = process.env['ANJUNGAN_CHROMIUM'];
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: soakArguments,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 960, height: 540 } });
    // The whole day of eight hours: `node tests/soak/display.ts`.
    const { calls, missed, doubled, inOrder, growth } = await playDay(page, site.address, {
      hours: 0.5,
      warmUpMinutes: 10,
      seed: 20261124,
    });
    expect({ missed, doubled, inOrder }).toEqual({ missed: [], doubled: [], inOrder: true });
    expect(calls).toBeGreaterThan(40);
    expect(growth).toBeLessThanOrEqual(0.05);
  } finally {
    await browser.close();
    await site.close();
  }
});
