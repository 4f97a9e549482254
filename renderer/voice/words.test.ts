import { describe, expect, it } from 'vitest';
import { numberClips, ticketClips } from './words.ts';

describe('ticketClips', () => {
  it('says the letter and each digit', () => {
    expect(ticketClips('A-012')).toEqual(['letter.A', 'digit.0', 'digit.1', 'digit.2']);
    expect(ticketClips('pk 7')).toEqual(['letter.P', 'letter.K', 'digit.7']);
  });
});

describe('numberClips', () => {
  it.each([
    [0, ['0']],
    [7, ['7']],
    [12, ['12']],
    [20, ['20']],
    [21, ['20', '1']],
    [90, ['90']],
    [100, ['100']],
    [112, ['100', '12']],
    [999, ['900', '90', '9']],
  ])('says %i by words', (number, words) => {
    expect(numberClips(number)).toEqual(words.map((word) => `number.${word}`));
  });

  it('says a larger number digit by digit', () => {
    expect(numberClips(1000)).toEqual(['digit.1', 'digit.0', 'digit.0', 'digit.0']);
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d', (number) => {
    expect(() => numberClips(number)).toThrow(RangeError);
  });
});
