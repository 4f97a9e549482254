import type { LetterValues, RequestPage } from '../../../contract/documents.ts';
import { visibleFields } from '../../../contract/letter-fields.ts';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { readNik } from '../../../contract/nik.ts';
import type { VillageFile } from '../../../contract/village.ts';

type Warning = RequestPage['warnings'][number];

/**
 * What a clerk should look at: a NIK says a date of birth and a sex, and stays the same when they are corrected later, so a
 * difference never refuses anything.
 */
export function warningsIn(
  definition: LetterDefinition,
  values: LetterValues,
  today: string,
  village: VillageFile,
): Warning[] {
  const home = { code: village.code.replace('.', '').slice(0, 4), lastDistrict: village.lastDistrict };
  return visibleFields(definition, values).flatMap(({ place, field }): Warning[] => {
    const value = values[place];
    if (field.type !== 'nik' || value === undefined) return [];
    const read = readNik(value, today, home);
    if (!read.ok) return [];
    const person = place.slice(0, place.indexOf('.'));
    const born = values[`${person}.birth_date`];
    const sex = values[`${person}.sex`];
    const warn = (warning: Warning['warning'], wrong: boolean): Warning[] => (wrong ? [{ field: place, warning }] : []);
    return [
      ...warn('outside_district', read.warnings.includes('outside_district')),
      ...warn('birth_date', born !== undefined && !read.births.includes(born)),
      ...warn('century', born === undefined && read.births.length > 1),
      ...warn('sex', sex !== undefined && sex !== (read.sex === 'P' ? 'female' : 'male')),
    ];
  });
}
