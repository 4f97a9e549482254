import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LetterInfo } from '../../../contract/documents.ts';
import { type LetterDefinition, letterFile, peopleFile } from '../../../contract/letters.ts';
import { withPeople } from '../../../contract/letters-whole.ts';
import loss from '../../../resources/catalogue/letters/pengantar_kehilangan.json' with { type: 'json' };
import sale from '../../../resources/catalogue/letters/sk_jual_beli.json' with { type: 'json' };
import shippedPeople from '../../../resources/catalogue/people.json' with { type: 'json' };
import { letterCatalogues } from '../../i18n/letters.ts';
import { draftOf, firstOpen, questionsOf, valuesToFile } from './draft.ts';
import { reduce } from './letters-flow.ts';
import { beginning, type Draft, type LettersEvent, type LettersState } from './letters-state.ts';
import { without, withTimes } from './repeats.ts';
import { reviewRows } from './review-rows.ts';

const today = '2026-11-24';

function letterOf(file: unknown): LetterDefinition {
  const letter = withPeople(letterFile.parse(file), peopleFile.parse(shippedPeople));
  if (letter.kind !== 'letter') throw new Error('no letter');
  return letter;
}

/** A letter that a village made itself: its heirs, each with a name and maybe a note on a living place elsewhere. */
const own = letterOf({
  ...loss,
  id: 'waris_desa',
  requirements: [],
  sections: [
    {
      id: 'heirs',
      title: { id: 'Ahli waris', en: 'Heirs' },
      most: 3,
      fields: [
        { id: 'name', type: 'name', ask: { id: 'Siapa namanya?', en: 'Name?' }, label: { id: 'Nama', en: 'Name' } },
        {
          id: 'lives',
          type: 'choice',
          ask: { id: 'Tinggal di mana?', en: 'Lives where?' },
          label: { id: 'Tinggal', en: 'Lives' },
          options: [
            { id: 'here', label: { id: 'Di desa ini', en: 'Here' } },
            { id: 'away', label: { id: 'Di luar', en: 'Away' } },
          ],
        },
        {
          id: 'town',
          type: 'text',
          ask: { id: 'Kota mana?', en: 'Which town?' },
          label: { id: 'Kota', en: 'Town' },
          when: { field: 'heirs.lives', is: ['away'] },
        },
      ],
    },
  ],
  papers: [{ id: 'letter', title: 'SURAT', body: [{ table: 'heirs', columns: [['Nama', 'name']] }] }],
});

const info: LetterInfo = { definition: own, queueService: 'surat', assisted: true };
function after(events: readonly LettersEvent[], from: LettersState = beginning(0)): LettersState {
  return events.reduce((state, event) => reduce(state, event, state.changedAt + 1_000), from);
}
const draftIn = ({ draft }: LettersState): Draft => {
  if (draft === null) throw new Error('no draft');
  return draft;
};
const next: LettersEvent = { type: 'next', today };
const opened: LettersEvent[] = [
  { type: 'open', id: own.id },
  { type: 'opened', id: own.id, info },
  { type: 'apply', whom: 'self' },
];
const person = (name: string): LettersEvent[] => [
  { type: 'type', typed: name },
  next,
  { type: 'choose', value: 'here', today },
];
const another: LettersEvent = { type: 'more', another: true };
const enough: LettersEvent = { type: 'more', another: false };
const priority: LettersEvent = { type: 'priority', priority: null };
const three: LettersEvent[] = [...opened, ...person('Ani'), another, ...person('Budi'), another, ...person('Citra')];

