import type { Bitmap } from './pictures/bitmap.ts';
import { fold, printable } from './text.ts';

/** One step of printing. A text block is one line that fits the paper at its size; sizes are multiples of 12 x 24 dots. */
export type Block =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly width: number;
      readonly height: number;
      readonly bold: boolean;
      readonly align: 'left' | 'centre';
    }
  | { readonly kind: 'qr'; readonly data: string; readonly module: number }
  /** In the middle of the paper. */
  | { readonly kind: 'picture'; readonly bitmap: Bitmap }
  | { readonly kind: 'feed'; readonly lines: number };

/** In multiples of the normal size. */
export interface Style {
  readonly width?: number;
  readonly height?: number;
  readonly bold?: boolean;
}

export const gap: Block = { kind: 'feed', lines: 1 };

/** Six dots a module: 22 mm for a ticket's code. */
const qrModule = 6;

/** A QR code with a line of white above and below it, its quiet zone. */
export function code(data: string): Block[] {
  return [gap, { kind: 'qr', data, module: qrModule }, gap];
}

/** The text in the middle of the paper, on as many lines as it needs at its size. */
export function centred(text: string, columns: number, style: Style = {}): Block[] {
  return folded(text, Math.floor(columns / (style.width ?? 1))).map((line) => textLine(line, style, 'centre'));
}

/** Most lines stand on every slip of a service; what was folded lately is not folded again while somebody waits. */
const lately = new Map<string, readonly string[]>();
const mostLately = 500;

function folded(text: string, width: number): readonly string[] {
  const key = `${width} ${text}`;
  const known = lately.get(key);
  if (known !== undefined) return known;
  if (lately.size === mostLately) lately.clear();
  const lines = fold(printable(text), width);
  lately.set(key, lines);
  return lines;
}

/** One line. @param text printable ASCII that fits */
export function textLine(
  text: string,
  { width = 1, height = 1, bold = false }: Style,
  align: 'left' | 'centre',
): Block {
  return { kind: 'text', text, width, height, bold, align };
}
