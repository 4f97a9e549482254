import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphabet, groupedCode, plainCode } from './code.ts';

describe('a pairing code', () => {
  it('is what was meant, however it was typed', () => {
    expect(plainCode('7q4k-m2xv')).toBe('7Q4KM2XV');
    expect(plainCode(' 7Q4K M2XV ')).toBe('7Q4KM2XV');
    expect(plainCode('oilu')).toBe('011');
    expect(plainCode('7Q4KM2XV9')).toBe('7Q4KM2XV');
  });
  it('stands in two groups', () => {
    expect(['', '7Q4K', '7Q4KM', '7Q4KM2XV'].map(groupedCode)).toEqual(['', '7Q4K', '7Q4K-M', '7Q4K-M2XV']);
  });
  it('has only signs that the hub knows, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const code = plainCode(typed);
        expect(code.length).toBeLessThanOrEqual(8);
        expect([...code].every((sign) => alphabet.includes(sign))).toBe(true);
        expect(plainCode(groupedCode(code))).toBe(code);
      }),
    );
  });
});
