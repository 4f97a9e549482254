import type { ToPrint } from './letter-outlet.ts';

/** Points in a millimetre. */
const mm = 72 / 25.4;

/**
 * A sheet for trying a printer: frames at and near the edges show what it cuts off, a ruler whether it scales. It is small
 * enough to be written by hand, with a typeface that every PDF reader has.
 * @param words lines for the middle of the page; what Latin script has no sign for becomes a question mark
 */
export function testPage(paper: ToPrint['paper'], words: readonly string[]): Uint8Array {
  const [width, height] = [210 * mm, (paper === 'A4' ? 297 : 330) * mm];
  const draw: string[] = ['0.5 w'];
  for (const inset of [0.25, 5, 10, 15]) {
    const [x, y] = [inset * mm, inset * mm];
    draw.push(`${points(x, y, width - 2 * x, height - 2 * y)} re S`, text(`${inset} mm`, x + 4, y + 4, 7));
  }
  const [left, base] = [55 * mm, 100 * mm];
  for (let at = 0; at <= 100; at += 10)
    draw.push(`${points(left + at * mm, base)} m ${points(left + at * mm, base + 4 * mm)} l S`);
  draw.push(`${points(left, base)} m ${points(left + 100 * mm, base)} l S`, text('100 mm', left, base - 14, 9));
  words.forEach((line, at) => draw.push(text(line, 30 * mm, height - (60 + at * 9) * mm, at === 0 ? 20 : 12)));
  return pdfOf(width, height, draw.join('\n'));
}

function pdfOf(width: number, height: number, content: string): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${points(width, height)}] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const points = (...lengths: number[]): string => lengths.map((length) => length.toFixed(2)).join(' ');

function text(words: string, x: number, y: number, size: number): string {
  const safe = words.replaceAll(/[^ -~\xa1-\xff]/g, '?').replaceAll(/[\\()]/g, String.raw`\$&`);
  return `BT /F ${size} Tf ${points(x, y)} Td (${safe}) Tj ET`;
}
