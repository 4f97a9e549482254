import type { Language } from '../i18n/index.ts';

/** What the panel "Huruf besar & bantuan" changes, for one session. */
export interface Preferences {
  language: Language;
  /** Percent. */
  text: 100 | 125 | 150;
  highContrast: boolean;
  /** Everything to touch in the lower third; portrait screens only. */
  lowered: boolean;
  readAloud: boolean;
}

/** The device's own defaults; every session begins and ends with them. */
export const standardPreferences: Preferences = {
  language: 'id',
  text: 100,
  highContrast: false,
  lowered: false,
  readAloud: false,
};

export const samePreferences = (a: Preferences, b: Preferences): boolean =>
  a.language === b.language &&
  a.text === b.text &&
  a.highContrast === b.highContrast &&
  a.lowered === b.lowered &&
  a.readAloud === b.readAloud;
