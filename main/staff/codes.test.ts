import { describe, expect, it } from 'vitest';
import { codeHash, newCode, sameCode } from './codes.ts';

describe('a code', () => {
  it('is eight signs in two groups, without those that look like others', () => {
    for (let i = 0; i < 500; i += 1) expect(newCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('is known again however it is typed', () => {
    const hash = codeHash('7Q4K-M2X0');
    for (const typed of ['7Q4K-M2X0', '7q4km2x0', ' 7q4k m2xo ', '7Q4KM2XO']) expect(sameCode(typed, hash)).toBe(true);
    expect(sameCode('1Q4K-M2X0', codeHash('IQ4K-M2XO'))).toBe(true);
    for (const typed of ['', '7Q4K', '7Q4K-M2X1', '7Q4K-M2X00']) expect(sameCode(typed, hash)).toBe(false);
  });
});
