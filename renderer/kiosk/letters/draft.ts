import type { ValueProblem } from '../../../contract/documents.ts';
import { checkValue, type PlacedField, visibleFields } from '../../../contract/letter-fields.ts';
import type { LetterDefinition, LetterField, LetterRequirement } from '../../../contract/letters.ts';
import type { Draft } from './letters-state.ts';
import { counted } from './repeats.ts';

/** What is asked for a letter and how its answers are typed. Pure. */

/** The phone is asked with every letter and is no part of it. */
export const phonePlace = 'phone';
const phoneField: LetterField = {
  id: 'phone',
  type: 'phone',
  ask: { id: '', en: '' },
  label: { id: '', en: '' },
  required: false,
  asked: 'kiosk',
  future: false,
};

export const draftOf = (definition: LetterDefinition, queueService: string): Draft => ({
  definition,
  queueService,
  forWhom: 'self',
  typed: {},
  values: {},
  match: null,
  same: [],
  times: {},
  broughtAll: false,
  phone: null,
  priority: null,
});

/** What a letter asks of a resident with the answers so far; what the hub fills in is among it. */
export const questionsOf = (draft: Draft): PlacedField[] =>
  visibleFields(draft.definition, counted(draft)).filter(({ field }) => field.asked === 'kiosk');

/** Those that the kiosk asks, one a screen. */
export const askedOf = (draft: Draft): PlacedField[] =>
  questionsOf(draft).filter(({ place }) => !isStored(draft, place));

/** The hub fills it in; an own answer takes its place. */
export const isStored = ({ match, values }: Draft, place: string): boolean =>
  match !== null && match.stored.includes(place) && (values[place] ?? '') === '';

/** The hub gives it the answer of another field, which it fills in or which was answered since. */
export const isSame = (draft: Draft, { place, field }: PlacedField): boolean =>
  draft.same.includes(place) &&
  (draft.values[place] ?? '') === '' &&
  (sameIsStored(draft, field) || sameValue(draft, field) !== null);

/** It may be the same as a field whose answer is on the hub alone. */
export const sameIsStored = (draft: Draft, { sameAs }: LetterField): boolean =>
  sameAs !== undefined && isStored(draft, sameAs.field);

export const questionAt = (draft: Draft, place: string): PlacedField | undefined =>
  questionsOf(draft).find((question) => question.place === place);

/** The answer that another field already gives, where it is offered before the keyboard. */
export function sameValue({ values }: Draft, { sameAs }: LetterField): string | null {
  const value = sameAs === undefined ? undefined : values[sameAs.field];
  return value === undefined || value === '' ? null : value;
}

/** What is filed: answers of questions that are still asked. */
export function valuesToFile(draft: Draft): Record<string, string> {
  const entries = questionsOf(draft).flatMap(({ place }) => {
    const value = draft.values[place];
    return value === undefined || value === '' ? [] : [[place, value] as const];
  });
  return Object.fromEntries(entries);
}

/** Which fields the hub gives the answer of another one that it fills in. */
export const sameToFile = (draft: Draft): string[] =>
  questionsOf(draft)
    .filter((question) => isSame(draft, question))
    .map(({ place }) => place);

/** Digits of a date are typed day first; of a time, the hour first. Else nothing changes. */
export function rawOf({ type }: LetterField, typed: string): string {
  if (type === 'date' && /^\d{8}$/.test(typed)) return `${typed.slice(4)}-${typed.slice(2, 4)}-${typed.slice(0, 2)}`;
  if (type === 'time' && /^\d{4}$/.test(typed)) return `${typed.slice(0, 2)}:${typed.slice(2)}`;
  return typed;
}

type Answered = { draft: Draft; problem: null } | { draft: null; problem: ValueProblem };

/** The draft with the answer that was typed, or what is wrong with it. */
export function answer(draft: Draft, { place, field }: PlacedField, today: string): Answered {
  const checked = checkValue(field, rawOf(field, draft.typed[place] ?? ''), { today });
  if (!checked.ok) return { draft: null, problem: checked.problem };
  const same = draft.same.filter((other) => other !== place);
  return { draft: { ...draft, same, values: { ...draft.values, [place]: checked.value } }, problem: null };
}

/** The draft with the phone that was typed; nothing typed means none. */
export function answerPhone(draft: Draft, today: string): Answered {
  const checked = checkValue(phoneField, draft.typed[phonePlace] ?? '', { today });
  if (!checked.ok) return { draft: null, problem: checked.problem };
  return { draft: { ...draft, phone: checked.value === '' ? null : checked.value }, problem: null };
}

/** The first question that still wants an answer; an optional one that was passed over wants none. */
export const firstOpen = (draft: Draft): PlacedField | undefined =>
  askedOf(draft).find(
    (question) => question.field.required && (draft.values[question.place] ?? '') === '' && !isSame(draft, question),
  );

/** What the resident brings, with these answers; what the office looks up itself is not among it. */
export const toBring = (definition: LetterDefinition, values: Draft['values']): LetterRequirement[] =>
  definition.requirements.filter(
    ({ kind, when }) => kind !== 'check' && (when === undefined || when.is.includes(values[when.field] ?? '')),
  );

/** Minutes that people sit and wait for a letter. */
const longestWait = 120;

/**
 * Nobody has to be reached: all is here, and the letter is done while one waits. The phone is not asked then; whoever
 * wants to cancel at the kiosk gives it in the review.
 */
export function waitsForIt({ definition, values, broughtAll }: Draft): boolean {
  const { minutes } = definition.standard;
  const { level, knownBy } = definition.signing;
  const complete = broughtAll || toBring(definition, values).length === 0;
  return complete && minutes !== null && minutes <= longestWait && level !== 'camat' && knownBy !== 'camat';
}
