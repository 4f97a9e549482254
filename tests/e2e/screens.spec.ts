import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Judgement } from '../pictures/judge.ts';

/**
 * Takes a picture of every screen and state and lets machines judge them; the pictures themselves are for eyes
 * (`node tests/pictures/take.ts FOLDER`, all sizes and languages). Here: the upright kiosk, whole.
 */
async function judged(folder: string, ...args: string[]) {
  const script = join(import.meta.dirname, '..', 'pictures', 'take.ts');
  const child = spawn(process.execPath, [script, folder, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
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

test.describe.configure({ timeout: 300_000 });

test('every upright screen and state, in both languages, is without a fault that axe-core or a ruler can see', async () => {
  const { pictures, faulty } = await judged(test.info().outputDir, '--size', '1080x1920', '--blind');
  expect(faulty).toEqual({});
  expect(pictures).toBeGreaterThan(120);
});
