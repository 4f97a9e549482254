import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { describe, expect, it } from 'vitest';
import { encodeTicket } from '../../main/printing/encode.ts';
import { layOutTicket } from '../../main/printing/layout.ts';
import { decode, type Mark, wordsOf } from '../doubles/printer/decoder.ts';
import { englishSlip, sampleSlip } from './sample-slip.ts';

const slips = [sampleSlip(), sampleSlip({ number: 'AA1000', priority: true }), englishSlip()];

/** The same blocks through an encoder that shares no code with ours. */
function encodedByOthers(slip: (typeof slips)[number], columns: number): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({ columns, language: 'esc-pos', feedBeforeCut: 0 });
  encoder.initialize().codepage('cp437');
  for (const block of layOutTicket(slip, columns)) {
    if (block.kind === 'text') {
      encoder
        .align(block.align === 'centre' ? 'center' : 'left')
        .bold(block.bold)
        .size(block.width, block.height);
      encoder.line(block.text);
    } else if (block.kind === 'qr') {
      encoder.qrcode(block.data, { model: 2, size: block.module, errorlevel: 'm' });
    } else if (block.kind === 'cut') {
      encoder.cut('partial');
    }
  }
  return encoder.encode();
}

function codesAndCuts(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => mark.kind === 'qr' || mark.kind === 'cut');
}

function sizes(marks: readonly Mark[]): string[] {
  return marks.flatMap((mark) =>
    mark.kind === 'line' && mark.text.trim() !== ''
      ? [`${mark.text.trim()} ${mark.width}x${mark.height} ${mark.bold}`]
      : [],
  );
}

describe('an encoder written by others', () => {
  it.each([48, 32])('puts the same words, sizes and code on %i columns', (columns) => {
    for (const slip of slips) {
      const ours = decode(encodeTicket(slip, columns));
      const theirs = decode(encodedByOthers(slip, columns));
      expect(wordsOf(theirs)).toEqual(wordsOf(ours));
      expect(sizes(theirs)).toEqual(sizes(ours));
      expect(codesAndCuts(theirs)).toEqual(codesAndCuts(ours));
    }
  });
});
