import { describe, expect, it } from 'vitest';
import { checkValues } from '../../../contract/letter-fields.ts';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { programFiles } from '../../program-files.ts';
import { LetterCatalogue, readLetters } from '../catalogue/letter-catalogue.ts';
import { sampleAnswers } from './sample-answers.ts';

const today = '2026-11-24';
const of = { region: '35.10.05.2008', today };
const letters = new LetterCatalogue(readLetters(programFiles(import.meta.dirname).catalogue, ''))
  .all()
  .filter((letter): letter is LetterDefinition => letter.kind === 'letter');

describe('a person who does not exist', () => {
  it.each(letters.map((letter) => [letter.id, letter] as const))('could ask for %s', (_, letter) => {
    expect(checkValues(letter, sampleAnswers(letter, of), { today, by: 'desk' }).wrong).toEqual([]);
  });

  it('is called so, and has a number of this region', () => {
    const [letter] = letters;
    expect(letter && sampleAnswers(letter, of)).toMatchObject({
      'applicant.name': 'NAMA CONTOH',
      'applicant.nik': '3510051708909999',
    });
  });

  it('is in the case that a paper is for', () => {
    const letter = letters.find(({ papers }) => papers.some(({ when }) => when));
    const when = letter?.papers.find((paper) => paper.when)?.when;
    if (!letter || !when) throw new Error('some papers are for some cases');
    expect(when.is).toContain(sampleAnswers(letter, of, when)[when.field]);
  });
});
