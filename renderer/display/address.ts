import type { Language } from '../i18n/index.ts';

/** What the page's address says of this display; null where it says nothing. */
export interface DisplaySettings {
  /** Counters to show and to call for. */
  readonly counters: readonly string[] | null;
  readonly language: Language | null;
}

/** `?counters=1,2&language=en`: stronger than what a supervisor has set for this display. */
export function settingsOf(search: string): DisplaySettings {
  const asked = new URLSearchParams(search);
  const counters = (asked.get('counters') ?? '').split(',').map((id) => id.trim());
  const language = asked.get('language');
  const named = counters.filter((id) => id !== '');
  return {
    counters: named.length === 0 ? null : named,
    language: language === 'en' || language === 'id' ? language : null,
  };
}
