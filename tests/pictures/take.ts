import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import react from '@vitejs/plugin-react';
import { chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { type Catalogue, en, id } from '../../renderer/i18n/staff.ts';
import type { Gallery, Hand, Picture } from './gallery.ts';
import { type Judgement, judge } from './judge.ts';
import { touch, touchKeys } from './touch.ts';

/**
 * Takes a picture of every screen, state, size and language of a page and judges each:
 * `node tests/pictures/take.ts FOLDER [--page kiosk]`. `--fast` leaves axe-core out, `--blind` the pictures.
 */

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    page: { type: 'string', default: 'kiosk' },
    only: { type: 'string' },
    size: { type: 'string' },
    language: { type: 'string' },
    fast: { type: 'boolean' },
    blind: { type: 'boolean' },
  },
});
const folder = resolve(positionals[0] ?? join(tmpdir(), 'anjungan-pictures'));
const { gallery } = (await import(`./${options.page}/scenes.ts`)) as { gallery: Gallery<unknown> };
const sizes = gallery.sizes.filter((size) => !options.size || options.size === size);
const languages = (
  [
    ['id', id],
    ['en', en],
  ] as const
).filter(([key]) => !options.language || options.language === key);
const chosen = gallery.pictures.filter(({ name }) => !options.only || new RegExp(options.only).test(name));

const policy = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:",
  "font-src 'self'; media-src 'self'; connect-src 'self'",
].join('; ');

const outDir = await mkdtemp(join(tmpdir(), 'anjungan-pages-'));
const root = resolve(import.meta.dirname, options.page);
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  publicDir: resolve(root, '../../../resources/public'),
  build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
});
const server = await preview({
  root,
  configFile: false,
  logLevel: 'warn',
  build: { outDir },
  preview: { port: 0, host: '127.0.0.1', headers: { 'Content-Security-Policy': policy } },
});
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: process.env['ANJUNGAN_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

const report: Record<string, Judgement & { errors: string[] }> = {};
for (const size of sizes) {
  for (const [language, words] of languages) {
    await mkdir(join(folder, size, language), { recursive: true });
    const [width = 0, height = 0] = size.split('x').map(Number);
    const context = await browser.newContext({
      viewport: { width, height },
      reducedMotion: 'reduce',
      timezoneId: 'America/New_York',
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(address);
    for (const picture of chosen) {
      if (picture.upright === true && width > height) continue;
      errors.length = 0;
      await take(page, errors, picture, { width, height }, language, words, `${size}/${language}/${picture.name}`);
    }
    await context.close();
  }
}
await browser.close();
await server.close();
await rm(outDir, { recursive: true });
await writeFile(join(folder, 'report.json'), JSON.stringify(report, null, 2));
summarize();

async function take(
  page: Page,
  errors: string[],
  { scene, steps }: Picture<unknown>,
  viewport: { width: number; height: number },
  language: 'id' | 'en',
  words: Catalogue,
  path: string,
): Promise<void> {
  const whole = gallery.scene(scene as Partial<unknown> | undefined, language);
  const step = (ms: number) => page.evaluate((by) => window.controls.step(by), ms);
  const hand: Hand = {
    page,
    words,
    step,
    touch,
    touchKeys: (names) => touchKeys(page, names),
    async tap(name) {
      const button = { name: name.replaceAll('\n', ' '), exact: name !== words.ticket.finish };
      await touch(page.getByRole('button', button).first());
      await step(gallery.settle);
    },
    async choose(nth) {
      await touch(page.locator('[data-hands] li button').nth(nth));
      await step(gallery.settle);
    },
  };
  try {
    await page.evaluate((value) => window.show(value as never), whole);
    await page.waitForSelector(gallery.ready);
    await page.evaluate(() => document.fonts.ready);
    await steps?.(hand);
    await step(gallery.settle);
    // A part of the page that is loaded when it is asked for.
    await page.waitForSelector('main:empty', { state: 'detached', timeout: 4_000 });
    await painted(page);
  } catch (error) {
    errors.push(String(error).slice(0, 400));
  }
  if (options.blind !== true) await page.screenshot({ path: join(folder, `${path}.png`) });
  report[path] = { ...(await judge(page, gallery.limits(viewport), options.fast !== true)), errors: [...errors] };
}

/** Until what the page has decided stands on it. */
function painted(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

function summarize(): void {
  const lines = new Map<string, string[]>();
  const say = (text: string, path: string) => lines.set(text, [...(lines.get(text) ?? []), path]);
  for (const [path, { violations, incomplete, layout, errors }] of Object.entries(report)) {
    for (const error of errors) say(`error: ${error}`, path);
    for (const fault of layout) say(`layout: ${fault}`, path);
    for (const { rule, where } of violations) say(`axe: ${rule} ${where}`, path);
    for (const { rule, where } of incomplete) say(`axe cannot tell: ${rule} ${where}`, path);
  }
  for (const [text, paths] of lines)
    console.log(
      `${text}\n    ${paths.slice(0, 6).join(' ')}${paths.length > 6 ? ` and ${paths.length - 6} more` : ''}`,
    );
  console.log(
    `${Object.keys(report).length} pictures judged, ${lines.size} findings; pictures and report.json in ${folder}`,
  );
}
