import { expect, it } from 'vitest';
import { groupedLetters, type ListedLetter } from './letter-list.ts';

const letter = (id: string, name: string, category: string, everyday: number | null = null): ListedLetter => ({
  id,
  kind: 'letter',
  name: { id: name, en: `${name} in English` },
  category,
  active: true,
  everyday,
  own: false,
  shipped: true,
});
const letters = [
  letter('sktm', 'Surat Keterangan Tidak Mampu', 'sosial', 2),
  letter('sk_tanah', 'Surat Keterangan Tanah', 'pertanahan'),
  letter('sk_domisili', 'Surat Keterangan Domisili', 'umum', 1),
  letter('sk_kelakuan', 'Surat Kelakuan Baik', 'umum'),
  letter('sk_bepergian', 'Surat Bepergian', 'umum'),
];
const seen = (typed: string) =>
  groupedLetters(letters, typed, ['umum', 'pertanahan', 'usaha']).map(({ category, letters: inside }) => [
    category,
    ...inside.map(({ id }) => id),
  ]);

it('shows the everyday letters first, then each category by name, and none that is empty', () => {
  expect(seen('')).toEqual([
    [null, 'sk_domisili', 'sktm'],
    ['umum', 'sk_bepergian', 'sk_kelakuan'],
    ['pertanahan', 'sk_tanah'],
  ]);
});

it('finds a letter by any of its words, in either language', () => {
  expect(seen('MAMPU surat')).toEqual([[null, 'sktm']]);
  expect(seen('tanah english')).toEqual([['pertanahan', 'sk_tanah']]);
  expect(seen('paspor')).toEqual([]);
});
