import type { Paper } from '../../contract/printing.ts';

/** Columns of text in the printer's own type on a roll of so many mm. */
export const columnsOf: Readonly<Record<Paper, number>> = { 80: 48, 58: 32 };

/** The roll that such a line fits on. */
export function paperOf(columns: number): Paper {
  return columns <= columnsOf[58] ? 58 : 80;
}
