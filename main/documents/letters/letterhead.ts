import type { Piece } from './flow.ts';
import type { LetterDocument } from './letter-document.ts';
import type { Pen, Style } from './pen.ts';
import type { Sheet } from './sheet.ts';

const emblem = 62;
const lineHeight = 1.2;
const address: Style = { size: 10 };
const ruleHeight = 12;

/** Emblem, names in the middle, the office's the largest, address, and the double rule below. */
export function letterheadPiece({ letterhead }: LetterDocument, pen: Pen, sheet: Sheet): Piece {
  const { logo } = letterhead;
  // What is beside the emblem is free on the other side too, so that the names stand in the middle of the page.
  const aside = logo === null ? 0 : emblem + 8;
  const width = sheet.measure - 2 * aside;
  const lines = letterhead.lines.flatMap((line, i) => {
    const style: Style = { size: i === letterhead.lines.length - 1 ? 17 : 14, bold: true };
    return pen.broken(line, width, style).map((text) => ({ text, style }));
  });
  lines.push(...addressLines(letterhead.address, width, pen).map((text) => ({ text, style: address })));
  const words = lines.reduce((sum, { style }) => sum + style.size * lineHeight, 0);
  const names = Math.max(words, logo === null ? 0 : emblem);
  return {
    before: 0,
    height: names + ruleHeight,
    keep: true,
    draw(top) {
      if (logo !== null) {
        pen.doc.image(Buffer.from(logo, 'base64'), sheet.left, top + (names - emblem) / 2, {
          fit: [emblem, emblem],
          align: 'center',
          valign: 'center',
        });
      }
      let at = top + (names - words) / 2;
      for (const { text, style } of lines) {
        pen.line(text, sheet.left + aside, at, width, style, 'center');
        at += style.size * lineHeight;
      }
      pen.rule(sheet.left, top + names + 5, sheet.measure, 2.2);
      pen.rule(sheet.left, top + names + 8, sheet.measure, 0.7);
    },
  };
}

/** Broken after commas, so that no telephone number is torn; a part that is too long for a line, at its spaces. */
function addressLines(text: string, width: number, pen: Pen): string[] {
  const lines: string[] = [];
  for (const part of text.split(/(?<=,)\s+/u)) {
    const joined = [lines.at(-1), part].filter((words) => words !== undefined).join(' ');
    if (pen.width(joined, address) <= width) lines.splice(-1, 1, joined);
    else lines.push(...pen.broken(part, width, address));
  }
  return lines;
}
