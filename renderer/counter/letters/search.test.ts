import { describe, expect, it } from 'vitest';
import type { LetterCard } from '../../../contract/documents.ts';
import { foundIn } from './search.ts';

const letter = (id: string, name: string, everyday: number | null, words: string[] = []): LetterCard => ({
  id,
  kind: 'letter',
  name: { id: name, en: name },
  category: 'umum',
  purpose: { id: '', en: '' },
  words,
  everyday,
  offered: 'kiosk',
});
const letters = [
  letter('waris', 'Surat Keterangan Ahli Waris', null),
  letter('sku', 'Surat Keterangan Usaha', 2, ['SKU', 'warung']),
  letter('domisili', 'Surat Keterangan Domisili', 1),
  letter('jalan', 'Surat Jalan', null),
];
const ids = (typed: string) => foundIn(letters, typed).map(({ id }) => id);

describe('looking for a letter at the desk', () => {
  it('offers those of every day first, the others by name', () => {
    expect(ids('')).toEqual(['domisili', 'sku', 'jalan', 'waris']);
  });

  it('finds by parts of the name and by the words that people use', () => {
    expect(ids('ket us')).toEqual(['sku']);
    expect(ids('WARUNG')).toEqual(['sku']);
    expect(ids('akta')).toEqual([]);
  });
});
