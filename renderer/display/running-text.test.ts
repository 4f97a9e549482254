import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, readingTime } from './running-text.ts';

const upTo = (length: number) => (piece: string) => piece.length <= length;

describe('the running text', () => {
  it('stands sentence by sentence, as many at once as fit', () => {
    const text = 'Siapkan KTP. Antre dengan tertib. Pelayanan ini tidak dipungut biaya. Istirahat pukul 11.30.';
    expect(piecesOf(text, upTo(45))).toEqual([
      'Siapkan KTP. Antre dengan tertib.',
      'Pelayanan ini tidak dipungut biaya.',
      'Istirahat pukul 11.30.',
    ]);
  });

  it('goes on after an ellipsis where a sentence is longer than its place', () => {
    expect(piecesOf('Satu dua tiga empat lima enam tujuh.', upTo(16))).toEqual([
      'Satu dua tiga …',
      '… empat lima …',
      '… enam tujuh.',
    ]);
  });

  it('never leaves out a word and never shows a piece that does not fit', () => {
    const word = fc.stringMatching(/^[a-z]{1,30}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 8, max: 60 }), (words, room) => {
        const pieces = piecesOf(words.join(' '), upTo(room));
        expect(pieces.every((piece) => piece.length <= room)).toBe(true);
        const letters = (text: string) => text.replaceAll(/[ …]/g, '');
        expect(letters(pieces.join(''))).toBe(words.join(''));
      }),
    );
  });

  it('stands longer the longer it is', () => {
    expect(readingTime('Pendek.')).toBe(6_000);
    expect(readingTime('x'.repeat(120))).toBe(11_500);
  });
});
