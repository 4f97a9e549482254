import { describe, expect, it } from 'vitest';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { groupsOf } from './answers.ts';
import { keptValues, missingIn } from './filled.ts';

const letter = {
  sections: [
    {
      id: 'heirs',
      title: { id: 'Ahli waris', en: 'Heirs' },
      most: 3,
      fields: [
        { id: 'name', type: 'name', required: true },
        { id: 'born', type: 'date', required: true },
        { id: 'work', type: 'text', required: false },
      ],
    },
  ],
} as unknown as LetterDefinition;

describe('a form that a clerk has filled in', () => {
  const typed = { 'heirs.name': ' Siti ', 'heirs.born': '05081990', 'heirs.work': '  ', 'heirs_2.name': 'Budi' };

  it('is kept as the hub keeps it, and what is empty not at all', () => {
    expect(keptValues(letter, typed)).toEqual({
      'heirs.name': 'Siti',
      'heirs.born': '1990-08-05',
      'heirs_2.name': 'Budi',
    });
  });

  it('names what is missing in the order of the page, and nothing that may be empty', () => {
    expect(missingIn(groupsOf(letter, keptValues(letter, typed)))).toEqual(['heirs_2.born']);
    expect(missingIn(groupsOf(letter, {}))).toEqual(['heirs.name', 'heirs.born']);
  });
});
