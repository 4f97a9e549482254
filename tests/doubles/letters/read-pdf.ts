import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Reads PDFs with programs that we did not write. */

/** The words in the order in which they are drawn, without page numbers. */
export function wordsOf(pdf: Uint8Array): string[] {
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' });
  return text
    .replaceAll(/^Halaman \d+ dari \d+$/gm, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

export interface PageWords {
  readonly width: number;
  readonly height: number;
  readonly words: readonly { readonly text: string; readonly box: readonly [number, number, number, number] }[];
}

/** Where every word stands, page by page, in points from the upper left: left, top, right, bottom. */
export function placesOf(pdf: Uint8Array): PageWords[] {
  const html = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, encoding: 'utf8' });
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(
    ([, width, height, inside = '']) => ({
      width: Number(width),
      height: Number(height),
      words: [
        ...inside.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g),
      ].map(([, left, top, right, bottom, text = '']) => ({
        text,
        box: [Number(left), Number(top), Number(right), Number(bottom)] as const,
      })),
    }),
  );
}

/** What a code reader sees on a print of the last page. */
export function codeOn(pdf: Uint8Array, dotsPerInch: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-letter-'));
  try {
    const file = join(folder, 'letter.pdf');
    writeFileSync(file, pdf);
    const last = String(placesOf(readFileSync(file)).length);
    const args = ['-f', last, '-l', last, '-r', String(dotsPerInch), '-gray', '-png', '-singlefile', file];
    execFileSync('pdftoppm', [...args, join(folder, 'page')]);
    return execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, 'page.png')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
