import { createHash } from 'node:crypto';
import type { Bitmap } from '../../../main/printing/pictures/bitmap.ts';
import { type Command, CommandReader, UnknownCommand } from './commands.ts';
import { joined, type RasterMark, shaded } from './raster.ts';

/** What stands on the paper. */
export type Mark =
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly align: 'left' | 'centre' | 'right';
      /** Of its largest letters, in multiples of the normal size. */
      readonly width: number;
      readonly height: number;
      readonly bold: boolean;
      /** Normal columns that it takes. */
      readonly columns: number;
    }
  | { readonly kind: 'qr'; readonly data: string; readonly module: number; readonly correction: string }
  /** One raster command; the bands of one picture follow each other without a gap. */
  | { readonly kind: 'raster'; readonly align: 'left' | 'centre' | 'right'; readonly bitmap: Bitmap }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'cut'; readonly partial: boolean };

interface Run {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
}

/** Modes of the printer that change how text looks; ESC @ sets them back. */
const powerOn = { align: 'left', width: 1, height: 1, bold: false } as const;
type Modes = { align: 'left' | 'centre' | 'right'; width: number; height: number; bold: boolean };

const aligns = ['left', 'centre', 'right'] as const;

/** Executes commands as a printer does and says what each puts on the paper. */
export class Typesetter {
  #modes: Modes = { ...powerOn };
  #runs: Run[] = [];
  #qr = { data: '', module: 3, correction: 'L' };

  /** @throws UnknownCommand for a value that no printer defines */
  execute({ name, args }: Command): Mark | undefined {
    const first = args[0] ?? 0;
    switch (name) {
      case 'text':
        this.#runs.push({ ...this.#modes, text: args.toString('latin1') });
        return undefined;
      case 'LF':
        return this.#line();
      case 'ESC @':
        this.#modes = { ...powerOn };
        this.#runs = [];
        return undefined;
      case 'ESC a':
        this.#modes.align = aligns[first % 48] ?? unknown('ESC a', first);
        return undefined;
      case 'ESC E':
        this.#modes.bold = (first & 1) === 1;
        return undefined;
      case 'GS !':
        this.#modes.width = (first >> 4) + 1;
        this.#modes.height = (first & 0x0f) + 1;
        return undefined;
      case 'ESC d':
        return { kind: 'feed', lines: first };
      case 'GS V':
        return { kind: 'cut', partial: first % 48 === 1 || first === 66 };
      case 'GS v':
        return this.#raster(args);
      case 'GS (':
        return String.fromCharCode(first) === 'k' ? this.#symbol(args.subarray(3)) : undefined;
      default:
        // Spacing, code pages and questions leave no mark.
        return undefined;
    }
  }

  #line(): Mark {
    const runs = this.#runs;
    this.#runs = [];
    return {
      kind: 'line',
      text: runs.map(({ text }) => text).join(''),
      align: this.#modes.align,
      width: Math.max(1, ...runs.map(({ width }) => width)),
      height: Math.max(1, ...runs.map(({ height }) => height)),
      bold: runs.some(({ bold }) => bold),
      columns: runs.reduce((sum, { text, width }) => sum + text.length * width, 0),
    };
  }

  /** GS v 0 in normal size: '0', m, then the size and the dots. */
  #raster(args: Buffer): Mark {
    if (args[0] !== 0x30) unknown('GS v', args[0] ?? 0);
    if (args[1] !== 0) unknown('GS v 0 m', args[1] ?? 0);
    const bitmap = { width: args.readUInt16LE(2) * 8, height: args.readUInt16LE(4), data: args.subarray(6) };
    return { kind: 'raster', align: this.#modes.align, bitmap };
  }

  /** GS ( k for QR (cn 49): functions 65 model, 67 module size, 69 correction, 80 store, 81 print. */
  #symbol(bytes: Buffer): Mark | undefined {
    const [cn, fn = 0, value = 0] = bytes;
    if (cn !== 49) unknown('GS ( k', cn ?? 0);
    if (fn === 65) {
      if (value !== 50) unknown('QR model', value);
    } else if (fn === 67) this.#qr.module = value;
    else if (fn === 69) this.#qr.correction = 'LMQH'[value - 48] ?? unknown('QR correction', value);
    else if (fn === 80) this.#qr.data = bytes.subarray(3).toString('latin1');
    else if (fn === 81) return { kind: 'qr', ...this.#qr };
    else unknown('QR function', fn);
    return undefined;
  }
}

/**
 * What a printer would put on the paper for these bytes.
 * @throws UnknownCommand for anything not known, and for a command cut short
 */
export function decode(bytes: Uint8Array): Mark[] {
  const reader = new CommandReader();
  const typesetter = new Typesetter();
  const marks = reader.push(bytes).flatMap((command) => typesetter.execute(command) ?? []);
  if (reader.isMidCommand) throw new UnknownCommand('a command is cut short');
  return marks;
}

/** The words on the paper, top to bottom. */
export function wordsOf(marks: readonly Mark[]): string[] {
  return marks.flatMap((mark) => (mark.kind === 'line' && mark.text.trim() !== '' ? [mark.text.trim()] : []));
}

/** A picture of the paper for a person: letters stand as wide as they print, and the margin says the size. */
export function picture(marks: readonly Mark[], columns: number): string {
  return joined(marks)
    .map((mark) => pictureOf(mark, columns))
    .join('\n');
}

function pictureOf(mark: Mark, columns: number): string {
  if (mark.kind === 'feed') return '\n'.repeat(Math.max(0, mark.lines - 1));
  if (mark.kind === 'cut') return mark.partial ? '- '.repeat(columns / 2).trimEnd() : '-'.repeat(columns);
  if (mark.kind === 'qr') return inPlace(`[QR ${mark.module} ${mark.correction} ${mark.data}]`, columns, 'centre');
  if (mark.kind === 'raster') return drawing(mark, columns);
  const text = inPlace([...mark.text].join(' '.repeat(mark.width - 1)), columns, mark.align);
  const size = `${mark.width}x${mark.height}${mark.bold ? ' bold' : ''}`;
  return size === '1x1' ? text : `${text.padEnd(columns)}  ${size}`;
}

function drawing({ align, bitmap }: RasterMark, columns: number): string {
  const hash = createHash('sha256').update(bitmap.data).digest('hex').slice(0, 12);
  return [...shaded(bitmap), `[${bitmap.width} x ${bitmap.height} dots ${hash}]`]
    .map((row) => inPlace(row, columns, align).trimEnd())
    .join('\n');
}

function inPlace(text: string, columns: number, align: 'left' | 'centre' | 'right'): string {
  const room = Math.max(0, columns - text.length);
  return ' '.repeat(align === 'left' ? 0 : align === 'centre' ? Math.floor(room / 2) : room) + text;
}

function unknown(what: string, value: number): never {
  throw new UnknownCommand(`${what} ${value}`);
}
