import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Judgement } from '../pictures/judge.ts';

/**
 * Takes a picture of every screen and state and lets machines judge them; the pictures themselves are for eyes
 * (`node tests/pictures/take.ts FOLDER --page NAME`, all sizes and languages). Here: each page at the size it is made for.
 */
async function judged(folder: string, ...args: string[]) {
  const script = join(import.meta.dirname, '..', 'pictures', 'take.ts');
  const child = spawn(process.execPath, [script, folder, '--blind', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Record<
    string,
    Judgement & { errors: string[] }
  >;
  const faulty = Object.entries(report).filter(([, { violations, incomplete, layout, errors }]) =>
    [violations, incomplete, layout, errors].some((faults) => faults.length > 0),
  );
  return { pictures: Object.keys(report).length, faulty: Object.fromEntries(faulty) };
}

test.describe.configure({ timeout: 400_000 });

/** Page, size, language, how many pictures there are at least; where axe-core has seen the page already, the ruler alone. */
const galleries = [
  // Of letters, one language and few looks: they are as many pictures as all the rest.
  ['kiosk', '1080x1920', 'id', 95, '--only', '^(?!letters-(rest-|.*-(125|150|lowered|contrast)))'],
  // English is longer or shorter, not otherwise: without the looks.
  ['kiosk', '1080x1920', 'en', 35, '--fast', '--only', '^(?!letters-|.*-(125|150|lowered|contrast))'],
  ['display', '1920x1080', 'id', 10],
  ['counter', '1366x768', 'id', 40],
  ['admin', '1366x768', 'id', 40],
  ['join', '1366x768', 'id', 14],
  ['maintenance', '1080x1920', 'id', 12, '--fast'],
  ['statistics', '1366x768', 'id', 5],
] as const;

for (const [page, size, language, least, ...fast] of galleries)
  test(`every screen and state of the ${page} page (${language}) is without a fault that a machine can see`, async () => {
    const args = ['--page', page, '--size', size, '--language', language, ...fast];
    const { pictures, faulty } = await judged(test.info().outputDir, ...args);
    expect(faulty).toEqual({});
    expect(pictures).toBeGreaterThanOrEqual(least);
  });
