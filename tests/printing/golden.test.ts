import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnsIn } from '../../main/printing/paper.ts';
import { decode, picture } from '../doubles/printer/decoder.ts';
import { bytesOf, type GoldenSlip, goldenSlips } from './golden-slips.ts';

/**
 * Every slip as the bytes that a printer gets, and as what it prints. After a change that is meant:
 * `ANJUNGAN_GOLDEN=write npx vitest run --project unit tests/printing/golden`, then read the difference of the .txt files.
 */
const folder = join(import.meta.dirname, 'golden');
const slips = goldenSlips();

function printed({ encoded, profile }: GoldenSlip): string {
  return `${picture(decode(bytesOf(encoded)), columnsIn(profile))}\n`;
}

if (process.env.ANJUNGAN_GOLDEN === 'write') {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const golden of slips) {
    writeFileSync(join(folder, `${golden.name}.bin`), bytesOf(golden.encoded));
    writeFileSync(join(folder, `${golden.name}.txt`), printed(golden));
  }
}

describe('slips as they were agreed', () => {
  it.each(slips)('$name is byte for byte the same, and so is the paper', (golden) => {
    const kept = readFileSync(join(folder, `${golden.name}.bin`));
    // First what a person can read: a difference in the bytes alone says little.
    expect(printed(golden)).toBe(readFileSync(join(folder, `${golden.name}.txt`), 'utf8'));
    expect(bytesOf(golden.encoded).equals(kept)).toBe(true);
  });

  it('leaves no file that nobody compares', () => {
    const wanted = slips.flatMap(({ name }) => [`${name}.bin`, `${name}.txt`]);
    expect(readdirSync(folder).sort()).toEqual(wanted.sort());
  });
});
