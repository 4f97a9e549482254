import { admin as adminEn } from './admin/en.ts';
import { admin } from './admin/id.ts';
import { counter as counterEn, staff as staffEn } from './counter/en.ts';
import { counter, staff } from './counter/id.ts';
import { en as publicEn } from './en.ts';
import { id as publicId } from './id.ts';
import { type Language, wordsFrom } from './index.ts';
import { join as joinEn } from './join/en.ts';
import { join } from './join/id.ts';
import { printers as printersEn } from './printers/en.ts';
import { printers } from './printers/id.ts';
import { statistics as statisticsEn } from './statistics/en.ts';
import { statistics } from './statistics/id.ts';

/** The words of the screens that staff use, with the public ones: kept apart so that a kiosk does not load them. */
export const id = { ...publicId, admin, counter, join, printers, staff, statistics };
export type Catalogue = typeof id;
export const en: Catalogue = {
  ...publicEn,
  admin: adminEn,
  counter: counterEn,
  join: joinEn,
  printers: printersEn,
  staff: staffEn,
  statistics: statisticsEn,
};

export { type Language, LanguageContext } from './index.ts';

export const catalogues: Record<Language, Catalogue> = { id, en };

export const useWords = wordsFrom(catalogues);
