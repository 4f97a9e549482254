import type { LetterDefinition } from '../../../contract/letters.ts';
import { possibleFields } from '../../../contract/letters-whole.ts';
import { questionAt } from './draft.ts';
import { backToReview, go, nikPlace, onward, shown } from './letters-moves.ts';
import type { Draft, IdentifyBy, LettersEvent, LettersState } from './letters-state.ts';

/** Finding who asks on the village's list of residents, by the NIK and one thing more. Pure, like the flow. */

/** What is typed to be found by; no fields of the letter. */
export const byPlaces: Record<IdentifyBy, string> = { kk: 'kk', name: 'name' };
export const longestBy: Record<IdentifyBy, number> = { kk: 16, name: 60 };

/** There is enough to ask with. */
export const canMatch = ({ typed }: Draft, by: IdentifyBy): boolean => {
  const said = (typed[byPlaces[by]] ?? '').trim();
  return by === 'kk' ? said.length === longestBy.kk : said.length >= 3;
};

/** Another NIK is another person: nothing of the one before is kept, and the list is asked again. */
export const otherPerson = (draft: Draft, before: Draft): Draft =>
  draft.values[nikPlace] === before.values[nikPlace] ? draft : { ...draft, match: null };

/** After the NIK, where there is a list and nobody was found yet. */
export function identifies({ draft, known }: LettersState, place: string): boolean {
  return known && draft !== null && place === nikPlace && draft.match === null;
}

export function identifying(state: LettersState, edit: boolean, now: number): LettersState {
  const screen = { name: 'identify', by: 'kk', edit, looking: false, problem: null } as const;
  return edit ? shown(state, screen, now) : go(state, screen, now);
}

/** Taps on the screen that asks for the KK's number or the name. */
export function tappedIdentify(
  state: LettersState,
  event: Extract<LettersEvent, { type: 'by' | 'match' | 'skip' }>,
  now: number,
): LettersState {
  const { screen, draft } = state;
  if (screen.name !== 'identify' || draft === null) return state;
  switch (event.type) {
    case 'by':
      return screen.looking ? state : shown(state, { ...screen, by: event.by, problem: null }, now);
    case 'match':
      if (screen.looking || screen.problem === 'often' || !canMatch(draft, screen.by)) return state;
      return { ...state, screen: { ...screen, looking: true, problem: null } };
    case 'skip':
      return alone(state, null, now);
    default:
      return event satisfies never;
  }
}

/** The hub's answer; a person who has gone on meanwhile is not called back. */
export function heardIdentify(
  state: LettersState,
  event: Extract<LettersEvent, { type: 'matched' | 'matchFailed' }>,
  now: number,
): LettersState {
  const { screen, draft } = state;
  if (screen.name !== 'identify' || !screen.looking || draft === null) return state;
  const rest = { ...screen, looking: false };
  if (event.type === 'matchFailed') {
    if (event.problem === 'often') return shown(state, { ...rest, problem: 'often' }, now);
    return alone({ ...state, screen: rest }, 'unreachable', now);
  }
  if (event.match === null) return shown(state, { ...rest, problem: 'no_match' }, now);
  const asked = conditionsOf(draft.definition);
  const stored = event.match.stored.filter((place) => !asked.has(place));
  const found = { ...state, screen: rest, draft: { ...draft, match: { id: event.match.id, stored } } };
  return further(found, screen.edit, 'found', now);
}

/** A match is good for half an hour: it has to be made again, and all answers stay. */
export function matchOver(state: LettersState, now: number): LettersState {
  if (state.draft === null) return state;
  const draft = { ...state.draft, match: null };
  return shown({ ...state, draft }, { name: 'identify', by: 'kk', edit: true, looking: false, problem: 'over' }, now);
}

/** Everything is asked; a name that was typed for the list need not be typed again. */
function alone(state: LettersState, news: 'unreachable' | null, now: number): LettersState {
  const { screen, draft } = state;
  if (screen.name !== 'identify' || draft === null) return state;
  const name = 'applicant.name';
  const said = draft.typed[byPlaces.name] ?? '';
  const fills = said !== '' && (draft.typed[name] ?? '') === '' && questionAt(draft, name) !== undefined;
  const typed = fills ? { ...draft.typed, [name]: said } : draft.typed;
  return further({ ...state, draft: { ...draft, match: null, typed } }, screen.edit, news, now);
}

const further = (state: LettersState, edit: boolean, news: 'found' | 'unreachable' | null, now: number) =>
  edit ? backToReview(state, now, news) : onward(state, nikPlace, now, { news });

/** On whose answers it hangs what else is asked or brought: the kiosk has to know them, so they are asked. */
function conditionsOf(definition: LetterDefinition): Set<string> {
  const fields = possibleFields(definition).flatMap(({ field, section }) => [field.when, section.when]);
  const all = [...fields, ...definition.requirements.map(({ when }) => when)];
  return new Set(all.flatMap((when) => (when === undefined ? [] : [when.field])));
}
