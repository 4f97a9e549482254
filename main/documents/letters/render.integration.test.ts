import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { codeOn, placesOf, wordsOf } from '../../../tests/doubles/letters/read-pdf.ts';
import { sampleLetters, sampleValues, sampleVillage } from '../../../tests/doubles/letters/sample-letters.ts';
import { programFiles } from '../../program-files.ts';
import { LetterSeal } from './authenticity.ts';
import { composeLetter, type LetterInput } from './compose.ts';
import type { LetterDocument } from './letter-document.ts';
import { textOf } from './lines.ts';
import { readFonts, renderPdf } from './render.ts';

type Name = keyof typeof sampleLetters;

const names = Object.keys(sampleLetters) as Name[];
const papers = ['A4', 'F4'] as const;
const fonts = readFonts(programFiles(import.meta.dirname).fonts);
const sealed = {
  letterId: '01890a5d-ac96-774b-bcce-b302099a8057',
  number: '500.2.2.4/017/429.511.08/2026',
  kind: 'Surat Keterangan Usaha',
  date: '2026-11-24',
  name: 'Siti Aminah',
  issuer: 'Desa Tambakrejo, Kecamatan Muncar',
};

function compose(name: Name, paper: 'A4' | 'F4', other: Partial<LetterInput> = {}): LetterDocument {
  return composeLetter({
    definition: sampleLetters[name],
    paperId: 'letter',
    values: sampleValues[name],
    village: sampleVillage({ paper }),
    unitType: 'desa',
    officialId: 'kasi',
    number: sealed.number,
    date: sealed.date,
    token: 'e30.e30.e30',
    logo: null,
    watermark: null,
    knownByAsked: true,
    ...other,
  });
}

/** An emblem with clear corners. */
function emblem(): string {
  const png = new PNG({ width: 32, height: 40 });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([20, 90, 160, at % 7 === 0 ? 0 : 255], at);
  return PNG.sync.write(png).toString('base64');
}

/** No word may lie outside the margins (25 mm left, 20 mm right), and none over another. */
function expectTidy(pdf: Uint8Array): void {
  for (const { width, height, words } of placesOf(pdf)) {
    for (const { text, box } of words) {
      const [left, top, right, bottom] = box;
      expect(left, text).toBeGreaterThan(70);
      expect(right, text).toBeLessThan(width - 56);
      expect(top, text).toBeGreaterThan(30);
      expect(bottom, text).toBeLessThan(height - 12);
    }
    for (const [i, one] of words.entries()) {
      for (const other of words.slice(i + 1)) {
        const over = Math.min(one.box[2], other.box[2]) - Math.max(one.box[0], other.box[0]);
        const deep = Math.min(one.box[3], other.box[3]) - Math.max(one.box[1], other.box[1]);
        // Boxes are as high as the type, which is more than the distance of lines.
        expect(over > 1 && deep > 5, `${one.text} over ${other.text}`).toBe(false);
      }
    }
  }
}

describe.each(papers)('a letter on %s', (paper) => {
  it.each(names)('says word for word what its preview says: %s', async (name) => {
    const letter = compose(name, paper);
    const pdf = await renderPdf(letter, fonts);
    expect(wordsOf(pdf)).toEqual(textOf(letter).join(' ').split(/\s+/u));
    expectTidy(pdf);
  });

  it('has the size of that paper', async () => {
    const [page] = placesOf(await renderPdf(compose('business', paper), fonts));
    expect(page?.width).toBeCloseTo(595.28, 0);
    expect(page?.height).toBeCloseTo(paper === 'A4' ? 841.89 : 935.43, 0);
  });

  it('is one page in everyday use', async () => {
    for (const name of ['business', 'poor', 'statement', 'police'] as const) {
      expect(placesOf(await renderPdf(compose(name, paper), fonts)).length, name).toBe(1);
    }
  });

  it('keeps the last paragraph, the signatures and the code on one page', async () => {
    const pages = placesOf(await renderPdf(compose('heirs', paper), fonts));
    expect(pages.length).toBeGreaterThan(1);
    const last = pages.at(-1)?.words.map(({ text }) => text) ?? [];
    for (const word of ['Demikian', 'Tambakrejo,', 'Wijaya', 'Meterai', 'CAMAT', 'keaslian', 'Halaman']) {
      expect(last).toContain(word);
    }
  });

  it.each(['business', 'poor', 'heirs', 'police'] as const)('leaves the place of the stamp free: %s', async (name) => {
    const words = placesOf(await renderPdf(compose(name, paper), fonts)).at(-1)?.words ?? [];
    const below = words.find(({ text }) => text === 'Pelayanan')?.box[3] ?? 0;
    const above = words.find(({ text }) => text === 'Wijaya')?.box[1] ?? 0;
    expect(above - below).toBeGreaterThan(55);
    // 42 mm wide, over the left edge of the signature.
    const inTheWay = words.filter(
      ({ box: [left, top, right, bottom] }) => left < 385 && right > 265 && top < above - 1 && bottom > below + 1,
    );
    expect(inTheWay).toEqual([]);
  });

  it('holds the longest names and addresses, also without a space', async () => {
    const long = (unit: string) => fc.string({ unit: fc.constantFrom(...unit), minLength: 60, maxLength: 78 });
    const name = fc.oneof(long('ABCDEFGHIJKLMNOPQRSTUVWXYZ'), long("abcfil mnop'-."), fc.constant('W'.repeat(78)));
    await fc.assert(
      fc.asyncProperty(name, long('W0 /aI'), async (person, place) => {
        const values = {
          ...sampleValues.heirs,
          'applicant.name': person,
          'heirs_2.name': person,
          'heirs.address': place,
        };
        const village = sampleVillage({
          paper,
          officials: [{ id: 'kasi', name: person, position: 'Kasi', signsAs: 'u.b.' }],
        });
        const letter = compose('heirs', paper, { values, village });
        const pdf = await renderPdf(letter, fonts);
        expect(wordsOf(pdf).join('')).toBe(textOf(letter).join('').replaceAll(/\s+/gu, ''));
        expectTidy(pdf);
      }),
      { numRuns: 12 },
    );
  });
});

