import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import type { Call } from '../../contract/queue.ts';
import { displaySite } from '../doubles/display/site.ts';
import { png } from '../doubles/media/files.ts';
import { counter, snapshotOf, three } from '../pictures/display/data.ts';

/** Pictures and videos on the display, in a real Chromium that decodes them; the hub and its files are the test's. */

let site: Awaited<ReturnType<typeof displaySite>>;
let browser: Browser;
test.beforeAll(async () => {
  site = await displaySite();
  const executablePath = process.env['ANJUNGAN_CHROMIUM'];
  browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-gpu', '--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
  });
});
test.afterAll(async () => {
  await browser.close();
  await site.close();
});

const at = () => new Date().toISOString();
const calm = (counters = three) => ({ ...snapshotOf(counters), at: at(), announcements: [] });
const calling = (): ReturnType<typeof snapshotOf> => {
  const call: Call = {
    callSeq: 9,
    number: 'C013',
    counterId: '3',
    counterName: { id: 'Loket 3', en: 'Counter 3' },
    calledAt: at(),
  };
  const snapshot = snapshotOf([...three.slice(0, 2), counter('3', 'C013')]);
  return { ...snapshot, at: at(), calls: [call, ...snapshot.calls], announcements: [call] };
};

type Files = Readonly<Record<string, { type: string; body: Buffer }>>;
const picture = (colour: [number, number, number]) => ({ type: 'image/png', body: png(320, 180, colour) });

async function open(files: Files, viewport = { width: 1920, height: 1080 }): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.route('**/media/**', (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.slice('/media/'.length));
    const file = files[name];
    return file === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ status: 200, contentType: file.type, body: file.body });
  });
  await page.goto(site.address);
  await say(page, calm());
  return page;
}

const say = (page: Page, snapshot: ReturnType<typeof snapshotOf>) =>
  page.evaluate((newest) => window.lounge.say(newest), snapshot);
const shelve = (page: Page, ...names: string[]) =>
  page.evaluate(
    (all) =>
      window.lounge.shelve(
        all.map((name) => ({ name, kind: /webm|mp4/.test(name) ? 'video' : 'picture', version: '1' })),
      ),
    names,
  );
const shown = (page: Page, name: string) =>
  page.locator(`[data-media] [data-state="shown"][src*="${encodeURIComponent(name)}"]`);

/** Records a film of a second as a browser makes one: the machine that tests has no other camera. */
async function film(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 });
    const pen = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const over = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    for (let frame = 0; frame < 40; frame += 1) {
      if (pen !== null) {
        pen.fillStyle = `hsl(${frame * 9} 70% 50%)`;
        pen.fillRect(0, 0, 160, 90);
      }
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    recorder.stop();
    await over;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

test('pictures follow one another after twelve seconds, and the page never holds more than it shows', async () => {
  const page = await open({ 'a.png': picture([200, 40, 40]), 'b.png': picture([40, 40, 200]) });
  await shelve(page, 'a.png', 'b.png');
  await expect(shown(page, 'a.png')).toBeVisible();
  expect(
    await page
      .locator('[data-media] img')
      .evaluateAll((all) => all.map((img) => (img as HTMLImageElement).naturalWidth)),
  ).toEqual([320]);
  const begun = Date.now();
  await expect(shown(page, 'b.png')).toBeVisible({ timeout: 20_000 });
  expect(Date.now() - begun).toBeGreaterThan(10_500);
  await expect(page.locator('[data-media] img')).toHaveCount(1);
  await shelve(page);
  await expect(page.locator('[data-media]')).toHaveCount(0);
  await expect(page.locator('img')).toHaveCount(0);
  await page.close();
});

test('a file that cannot be read is left out, told to the hub, and leaves no hole', async () => {
  const page = await open({
    'a.png': { type: 'image/png', body: Buffer.from('no picture') },
    'c.png': picture([0, 99, 0]),
  });
  await shelve(page, 'a.png', 'b.png', 'c.png');
  await expect(shown(page, 'c.png')).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => window.lounge.unplayable.at(-1)?.map(({ name }) => name)))
    .toEqual(['a.png', 'b.png']);
  // With nothing that can be read the display is as if there were no pictures.
  await shelve(page, 'a.png', 'b.png');
  await expect(page.locator('[data-media]')).toHaveCount(0);
  await page.close();
});

test('a video plays without sound, stands still while a number is called, and gives way to the next', async () => {
  const page = await open({});
  const body = await film(page);
  await page.close();
  const files = { 'film.webm': { type: 'video/webm', body }, 'z.png': picture([9, 9, 9]) };
  const screen = await open(files);
  await shelve(screen, 'film.webm');
  const video = shown(screen, 'film.webm');
  await expect(video).toBeVisible();
  const state = () =>
    video.evaluate((element) => {
      const { muted, paused, currentTime } = element as HTMLVideoElement;
      return { muted, paused, moves: currentTime > 0 };
    });
  await expect.poll(state).toEqual({ muted: true, paused: false, moves: true });
  await say(screen, calling());
  await expect(screen.locator('section[data-manner]')).toContainText('C013');
  await expect(screen.locator('[data-place][data-quiet]')).toHaveCount(1);
  await expect.poll(async () => (await state()).paused).toBe(true);
  await expect(screen.locator('section[data-manner]')).toHaveCount(0, { timeout: 30_000 });
  await expect.poll(async () => (await state()).paused).toBe(false);
  // Alone it begins anew; with another one it ends.
  await shelve(screen, 'film.webm', 'z.png');
  await expect(shown(screen, 'z.png')).toBeVisible({ timeout: 15_000 });
  await expect(screen.locator('video')).toHaveCount(0);
  await screen.close();
});

test('a machine that asks for stillness is shown pictures alone, without a fade', async () => {
  const page = await open({ 'b.png': picture([1, 2, 3]) });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await shelve(page, 'a.webm', 'b.png');
  await expect(shown(page, 'b.png')).toBeVisible();
  expect(await shown(page, 'b.png').evaluate((element) => getComputedStyle(element).transitionDuration)).toBe('0s');
  await page.close();
});

test('beside pictures every number and counter name keeps its size, and the board its place', async () => {
  for (const viewport of [
    { width: 1920, height: 1080 },
    { width: 1080, height: 1920 },
    { width: 1366, height: 768 },
    { width: 1024, height: 768 },
  ]) {
    const page = await open({ 'a.png': picture([200, 40, 40]) }, viewport);
    const measured = () =>
      page.evaluate(() => {
        const vmin = (pixels: number) => Math.round((pixels * 1_000) / Math.min(innerWidth, innerHeight)) / 10;
        const rows = [...document.querySelectorAll('ul > li[data-frame]')].map((row) => row.getBoundingClientRect());
        const sizes = [...document.querySelectorAll('[data-tall]')].map((text) => [
          text.textContent,
          vmin(Number.parseFloat(getComputedStyle(text).fontSize)),
        ]);
        return { sizes, rows: rows.map(({ width, height }) => [vmin(width), vmin(height)]) };
      });
    await page.evaluate(() => document.fonts.ready);
    const without = await measured();
    await shelve(page, 'a.png');
    await expect(shown(page, 'a.png')).toBeVisible();
    await expect
      .poll(async () => {
        const beside = await measured();
        // The called number may gain a little where its panel has less margin.
        const smaller = beside.sizes.filter(
          ([, size], index) => Number(size) < Number(without.sizes[index]?.[1]) - 0.2,
        );
        return { smaller, rows: beside.rows };
      })
      .toEqual({ smaller: [], rows: without.rows });
    await page.close();
  }
});
