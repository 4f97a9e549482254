import { askedOf, firstOpen, isStored, questionsOf, toBring, waitsForIt } from './draft.ts';
import type { Draft, LettersScreen, LettersState } from './letters-state.ts';
import { repeatOf, timesOf } from './repeats.ts';

/** From one screen of the flow "Surat" to the next and back. */

/** Another screen instead of this one. */
export const shown = (state: LettersState, screen: LettersScreen, now: number): LettersState => ({
  ...state,
  screen,
  leaving: false,
  changedAt: now,
});

/** Another screen, from which one can come back to this one. */
export const go = (state: LettersState, screen: LettersScreen, now: number): LettersState =>
  shown({ ...state, trail: [...state.trail, state.screen] }, screen, now);

type Question = Extract<LettersScreen, { name: 'question' }>;

export const question = (place: string, change: Partial<Question> = {}): Question => ({
  name: 'question',
  place,
  edit: false,
  other: false,
  page: 0,
  problem: null,
  news: null,
  ...change,
});

/** Where it says who asks: by this the list of residents is asked. */
export const nikPlace = 'applicant.nik';

/**
 * The next thing that is asked after a field, or at the beginning.
 * @param enough no other person, or thing, after this one
 */
export function onward(
  state: LettersState,
  place: string | null,
  now: number,
  { news = null, enough = false }: { news?: Question['news']; enough?: boolean } = {},
): LettersState {
  const { draft } = state;
  if (draft === null) return state;
  const next = nextAfter(draft, place);
  const another = place === null || enough ? null : anotherAfter(draft, place, next);
  if (another !== null) return go(state, another, now);
  if (next !== null) return go(state, question(next, { news }), now);
  if (toBring(draft.definition, draft.values).length > 0) return go(state, { name: 'bring' }, now);
  return afterPapers(state, now);
}

/** After a changed answer the review, unless the change has opened another question. */
export function backToReview(state: LettersState, now: number, news: Question['news'] = null): LettersState {
  const open = state.draft === null ? undefined : firstOpen(state.draft);
  return open === undefined ? back(state, now) : shown(state, question(open.place, { edit: true, news }), now);
}

/** The phone, where somebody may have to be reached. */
export const afterPapers = (state: LettersState, now: number): LettersState =>
  state.draft !== null && waitsForIt(state.draft)
    ? go(state, { name: 'priority' }, now)
    : go(state, { name: 'phone', edit: false, problem: null }, now);

function nextAfter(draft: Draft, place: string | null): string | null {
  const all = questionsOf(draft);
  const after = all.slice(all.findIndex((question) => question.place === place) + 1);
  return after.find((question) => !isStored(draft, question.place))?.place ?? null;
}

/** The last question of the last person, or thing, and there may be another one. */
function anotherAfter(draft: Draft, place: string, next: string | null): LettersScreen | null {
  const repeat = repeatOf(draft, place);
  if (repeat === null || instanceOf(place) === instanceOf(next ?? '')) return null;
  const { section, index } = repeat;
  const filled = index + 1;
  return filled === timesOf(draft, section) && filled < section.most
    ? { name: 'more', section: section.id, filled }
    : null;
}

const instanceOf = (place: string): string => place.split('.')[0] ?? '';

export function back(state: LettersState, now: number): LettersState {
  if (state.leaving) return { ...state, leaving: false, changedAt: now };
  const previous = state.trail.at(-1);
  if (previous === undefined || !canGoBack(state)) return state;
  const trail = state.trail.slice(0, -1);
  // Nobody goes back to a screen that only waited, or to a question of somebody who has been taken out.
  if (previous.name === 'opening' || isGone(state, previous)) return back({ ...state, trail }, now);
  return shown({ ...state, trail }, previous, now);
}

function isGone({ draft }: LettersState, screen: LettersScreen): boolean {
  if (draft === null) return false;
  if (screen.name === 'more') return screen.filled > timesOf(draft, { id: screen.section });
  return screen.name === 'question' && !screen.edit && !askedOf(draft).some(({ place }) => place === screen.place);
}

/** A request that got no answer may have been filed, and one that is filed is not changed here. */
const canGoBack = ({ screen, trail }: LettersState): boolean =>
  trail.length > 0 && screen.name !== 'sending' && screen.name !== 'receipt' && screen.name !== 'broken';

/** There is a step back inside the flow; else Back leaves it. */
export const goesBack = (state: LettersState): boolean =>
  state.leaving || canGoBack(state) || state.screen.name === 'sending';
