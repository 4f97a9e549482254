import type { Paper, PrinterProfile } from '../../contract/printing.ts';

/** Dots of one column in the printer's own type. */
const columnDots = 12;

/** Columns of text that fit so many dots: 48, 45, 42 or 32. */
export function columnsIn({ dots }: Pick<PrinterProfile, 'dots'>): number {
  return Math.floor(dots / columnDots);
}

/**
 * What a printer of such a roll is taken for until somebody says otherwise. One without a blade ignores the cut; one with a
 * blade that is not told to cut leaves everybody's numbers in one strip.
 */
export function usualProfile(paper: Paper): PrinterProfile {
  return { dots: paper === 58 ? 384 : 576, cutter: true, qr: 'native' };
}

/** The roll that so many dots fit on. */
export function paperOf({ dots }: Pick<PrinterProfile, 'dots'>): Paper {
  return dots <= usualProfile(58).dots ? 58 : 80;
}
