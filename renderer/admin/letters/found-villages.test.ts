import { expect, it } from 'vitest';
import list from '../../../resources/catalogue/villages.json' with { type: 'json' };
import { foundVillages, type ListedVillage } from './found-villages.ts';

const villages = list.villages as ListedVillage[];
const found = (typed: string) => foundVillages(villages, typed).map(({ name, district }) => `${name}, ${district}`);

it('finds a village by its name, however it is typed', () => {
  for (const typed of ['tambakrejo', '  TAMBAK rejo ', 'tambakrejo muncar'])
    expect(found(typed)).toEqual(['Tambakrejo, Muncar']);
});

it('finds each of one name, told apart by the district', () => {
  expect(found('karangrejo')).toEqual(expect.arrayContaining(['Karangrejo, Banyuwangi', 'Karangrejo, Blimbingsari']));
  expect(found('karangrejo blimbingsari')).toEqual(['Karangrejo, Blimbingsari']);
});

it('finds all of a district, and one by its code', () => {
  expect(found('pesanggaran')).toHaveLength(5);
  expect(found('pesanggaran')[0]).toBe('Pesanggaran, Pesanggaran');
  expect(found('35.10.01.2001')).toEqual(['Sarongan, Pesanggaran']);
});

it('finds nothing before something is typed', () => {
  expect(found(' ')).toEqual([]);
});
