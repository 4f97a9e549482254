import { describe, expect, it } from 'vitest';
import type { DisplaySnapshot } from '../../contract/display.ts';
import type { Shape } from '../ui/shape.ts';
import { settingsOf } from './address.ts';
import { boardOf, type Counter, pageOf, restrict } from './board.ts';

const counter = (id: string, number: string | null, change: Partial<Counter> = {}): Counter => ({
  id,
  name: { id: `Loket ${id}`, en: `Counter ${id}` },
  state: 'open',
  pauseReason: null,
  number,
  ...change,
});
const named = (id: string, name: string) => counter(id, 'A001', { name: { id: name, en: name } });
const board = (counters: Counter[], missed: string[] = [], shape: Shape = 'wide') =>
  boardOf({ counters, missed }, (name) => name.id, shape);
const shown = ({ pages }: ReturnType<typeof board>) =>
  pages.map((page) => (page.kind === 'missed' ? page.numbers : page.rows.map(({ sign }) => sign)).join(' '));

describe('the board', () => {
  it('shows three counters a page by the signs above them, without those that are closed', () => {
    const ten = Array.from({ length: 10 }, (_, index) => counter(String(index + 1), 'A001'));
    ten[4] = counter('5', null, { state: 'closed' });
    const all = board(ten);
    expect(shown(all)).toEqual(['1 2 3', '4 6 7', '8 9 10']);
    expect(all).toMatchObject({ layout: 'row', kind: 'Loket', places: 3 });
    expect(pageOf(all.pages, '7')).toBe(1);
    expect(pageOf(all.pages, '5')).toBeNull();
  });

  it('adds pages of missed numbers, as many on each as can be read', () => {
    const missed = ['C001', 'C002', 'C003', 'C004', 'C005', 'C006', 'C007'];
    const two = [counter('1', 'A001'), counter('2', null)];
    expect(shown(board(two, missed))).toEqual(['1 2', 'C001 C002 C003 C004 C005 C006', 'C007']);
    expect(shown(board(two, missed, 'square'))).toEqual(['1 2', 'C001 C002 C003', 'C004 C005 C006', 'C007']);
  });

  it('puts long names under their numbers, fewer a page', () => {
    const words = board([named('1', 'Loket Permits'), named('2', 'Loket Informasi')]);
    expect(words).toMatchObject({ layout: 'stack', kind: 'Loket', places: 2 });
    expect(shown(words)).toEqual(['Permits Informasi']);
    const long = board([named('1', 'Meja Pengaduan dan Informasi'), named('2', 'Loket 2')]);
    expect(long).toMatchObject({ layout: 'stack', kind: '', places: 1 });
    expect(shown(long)).toEqual(['Meja Pengaduan dan Informasi', 'Loket 2']);
  });

  it('is empty with a single open counter, and not when that pauses', () => {
    expect(board([counter('1', 'A001')]).pages).toEqual([]);
    expect(shown(board([counter('1', null, { state: 'paused', pauseReason: 'prayer' })]))).toEqual(['1']);
  });
});

describe('a display for some counters', () => {
  it('is named in the address', () => {
    expect(settingsOf('?counters=1,%202,&language=en')).toEqual({ counters: ['1', '2'], language: 'en' });
    expect(settingsOf('')).toEqual({ counters: null, language: null });
    expect(settingsOf('?counters=,')).toEqual({ counters: null, language: null });
  });

  it('shows and announces only their calls, and every missed number', () => {
    const call = (callSeq: number, counterId: string) => ({
      callSeq,
      number: 'A001',
      counterId,
      counterName: { id: '', en: '' },
      calledAt: '2026-11-24T09:00:00+07:00',
    });
    const snapshot: DisplaySnapshot = {
      at: '2026-11-24T09:00:00+07:00',
      timeZone: 'Asia/Jakarta',
      name: { id: '', en: '' },
      counters: [counter('1', null), counter('2', null), counter('3', null)],
      calls: [call(2, '3'), call(1, '1')],
      announcements: [call(1, '1'), call(2, '3')],
      missed: ['C009'],
      texts: [],
      nextBreak: null,
      shows: { counters: null, language: 'id' },
      sound: { volume: 1, mutedUntil: null, english: false },
    };
    const some = restrict(snapshot, ['1', '2']);
    expect(some.counters.map(({ id }) => id)).toEqual(['1', '2']);
    expect(some.calls.map(({ callSeq }) => callSeq)).toEqual([1]);
    expect(some.announcements.map(({ callSeq }) => callSeq)).toEqual([1]);
    expect(some.missed).toEqual(['C009']);
    expect(restrict(snapshot, null)).toBe(snapshot);
  });
});
