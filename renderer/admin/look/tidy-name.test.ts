import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMediaName } from '../../../main/media/names.ts';
import { tidyName } from './tidy-name.ts';

it.each([
  ['Jadwal posyandu.PNG', 'Jadwal posyandu.png'],
  ['IMG_2041 (1).jpeg', 'IMG_2041 (1).jpeg'],
  ['pajak: 50% lunas!.jpg', 'pajak- 50- lunas-.jpg'],
  ['..rahasia.png', 'rahasia.png'],
  ['con.png', 'berkas con.png'],
  ['???.png', 'berkas.png'],
  ['poster', 'poster'],
])('%s is sent as %s', (name, tidy) => {
  expect(tidyName(name)).toBe(tidy);
});

it('the hub takes every name that comes out of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (stem) => {
      expect(isMediaName(tidyName(`${stem}.png`)), JSON.stringify(tidyName(`${stem}.png`))).toBe(true);
    }),
  );
});
