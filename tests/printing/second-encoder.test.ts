import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { describe, expect, it } from 'vitest';
import type { PrinterProfile } from '../../contract/printing.ts';
import type { Block } from '../../main/printing/blocks.ts';
import { layOutTicket } from '../../main/printing/layout.ts';
import { columnsIn } from '../../main/printing/paper.ts';
import { type Bitmap, isBlackAt } from '../../main/printing/pictures/bitmap.ts';
import { Logos } from '../../main/printing/pictures/logo.ts';
import { layOutReceipt } from '../../main/printing/receipt-layout.ts';
import { layOutTest } from '../../main/printing/test-layout.ts';
import { decode, type Mark, wordsOf } from '../doubles/printer/decoder.ts';
import { picturesOf } from '../doubles/printer/raster.ts';
import { bytesOf, type GoldenSlip, goldenSlips, widths } from './golden-slips.ts';
import { sampleLogo } from './sample-logo.ts';

function blocksOf({ slip, profile }: Pick<GoldenSlip, 'slip' | 'profile'>): Block[] {
  const columns = columnsIn(profile);
  if (!('kind' in slip)) return layOutTicket(slip, columns);
  return slip.kind === 'test' ? layOutTest(slip, columns, profile) : layOutReceipt(slip, columns);
}

function otherEncoder(profile: PrinterProfile) {
  const columns = columnsIn(profile);
  const encoder = new ReceiptPrinterEncoder({
    // It knows no paper of 45; our lines are folded already.
    columns: columns === 45 ? 48 : columns,
    language: 'esc-pos',
    feedBeforeCut: 0,
    imageMode: 'raster',
  });
  return encoder.initialize().codepage('cp437');
}

/** The same blocks through an encoder that shares no code with ours. */
function encodedByOthers(golden: GoldenSlip): Uint8Array {
  const encoder = otherEncoder(golden.profile);
  for (const block of blocksOf(golden)) {
    if (block.kind === 'text') {
      encoder
        .align(block.align === 'centre' ? 'center' : 'left')
        .bold(block.bold)
        .size(block.width, block.height);
      encoder.line(block.text);
    } else if (block.kind === 'qr') {
      encoder.qrcode(block.data, { model: 2, size: block.module, errorlevel: 'm' });
    }
  }
  if (golden.profile.cutter) encoder.cut('partial');
  return encoder.encode();
}

/** Dots as the points of a picture, for an encoder that finds the dots by itself. */
function pointsOf(bitmap: Bitmap) {
  const { width, height } = bitmap;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const shade = isBlackAt(bitmap, x, y) ? 0 : 255;
      data.set([shade, shade, shade, 255], (y * width + x) * 4);
    }
  }
  return { width, height, data, colorSpace: 'srgb' } as never;
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
  const slips = goldenSlips();

  it.each(slips)('puts the same words, in the same sizes, on $name', (golden) => {
    const ours = decode(bytesOf(golden.encoded));
    const theirs = decode(encodedByOthers(golden));
    expect(wordsOf(theirs)).toEqual(wordsOf(ours));
    expect(sizes(theirs)).toEqual(sizes(ours));
  });

  it.each(slips.filter(({ profile }) => profile.qr === 'native'))('puts the same code and cut on $name', (golden) => {
    expect(codesAndCuts(decode(encodedByOthers(golden)))).toEqual(codesAndCuts(decode(bytesOf(golden.encoded))));
  });

  it.each(widths)('puts the same dots of a logo on paper of %i dots', (dots) => {
    const logo = new Logos(console).fitting(sampleLogo(), dots) as Bitmap;
    const golden = slips.find(({ name }) => name === `ordinary-logo-${dots}`) as GoldenSlip;
    const theirs = otherEncoder(golden.profile).image(pointsOf(logo), logo.width, logo.height, 'threshold').encode();
    expect(picturesOf(decode(bytesOf(golden.encoded)))).toEqual(picturesOf(decode(theirs)));
  });
});
