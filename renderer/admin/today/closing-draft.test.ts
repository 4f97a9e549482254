import { describe, expect, it } from 'vitest';
import { beginClosing, type ClosingDraft, closing, closingInput } from './closing-draft.ts';

const zone = 'Asia/Jakarta';
const now = Date.parse('2026-11-24T09:14:20+07:00');
const asked = (change: Partial<ClosingDraft>) => closingInput({ ...beginClosing, ...change }, now, zone);

describe('closing now', () => {
  it('is for all services until some are chosen, and for all again when none is left', () => {
    const one = closing(beginClosing, { type: 'service', id: 'pajak' });
    expect(one.serviceIds).toEqual(['pajak']);
    expect(closing(one, { type: 'service', id: 'pajak' }).serviceIds).toEqual([]);
    expect(closing(one, { type: 'all' }).serviceIds).toEqual([]);
  });

  it('needs a reason', () => {
    expect(asked({})).toBeNull();
    expect(asked({ reason: 'event' })).toEqual({ serviceIds: null, reason: 'event', until: null });
  });

  it('shows a reason that was written in one language in both', () => {
    expect(asked({ reason: 'own', own: { id: ' Rapat desa ', en: '' } })?.reason).toEqual({
      id: 'Rapat desa',
      en: 'Rapat desa',
    });
    expect(asked({ reason: 'own', own: { id: 'ya', en: '' } })).toBeNull();
  });

  it('opens again at a time that is understood', () => {
    expect(asked({ reason: 'event', ends: 'time', time: '13.00' })?.until).toBe('2026-11-24T06:00:00.000Z');
    expect(asked({ reason: 'event', ends: 'time', time: 'siang' })).toBeNull();
  });
});
