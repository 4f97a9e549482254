import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../tests/printing/any-text.ts';
import { fold, printable } from './text.ts';

describe('text that a printer can print', () => {
  it.each([
    ['Surat “Keterangan” Usaha – baru…', 'Surat "Keterangan" Usaha - baru...'],
    ['Jum’at, Café, Aïcha', "Jum'at, Cafe, Aicha"],
    ['pas foto 3×4, 2 lembar', 'pas foto 3x4, 2 lembar'],
    ['satu\u00a0dua\tti\u00adga\n empat', 'satu dua tiga empat'],
    ['• KTP · KK', '- KTP - KK'],
    ['½ hari', '1/2 hari'],
    ['ꦧꦚꦸꦮꦔꦶ', '????'],
  ])('writes %s as %s', (typed, printed) => {
    expect(printable(typed)).toBe(printed);
  });

  it('lets no command through', () => {
    expect(printable('KTP\u001b@\u0010\u0004\u0001 dan\u001dV\u0000 KK')).toBe('KTP @ dan V KK');
  });

  it('is printable ASCII whatever was typed', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(printable(typed)).toMatch(/^[\x20-\x7E]*$/);
        expect(printable(printable(typed))).toBe(printable(typed));
      }),
    );
  });
});

describe('folding', () => {
  it('leaves no stray word under a full line', () => {
    expect(fold('Jika terlewat, tunjukkan kertas ini di loket.', 32)).toEqual([
      'Jika terlewat, tunjukkan',
      'kertas ini di loket.',
    ]);
  });

  it('breaks only a word that is longer than the line', () => {
    expect(fold('di pertanggungjawaban desa', 10)).toEqual(['di', 'pertanggun', 'gjawaban', 'desa']);
  });

  it('loses no letter and passes no line, whatever the words and the width', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 48 }), (typed, width) => {
        const text = printable(typed);
        const lines = fold(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(Math.max(0, ...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
