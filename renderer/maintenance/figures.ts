import type { MachineState } from '../../contract/maintenance.ts';
import type { Language } from '../i18n/index.ts';

/** Bytes as a person reads them. */
export function sizeOf(bytes: number, language: Language): string {
  const [value, unit] = bytes >= 1e9 ? [bytes / 1e9, 'GB'] : [bytes / 1e6, 'MB'];
  return `${value.toLocaleString(language, { maximumFractionDigits: 1 })} ${unit}`;
}

/** When a line was written, as this machine's clock had it. @param at ISO 8601 */
export function momentOf(at: string, language: Language): string {
  return new Date(at).toLocaleString(language, { dateStyle: 'short', timeStyle: 'medium' });
}

/** The machine's own time, in its own zone. */
export function clockOf({ now, timeZone }: Pick<MachineState, 'now' | 'timeZone'>, language: Language): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return `${new Date(now).toLocaleString(language, format)}, ${timeZone}`;
}
