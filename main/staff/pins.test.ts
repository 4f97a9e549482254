import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWeakPin } from './pins.ts';

const digit = fc.integer({ min: 0, max: 9 });

describe('a PIN is refused', () => {
  it.each([
    '000000',
    '777777',
    '123456',
    '654321',
    '012345',
    '890123',
    '321098',
    '121212',
    '123123',
    '908908',
    '989898',
  ])('when it is %s', (pin) => expect(isWeakPin(pin)).toBe(true));

  it('when it is one digit, goes up or goes down by one, wherever it begins', () => {
    fc.assert(
      fc.property(digit, fc.constantFrom(0, 1, -1), (first, step) => {
        const pin = Array.from({ length: 6 }, (_, i) => (first + i * step + 60) % 10).join('');
        expect(isWeakPin(pin)).toBe(true);
      }),
    );
  });

  it('when a group of one, two or three digits repeats', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 3), fc.array(digit, { minLength: 3, maxLength: 3 }), (length, digits) => {
        expect(
          isWeakPin(
            digits
              .slice(0, length)
              .join('')
              .repeat(6 / length),
          ),
        ).toBe(true);
      }),
    );
  });
});

describe('a PIN is taken', () => {
  it.each(['270915', '834019', '112233', '135790', '100000', '123457', '246802'])('when it is %s', (pin) =>
    expect(isWeakPin(pin)).toBe(false),
  );

  it('in all but so few cases that the rule takes nothing from its strength', () => {
    const begun = Array.from({ length: 10_000 }, (_, n) => `27${String(n).padStart(4, '0')}`);
    // 27x27x ten times, and 272727.
    expect(begun.filter(isWeakPin)).toHaveLength(11);
  });
});
