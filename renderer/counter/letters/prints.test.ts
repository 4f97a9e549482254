import { describe, expect, it } from 'vitest';
import type { IssuedLetter } from '../../../contract/documents.ts';
import { type LetterPrint, letterPrintStates } from '../../../contract/letter-printing.ts';
import { actsOf, isOnTheWay, newestOf, printable, toneOf } from './prints.ts';

const at = '2026-11-24T09:14:00+07:00';
const print = (letterId: string, change: Partial<LetterPrint> = {}): LetterPrint => ({
  id: `print of ${letterId}`,
  letterId,
  requestId: 'r',
  number: '1',
  title: 'Surat',
  queue: 'Kantor',
  copies: 1,
  state: 'queued',
  reason: null,
  retryAt: null,
  at,
  since: at,
  by: 'Siti Aminah',
  ...change,
});
const letter = (id: string, change: Partial<IssuedLetter> = {}): IssuedLetter => ({
  id,
  paperId: 'letter',
  title: 'Surat',
  number: '1',
  date: '2026-11-24',
  state: 'issued',
  render: 'rendered',
  ...change,
});
const board = (...prints: LetterPrint[]) => ({ at, queue: 'Kantor', prints });

describe('letters on the office’s printer', () => {
  it('show their newest print', () => {
    const shown = board(print('a', { state: 'sent' }), print('b'), print('a', { state: 'done' }));
    expect(newestOf(shown, 'a')?.state).toBe('sent');
    expect(newestOf(shown, 'c')).toBeUndefined();
    expect(newestOf(undefined, 'a')).toBeUndefined();
  });

  it('print together in one press, but for those on their way, in doubt, void or not made', () => {
    const shown = board(
      print('sent', { state: 'sent' }),
      print('lost', { state: 'unknown' }),
      print('out', { state: 'done' }),
    );
    const letters = [
      letter('new'),
      letter('out'),
      letter('sent'),
      letter('lost'),
      letter('void', { state: 'void' }),
      letter('unmade', { render: 'queued' }),
    ];
    expect(printable(letters, shown).map(({ id }) => id)).toEqual(['new', 'out']);
  });

  it('ask a person only where one is needed', () => {
    const asked = letterPrintStates.filter((state) => actsOf(print('a', { state })).includes('again'));
    expect(asked).toEqual(['unknown', 'failed']);
    expect(actsOf(print('a', { state: 'unknown' }))[0]).toBe('cameOut');
    expect(actsOf(print('a', { state: 'sent', reason: 'cancelling' }))).toEqual([]);
    expect(isOnTheWay(print('a', { state: 'failed', retryAt: at }))).toBe(true);
    expect(isOnTheWay(print('a', { state: 'failed' }))).toBe(false);
  });

  it('stand out where something is wrong', () => {
    expect(toneOf(print('a', { state: 'sent', reason: 'no_paper' }))).toBe('warning');
    expect(toneOf(print('a', { state: 'sent' }))).toBe('calm');
    expect(toneOf(print('a', { state: 'failed', reason: 'stopped' }))).toBe('bad');
    expect(toneOf(print('a', { state: 'done' }))).toBe('good');
  });
});
