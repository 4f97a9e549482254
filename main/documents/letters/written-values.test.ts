import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldType, LetterField } from '../../../contract/letters.ts';
import { daysLater, dayWritten, written, writtenDate } from './written-values.ts';

const field = (type: FieldType, other: Partial<LetterField> = {}): LetterField => ({
  id: 'x',
  type,
  ask: { id: 'Apa?', en: 'What?' },
  label: { id: 'X', en: 'X' },
  required: true,
  asked: 'kiosk',
  future: false,
  ...other,
});

describe('what a letter writes for an answer', () => {
  it.each([
    ['date', '1990-08-05', '5 Agustus 1990'],
    ['time', '13:45', 'pukul 13.45'],
    ['rupiah', '1500000', 'Rp1.500.000'],
    ['rupiah', '750', 'Rp750'],
    ['number', '12500.5', '12.500,5'],
    ['year', '2015', '2015'],
    ['nik', '3510054508900003', '3510054508900003'],
    ['phone', '+6281234567890', '081234567890'],
    ['phone', '+60123456789', '+60123456789'],
    ['text', '  Pasar   Ikan ', 'Pasar Ikan'],
    ['date', '', ''],
    ['rupiah', '', ''],
  ] as const)('%s %s: %s', (type, value, words) => expect(written(field(type), value)).toBe(words));

  it('says a unit after its number', () => {
    expect(written(field('number', { unit: { id: 'orang', en: 'people' } }), '4')).toBe('4 orang');
  });

  it("says an option's own words, or else its label", () => {
    const options = [
      { id: 'health', label: { id: 'Berobat', en: 'Health' }, print: 'biaya pengobatan' },
      { id: 'school', label: { id: 'Sekolah', en: 'School' } },
    ];
    expect(written(field('choice', { options }), 'health')).toBe('biaya pengobatan');
    expect(written(field('choice', { options }), 'school')).toBe('Sekolah');
  });

  it('knows the day again that it wrote', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (at) => {
        const day = at.toISOString().slice(0, 10);
        expect(
          dayWritten(`Muncar, ${writtenDate(day)}`)
            ?.toISOString()
            .slice(0, 10),
        ).toBe(day);
      }),
    );
    expect(dayWritten('Muncar')).toBeNull();
  });

  it('counts days over the end of a year and a leap day', () => {
    expect(daysLater('2026-12-15', 30)).toBe('2027-01-14');
    expect(daysLater('2028-02-28', 1)).toBe('2028-02-29');
  });
});
