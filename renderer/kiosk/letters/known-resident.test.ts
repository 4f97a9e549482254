import { describe, expect, it } from 'vitest';
import type { LetterInfo } from '../../../contract/documents.ts';
import { type LetterDefinition, letterFile, peopleFile } from '../../../contract/letters.ts';
import { withPeople } from '../../../contract/letters-whole.ts';
import marriage from '../../../resources/catalogue/letters/pengantar_nikah.json' with { type: 'json' };
import business from '../../../resources/catalogue/letters/sk_usaha.json' with { type: 'json' };
import shippedPeople from '../../../resources/catalogue/people.json' with { type: 'json' };
import { letterCatalogues } from '../../i18n/letters.ts';
import { reduce as reduceKiosk } from '../flow.ts';
import { beginning as kioskBeginning } from '../flow-state.ts';
import { askedOf, sameToFile, valuesToFile } from './draft.ts';
import { reduce } from './letters-flow.ts';
import { beginning, type Draft, type LettersEvent, type LettersState } from './letters-state.ts';
import { reviewRows } from './review-rows.ts';

const today = '2026-11-24';
const requestKey = '0198e2f0-7a31-7c55-9f0e-2f6d1b0c4a40';
const people = peopleFile.parse(shippedPeople);

function letterOf(file: unknown): LetterDefinition {
  const letter = withPeople(letterFile.parse(file), people);
  if (letter.kind !== 'letter') throw new Error('no letter');
  return letter;
}
const infoOf = (file: unknown): LetterInfo => ({ definition: letterOf(file), queueService: 'surat', assisted: true });

/** Everything that a KTP says, as the list of a village has it. */
const stored = (people.sets['identity'] ?? []).map(({ id }) => `applicant.${id}`).filter((p) => p !== 'applicant.nik');
const match = { id: requestKey, stored };
const filed = {
  requestId: requestKey,
  tracking: '7K2M-9QXD',
  ticket: null,
  closed: null,
  promisedAt: null,
  printJobId: requestKey,
};

function after(events: readonly LettersEvent[], from: LettersState = beginning(0)): LettersState {
  return events.reduce((state, event) => reduce(state, event, state.changedAt + 1_000), from);
}
const draftIn = ({ draft }: LettersState): Draft => {
  if (draft === null) throw new Error('no draft');
  return draft;
};
const placeIn = ({ screen }: LettersState) => (screen.name === 'question' ? screen.place : screen.name);

const type = (typed: string): LettersEvent => ({ type: 'type', typed });
const next: LettersEvent = { type: 'next', today };
const open = (file: { id: string }): LettersEvent[] => [
  { type: 'known', known: true },
  { type: 'open', id: file.id },
  { type: 'opened', id: file.id, info: infoOf(file) },
  { type: 'apply', whom: 'self' },
];
const toIdentify: LettersEvent[] = [...open(business), type('3510050508900001'), next];
const byKk: LettersEvent[] = [type('3510050101100002'), { type: 'match' }];
const byName: LettersEvent[] = [{ type: 'by', by: 'name' }, type('Siti Aminah'), { type: 'match' }];
const matched: LettersEvent = { type: 'matched', match };
const rest: LettersEvent[] = [
  type('Warung Bu Siti'),
  next,
  { type: 'choose', value: 'food', today },
  { type: 'same', today },
  type('2018'),
  next,
  { type: 'choose', value: 'kur', today },
  { type: 'bring', all: true },
  { type: 'priority', priority: null },
];
const toReview: LettersEvent[] = [...toIdentify, ...byKk, matched, ...rest];

/** What a finger does; keys apart. */
const noTouch = new Set<LettersEvent['type']>(['type', 'known', 'opened', 'matched', 'filed']);

/** The touch of "Surat" on the home screen, which leads to the list of letters. */
function touchesAtHome(): number {
  const home = { ...kioskBeginning(0), screen: { name: 'home' as const } };
  const event = { type: 'feature', id: 'letters', only: null, byAgency: false } as const;
  expect(reduceKiosk(home, event, 1_000).screen.name).toBe('letters');
  return 1;
}

