import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../contract/queue.ts';
import { sayings } from '../i18n/format.ts';
import { id as words } from '../i18n/id.ts';
import { spoken } from '../i18n/spoken.ts';
import { standingOf } from './standing.ts';

const now = Date.parse('2026-11-24T09:14:00+07:00');
const ticket: Ticket = {
  id: 't1',
  number: 'C018',
  serviceId: 'letters',
  serviceDay: '2026-11-24',
  state: 'waiting',
  priority: null,
  takenAt: '2026-11-24T08:44:00+07:00',
  calledAt: '2026-11-24T09:12:00+07:00',
  counterId: '3',
  canBeCalledBack: false,
  position: 5,
  peopleAhead: 4,
  promise: { point: 48, fromMinutes: 36, toMinutes: 60, notBefore: null },
  printJobId: null,
};
const known = {
  counter: { id: 'Loket 3', en: 'Counter 3' },
  paused: null,
  desk: { id: 'meja informasi', en: 'the information desk' },
  today: '2026-11-24',
  now,
  say: sayings(now, 'id', 'Asia/Jakarta'),
  words,
  pick: ({ id }: { id: string }) => id,
} as const;
const read = (change: Partial<Ticket>, more: Partial<Parameters<typeof standingOf>[1]> = {}) => {
  const { news, lines } = standingOf({ ...ticket, ...change }, { ...known, ...more });
  return [news, ...lines];
};

describe('what a person with a number reads', () => {
  it('is how many are before them and the promised time of day, however long ago it was promised', () => {
    expect(read({})).toEqual([
      '4 orang di depan Anda',
      'Kira-kira pukul 09.20–09.44',
      'Silakan duduk. Nomor Anda akan dipanggil.',
    ]);
    expect(read({ peopleAhead: 0 })[0]).toBe('Anda giliran berikutnya');
  });

  it('is an apology when the promise has passed, and never a time that is over', () => {
    expect(read({ takenAt: '2026-11-24T07:44:00+07:00' }).join(' ')).not.toContain('pukul');
    expect(read({ takenAt: '2026-11-24T07:44:00+07:00' })[1]).toContain('Maaf');
  });

  it('is why nobody is called while the counter stands still', () => {
    expect(read({}, { paused: 'prayer' })).toContain('Petugas salat, dilanjutkan sebentar lagi.');
  });

  it('is the counter when they are called, or the desk when nobody can name it', () => {
    expect(read({ state: 'called' })).toEqual(['Silakan ke Loket 3', 'Dipanggil pukul 09.12']);
    expect(read({ state: 'called' }, { counter: null })).toContain('Silakan bertanya di meja informasi.');
  });

  it('is what to do with a number that was missed', () => {
    expect(read({ state: 'no_show', canBeCalledBack: true })).toContain('Tunjukkan kertas ini di Loket 3.');
    expect(read({ state: 'no_show' })).toContain('Tunjukkan kertas ini di meja informasi.');
    expect(read({ state: 'parked' })).toContain('Tunjukkan kertas ini di Loket 3.');
  });

  it('is the day of a number that is not for today', () => {
    expect(read({ serviceDay: '2026-11-23' })).toEqual([
      'Nomor ini untuk Senin, 23 November 2026',
      'Silakan ambil nomor baru.',
    ]);
    expect(read({ serviceDay: '2026-11-25' })[1]).toBe('Silakan datang pada hari itu.');
  });

  it('leads to another number only when this one is over', () => {
    const over = (change: Partial<Ticket>) => standingOf({ ...ticket, ...change }, known).over;
    expect([over({}), over({ state: 'called' }), over({ state: 'no_show', canBeCalledBack: true })]).toEqual([
      false,
      false,
      false,
    ]);
    expect([over({ state: 'done' }), over({ state: 'cancelled' }), over({ state: 'no_show' })]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('can be read aloud in every state', () => {
    const states: readonly Ticket['state'][] = [
      'waiting',
      'called',
      'serving',
      'done',
      'no_show',
      'parked',
      'cancelled',
    ];
    for (const state of states) {
      const { clips } = standingOf({ ...ticket, state }, { ...known, paused: 'technical' });
      const own = clips.filter((clip) => /^(checked|paused|ticket|go)\b/.test(clip));
      expect(own.filter((clip) => !(clip in spoken))).toEqual([]);
      expect(clips.length).toBeGreaterThan(5);
    }
  });
});
