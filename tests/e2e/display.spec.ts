import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import type { Call } from '../../contract/queue.ts';
import { displaySite } from '../doubles/display/site.ts';
import { counter, eleven, namedByWord, snapshotOf, three } from '../pictures/display/data.ts';

/** The display in a real Chromium, with its real clips and Web Audio; the hub is the test's. */

let site: Awaited<ReturnType<typeof displaySite>>;
let browser: Browser | undefined;
test.beforeAll(async () => {
  site = await displaySite();
});
test.afterEach(async () => {
  await browser?.close();
});
test.afterAll(() => site.close());

/** @param policy of Chromium, whether a page may sound by itself */
async function open(policy: string, viewport = { width: 1920, height: 1080 }): Promise<Page> {
  const executablePath = process.env['ANJUNGAN_CHROMIUM'];
  browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-gpu', '--no-sandbox', '--disable-background-networking', `--autoplay-policy=${policy}`],
  });
  const page = await browser.newPage({ viewport, hasTouch: true });
  await page.addInitScript(listen);
  await page.goto(site.address);
  return page;
}

/** Runs in the page before it: notes which clips start when, and how loud it is. */
function listen() {
  const heard: { starts: { at: number; seconds: number }[]; loud: number[] } = { starts: [], loud: [] };
  Object.assign(window, { heard });
  const connect = Reflect.get(AudioNode.prototype, 'connect') as (this: AudioNode, ...to: unknown[]) => AudioNode;
  const meters = new WeakMap<BaseAudioContext, AnalyserNode>();
  AudioNode.prototype.connect = function (this: AudioNode, ...to: unknown[]) {
    if (to[0] instanceof AudioDestinationNode) connect.call(this, meterOf(this.context));
    return connect.apply(this, to);
  } as AudioNode['connect'];
  const meterOf = (context: BaseAudioContext): AnalyserNode => {
    const known = meters.get(context);
    if (known !== undefined) return known;
    const meter = context.createAnalyser();
    meters.set(context, meter);
    const samples = new Float32Array(meter.fftSize);
    setInterval(() => {
      meter.getFloatTimeDomainData(samples);
      heard.loud.push(Math.max(...samples.map(Math.abs)));
    }, 50);
    return meter;
  };
  const start = Reflect.get(AudioBufferSourceNode.prototype, 'start') as (this: AudioNode, ...when: number[]) => void;
  AudioBufferSourceNode.prototype.start = function (at = 0, offset = 0, duration = 0) {
    heard.starts.push({ at, seconds: duration });
    start.call(this, at, offset, duration);
  };
}

interface Heard {
  starts: { at: number; seconds: number }[];
  loud: number[];
}
const heardOn = (page: Page) => page.evaluate(() => (window as unknown as { heard: Heard }).heard);

/** A morning with one call that was made just now. */
const now = () => new Date().toISOString();
const calledNow = (callSeq = 7, number = 'C012') => {
  const call: Call = {
    callSeq,
    number,
    counterId: '3',
    counterName: { id: 'Loket 3', en: 'Counter 3' },
    calledAt: now(),
  };
  const snapshot = snapshotOf([...three.slice(0, 2), counter('3', number)]);
  return { ...snapshot, at: now(), calls: [call, ...snapshot.calls], announcements: [call] };
};
const say = (page: Page, snapshot: ReturnType<typeof snapshotOf>) =>
  page.evaluate((newest) => window.lounge.say(newest), snapshot);
/** Chime, "Nomor antrean", C, nol, satu, dua, "silakan menuju", "loket", tiga; and again without the chime. */
const clipsOfCall = 9 + 8;