describe('A resident whom the village knows', () => {
  it.each([
    ['the number of the family card', byKk, 13],
    ['the full name', byName, 14],
  ])('asks for an SKU by %s with at most 14 touches from the home screen to the receipt', (_, by, touches) => {
    const events: LettersEvent[] = [
      ...toIdentify,
      ...by,
      matched,
      ...rest,
      { type: 'send', requestKey },
      { type: 'filed', requestKey, filed },
    ];
    // Every event counts: none was pressed on a screen that did not want it.
    let state = beginning(0);
    for (const event of events) {
      const then = reduce(state, event, state.changedAt + 1_000);
      expect(then).not.toEqual(state);
      state = then;
    }
    expect(state.screen.name).toBe('receipt');
    const count = touchesAtHome() + events.filter((event) => !noTouch.has(event.type)).length;
    expect(count).toBe(touches);
    expect(count).toBeLessThanOrEqual(14);
  });

  it('answers only what the list does not say, and the hub gets the rest by the match', () => {
    const draft = draftIn(after(toReview));
    expect(askedOf(draft).filter(({ place }) => place.startsWith('applicant.'))).toHaveLength(1);
    expect(valuesToFile(draft)).toEqual({
      'applicant.nik': '3510050508900001',
      'business.name': 'Warung Bu Siti',
      'business.kind': 'food',
      'business.since': '2018',
      'purpose.kind': 'kur',
    });
    expect(sameToFile(draft)).toEqual(['business.address']);
    expect(draft.match?.id).toBe(match.id);
  });

  it('sees that it is stored, never what, and may answer it alone', () => {
    const row = (state: LettersState) =>
      reviewRows(draftIn(state), letterCatalogues.id, (both) => both.id).find(
        (one) => 'place' in one && one.place === 'applicant.address',
      );
    const review = after(toReview);
    expect(row(review)).toMatchObject({ value: 'tersimpan ✓', stored: true });
    const changed = after([{ type: 'edit', place: 'applicant.address' }, type('Jl. Melati 2'), next], review);
    expect(changed.screen.name).toBe('review');
    expect(row(changed)).toMatchObject({ value: 'Jl. Melati 2', stored: false });
    expect(valuesToFile(draftIn(changed))).toMatchObject({ 'applicant.address': 'Jl. Melati 2' });
    const unchanged = after([{ type: 'edit', place: 'applicant.address' }, { type: 'back' }], review);
    expect(row(unchanged)).toMatchObject({ stored: true });
  });

  it('is asked what else hangs on an answer, since the kiosk cannot know it', () => {
    const marital = { ...match, stored: [...stored] };
    const state = after([
      ...open(marriage),
      type('3510050508900001'),
      next,
      ...byKk,
      { type: 'matched', match: marital },
    ]);
    expect(placeIn(state)).toBe('applicant.marital');
  });

  it('is another person by another NIK: the list is asked again', () => {
    const state = after([...toReview, { type: 'edit', place: 'applicant.nik' }, type('3510054508900002'), next]);
    expect(state).toMatchObject({ screen: { name: 'identify', edit: true }, draft: { match: null } });
    const again = after([...byKk, { type: 'matched', match: { ...match, id: 'other' } }], state);
    expect(again).toMatchObject({ screen: { name: 'review' }, draft: { match: { id: 'other' } } });
  });

  it('is found again when the match has run out, and every other answer stays', () => {
    const over = after([...toReview, { type: 'send', requestKey }, { type: 'matchOver', requestKey }]);
    expect(over).toMatchObject({ screen: { name: 'identify', problem: 'over' }, draft: { match: null } });
    expect(over.draft?.values['business.name']).toBe('Warung Bu Siti');
    expect(after([...byKk, matched], over).screen.name).toBe('review');
    const alone = after([{ type: 'skip' }], over);
    expect(placeIn(alone)).toBe('applicant.name');
  });
});

describe('Whoever is not found on the list', () => {
  it('is not asked at all where the office has none', () => {
    const state = after([{ type: 'known', known: false }, ...toIdentify.slice(1)]);
    expect(placeIn(state)).toBe('applicant.name');
  });

  it('hears that it did not match, and tries again or goes on alone', () => {
    const state = after([...toIdentify, ...byName, { type: 'matched', match: null }]);
    expect(state.screen).toMatchObject({ name: 'identify', problem: 'no_match', looking: false });
    expect(after([type('Siti Aminah B'), { type: 'match' }], state).screen).toMatchObject({ looking: true });
    const alone = after([{ type: 'skip' }], state);
    expect(placeIn(alone)).toBe('applicant.name');
    // What was typed for the list is not typed twice.
    expect(alone.draft?.typed['applicant.name']).toBe('Siti Aminah');
  });

  it('goes on alone when the hub cannot be reached, and is told so', () => {
    const state = after([...toIdentify, ...byKk, { type: 'matchFailed', problem: 'unreachable' }]);
    expect(state.screen).toMatchObject({ name: 'question', place: 'applicant.name', news: 'unreachable' });
  });

  it('is sent to the desk after too many tries, and may still go on alone', () => {
    const state = after([...toIdentify, ...byKk, { type: 'matchFailed', problem: 'often' }]);
    expect(state.screen).toMatchObject({ name: 'identify', problem: 'often' });
    expect(after([{ type: 'match' }], state)).toEqual(state);
    expect(placeIn(after([{ type: 'skip' }], state))).toBe('applicant.name');
  });

  it('fills the number of the family card by the scanner', () => {
    const state = after([...toIdentify, { type: 'scannedDigits', digits: '3510050101100002' }, { type: 'match' }]);
    expect(state.screen).toMatchObject({ name: 'identify', by: 'kk', looking: true });
  });

  it('is not called back by an answer that comes after going on', () => {
    const state = after([...toIdentify, ...byKk, { type: 'skip' }]);
    expect(after([matched], state)).toBe(state);
  });
});
