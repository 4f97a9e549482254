import type { Language } from '../../i18n/staff.ts';

const byteOrderMark = '\ufeff';

/**
 * A table as CSV (RFC 4180) that Excel opens by a double click, as the hub writes its own: a mark before the text, and
 * semicolons where the decimal point is a comma.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[], language: Language): string {
  const separator = language === 'id' ? ';' : ',';
  const cell = (value: string | number) => {
    const text = String(value);
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${byteOrderMark}${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`;
}
