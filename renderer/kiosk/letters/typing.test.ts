import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldType, LetterField } from '../../../contract/letters.ts';
import { rawOf } from './draft.ts';
import { code, grouped } from './tracking.ts';
import { answerShown, identityShown, longestOf, rupiahShown, withSign } from './typing.ts';

const field = (type: FieldType, change: Partial<LetterField> = {}): LetterField => ({
  id: 'x',
  type,
  ask: { id: '', en: '' },
  label: { id: '', en: '' },
  required: true,
  asked: 'kiosk',
  future: false,
  ...change,
});
const typed = (text: string, of: LetterField) => [...text].reduce((so, sign) => withSign(so, sign, of), '');

describe('Typing at the kiosk', () => {
  it('writes names and words with capitals, and sentences with one', () => {
    expect(typed('SITI AMINAH', field('name'))).toBe('Siti Aminah');
    expect(typed('DUSUN KRAJAN RT 3 RW 1', field('paragraph'))).toBe('Dusun krajan RT 3 RW 1');
    expect(typed('DEKAT MASJID. RUMAH HIJAU', field('paragraph'))).toBe('Dekat masjid. Rumah hijau');
  });

  it('shows only the last group of a NIK while the eye is shut', () => {
    expect(identityShown('3510050508900001', true)).toBe('•••• •••• •••• 0001');
    expect(identityShown('35100505', false)).toBe('3510 0505');
  });

  it('writes rupiah with separators', () => {
    expect(rupiahShown('1500000')).toBe('Rp1.500.000');
    expect(rupiahShown('')).toBe('');
  });

  it('takes a date day first and a time hour first', () => {
    expect(rawOf(field('date'), '05081990')).toBe('1990-08-05');
    expect(rawOf(field('time'), '0630')).toBe('06:30');
  });

  it('says answers back as people write them', () => {
    const pick = ({ id }: { id: string }) => id;
    expect(answerShown(field('date'), '1990-08-05', pick)).toBe('05-08-1990');
    expect(answerShown(field('time'), '06:30', pick)).toBe('06.30');
    expect(answerShown(field('phone'), '+6281234567890', pick)).toBe('0812 3456 7890');
    expect(answerShown(field('number', { unit: { id: 'orang', en: 'people' } }), '3', pick)).toBe('3 orang');
  });

  it('never grows over its field, and never begins or doubles with a space', () => {
    const types: FieldType[] = ['text', 'name', 'paragraph', 'nik', 'date', 'time', 'rupiah', 'number', 'phone'];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.string({ maxLength: 300, unit: 'grapheme-ascii' }), (type, text) => {
        const result = typed(text, field(type));
        expect(result.length).toBeLessThanOrEqual(longestOf(field(type)));
        expect(result.startsWith(' ')).toBe(false);
        expect(result).not.toContain('  ');
      }),
    );
  });
});

describe('A tracking code', () => {
  it('takes signs that look alike for each other', () => {
    expect(code('7k2m-9oil')).toBe('7K2M9011');
    expect(grouped('7K2M9QXD')).toBe('7K2M-9QXD');
  });
});
