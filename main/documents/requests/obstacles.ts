import type { LetterValues, RequestPage } from '../../../contract/documents.ts';
import { checkValues, holds, visibleFields, type WrongValue } from '../../../contract/letter-fields.ts';
import type { LetterDefinition, LetterRequirement } from '../../../contract/letters.ts';
import type { Official, VillageFile } from '../../../contract/village.ts';
import type { RequirementRecord } from './request-store.ts';

type Obstacle = RequestPage['obstacles'][number];

/** What a resident has to show or bring in this case, and what the clerk looks up. */
export function requirementsFor(definition: LetterDefinition, values: LetterValues): LetterRequirement[] {
  return definition.requirements.filter(({ when }) => !when || holds(when, values));
}

/**
 * Who may sign this letter, the usual one first: whoever signs by own power, or stands in for them; others only where the
 * letter lets a mandate sign. A name that the office has not put in yet, "(nama kepala desa)", signs nothing.
 */
export function signersOf(definition: LetterDefinition, { officials }: VillageFile): Official[] {
  const byMandate = ({ signsAs }: Official) => signsAs === 'a.n.' || signsAs === 'u.b.';
  return officials.filter(
    (official) => !official.name.startsWith('(') && (definition.signing.mandate || !byMandate(official)),
  );
}

/** Answers that stand in the letter and came from the residents' list, and that no clerk has compared yet. */
export function unconfirmedIn(definition: LetterDefinition, values: LetterValues, places: readonly string[]): string[] {
  if (places.length === 0) return [];
  const visible = new Set(visibleFields(definition, values).map(({ place }) => place));
  return places.filter((place) => visible.has(place) && values[place] !== undefined);
}

/**
 * What is wrong with the answers of a request. The letter may have been changed since it was filed: an answer to what it
 * does not ask any more is kept and not shown, and stands in nobody's way.
 */
export function wrongAnswers(definition: LetterDefinition, values: LetterValues, today: string): WrongValue[] {
  const { wrong } = checkValues(definition, values, { today, by: 'desk' });
  return wrong.filter(({ problem }) => problem !== 'unknown_field');
}

/** What stands against approving a request now. */
export function obstaclesTo({
  definition,
  village,
  values,
  unconfirmed,
  ticked,
  today,
  clockConfirmed,
}: {
  readonly definition: LetterDefinition;
  readonly village: VillageFile;
  readonly values: LetterValues;
  /** Places that no clerk has compared with the KTP yet. */
  readonly unconfirmed: readonly string[];
  readonly ticked: readonly RequirementRecord[];
  readonly today: string;
  readonly clockConfirmed: boolean;
}): Obstacle[] {
  const ok = new Set(ticked.filter(({ state }) => state === 'ok').map(({ requirement }) => requirement));
  const wanting = requirementsFor(definition, values).some(({ id, optional }) => !optional && !ok.has(id));
  return [
    ...(wrongAnswers(definition, values, today).length > 0 ? (['values'] as const) : []),
    ...(unconfirmedIn(definition, values, unconfirmed).length > 0 ? (['unconfirmed'] as const) : []),
    ...(wanting ? (['requirements'] as const) : []),
    ...(clockConfirmed ? [] : (['clock'] as const)),
    ...(signersOf(definition, village).length > 0 ? [] : (['official'] as const)),
  ];
}
