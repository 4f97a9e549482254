import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byName, isMediaName, kindByName } from './names.ts';

describe('a name', () => {
  it.each(['poster.png', 'Jadwal Imunisasi (2).jpg', '01_vaksin.webp', 'profil-desa.mp4', 'Çay é.webm'])(
    '%s is one that every machine of the lounge can keep',
    (name) => expect(isMediaName(name)).toBe(true),
  );

  it.each([
    '../lounge.db',
    '..png',
    '.upload-x.png',
    'a/b.png',
    'a\\b.png',
    'a\0.png',
    'a\n.png',
    'con.png',
    'COM1.mp4',
    'nul .png',
    'poster',
    'poster.',
    'a<b>.png',
    'C:poster.png',
    'e\u0301.png',
    `${'x'.repeat(90)}.png`,
    '',
  ])('%j is not', (name) => expect(isMediaName(name)).toBe(false));

  it('never leads anywhere but into its folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        if (isMediaName(name)) expect(name).not.toMatch(/^\.|[/\\\0:]/);
      }),
    );
  });

  it('says by its ending what is in it', () => {
    expect(['a.JPG', 'a.jpeg', 'a.png', 'a.webp'].map(kindByName)).toEqual(Array(4).fill('picture'));
    expect(['a.mp4', 'a.WebM'].map(kindByName)).toEqual(['video', 'video']);
    expect(['a.svg', 'a.gif', 'a.html', 'png', 'a.png.exe'].map(kindByName)).toEqual(Array(5).fill(null));
  });
});

describe('the order', () => {
  const sorted = (...names: string[]) =>
    names
      .map((name) => ({ name }))
      .sort(byName)
      .map(({ name }) => name);

  it('is a person’s: 2 before 10, capital or small', () => {
    expect(sorted('10 vaksin.jpg', '2 KTP.jpg', '1 buka.mp4', 'Ambil.png', 'antre.png')).toEqual([
      '1 buka.mp4',
      '2 KTP.jpg',
      '10 vaksin.jpg',
      'Ambil.png',
      'antre.png',
    ]);
  });

  it('is the same however the system lists the folder', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ maxLength: 6 })), (names) => {
        expect(sorted(...names.toReversed())).toEqual(sorted(...names));
      }),
    );
  });
});
