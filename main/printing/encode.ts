import { BreakLine, CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { type Block, layOutTicket } from './layout.ts';
import type { TicketSlip } from './slip.ts';

/**
 * The bytes of a queue ticket in ESC/POS.
 * @param columns 48 on 80 mm paper, 32 on 58 mm
 * @throws RangeError for a time zone this runtime does not know
 */
export function encodeTicket(slip: TicketSlip, columns: number): Buffer {
  return encode(layOutTicket(slip, columns));
}

/** Loads what the first slip of the morning would otherwise wait for, tens of milliseconds: date words and encoder. */
export function warmUp(): void {
  const nothing = { office: '', place: '', service: '', priority: false, peopleAhead: 0, promise: null, bring: [] };
  const slip = {
    ...nothing,
    ticketId: '',
    number: 'A1',
    takenAt: '2026-11-24',
    timeZone: 'Asia/Jakarta',
    complaints: '',
  };
  for (const language of ['id', 'en'] as const) encodeTicket({ ...slip, language }, 48);
}

/**
 * Turns blocks into ESC/POS bytes. node-thermal-printer writes the commands and nothing else: it never sees a socket,
 * and it is new for every job because it carries code page and buffer from one job into the next.
 */
export function encode(blocks: readonly Block[]): Buffer {
  const printer = new ThermalPrinter(encoderOnly);
  // The library starts in whatever state the last job left the printer.
  printer.add(Buffer.from([0x1b, 0x40]));
  printer.setCharacterSet(CharacterSet.PC437_USA);

  let now = { align: 'left', bold: false, size: 0 };
  for (const block of blocks) {
    if (block.kind === 'text') {
      const next = { align: block.align, bold: block.bold, size: ((block.width - 1) << 4) | (block.height - 1) };
      if (next.align !== now.align) align(printer, next.align);
      if (next.bold !== now.bold) printer.bold(next.bold);
      // GS ! n by hand: the library's setTextSize swaps width and height.
      if (next.size !== now.size) printer.add(Buffer.from([0x1d, 0x21, next.size]));
      now = next;
      printer.println(ascii(block.text));
    } else if (block.kind === 'feed') {
      // ESC d n: lines of 1/6 inch on every model, whereas the unit of ESC J differs from model to model.
      printer.add(Buffer.from([0x1b, 0x64, block.lines]));
    } else if (block.kind === 'qr') {
      if (now.align !== 'centre') align(printer, 'centre');
      now = { ...now, align: 'centre' };
      printer.printQR(ascii(block.data), { cellSize: block.module, correction: 'M', model: 2 });
    } else {
      // Partial: the paper hangs on a thread until a hand takes it, and does not fall to the floor.
      printer.partialCut({ verticalTabAmount: 0 });
    }
  }
  return printer.getBuffer();
}

// The type asks for an interface; without one the library is an encoder, which is all it is here.
const encoderOnly = { type: PrinterTypes.EPSON, breakLine: BreakLine.NONE } as ConstructorParameters<
  typeof ThermalPrinter
>[0];

function align(printer: ThermalPrinter, side: string): void {
  if (side === 'centre') printer.alignCenter();
  else printer.alignLeft();
}

/** The library counts a QR code's characters, not bytes, and changes the code page for anything else: ASCII or nothing. */
function ascii(text: string): string {
  if (!/^[\x20-\x7E]*$/.test(text)) throw new TypeError('Only printable ASCII can be encoded');
  return text;
}
