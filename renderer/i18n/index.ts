import { createContext, use } from 'react';
import type { Bilingual } from '../../contract/base.ts';
import { en } from './en.ts';
import { type Catalogue, id } from './id.ts';

export type { Catalogue } from './id.ts';
export type Language = 'id' | 'en';

export const catalogues: Record<Language, Catalogue> = { id, en };

export const LanguageContext = createContext<Language>('id');

/** A hook that gives the words of the language in use, and the right half of what the lounge wrote in both. */
export function wordsFrom<Words>(catalogues: Record<Language, Words>) {
  return function useWords(): { words: Words; language: Language; pick: (both: Bilingual) => string } {
    const language = use(LanguageContext);
    return { words: catalogues[language], language, pick: (both) => both[language] };
  };
}

export const useWords = wordsFrom(catalogues);
