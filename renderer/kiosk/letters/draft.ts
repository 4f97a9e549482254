import type { ValueProblem } from '../../../contract/documents.ts';
import { checkValue, type PlacedField, visibleFields } from '../../../contract/letter-fields.ts';
import type { LetterDefinition, LetterField, LetterRequirement } from '../../../contract/letters.ts';
import type { Draft } from './letters-state.ts';

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
  forWhom: null,
  typed: {},
  values: {},
  broughtAll: false,
  phone: null,
  priority: null,
});

/** What the kiosk asks with the answers so far, one a screen. */
export const questionsOf = ({ definition, values }: Draft): PlacedField[] =>
  visibleFields(definition, values).filter(({ field }) => field.asked === 'kiosk');

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
  return { draft: { ...draft, values: { ...draft.values, [place]: checked.value } }, problem: null };
}

/** The draft with the phone that was typed; nothing typed means none. */
export function answerPhone(draft: Draft, today: string): Answered {
  const checked = checkValue(phoneField, draft.typed[phonePlace] ?? '', { today });
  if (!checked.ok) return { draft: null, problem: checked.problem };
  return { draft: { ...draft, phone: checked.value === '' ? null : checked.value }, problem: null };
}

/** The first question that still wants an answer; an optional one that was passed over wants none. */
export const firstOpen = (draft: Draft): PlacedField | undefined =>
  questionsOf(draft).find(({ place, field }) => field.required && (draft.values[place] ?? '') === '');

/** What the resident brings, with these answers; what the office looks up itself is not among it. */
export const toBring = (definition: LetterDefinition, values: Draft['values']): LetterRequirement[] =>
  definition.requirements.filter(
    ({ kind, when }) => kind !== 'check' && (when === undefined || when.is.includes(values[when.field] ?? '')),
  );
