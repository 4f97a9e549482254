import { describe, expect, it } from 'vitest';
import { registerName, writeNumber } from './letter-numbers.ts';

const parts = { classCode: '400.12.2.1', seq: 17, unit: '429.511.08', date: '2026-11-24' };

describe('the number of a letter', () => {
  it.each([
    ['{class}/{seq:3}/{unit}/{year}', '400.12.2.1/017/429.511.08/2026'],
    ['{class}/{seq}/{unit}/{year}', '400.12.2.1/17/429.511.08/2026'],
    ['{seq:1}/DS/{roman}/{year}', '17/DS/XI/2026'],
    ['{year}.{month}-{seq:5}', '2026.11-00017'],
  ])('by %s is %s', (pattern, number) => {
    expect(writeNumber(pattern, parts)).toBe(number);
  });

  it('grows past its least width', () => {
    expect(writeNumber('{seq:3}/{year}', { ...parts, seq: 1234 })).toBe('1234/2026');
  });

  it('writes months as Romans do', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-01`);
    expect(months.map((date) => writeNumber('{roman}', { ...parts, date })).join(' ')).toBe(
      'I II III IV V VI VII VIII IX X XI XII',
    );
  });
});

it('a register is called what stands on its cover', () =>
  expect(registerName('surat_keterangan')).toBe('Surat keterangan'));
