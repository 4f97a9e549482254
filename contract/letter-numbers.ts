/** How letters' numbers are written and their registers called. Pure: the hub writes them, the supervisor's page shows an example. */

/** What a letter's number is made of. */
export interface NumberParts {
  /** Class of Permendagri 83/2022: "400.12.2.1". */
  readonly classCode: string;
  readonly seq: number;
  /** Code of the office: "429.511.08". */
  readonly unit: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Writes `{class}/{seq:3}/{unit}/{year}`; also `{month}` (two digits) and `{roman}`. Least width of the serial after its colon. */
export function writeNumber(pattern: string, { classCode, seq, unit, date }: NumberParts): string {
  const [year = '', month = ''] = date.split('-');
  const words: Readonly<Record<string, string>> = {
    class: classCode,
    unit,
    year,
    month,
    roman: romans[Number(month) - 1] ?? '',
  };
  return pattern.replaceAll(
    /\{(?:seq(?::(\d))?|(class|unit|year|month|roman))\}/g,
    (_, width?: string, word?: string) =>
      word === undefined ? String(seq).padStart(Number(width ?? 1), '0') : (words[word] ?? ''),
  );
}

/** "surat_keterangan" as people read it: "Surat keterangan". */
export function registerName(register: string): string {
  const words = register.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
