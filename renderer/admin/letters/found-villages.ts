import type { VillagesFile } from '../../../contract/village.ts';

export type ListedVillage = VillagesFile['villages'][number];

/**
 * Villages that have all the typed words in name, district or code; those whose own name begins with what was typed come
 * first. Nothing typed finds nothing.
 */
export function foundVillages(villages: readonly ListedVillage[], typed: string): ListedVillage[] {
  const asked = plain(typed);
  if (asked === '') return [];
  const words = asked.split(' ');
  const rank = ({ name }: ListedVillage) => (plain(name).startsWith(asked) ? 0 : 1);
  return villages
    .filter(({ name, district, code }) => {
      const text = plain(`${name} ${district} ${code}`);
      return words.every((word) => text.includes(word));
    })
    .toSorted(
      (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'id') || a.district.localeCompare(b.district, 'id'),
    );
}

const plain = (text: string): string => text.toLocaleLowerCase('id').replaceAll(/\s+/g, ' ').trim();