describe('People of whom a letter names several', () => {
  it('are asked one after the other, as long as there is another one', () => {
    const first = after([...opened, ...person('Ani')]);
    expect(first.screen).toEqual({ name: 'more', section: 'heirs', filled: 1 });
    const second = after([another], first);
    expect(second.screen).toMatchObject({ name: 'question', place: 'heirs_2.name' });
    const state = after([...person('Budi'), enough], second);
    expect(state.screen.name).toBe('priority');
    expect(valuesToFile(draftIn(state))).toEqual({
      'heirs.name': 'Ani',
      'heirs.lives': 'here',
      'heirs_2.name': 'Budi',
      'heirs_2.lives': 'here',
    });
  });

  it('have questions that hang on their own answers', () => {
    const state = after([
      ...opened,
      ...person('Ani'),
      another,
      { type: 'type', typed: 'Budi' },
      next,
      { type: 'choose', value: 'away', today },
    ]);
    expect(state.screen).toMatchObject({ name: 'question', place: 'heirs_2.town' });
  });

  it('are no more than the letter takes', () => {
    expect(after(three).screen.name).toBe('priority');
  });

  it('can be taken back, and what was typed of them is there when they are wanted again', () => {
    const second = after([...opened, ...person('Ani'), another, { type: 'type', typed: 'Budi' }]);
    const none = after([{ type: 'back' }, enough], second);
    expect(none.screen.name).toBe('priority');
    expect(firstOpen(draftIn(none))).toBeUndefined();
    const again = after([{ type: 'back' }, another], none);
    expect(again.draft?.typed['heirs_2.name']).toBe('Budi');
  });

  it('are taken out in the review, and those after move up', () => {
    const review = after([...three, { type: 'priority', priority: null }]);
    const rows = reviewRows(draftIn(review), letterCatalogues.id, (both) => both.id);
    expect(rows.filter((row) => 'instance' in row)).toHaveLength(3);
    const state = after([{ type: 'remove', instance: 'heirs_2' }], review);
    expect(valuesToFile(draftIn(state))).toMatchObject({ 'heirs.name': 'Ani', 'heirs_2.name': 'Citra' });
    expect(questionsOf(draftIn(state))).toHaveLength(4);
    const one = after([{ type: 'remove', instance: 'heirs' }], state);
    expect(valuesToFile(draftIn(one))).toEqual({ 'heirs.name': 'Citra', 'heirs.lives': 'here' });
    const last = reviewRows(draftIn(one), letterCatalogues.id, (both) => both.id);
    expect(last.some((row) => 'instance' in row)).toBe(false);
  });

  it('do not come back with the way back, once they are taken out', () => {
    const review = after([...opened, ...person('Ani'), another, ...person('Budi'), enough, priority]);
    const one = after([{ type: 'remove', instance: 'heirs_2' }], review);
    const asked = after([{ type: 'back' }, { type: 'back' }], one);
    expect(asked.screen).toEqual({ name: 'more', section: 'heirs', filled: 1 });
    expect(valuesToFile(draftIn(after([enough, priority], asked)))).toEqual({
      'heirs.name': 'Ani',
      'heirs.lives': 'here',
    });
  });

  it('are added in the review too, until there are enough', () => {
    const two = after([...opened, ...person('Ani'), another, ...person('Budi'), enough]);
    const review = after([{ type: 'priority', priority: null }], two);
    const adds = (state: LettersState) =>
      reviewRows(draftIn(state), letterCatalogues.id, (both) => both.id).filter((row) => 'adds' in row).length;
    expect(adds(review)).toBe(1);
    const asked = after([{ type: 'add', section: 'heirs' }], review);
    expect(asked.screen).toMatchObject({ name: 'question', place: 'heirs_3.name', edit: true });
    const state = after(person('Citra'), asked);
    expect(state.screen.name).toBe('review');
    expect(valuesToFile(draftIn(state))).toMatchObject({ 'heirs_3.name': 'Citra', 'heirs_3.lives': 'here' });
    expect(adds(state)).toBe(0);
    expect(after([{ type: 'add', section: 'heirs' }], state)).toEqual(state);
  });

  it('are, whoever is taken out, the others in their order', () => {
    const names = fc.uniqueArray(fc.constantFrom('Ani', 'Budi', 'Citra', 'Dewi', 'Eko'), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(names, fc.nat(), (all, nth) => {
        const at = nth % all.length;
        const letter = { ...own, sections: own.sections.map((section) => ({ ...section, most: 5 })) };
        const place = (index: number) => `heirs${index === 0 ? '' : `_${index + 1}`}`;
        const values = Object.fromEntries(all.map((name, index) => [`${place(index)}.name`, name]));
        const draft = withTimes({ ...draftOf(letter, 'surat'), values }, 'heirs', all.length);
        const left = Object.values(valuesToFile(without(draft, place(at))));
        expect(left).toEqual(all.filter((_, index) => index !== at));
      }),
    );
  });
});

describe('Letters of the catalogue with several of a kind', () => {
  it.each([
    ['lost things', loss, 'items', 5],
    ['witnesses', sale, 'witnesses', 2],
  ])('ask for %s so many times', (_, file, section, most) => {
    const draft = draftOf(letterOf(file), 'surat');
    const count = (of: Draft) => questionsOf(of).filter(({ place }) => place.startsWith(section)).length;
    expect(count(withTimes(draft, section, most))).toBe(most * count(draft));
  });
});