test('a call is heard twice from its real clips, shown while it is spoken, and not heard again after a reload', async () => {
  const page = await open('no-user-gesture-required');
  const snapshot = calledNow();
  await say(page, snapshot);
  await expect(page.locator('section[data-manner="spoken"]')).toContainText('C012');
  await expect.poll(async () => (await heardOn(page)).starts.length, { timeout: 20_000 }).toBe(clipsOfCall);
  await expect(page.locator('section[data-manner]')).toHaveCount(0, { timeout: 20_000 });
  const { starts, loud } = await heardOn(page);
  // One after the other, none over the other.
  for (const [index, { at }] of starts.entries()) {
    const before = starts[index - 1];
    if (before !== undefined) expect(at).toBeGreaterThanOrEqual(before.at + before.seconds - 0.001);
  }
  const spoken = starts.reduce((sum, { seconds }) => sum + seconds, 0);
  expect(spoken).toBeGreaterThan(7);
  // What the loudspeaker got was sound: most moments of the clips are well above silence.
  expect(loud.filter((peak) => peak > 0.02).length * 0.05).toBeGreaterThan(spoken * 0.6);
  const reports = await page.evaluate(() => window.lounge.reports);
  expect(reports.at(-1)).toEqual({ sound: 'on', lastSpoken: 7 });

  await page.reload();
  await say(page, { ...snapshot, at: now() });
  await expect(page.getByRole('heading', { name: 'Nomor antrean' })).toBeVisible();
  await page.waitForTimeout(1_500);
  expect((await heardOn(page)).starts).toEqual([]);
});

/** The same without the user gesture that Playwright lends to what it evaluates. */
async function sayUntouched(page: Page, snapshot: ReturnType<typeof snapshotOf>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: `window.lounge.say(${JSON.stringify(snapshot)})` });
}

test('sound that the browser blocks is asked for on the screen, and the call is spoken after a touch', async () => {
  const page = await open('document-user-activation-required');
  await sayUntouched(page, calledNow());
  const notice = page.getByText('Suara belum aktif, sentuh layar');
  await expect(notice).toBeVisible();
  await expect(page.locator('section[data-manner="flashed"]')).toContainText('C012');
  expect((await heardOn(page)).starts).toEqual([]);
  await expect.poll(() => page.evaluate(() => window.lounge.reports.at(-1)?.sound)).toBe('blocked');
  await page.touchscreen.tap(700, 400);
  await expect.poll(async () => (await heardOn(page)).starts.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(9);
  await expect(notice).toBeHidden();
});

test('a muted call is not heard, flashes no faster than three times a second, and stays on the screen', async () => {
  const page = await open('no-user-gesture-required');
  const mutedUntil = new Date(Date.now() + 600_000).toISOString();
  await say(page, { ...calledNow(), sound: { volume: 1, mutedUntil, english: false } });
  const flashed = page.locator('section[data-manner="flashed"]');
  await expect(flashed).toContainText('C012');
  const { duration, iterations } = await flashed.evaluate((section) => {
    const [animation] = section.getAnimations();
    const timing = animation?.effect?.getTiming();
    return { duration: Number(timing?.duration), iterations: Number(timing?.iterations) };
  });
  expect(duration).toBeGreaterThanOrEqual(1000 / 3);
  expect(Number.isFinite(iterations)).toBe(true);
  await expect(flashed).toHaveCount(0, { timeout: 10_000 });
  await expect(page.getByText('C012').first()).toBeVisible();
  expect((await heardOn(page)).starts).toEqual([]);
});

test('every number and every counter name has a capital of at least 11.5 vmin on every screen', async () => {
  const page = await open('no-user-gesture-required');
  for (const [width, height] of [
    [1920, 1080],
    [1080, 1920],
    [1366, 768],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    // Half of a 4:3 screen has no room for a word of nine letters in this size; there it is set smaller.
    for (const counters of width * 3 === height * 4 ? [three, eleven] : [three, eleven, namedByWord]) {
      await say(page, { ...snapshotOf(counters), announcements: [] });
      await page.evaluate(() => document.fonts.ready);
      const capitals = await page.locator('[data-tall]').evaluateAll((elements) => {
        const pen = document.createElement('canvas').getContext('2d');
        return elements.map((element) => {
          const { fontSize, fontFamily } = getComputedStyle(element);
          if (pen !== null) pen.font = `800 ${fontSize} ${fontFamily}`;
          const height = pen?.measureText('H').actualBoundingBoxAscent ?? 0;
          return { text: element.textContent, vmin: (height * 100) / Math.min(innerWidth, innerHeight) };
        });
      });
      expect(capitals.length).toBeGreaterThan(2);
      expect(capitals.filter(({ vmin }) => vmin < 11.5)).toEqual([]);
    }
  }
});
