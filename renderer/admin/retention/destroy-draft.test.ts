import { describe, expect, it } from 'vitest';
import { beginDestroy, destroyInput, destroyProblems, isReady } from './destroy-draft.ts';

const today = '2026-11-24';
const whole = {
  number: ' 045/03/BA/2026 ',
  date: today,
  witnesses: ['Siti Aminah, Sekretaris Desa', 'Budi Santoso, Kasi Pemerintahan '],
};

describe('a berita acara of destruction', () => {
  it('begins today, with room for two witnesses, and is not ready', () => {
    const draft = beginDestroy(today);
    expect(draft).toEqual({ number: '', date: today, witnesses: ['', ''] });
    expect(destroyProblems(draft, today)).toEqual({ number: true, date: false, witnesses: ['short', 'short'] });
    expect(isReady(destroyProblems(draft, today))).toBe(false);
  });

  it('is ready with its number, a day that has come, and two people who saw it', () => {
    expect(isReady(destroyProblems(whole, today))).toBe(true);
    expect(destroyInput(whole)).toEqual({
      minutesNumber: '045/03/BA/2026',
      minutesDate: today,
      witnesses: ['Siti Aminah, Sekretaris Desa', 'Budi Santoso, Kasi Pemerintahan'],
    });
  });

  it('is not signed tomorrow, nor on a day that was not chosen', () => {
    expect(destroyProblems({ ...whole, date: '2026-11-25' }, today).date).toBe(true);
    expect(destroyProblems({ ...whole, date: '' }, today).date).toBe(true);
  });

  it('counts nobody twice', () => {
    const witnesses = ['Siti Aminah', ' siti aminah '];
    expect(destroyProblems({ ...whole, witnesses }, today).witnesses).toEqual([null, 'twice']);
  });
});
