import type { UnitType } from '../../contract/catalogue.ts';
import type { VillagesFile } from '../../contract/village.ts';

/** Where this machine stands. */
export interface Place {
  readonly code: string;
  readonly unit: UnitType;
  readonly name: string;
  readonly district: string;
}

/**
 * The village that this machine reports for; null until somebody has said it, because the shipped village.json is that
 * of a model village.
 * @param own the code of the office's own village.json; null where there is none
 * @param site the code of site.json; null where there is none
 */
export function placeOf(
  unit: UnitType,
  own: string | null,
  site: string | null,
  { villages }: VillagesFile,
): Place | null {
  // A lounge issues no letters: its village.json says nothing.
  const code = unit === 'lounge' ? site : (own ?? site);
  const village = villages.find((one) => one.code === code);
  return village ? { code: village.code, unit, name: village.name, district: village.district } : null;
}
