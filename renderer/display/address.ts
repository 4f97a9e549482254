import type { Language } from '../i18n/index.ts';

/** What the page's address says of this display. */
export interface DisplaySettings {
  /** Counters to show and to call for; null: all. */
  readonly counters: readonly string[] | null;
  readonly language: Language;
}

/** `?counters=1,2&language=en`; without them all counters, in Indonesian. */
export function settingsOf(search: string): DisplaySettings {
  const asked = new URLSearchParams(search);
  const counters = (asked.get('counters') ?? '').split(',').map((id) => id.trim());
  const named = counters.filter((id) => id !== '');
  return { counters: named.length === 0 ? null : named, language: asked.get('language') === 'en' ? 'en' : 'id' };
}
