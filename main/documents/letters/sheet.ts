import type { LetterDocument } from './letter-document.ts';

/** Measures of a letter's page, in points (72 to the inch). */

const mm = (length: number) => (length * 72) / 25.4;

/** F4 as Indonesian offices use it: 210 × 330 mm. */
const sizes = { A4: [mm(210), mm(297)], F4: [mm(210), mm(330)] } as const;

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  /** Between the margins. */
  readonly measure: number;
  /** The lowest that a piece may reach. */
  readonly bottom: number;
}

export function sheetOf(paper: LetterDocument['paper']): Sheet {
  const [width, height] = sizes[paper];
  const left = mm(25);
  return { width, height, left, top: mm(13), measure: width - left - mm(20), bottom: height - mm(16) };
}

/** The same paper, lying: for books. */
export function landscapeOf(paper: LetterDocument['paper']): Sheet {
  const [height, width] = sizes[paper];
  const left = mm(20);
  return { width, height, left, top: mm(13), measure: width - left - mm(13), bottom: height - mm(15) };
}
