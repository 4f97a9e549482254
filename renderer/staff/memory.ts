import type { Language } from '../i18n/staff.ts';

/** What a counter's machine keeps over a reload: no more than where it stands. The rest comes from the hub. */
export interface Memory {
  counter(): string | null;
  keepCounter(id: string): void;
  /** Who signed in here last, to stand first in the list. */
  person(): string | null;
  keepPerson(id: string): void;
  language(): Language;
  keepLanguage(language: Language): void;
}

const prefix = 'anjungan.counter.';

/** @param storage the page's `localStorage` */
export function memoryIn(storage: Pick<Storage, 'getItem' | 'setItem'>): Memory {
  const read = (name: string) => {
    try {
      return storage.getItem(prefix + name);
    } catch {
      // A browser that keeps nothing: the clerk chooses again after a reload.
      return null;
    }
  };
  const write = (name: string, value: string) => {
    try {
      storage.setItem(prefix + name, value);
    } catch {
      // As above.
    }
  };
  return {
    counter: () => read('id'),
    keepCounter: (id) => write('id', id),
    person: () => read('person'),
    keepPerson: (id) => write('person', id),
    language: () => (read('language') === 'en' ? 'en' : 'id'),
    keepLanguage: (language) => write('language', language),
  };
}
