import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LetterDefinition, LetterField } from '../../../contract/letters.ts';
import { groupsOf, keptOf, phoneWords, typedOf, valueWords } from './answers.ts';

const both = (text: string) => ({ id: text, en: text });
const field = (change: Partial<LetterField>): LetterField => ({
  id: 'name',
  type: 'text',
  ask: both('?'),
  label: both('Nama'),
  required: true,
  asked: 'kiosk',
  future: false,
  ...change,
});

describe('an answer as people write it', () => {
  it.each([
    ['date', '1990-08-05', '5 Agustus 1990', '5 August 1990'],
    ['time', '13:45', 'pukul 13.45', '13:45'],
    ['rupiah', '1500000', 'Rp1.500.000', 'Rp1,500,000'],
    ['rupiah', '900', 'Rp900', 'Rp900'],
    ['number', '1250.5', '1.250,5', '1,250.5'],
    ['year', '2019', '2019', '2019'],
    ['nik', '3510054508900001', '351005 450890 0001', '351005 450890 0001'],
    ['phone', '+6281234567890', '0812-3456-7890', '0812-3456-7890'],
    ['name', "Ni'mah binti H. Sa'id", "Ni'mah binti H. Sa'id", "Ni'mah binti H. Sa'id"],
    ['date', 'besok', 'besok', 'besok'],
    ['text', '', '', ''],
  ] as const)('%s %s', (type, value, indonesian, english) => {
    expect(valueWords(field({ type }), value, 'id')).toBe(indonesian);
    expect(valueWords(field({ type }), value, 'en')).toBe(english);
  });

  it('says an option in words, and a number with its unit', () => {
    const options = [
      { id: 'l', label: { id: 'Laki-laki', en: 'Male' } },
      { id: 'p', label: { id: 'Perempuan', en: 'Female' } },
    ];
    expect(valueWords(field({ type: 'choice', options }), 'p', 'id')).toBe('Perempuan');
    expect(valueWords(field({ type: 'number', unit: { id: 'orang', en: 'people' } }), '3', 'en')).toBe('3 people');
  });

  it('leaves the phone of another country as it is', () => expect(phoneWords('+60123456789')).toBe('+60123456789'));
});

describe('what a clerk types', () => {
  it.each([
    ['date', '5-8-1990', '1990-08-05'],
    ['date', '05/08/1990', '1990-08-05'],
    ['date', '05081990', '1990-08-05'],
    ['date', '5 Agustus', '5 Agustus'],
    ['time', '7.05', '07:05'],
    ['rupiah', 'Rp 1.500.000', '1500000'],
    ['number', '1.250,5', '1250.5'],
    ['nik', '351005 450890-0001', '3510054508900001'],
    ['phone', '0812-3456-7890', '+6281234567890'],
    ['phone', '6281234567890', '+6281234567890'],
    ['name', '  Siti ', 'Siti'],
  ] as const)('%s "%s" is kept as %s', (type, typed, kept) => expect(keptOf(type, typed)).toBe(kept));

  it('stands in the field again just as it is kept', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const digits = fc.bigInt({ min: 0n, max: 10n ** 15n }).map(String);
    const decimal = fc
      .tuple(fc.nat(10_000_000), fc.option(fc.nat(9999), { nil: null }))
      .map(([whole, part]) => `${whole}${part === null ? '' : `.${part}`}`);
    const phone = fc.stringMatching(/^\+628\d{8,11}$/);
    fc.assert(fc.property(day, (value) => keptOf('date', typedOf('date', value)) === value));
    fc.assert(fc.property(digits, (value) => keptOf('rupiah', typedOf('rupiah', value)) === value));
    fc.assert(fc.property(decimal, (value) => keptOf('number', typedOf('number', value)) === value));
    fc.assert(fc.property(phone, (value) => keptOf('phone', typedOf('phone', value)) === value));
  });
});

describe('the answers in the order of the letter', () => {
  const married = field({ id: 'married', type: 'choice' });
  const partner = field({ id: 'partner', when: { field: 'heirs.married', is: ['yes'] } });
  const letter = {
    sections: [
      { id: 'applicant', title: both('Pemohon'), fields: [field({}), field({ id: 'nik', type: 'nik' })], most: 1 },
      { id: 'heirs', title: both('Ahli waris'), fields: [field({}), married, partner], most: 4 },
      {
        id: 'proxy',
        title: both('Kuasa'),
        fields: [field({})],
        most: 1,
        when: { field: 'applicant.name', is: ['Wakil'] },
      },
    ],
  } as unknown as LetterDefinition;

  it('shows what is not filled in as well, and a section with a condition only when it holds', () => {
    const groups = groupsOf(letter, { 'applicant.name': 'Siti' });
    expect(groups.map(({ key }) => key)).toEqual(['applicant', 'heirs']);
    expect(groups[0]?.answers.map(({ value }) => value)).toEqual(['Siti', '']);
    expect(groupsOf(letter, { 'applicant.name': 'Wakil' }).map(({ key }) => key)).toContain('proxy');
  });

  it('shows as many heirs as there are, each with what depends on that heir', () => {
    const groups = groupsOf(letter, { 'heirs.name': 'A', 'heirs_2.name': 'B', 'heirs_2.married': 'yes' });
    expect(groups.filter(({ section }) => section.id === 'heirs').map(({ key, nth }) => [key, nth])).toEqual([
      ['heirs', 1],
      ['heirs_2', 2],
    ]);
    expect(groups[1]?.answers.map(({ field: place }) => place)).not.toContain('heirs.partner');
    expect(groups[2]?.answers.map(({ field: place }) => place)).toContain('heirs_2.partner');
  });

  it('shows room for one more heir when a clerk asks for it', () => {
    expect(groupsOf(letter, {}, { heirs: 3 }).filter(({ section }) => section.id === 'heirs')).toHaveLength(3);
  });
});
