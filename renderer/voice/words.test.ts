import { describe, expect, it } from 'vitest';
import { callSounds, numberClips, ticketClips } from './words.ts';

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

describe('callSounds', () => {
  const clips = (...call: Parameters<typeof callSounds>) =>
    callSounds(...call)
      .filter((sound) => typeof sound === 'string')
      .join(' ');

  it('says "Nomor antrean, A, nol, satu, dua. Silakan menuju loket tiga."', () => {
    expect(clips('A012', 'Loket 3', 'id')).toBe(
      'id/word.number id/letter.A id/digit.0 id/digit.1 id/digit.2 id/word.proceed id/word.counter id/number.3',
    );
  });

  it('says the same in English', () => {
    expect(clips('A012', 'Meja 12', 'en')).toBe(
      'en/word.number en/letter.A en/digit.0 en/digit.1 en/digit.2 en/word.proceed en/word.desk en/number.12',
    );
  });

  it('spells a sign with a letter, and sends people to the screen for a name it cannot say', () => {
    expect(clips('A1', 'Loket B2', 'id')).toMatch(/id\/word.counter id\/letter.B id\/digit.2$/);
    expect(clips('A1', 'Loket Prioritas', 'id')).toMatch(/id\/digit.1 id\/word.screen$/);
  });

  it('parts the sentence by pauses', () => {
    expect(callSounds('A1', 'Loket 1', 'id').filter((sound) => typeof sound === 'number')).toHaveLength(4);
  });
});
