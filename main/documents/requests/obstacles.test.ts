import { expect, it } from 'vitest';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { unconfirmedIn } from './obstacles.ts';

const field = (id: string, more = {}) => ({ id, type: 'text', required: true, asked: 'kiosk', ...more });
const definition = {
  sections: [
    {
      id: 'applicant',
      most: 1,
      fields: [
        field('address'),
        field('live'),
        field('hamlet', { when: { field: 'applicant.live', is: ['village'] } }),
      ],
    },
  ],
} as unknown as LetterDefinition;
const values = { 'applicant.address': 'Krajan 1', 'applicant.live': 'city', 'applicant.hamlet': 'Krajan' };

it('an answer of the list that the letter does not show, or does not have any more, waits for nobody', () => {
  const places = ['applicant.address', 'applicant.hamlet', 'applicant.religion'];
  expect(unconfirmedIn(definition, values, places)).toEqual(['applicant.address']);
  expect(unconfirmedIn(definition, { ...values, 'applicant.live': 'village' }, places)).toEqual([
    'applicant.address',
    'applicant.hamlet',
  ]);
});

it('an answer that a clerk has taken out waits for nobody', () => {
  expect(unconfirmedIn(definition, { 'applicant.live': 'city' }, ['applicant.address'])).toEqual([]);
});
