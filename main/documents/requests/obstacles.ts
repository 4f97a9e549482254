import type { LetterValues, RequestPage } from '../../../contract/documents.ts';
import { checkValues, holds } from '../../../contract/letter-fields.ts';
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

/** What stands against approving a request now. */
export function obstaclesTo({
  definition,
  village,
  values,
  ticked,
  today,
  clockConfirmed,
}: {
  readonly definition: LetterDefinition;
  readonly village: VillageFile;
  readonly values: LetterValues;
  readonly ticked: readonly RequirementRecord[];
  readonly today: string;
  readonly clockConfirmed: boolean;
}): Obstacle[] {
  const ok = new Set(ticked.filter(({ state }) => state === 'ok').map(({ requirement }) => requirement));
  const wanting = requirementsFor(definition, values).some(({ id, optional }) => !optional && !ok.has(id));
  return [
    ...(checkValues(definition, values, { today, by: 'desk' }).wrong.length > 0 ? (['values'] as const) : []),
    ...(wanting ? (['requirements'] as const) : []),
    ...(clockConfirmed ? [] : (['clock'] as const)),
    ...(signersOf(definition, village).length > 0 ? [] : (['official'] as const)),
  ];
}
