import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeNote } from '../../main/update/release-note.ts';
import { noteAbout } from '../update/feed.ts';

/**
 * Windows' own reader of a signed note cannot be run here. What can be held against the product's: that it looks for the
 * lines that are written, and for the beginning of a key that is made.
 */
const script = readFileSync(join(import.meta.dirname, '../../build/windows/signed-note.ps1'), 'utf8');

test('the lines that Windows expects are those of a note, in their order', () => {
  const list = /\$noteShapes = @\(([^]*?)\)\n\n/.exec(script)?.[1] ?? '';
  const shapes = [...list.matchAll(/'([^']+)'/g)].map(([, shape]) => new RegExp(`^(?:${shape})$`));
  const lines = writeNote(noteAbout('a package', { platform: 'win32' }))
    .split('\n')
    .slice(0, -1);
  expect(shapes).toHaveLength(lines.length);
  for (const [at, line] of lines.entries()) expect(line).toMatch(shapes[at] ?? /^no shape$/);
});

test('a key of ours begins as Windows expects it, and has the length', () => {
  const list = /\$spkiStart = \[byte\[\]\]\(([^)]*)\)/.exec(script)?.[1] ?? '';
  const start = [...list.matchAll(/0x([0-9A-F]{2})/g)].map(([, byte]) => byte).join('');
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  expect(spki.toString('hex').toUpperCase().startsWith(start)).toBe(true);
  expect(start.length / 2).toBe(27);
  expect(spki).toHaveLength(91);
});
