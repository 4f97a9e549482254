import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPhone, writePhone } from './phone.ts';

describe('a phone number', () => {
  it.each([
    ['081234567890', '+6281234567890', '0812 3456 7890'],
    ['+62 812-3456-7890', '+6281234567890', '0812 3456 7890'],
    ['62812 3456 789', '+628123456789', '0812 345 6789'],
    ['0062 812 3456 78', '+62812345678', '0812 345 678'],
    ['0812.3456.78901', '+62812345678901', '0812 3456 78901'],
    ['(0333) 425001', '+62333425001', '0333 425001'],
    ['0333 42500', '+6233342500', '0333 42500'],
  ])('%s is kept as %s and shown as %s', (typed, kept, shown) => {
    expect(readPhone(typed)).toBe(kept);
    expect(writePhone(kept)).toBe(shown);
  });

  it.each([
    '',
    '0',
    '112',
    '0801234567',
    '081234567',
    '08123456789012',
    '0333 4250',
    '031 5678901',
    '+65 8123 4567',
    '0812O4567890',
  ])('"%s" is none', (typed) => {
    expect(readPhone(typed)).toBeNull();
  });

  it('is the same again when what is shown or kept is typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0(8[1-9]\d{7,10}|333\d{5,7})$/), (typed) => {
        const kept = readPhone(typed);
        expect(kept).not.toBeNull();
        expect(readPhone(kept ?? '')).toBe(kept);
        expect(readPhone(writePhone(kept ?? ''))).toBe(kept);
      }),
    );
  });

  it('that was never one stays as it is', () => {
    fc.assert(fc.property(fc.string(), (text) => readPhone(text) === text || writePhone(text) === text));
  });
});
