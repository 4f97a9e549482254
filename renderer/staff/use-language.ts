import { useEffect, useState } from 'react';
import type { Language } from '../i18n/staff.ts';
import type { Memory } from './memory.ts';

/** The language this machine was last used in, and how to change to the other one. */
export function useLanguage(memory: Pick<Memory, 'language' | 'keepLanguage'>): {
  language: Language;
  otherLanguage: () => void;
} {
  const [language, setLanguage] = useState<Language>(() => memory.language());
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const otherLanguage = () => {
    const next = language === 'id' ? 'en' : 'id';
    memory.keepLanguage(next);
    setLanguage(next);
  };
  return { language, otherLanguage };
}
