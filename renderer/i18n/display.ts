import { display as displayEn } from './display/en.ts';
import { display } from './display/id.ts';
import { en as publicEn } from './en.ts';
import { id as publicId } from './id.ts';
import { type Language, wordsFrom } from './index.ts';

/** The words of the displays, with the public ones: kept apart so that a kiosk does not load them. */
const id = { ...publicId, display };
export type Catalogue = typeof id;

const catalogues: Record<Language, Catalogue> = { id, en: { ...publicEn, display: displayEn } };

export const useWords = wordsFrom(catalogues);
