import type { PlacedField } from '../../../contract/letter-fields.ts';
import { questionsOf } from './draft.ts';
import { go, onward, question } from './letters-moves.ts';
import type { Draft, LettersState } from './letters-state.ts';
import { repeatOf, timesOf, withTimes } from './repeats.ts';

/** Another person, or thing, of which a letter names several. Pure, like the flow. */

/** Another one is asked for, or these are all. */
export function more(state: LettersState, another: boolean, now: number): LettersState {
  const { screen, draft } = state;
  if (screen.name !== 'more' || draft === null) return state;
  const { section, filled } = screen;
  const next = { ...state, draft: withTimes(draft, section, another ? filled + 1 : filled) };
  const last = ofOne(next.draft, section, filled - 1).at(-1);
  return last === undefined ? state : onward(next, last.place, now, { enough: !another });
}

/** One more from the review, and back to it. */
export function adding(state: LettersState, id: string, now: number): LettersState {
  const { draft } = state;
  const section = draft?.definition.sections.find((one) => one.id === id);
  if (draft === null || section === undefined || timesOf(draft, section) >= section.most) return state;
  const times = timesOf(draft, section) + 1;
  const next = { ...state, draft: withTimes(draft, id, times) };
  const [first] = ofOne(next.draft, id, times - 1);
  return first === undefined ? state : go(next, question(first.place, { edit: true, other: true }), now);
}

/** What is asked of one of several; 0 is the first. */
const ofOne = (draft: Draft, section: string, index: number): PlacedField[] =>
  questionsOf(draft).filter(({ place }) => {
    const repeat = repeatOf(draft, place);
    return repeat?.section.id === section && repeat.index === index;
  });
