import { codeRuns } from './code-drawing.ts';
import type { Piece } from './flow.ts';
import type { LetterDocument } from './letter-document.ts';
import { dutyStampWords, type SignatureBlock, signatureRows } from './lines.ts';
import type { Pen, Style } from './pen.ts';
import type { Sheet } from './sheet.ts';

const text: Style = { size: 12 };
const name: Style = { size: 12, bold: true, underlined: true };
const small: Style = { size: 9 };
const lineHeight = 15;
const smallHeight = 11.2;
/** For the signature, and for the office's stamp on its left: nothing is printed there. */
const signingHeight = 64;
const blockWidth = 212;
const rowGap = 12;
const footGap = 14;
/** Wide enough for a phone's or a kiosk's reader on paper from any office printer. */
const codeSize = 80;
const stampWidth = 56;
const stampHeight = 44;
/** The signature goes over its right edge. */
const stampIndent = 26;

interface Block {
  readonly above: string[];
  readonly names: string[];
  readonly below: string[];
  readonly dutyStamp: boolean;
}

/** Signatures, then at the foot of that page the code and the small print. It is one piece: none of it stands alone. */
export function endingPiece(letter: LetterDocument, pen: Pen, sheet: Sheet): Piece {
  const rows = signatureRows(letter.signature).map((row) => row.map((one) => measured(one, pen)));
  const heights = rows.map((row) => rowHeight(row));
  const signatures = heights.reduce((sum, height) => sum + height, 0) + rowGap * (rows.length - 1);
  const notesLeft = codeSize + 12;
  const notes = letter.notes.map((note) => pen.broken(note, sheet.measure - notesLeft, small));
  const notesHeight = notes.flat().length * smallHeight + (notes.length - 1) * 3;
  const foot = Math.max(codeSize, notesHeight);
  return {
    before: 16,
    height: signatures + footGap + foot,
    keep: false,
    draw(top) {
      let at = top;
      for (const [i, row] of rows.entries()) {
        drawRow(row, at, i === 0, pen, sheet);
        at += (heights[i] ?? 0) + rowGap;
      }
      const footTop = sheet.bottom - foot;
      // A preview shows where the code will be.
      if (letter.token !== null || letter.watermark !== null)
        drawCode(letter.token, sheet.left, sheet.bottom - codeSize, pen);
      let line = footTop + (foot - notesHeight) / 2;
      for (const note of notes) {
        for (const words of note) {
          pen.line(words, sheet.left + notesLeft, line, sheet.measure - notesLeft, small);
          line += smallHeight;
        }
        line += 3;
      }
    },
  };
}

const measured = ({ above, below, dutyStamp, name: words }: SignatureBlock, pen: Pen): Block => ({
  above: above.flatMap((line) => pen.broken(line, blockWidth, text)),
  names: pen.broken(words, blockWidth, name),
  below: below.flatMap((line) => pen.broken(line, blockWidth, text)),
  dutyStamp,
});

const most = (row: readonly Block[], count: (block: Block) => number) => Math.max(0, ...row.map(count));

function rowHeight(row: readonly Block[]): number {
  const lines = most(row, ({ above }) => above.length) + most(row, ({ names, below }) => names.length + below.length);
  return lines * lineHeight + signingHeight;
}

/** Names of a row stand side by side, whatever is above them. */
function drawRow(row: readonly Block[], top: number, first: boolean, pen: Pen, sheet: Sheet): void {
  const signing = top + most(row, ({ above }) => above.length) * lineHeight;
  const right = sheet.left + sheet.measure - blockWidth;
  for (const [i, block] of row.entries()) {
    const alone = first ? right : sheet.left + (sheet.measure - blockWidth) / 2;
    const left = row.length === 1 ? alone : i === 0 ? sheet.left : right;
    for (const [j, words] of block.above.entries()) {
      pen.line(words, left, top + j * lineHeight, blockWidth, text, 'center');
    }
    if (block.dutyStamp) drawDutyStamp(left + stampIndent, signing + (signingHeight - stampHeight) / 2, pen);
    let at = signing + signingHeight;
    for (const words of block.names) {
      pen.line(words, left, at, blockWidth, name, 'center');
      at += lineHeight;
    }
    for (const words of block.below) {
      pen.line(words, left, at, blockWidth, text, 'center');
      at += lineHeight;
    }
  }
}

function drawDutyStamp(left: number, top: number, pen: Pen): void {
  pen.doc.rect(left, top, stampWidth, stampHeight).lineWidth(0.5).dash(2, { space: 2 }).stroke('#000').undash();
  for (const [i, word] of dutyStampWords.entries()) {
    pen.line(word, left, top + 11 + i * smallHeight, stampWidth, small, 'center');
  }
}

function drawCode(token: string | null, left: number, top: number, pen: Pen): void {
  if (token === null) {
    pen.doc.rect(left, top, codeSize, codeSize).lineWidth(0.5).dash(2, { space: 2 }).stroke('#000').undash();
    return;
  }
  const { size, runs } = codeRuns(token);
  const dot = codeSize / size;
  for (const { x, y, width } of runs) pen.doc.rect(left + x * dot, top + y * dot, width * dot, dot);
  pen.doc.fill('#000');
}
