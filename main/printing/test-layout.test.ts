import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, type Mark, wordsOf } from '../../tests/doubles/printer/decoder.ts';
import { anyText } from '../../tests/printing/any-text.ts';
import { bytesOf, printerOf, widths } from '../../tests/printing/golden-slips.ts';
import { sampleTest } from '../../tests/printing/sample-slip.ts';
import { encodeSlip } from './encode.ts';

function printed(slip = sampleTest(), profile = printerOf(576)): Mark[] {
  return decode(bytesOf(encodeSlip(slip, profile)));
}

function words(slip = sampleTest(), profile = printerOf(576)): string {
  return wordsOf(printed(slip, profile)).join(' ');
}

describe('a test slip', () => {
  it('says what it is, of which printer, and when', () => {
    expect(wordsOf(printed()).slice(0, 4)).toEqual([
      'UJI CETAK',
      'Lounge Pelayanan Publik',
      'Anjungan 1',
      'Selasa, 24 November 2026, pukul 07.45',
    ]);
    expect(words(sampleTest({ language: 'en' }))).toContain('TEST PRINT');
    expect(words(sampleTest({ timeZone: 'Asia/Jayapura' }))).toContain('pukul 09.45');
  });

  it.each(widths)('draws a line from edge to edge on %i dots, with a mark at each end', (dots) => {
    const columns = Math.floor(dots / 12);
    const ruler = printed(sampleTest(), printerOf(dots)).find(
      (mark) => mark.kind === 'line' && /^\|.*\|$/.test(mark.text),
    );
    expect(ruler).toMatchObject({ align: 'left', width: 1, columns });
    expect(words(sampleTest(), printerOf(dots))).toContain(`Lebar ${dots} titik, ${columns} huruf`);
  });

  it.each(widths)('shows plain, bold and large letters and a code as on every ticket on %i dots', (dots) => {
    const marks = printed(sampleTest(), printerOf(dots));
    expect(marks).toContainEqual(expect.objectContaining({ kind: 'line', bold: true, width: 1, height: 1 }));
    expect(marks).toContainEqual(expect.objectContaining({ kind: 'line', bold: false, width: 2, height: 2 }));
    expect(marks).toContainEqual(expect.objectContaining({ kind: 'qr', module: 6 }));
  });

  it('asks of the cut only where there is a blade', () => {
    expect(words()).toContain('Apakah tulisan ini terbaca, garis utuh, dan kertas terpotong?');
    const uncut = words(sampleTest(), printerOf(384, { cutter: false }));
    expect(uncut).toContain('Apakah tulisan ini terbaca dan garis utuh? Sobek kertas di tepi printer.');
    expect(uncut).not.toContain('terpotong');
  });

  it('fits the paper whatever the names are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...widths), anyText, anyText, (dots, printer, office) => {
        const marks = printed(sampleTest({ printer, office }), printerOf(dots));
        for (const mark of marks) if (mark.kind === 'line') expect(mark.columns * 12).toBeLessThanOrEqual(dots);
        expect(wordsOf(marks)).toContain('UJI CETAK');
      }),
      { numRuns: 60 },
    );
  });
});
