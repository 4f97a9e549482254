import type { Bilingual } from '../../../contract/base.ts';
import type { CloseReason } from '../../../contract/settings.ts';
import { momentOf } from './minutes-until.ts';

/** What a supervisor says before numbers stop. */
export interface ClosingDraft {
  /** Empty: all. */
  readonly serviceIds: readonly string[];
  readonly reason: CloseReason | 'own' | null;
  readonly own: Bilingual;
  readonly ends: 'restOfDay' | 'time';
  readonly time: string;
}

type Change =
  | { type: 'all' }
  | { type: 'service'; id: string }
  | { type: 'reason'; reason: CloseReason | 'own' }
  | { type: 'own'; own: Bilingual }
  | { type: 'ends'; ends: ClosingDraft['ends'] }
  | { type: 'time'; time: string };

/** In the order in which they are offered. */
export const reasons = [
  'system_down',
  'no_staff',
  'materials_out',
  'event',
  'emergency',
] as const satisfies CloseReason[];
const shortestReason = 3;

export const beginClosing: ClosingDraft = {
  serviceIds: [],
  reason: null,
  own: { id: '', en: '' },
  ends: 'restOfDay',
  time: '',
};

export function closing(draft: ClosingDraft, change: Change): ClosingDraft {
  switch (change.type) {
    case 'all':
      return { ...draft, serviceIds: [] };
    case 'service':
      return {
        ...draft,
        serviceIds: draft.serviceIds.includes(change.id)
          ? draft.serviceIds.filter((id) => id !== change.id)
          : [...draft.serviceIds, change.id],
      };
    case 'reason':
      return { ...draft, reason: change.reason };
    case 'own':
      return { ...draft, own: change.own };
    case 'ends':
      return { ...draft, ends: change.ends };
    case 'time':
      return { ...draft, time: change.time };
  }
}

/**
 * What to send; null while something is missing. A reason that was written in one language only is shown in both.
 * @param now the hub's time, ms since 1970
 */
export function closingInput(draft: ClosingDraft, now: number, zone: string) {
  const reason = reasonOf(draft);
  const until = draft.ends === 'restOfDay' ? null : momentOf(draft.time, now, zone);
  if (reason === null || (draft.ends === 'time' && until === null)) return null;
  return {
    serviceIds: draft.serviceIds.length === 0 ? null : [...draft.serviceIds],
    reason,
    until: until === null ? null : new Date(until).toISOString(),
  };
}

function reasonOf({ reason, own }: ClosingDraft): CloseReason | Bilingual | null {
  if (reason !== 'own') return reason;
  const id = own.id.trim();
  const en = own.en.trim();
  const both = { id: id === '' ? en : id, en: en === '' ? id : en };
  return both.id.length < shortestReason || both.en.length < shortestReason ? null : both;
}
