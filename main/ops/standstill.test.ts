import { expect, it } from 'vitest';
import { Standstill } from './standstill.ts';

it('gives numbers again only when nothing stands in the way any more', () => {
  const news: boolean[] = [];
  const standstill: Standstill = new Standstill(() => news.push(standstill.stands));
  standstill.say('new_version', false);
  standstill.say('storage_full', true);
  standstill.say('new_version', true);
  standstill.say('storage_full', true);
  expect(standstill.reasons).toEqual(['storage_full', 'new_version']);
  standstill.say('storage_full', false);
  expect(standstill.stands).toBe(true);
  standstill.say('new_version', false);
  expect(news).toEqual([true, false]);
});