describe('the bytes of a letter', () => {
  it('are the same whenever it is made', async () => {
    const letter = compose('heirs', 'F4', { logo: emblem() });
    const first = await renderPdf(letter, fonts);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await renderPdf(structuredClone(letter), fonts)).equals(first)).toBe(true);
    expect((await renderPdf({ ...letter, title: 'OTHER' }, fonts)).equals(first)).toBe(false);
  });

  it('hold the letter day as the day of making, and nothing personal among the properties', async () => {
    const bytes = (await renderPdf(compose('business', 'F4'), fonts)).toString('latin1');
    expect(bytes.includes('(D:20261124000000Z)')).toBe(true);
    expect(bytes.includes('Siti')).toBe(false);
  });
});

it('is read in letters that English has not', async () => {
  const values = {
    ...sampleValues.business,
    'applicant.name': 'Renée Øyvind Čapek',
    'business.name': 'Kopi “Kâfé” – ½ fl',
  };
  const letter = compose('business', 'F4', { values });
  expect(wordsOf(await renderPdf(letter, fonts))).toEqual(textOf(letter).join(' ').split(/\s+/u));
});

it('is made whatever signs a name holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (name) => {
      const values = { ...sampleValues.heirs, 'applicant.name': name, 'heirs.name': name };
      const letter = compose('heirs', 'F4', { values });
      expect((await renderPdf(letter, fonts)).equals(await renderPdf(letter, fonts))).toBe(true);
    }),
    { numRuns: 20 },
  );
});

it('shows in a preview where number and code will be, and says that it is one', async () => {
  const issued = placesOf(await renderPdf(compose('business', 'F4'), fonts));
  const preview = await renderPdf(
    compose('business', 'F4', { number: null, token: null, watermark: 'PRATINJAU' }),
    fonts,
  );
  const at = (pages: ReturnType<typeof placesOf>) => pages[0]?.words.find(({ text }) => text === 'Demikian')?.box;
  expect(at(placesOf(preview))).toEqual(at(issued));
  expect(wordsOf(preview).join('').replaceAll(/\s/g, '')).toContain('PRATINJAU');
});

describe("a letter's code", () => {
  const kept: string[] = [];
  const seal = new LetterSeal({ load: () => kept[0] ?? null, keep: (jwk) => void kept.push(jwk) }, () =>
    Promise.resolve(undefined),
  );

  it.each(names)('is read from a print of it and is genuine: %s', async (name) => {
    const token = await seal.seal({ ...sealed, kind: sampleLetters[name].name.id });
    const read = codeOn(await renderPdf(compose(name, 'F4', { token }), fonts), 200);
    expect(read).toBe(token);
    expect(await seal.read(read)).toMatchObject({ by: 'own', letter: { number: sealed.number, name: 'S*** A*****' } });
  });

  it('is false when a sign of it was changed before it was printed', async () => {
    const token = await seal.seal(sealed);
    const [head, body = '', signature] = token.split('.');
    const other = Buffer.from(Buffer.from(body, 'base64url').toString().replace('017', '018')).toString('base64url');
    const forged = [head, other, signature].join('.');
    const read = codeOn(await renderPdf(compose('business', 'F4', { token: forged }), fonts), 200);
    expect(read).toBe(forged);
    expect(await seal.read(read)).toBeNull();
  });

  it('is read for the longest name too', async () => {
    const token = await seal.seal({ ...sealed, name: 'Muhammad '.repeat(9).trim() });
    expect(codeOn(await renderPdf(compose('business', 'A4', { token }), fonts), 300)).toBe(token);
  });
});
