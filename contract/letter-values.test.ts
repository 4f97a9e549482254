import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValue } from './letter-values.ts';
import { type FieldType, fieldTypes, type LetterField, letterField } from './letters.ts';

const context = { today: '2026-11-24' };

function field(type: FieldType, more: object = {}): LetterField {
  const both = { id: 'Apa', en: 'What' };
  const options =
    type === 'choice'
      ? {
          options: [
            { id: 'kios', label: both },
            { id: 'rumah', label: both },
          ],
        }
      : {};
  return letterField.parse({ id: 'it', type, ask: both, label: both, ...options, ...more });
}

const said = (its: LetterField, raw: string) => {
  const checked = checkValue(its, raw, context);
  return checked.ok ? checked.value : `!${checked.problem}`;
};

describe('an answer', () => {
  it.each([
    ['text', '  Warung   Bu\tSri\u0000 ', 'Warung Bu Sri'],
    ['text', 'Cafe\u0301', 'Café'],
    ['text', '😀', '!bad_signs'],
    ['text', 'x'.repeat(61), '!too_long'],
    ['paragraph', 'baris satu\nbaris dua', 'baris satu baris dua'],
    ['paragraph', 'x'.repeat(201), '!too_long'],
    ['name', "Ny. Siti Nur'aini, S.Pd.", "Ny. Siti Nur'aini, S.Pd."],
    ['name', 'Ma’ruf', "Ma'ruf"],
    ['name', 'Budi 2', '!bad_signs'],
    ['name', '...', '!bad_signs'],
    ['number', '1.500', '1500'],
    ['number', '1.250.000,5', '1250000.5'],
    ['number', '12,50', '12.5'],
    ['number', '007', '7'],
    ['number', '1,500', '!not_a_number'],
    ['number', '-3', '!not_a_number'],
    ['number', '1234567890123456', '!too_big'],
    ['rupiah', 'Rp 1.500.000,-', '1500000'],
    ['rupiah', 'Rp1.500.000,00', '1500000'],
    ['rupiah', '1500000', '1500000'],
    ['rupiah', '1500,50', '!not_a_number'],
    ['date', '05 08 1990', '1990-08-05'],
    ['date', '5/8/1990', '1990-08-05'],
    ['date', '1990-08-05', '1990-08-05'],
    ['date', '29-02-2001', '!no_such_date'],
    ['date', 'kemarin', '!no_such_date'],
    ['date', '2026-11-24', '2026-11-24'],
    ['date', '2026-11-25', '!in_future'],
    ['time', '7.05', '07:05'],
    ['time', '1345', '13:45'],
    ['time', '24:00', '!no_such_time'],
    ['year', '2019', '2019'],
    ['year', '19', '!not_a_number'],
    ['year', '2027', '!in_future'],
    ['nik', '351016 050890 0001', '3510160508900001'],
    ['nik', '3510163102990001', '!nik_date'],
    ['nik', '9901010101900001', '!nik_province'],
    ['nik', '35101605', '!nik_length'],
    ['nik', '3510160508900000', '!nik_serial'],
    ['kk', '3510161203100007', '3510161203100007'],
    ['kk', 'tidak tahu', '!kk_not_digits'],
    ['phone', '0812-3456-7890', '+6281234567890'],
    ['phone', '12', '!phone'],
    ['choice', ' kios ', 'kios'],
    ['choice', 'ruko', '!not_a_choice'],
    ['text', ' \u200b ', '!missing'],
  ] as [FieldType, string, string][])('of a %s, "%s", is kept as "%s"', (type, raw, kept) => {
    expect(said(field(type), raw)).toBe(kept);
  });

  it('may be empty where it is not required', () => {
    expect(said(field('phone', { required: false }), '  ')).toBe('');
  });

  it('keeps to the bounds of its field', () => {
    expect(said(field('number', { min: 1, max: 20 }), '0')).toBe('!too_small');
    expect(said(field('number', { min: 1, max: 20 }), '20,5')).toBe('!too_big');
    expect(said(field('year', { min: 1945 }), '1944')).toBe('!too_small');
    expect(said(field('date', { future: true }), '2027-01-02')).toBe('2027-01-02');
    expect(said(field('year', { future: true }), '2027')).toBe('2027');
    expect(said(field('text', { longest: 5 }), 'Muncar')).toBe('!too_long');
  });

  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^(Rp ?)?[\d., :/-]{1,20}$/),
    fc.stringMatching(/^\d{1,17}$/),
  );

  it('never throws, and gives itself again once it was found right', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fieldTypes), typed, (type, raw) => {
        const checked = checkValue(field(type), raw, context);
        if (checked.ok) expect(checkValue(field(type), checked.value, context)).toEqual(checked);
      }),
      { numRuns: 2000 },
    );
  });

  it('holds no sign that cannot be seen', () => {
    fc.assert(
      fc.property(fc.constantFrom('text' as const, 'name' as const, 'paragraph' as const), typed, (type, raw) => {
        const checked = checkValue(field(type), raw, context);
        if (checked.ok) expect(checked.value).not.toMatch(/\p{C}|^\s|\s$|\s\s/u);
      }),
    );
  });
});
