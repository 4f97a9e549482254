import { execFileSync } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeLetter } from '../../main/documents/letters/compose.ts';
import { readFonts, renderPdf } from '../../main/documents/letters/render.ts';
import { testPage } from '../../main/documents/printing/test-page.ts';
import { programFiles } from '../../main/program-files.ts';
import { Assets } from '../../main/transport/assets.ts';
import { findChromium } from '../doubles/electron/chromium.ts';
import { codeOn, placesOf } from '../doubles/letters/read-pdf.ts';
import { sampleLetters, sampleValues, sampleVillage } from '../doubles/letters/sample-letters.ts';

/** The built page of the hidden window in Chromium, with the headers it has in the program. */

const files = programFiles(import.meta.dirname);
const origin = 'https://anjungan.app.invalid';
let browser: Browser;
let page: Page;
let outside: string[];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(chromium) });
  page = await browser.newPage();
  outside = [];
  const assets = new Assets(files.renderer, files.sounds);
  await page.route('**/*', async (route) => {
    const { host, pathname } = new URL(route.request().url());
    const asset = host === new URL(origin).host ? await assets.find(pathname) : null;
    if (asset) return route.fulfill({ body: asset.body, headers: asset.headers });
    outside.push(pathname);
    return route.abort();
  });
  await page.goto(`${origin}/letter-print/index.html`);
});
afterAll(() => browser.close());

/** What comes out for paper of that height, mm. @returns a PDF of Chromium's */
async function printed(pdf: Uint8Array, height: number): Promise<Uint8Array> {
  const order = `drawLetter("${Buffer.from(pdf).toString('base64')}")`;
  expect(await page.evaluate(order)).toBe(placesOf(pdf).length);
  return page.pdf({ width: '210mm', height: `${height}mm`, printBackground: false });
}

/** Pages as grey pictures, 5 dots to a millimetre. */
function picturesOf(pdf: Uint8Array): { width: number; height: number; dark: (x: number, y: number) => boolean }[] {
  const pictures = [];
  let rest = execFileSync('pdftoppm', ['-r', '127', '-gray', '-'], { input: pdf, maxBuffer: 2 ** 26 });
  while (rest.length > 0) {
    const [head = '', width = 0, height = 0] = /^P5\n(\d+) (\d+)\n255\n/.exec(rest.toString('latin1', 0, 40)) ?? [];
    const [across, down] = [Number(width), Number(height)];
    const dots = rest.subarray(head.length, head.length + across * down);
    rest = rest.subarray(head.length + across * down);
    // A line may lie between two dots.
    const dark = (x: number, y: number) =>
      [-1, 0, 1].some((by) => [-1, 0, 1].some((at) => (dots[(y * 5 + by) * across + x * 5 + at] ?? 255) < 200));
    pictures.push({ width: across, height: down, dark });
  }
  return pictures;
}

it('a test page for F4 comes out on one sheet, its lines where they are on paper', async () => {
  const pictures = picturesOf(await printed(testPage('F4', ['Halaman uji', 'Kantor']), 330));
  expect(pictures).toHaveLength(1);
  const [{ width, height, dark } = { width: 0, height: 0, dark: () => false }] = pictures;
  expect([width / 5, height / 5].map(Math.round)).toEqual([210, 330]);
  for (const inset of [5, 10, 15]) {
    const lines = [dark(inset, 60), dark(210 - inset, 60), dark(105, inset), dark(105, 330 - inset)];
    expect(lines, `${inset} mm`).toEqual([true, true, true, true]);
    expect(dark(inset + 2, 60)).toBe(false);
  }
});

it('a letter comes out with all its sheets, sharp enough for its code, and asks for nothing outside', async () => {
  const letter = await renderPdf(
    composeLetter({
      definition: sampleLetters.heirs,
      paperId: 'letter',
      values: sampleValues.heirs,
      village: sampleVillage({ paper: 'A4' }),
      unitType: 'desa',
      officialId: 'kasi',
      number: '500.2.2.4/017/429.511.08/2026',
      date: '2026-11-24',
      token: 'e30.e30.e30',
      logo: null,
      watermark: null,
      knownByAsked: true,
    }),
    readFonts(files.fonts),
  );
  const out = await printed(letter, 297);
  const sheets = placesOf(out);
  expect(sheets.length).toBe(placesOf(letter).length);
  for (const { width, height } of sheets)
    expect([width, height].map((side) => Math.round(side / 4))).toEqual([149, 210]);
  expect(codeOn(out, 200)).toBe('e30.e30.e30');
  expect(outside).toEqual([]);
});
