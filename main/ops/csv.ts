type Language = 'id' | 'en';

export type Cell = string | number | null;

/** One sheet of an export. Numbers stay numbers, so that a spreadsheet can go on with them. */
export interface Table {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What Excel expects of a list in each language: an Indonesian one writes 1,5 and so cannot part columns by commas. */
const conventions: Readonly<Record<Language, { separator: string; point: string }>> = {
  id: { separator: ';', point: ',' },
  en: { separator: ',', point: '.' },
};

const byteOrderMark = '\ufeff';

/** A table as CSV (RFC 4180) that Excel opens by a double click: with a byte order mark and the language's separators. */
export function csv({ head, rows }: Table, language: Language): string {
  const { separator, point } = conventions[language];
  const line = (cells: readonly Cell[]) => cells.map((cell) => field(cell, separator, point)).join(separator);
  return `${byteOrderMark}${[head, ...rows].map(line).join('\r\n')}\r\n`;
}

function field(cell: Cell, separator: string, point: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', point);
  const text = harmless(cell);
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet would run as a formula is marked as text. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
