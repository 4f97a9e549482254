import type { LetterField } from '../../../contract/letters.ts';

/** How a letter writes what was answered, as people write it in Indonesia. */

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** @param day `1990-08-05`; "5 Agustus 1990". Anything else stays as it is. */
export function writtenDate(day: string): string {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

/** "November 2026", or the year alone. */
export function writtenPeriod(year: number, month: number | null): string {
  return month === null ? `Tahun ${year}` : `${months[month - 1] ?? ''} ${year}`.trim();
}

const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

/** @param day `2026-11-24`; "Selasa". */
export function writtenWeekday(day: string): string {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

/** The day that a text such as "Tambakrejo, 24 November 2026" ends with; null when it ends with none. */
export function dayWritten(text: string): Date | null {
  const [, date = '', name = '', year = ''] = /(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(text) ?? [];
  const month = months.indexOf(name);
  return month === -1 ? null : new Date(Date.UTC(Number(year), month, Number(date)));
}

/** @param day `2026-11-24` */
export function daysLater(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** A value of that field's type in words and signs of a letter; nothing for nothing. */
export function written(field: LetterField, value: string): string {
  const text = value.replaceAll(/\s+/gu, ' ').trim();
  if (text === '') return '';
  switch (field.type) {
    case 'date':
      return writtenDate(text);
    case 'time':
      return `pukul ${text.replace(':', '.')}`;
    case 'rupiah':
      return `Rp${grouped(text)}`;
    case 'number':
      return field.unit ? `${decimal(text)} ${field.unit.id}` : decimal(text);
    case 'choice': {
      const option = field.options?.find(({ id }) => id === text);
      return option ? (option.print ?? option.label.id) : text;
    }
    // A foreign number keeps its country's code.
    case 'phone':
      return text.replace(/^\+62/, '0');
    default:
      return text;
  }
}

function decimal(text: string): string {
  const [whole = '', part] = text.split('.');
  return part === undefined ? grouped(whole) : `${grouped(whole)},${part}`;
}

const grouped = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, '.');
