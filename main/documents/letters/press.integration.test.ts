import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleLetters, sampleValues, sampleVillage } from '../../../tests/doubles/letters/sample-letters.ts';
import { silentLog } from '../../../tests/doubles/lounge/in-process.ts';
import { programFiles } from '../../program-files.ts';
import { composeLetter } from './compose.ts';
import { LetterPress, letterWorkerFile } from './press.ts';
import { readFonts, renderPdf } from './render.ts';

const { fonts } = programFiles(import.meta.dirname);
const letter = composeLetter({
  definition: sampleLetters.business,
  paperId: 'letter',
  values: sampleValues.business,
  village: sampleVillage(),
  unitType: 'desa',
  officialId: 'kades',
  number: '500.2.2.4/017/429.511.08/2026',
  date: '2026-11-24',
  token: 'e30.e30.e30',
  logo: null,
  watermark: null,
  knownByAsked: false,
});

let folder: string;
let press: LetterPress;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-test-'));
});
afterEach(async () => {
  await press.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the press', () => {
  it('makes the same bytes in its thread as anywhere, for several clerks at once', async () => {
    press = new LetterPress({ file: letterWorkerFile(), fonts, log: silentLog });
    const made = await Promise.all(Array.from({ length: 12 }, () => press.render(letter)));
    const here = await renderPdf(letter, readFonts(fonts));
    for (const pdf of made) expect(here.equals(pdf)).toBe(true);
  });

  it('says of a letter that could not be made, and makes the next', async () => {
    press = new LetterPress({ file: letterWorkerFile(), fonts, log: silentLog });
    const broken = { ...letter, letterhead: { ...letter.letterhead, logo: 'bm8gcGljdHVyZQ==' } };
    await expect(press.render(broken)).rejects.toMatchObject({ code: 'LETTER_NOT_MADE' });
    expect((await press.render(letter)).length).toBeGreaterThan(10_000);
  });

  it('gives up without its fonts', async () => {
    press = new LetterPress({ file: letterWorkerFile(), fonts: join(folder, 'none'), log: silentLog });
    await expect(press.render(letter)).rejects.toMatchObject({ code: 'LETTER_NOT_MADE' });
  });

  it('gives up a letter that takes too long', async () => {
    const file = join(folder, 'silent.mjs');
    writeFileSync(file, "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {});");
    press = new LetterPress({ file: pathToFileURL(file), fonts, log: silentLog, patienceMs: 50 });
    await expect(press.render(letter)).rejects.toMatchObject({ code: 'LETTER_NOT_MADE' });
  });

  it('makes nothing more once it is closed', async () => {
    press = new LetterPress({ file: letterWorkerFile(), fonts, log: silentLog });
    await press.close();
    await expect(press.render(letter)).rejects.toMatchObject({ code: 'LETTER_NOT_MADE' });
  });
});
