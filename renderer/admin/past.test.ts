import { expect, it } from 'vitest';
import { pastFrom } from './past.ts';

it('says when something was, in the lounge’s zone', () => {
  const now = Date.parse('2026-11-24T09:14:20+07:00');
  const said = (at: string, language: 'id' | 'en') => pastFrom(now, Date.parse(at), language, 'Asia/Jakarta');
  expect(said('2026-11-24T00:05:00+07:00', 'id')).toBe('hari ini pukul 00.05');
  expect(said('2026-11-23T23:59:00+07:00', 'id')).toBe('Sen, 23 Nov 2026 pukul 23.59');
  expect(said('2026-11-24T08:00:00+07:00', 'en')).toMatch(/^today/);
});
