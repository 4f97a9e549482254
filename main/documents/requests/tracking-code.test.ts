import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTrackingCode, readTrackingCode, writeTrackingCode } from './tracking-code.ts';

describe('a tracking code', () => {
  it('is read back as it was written, spaced or in small letters', () => {
    for (let i = 0; i < 200; i += 1) {
      const code = newTrackingCode();
      expect(readTrackingCode(writeTrackingCode(code))).toBe(code);
      expect(readTrackingCode(` ${code.toLowerCase()} `)).toBe(code);
      expect(readTrackingCode(`ANJ2:${code}`)).toBe(code);
    }
  });

  it('takes signs that look alike for each other', () => {
    expect(readTrackingCode('O1LI-0000')).toBe('01110000');
  });

  it('is nothing else', () => {
    for (const typed of ['', '1234567', '123456789', 'UUUU-UUUU', '7K2M 9QX!'])
      expect(readTrackingCode(typed)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (typed) => {
        readTrackingCode(typed);
      }),
    );
  });
});
