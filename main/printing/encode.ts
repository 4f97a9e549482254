import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { PrinterProfile } from '../../contract/printing.ts';
import { type Block, gap } from './blocks.ts';
import { layOutTicket } from './layout.ts';
import { columnsIn, usualProfile } from './paper.ts';
import { longestBand, rasterBands } from './pictures/bands.ts';
import type { Bitmap } from './pictures/bitmap.ts';
import { qrPicture } from './pictures/qr.ts';
import { layOutReceipt } from './receipt-layout.ts';
import type { PrintSlip, TicketSlip } from './slip.ts';
import { layOutTest } from './test-layout.ts';

/** The bytes of a slip in ESC/POS. */
export interface EncodedSlip {
  /** From the reset of the printer to the feed that brings the last line past the blade, or past the edge to tear it at. */
  readonly body: Buffer;
  /** What cuts the paper; empty for a printer without a blade. */
  readonly cut: Buffer;
}

/** From the head to the blade is about 15 mm; five lines of 1/6 inch leave a margin under the last words. */
const linesToCutter = 5;
/** More than any office needs; longer codes have modules too small for paper. */
const longestQr = 300;

/** No command of a slip has more bytes: so many NUL end one that was cut off, whichever it was. */
export const longestCommand = Math.max(longestBand, longestQr + 8);

/**
 * The bytes of any slip.
 * @param logo for the top of it
 * @throws RangeError for a time zone this runtime does not know
 */
export function encodeSlip(slip: PrintSlip, profile: PrinterProfile, logo?: Bitmap): EncodedSlip {
  if (!('kind' in slip)) return encodeTicket(slip, profile, logo);
  if (slip.kind === 'receipt') return encode([...headed(logo), ...layOutReceipt(slip, columnsIn(profile))], profile);
  return encode([...headed(logo), ...layOutTest(slip, columnsIn(profile), profile)], profile);
}

/**
 * The bytes of a queue ticket.
 * @param logo for the top of it
 * @throws RangeError for a time zone this runtime does not know
 */
export function encodeTicket(slip: TicketSlip, profile: PrinterProfile, logo?: Bitmap): EncodedSlip {
  return encode([...headed(logo), ...layOutTicket(slip, columnsIn(profile))], profile);
}

/**
 * Loads what the first slip of the morning would otherwise wait for, tens of milliseconds: date words, encoder and logo.
 * @param logo for a paper of so many dots
 */
export function warmUp(logo: (dots: number) => Bitmap | undefined): void {
  const nothing = { office: '', place: '', service: '', priority: false, peopleAhead: 0, promise: null, bring: [] };
  const slip = {
    ...nothing,
    ticketId: '',
    number: 'A1',
    takenAt: '2026-11-24',
    timeZone: 'Asia/Jakarta',
    complaints: '',
  };
  const profile = usualProfile(80);
  for (const language of ['id', 'en'] as const) encodeTicket({ ...slip, language }, profile, logo(profile.dots));
}

/**
 * Turns blocks into ESC/POS bytes. node-thermal-printer writes the commands and nothing else: it never sees a socket,
 * and it is new for every job because it carries code page and buffer from one job into the next.
 * @throws TypeError for text that is not printable ASCII; RangeError for what does not fit the paper
 */
export function encode(blocks: readonly Block[], profile: PrinterProfile): EncodedSlip {
  const printer = new ThermalPrinter(encoderOnly);
  // The library starts in whatever state the last job left the printer.
  printer.add(Buffer.from([0x1b, 0x40]));
  printer.setCharacterSet(CharacterSet.PC437_USA);

  let now = { align: 'left', bold: false, size: 0 };
  const turnTo = (side: 'left' | 'centre') => {
    if (side === now.align) return;
    if (side === 'centre') printer.alignCenter();
    else printer.alignLeft();
    now = { ...now, align: side };
  };
  for (const block of blocks) {
    if (block.kind === 'text') {
      const size = ((block.width - 1) << 4) | (block.height - 1);
      turnTo(block.align);
      if (block.bold !== now.bold) printer.bold(block.bold);
      // GS ! n by hand: the library's setTextSize swaps width and height.
      if (size !== now.size) printer.add(Buffer.from([0x1d, 0x21, size]));
      now = { ...now, bold: block.bold, size };
      // As bytes: of a string the library makes a new buffer for every letter.
      printer.add(Buffer.from(`${fitting(block, profile)}\n`, 'latin1'));
    } else if (block.kind === 'feed') {
      printer.add(feed(block.lines));
    } else {
      turnTo('centre');
      if (block.kind === 'picture') printer.add(rasterBands(narrow(block.bitmap, profile)));
      else if (profile.qr === 'raster')
        printer.add(rasterBands(qrPicture(qrData(block.data), block.module, profile.dots)));
      else printer.printQR(qrData(block.data), { cellSize: block.module, correction: 'M', model: 2 });
    }
  }
  printer.add(feed(linesToCutter));
  return { body: printer.getBuffer(), cut: profile.cutter ? cut : nothing };
}

// The type asks for an interface; without one the library is an encoder, which is all it is here.
const encoderOnly = { type: PrinterTypes.EPSON } as ConstructorParameters<typeof ThermalPrinter>[0];

/** Partial: the paper hangs on a thread until a hand takes it, and does not fall to the floor. */
const cut = cutOf(new ThermalPrinter(encoderOnly));
const nothing = Buffer.alloc(0);

function cutOf(printer: ThermalPrinter): Buffer {
  printer.partialCut({ verticalTabAmount: 0 });
  return printer.getBuffer();
}

/** ESC d n: lines of 1/6 inch on every model, whereas the unit of ESC J differs from model to model. */
function feed(lines: number): Buffer {
  return Buffer.from([0x1b, 0x64, lines]);
}

function headed(logo: Bitmap | undefined): Block[] {
  return logo === undefined ? [] : [{ kind: 'picture', bitmap: logo }, gap];
}

/** A printer breaks a line that is too long wherever it ends, and the library counts letters, whatever their size. */
function fitting({ text, width }: Extract<Block, { kind: 'text' }>, profile: PrinterProfile): string {
  const columns = text.length * width;
  if (columns > columnsIn(profile)) throw new RangeError(`${columns} columns do not fit ${profile.dots} dots`);
  return ascii(text);
}

function narrow(bitmap: Bitmap, { dots }: PrinterProfile): Bitmap {
  if (bitmap.width > dots) throw new RangeError(`A picture of ${bitmap.width} dots does not fit ${dots}`);
  return bitmap;
}

/** The library counts a QR code's characters, not its bytes; of ASCII they are the same. */
function qrData(data: string): string {
  if (data.length > longestQr) throw new RangeError(`A QR code holds at most ${longestQr} characters here`);
  return ascii(data);
}

/** The library changes the code page for anything else, and each printer knows other ones. */
function ascii(text: string): string {
  if (!/^[\x20-\x7E]*$/.test(text)) throw new TypeError('Only printable ASCII can be encoded');
  return text;
}
