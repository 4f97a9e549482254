import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeSlip } from '../../main/printing/encode.ts';
import { decode } from '../doubles/printer/decoder.ts';
import { picturesOf, portable } from '../doubles/printer/raster.ts';
import { bytesOf, printerOf, widths } from './golden-slips.ts';
import { sampleSlip } from './sample-slip.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-code-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a code reader that we did not write sees in the last picture on the paper. */
function scanned(bytes: Buffer): string {
  const picture = picturesOf(decode(bytes)).at(-1);
  if (!picture) throw new Error('there is no picture on the paper');
  const file = join(folder, 'code.pbm');
  writeFileSync(file, portable(picture));
  return execFileSync('zbarimg', ['--quiet', '--raw', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

it.each(widths)("a drawn code on %i dots is read as the ticket's", (dots) => {
  // Whatever the id: commands that were taken out of the dots must not make a code unreadable.
  for (const digit of '0123456789abcdef') {
    const ticketId = '01890a5d-ac96-774b-bcce-b302099a805x'.replace('x', digit);
    const bytes = bytesOf(encodeSlip(sampleSlip({ ticketId }), printerOf(dots, { qr: 'raster' })));
    expect(scanned(bytes)).toBe(`ANJ1:${ticketId}\n`);
  }
});
