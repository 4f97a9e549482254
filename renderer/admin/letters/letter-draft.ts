import type { Bilingual } from '../../../contract/base.ts';
import type {
  FieldType,
  LetterBlock,
  LetterDefinition,
  LetterField,
  LetterFile,
  LetterPaper,
  LetterRequirement,
  LetterSection,
  PeopleFile,
} from '../../../contract/letters.ts';
import { setOf } from '../../../contract/letters-whole.ts';
import { newId } from '../form/new-id.ts';

/** What is new in a letter, and what hangs on what is there. Ids are made of names and never change afterwards. */

/** An id inside a letter: `nama_usaha`; with a number when there is one already. */
export function newWord(name: string, taken: readonly string[]): string {
  const dashed = newId(name, []);
  const stem = (/^[a-z]/.test(dashed) ? dashed : `baru-${dashed}`).slice(0, 36).replaceAll('-', '_');
  if (!taken.includes(stem)) return stem;
  for (let n = 2; ; n += 1) if (!taken.includes(`${stem}_${n}`)) return `${stem}_${n}`;
}

export function newRequirement(name: Bilingual, all: readonly LetterRequirement[]): LetterRequirement {
  const id = newWord(
    name.id,
    all.map((one) => one.id),
  );
  return { id, name, kind: 'copy', rtRw: false, ikd: false, optional: false };
}

/** Ids of all fields of a section, its people's included. */
export const fieldIds = (section: LetterSection, people: PeopleFile): string[] =>
  [...setOf(people, section.people), ...section.fields].map(({ id }) => id);

export function newField(
  type: FieldType,
  label: Bilingual,
  ask: Bilingual,
  taken: readonly string[],
  optionNames: readonly [Bilingual, Bilingual],
): LetterField {
  const plain: LetterField = {
    id: newWord(label.id, taken),
    type: 'text',
    ask,
    label,
    required: true,
    asked: 'kiosk',
    future: false,
  };
  return retyped(plain, type, optionNames);
}

const numeric: readonly FieldType[] = ['number', 'rupiah', 'year'];
const written: readonly FieldType[] = ['text', 'name', 'paragraph', 'number'];

/** Which rules a field of a type can have. */
export const rulesOf = (type: FieldType) => ({
  options: type === 'choice',
  limits: numeric.includes(type),
  longest: written.includes(type),
  unit: type === 'number',
  future: type === 'date' || type === 'year',
});

/** The same question with another kind of answer: what the new kind does not know goes. */
export function retyped(
  field: LetterField,
  type: FieldType,
  optionNames: readonly [Bilingual, Bilingual],
): LetterField {
  if (type === field.type) return field;
  const { options, min, max, longest, unit, ...rest } = field;
  const rules = rulesOf(type);
  return {
    ...rest,
    type,
    future: rules.future && field.future,
    ...(rules.options && { options: options ?? optionNames.map((label, at) => ({ id: `pilihan_${at + 1}`, label })) }),
    ...(rules.limits && min !== undefined && { min }),
    ...(rules.limits && max !== undefined && { max }),
    ...(rules.longest && longest !== undefined && { longest }),
    ...(rules.unit && unit !== undefined && { unit }),
  };
}

export function newSection(title: Bilingual, field: LetterField, all: readonly LetterSection[]): LetterSection {
  const id = newWord(
    title.id,
    all.map((one) => one.id),
  );
  return { id, title, fields: [field], most: 1 };
}

export function newPaper(title: string, text: string, all: readonly LetterPaper[]): LetterPaper {
  const id = newWord(
    title,
    all.map((one) => one.id),
  );
  return { id, title, to: [], body: [{ text, align: 'justify' }], cosigners: [] };
}

export const blockKinds = ['text', 'rows', 'section', 'table'] as const;
export type BlockKind = (typeof blockKinds)[number];

export const kindOf = (block: LetterBlock): BlockKind => blockKinds.find((kind) => kind in block) ?? 'text';

/** A block to be filled in; it names only what the letter has. */
export function newBlock(
  kind: BlockKind,
  letter: LetterDefinition,
  people: PeopleFile,
  said: { text: string; row: string },
): LetterBlock {
  const repeating = letter.sections.find(({ most }) => most > 1) ?? letter.sections[0];
  const first = letter.sections[0];
  switch (kind) {
    case 'text':
      return { text: said.text, align: 'justify' };
    case 'rows':
      return { rows: [[said.row, said.row]] };
    case 'section':
      return { section: first?.id ?? '', without: [] };
    case 'table':
      return tableOf(repeating, people);
  }
}

/** A section as a table: its first fields are the columns. */
export function tableOf(
  section: LetterSection | undefined,
  people: PeopleFile,
): Extract<LetterBlock, { table: string }> {
  const fields = section === undefined ? [] : [...setOf(people, section.people), ...section.fields];
  return {
    table: section?.id ?? '',
    columns: fields.slice(0, 3).map(({ id, label }) => [label.id.slice(0, 40), id]),
  };
}

/** Where a letter still needs a section, or one field of it: these have to go first. */
export function isUsed(letter: LetterDefinition, section: string, field?: string): boolean {
  const name = field === undefined ? `${section}(_\\d+)?\\.[a-z][a-z0-9_]*` : `${section}(_\\d+)?\\.${field}`;
  const named = new RegExp(`"(field)":"${name}"|\\{${name}\\}`);
  const others = letter.sections.map((one) =>
    one.id !== section
      ? one
      : field === undefined
        ? null
        : { ...one, fields: one.fields.filter(({ id }) => id !== field) },
  );
  if (named.test(JSON.stringify([others, letter.requirements, letter.papers]))) return true;
  return letter.papers.some(({ body }) =>
    body.some((block) => {
      if ('section' in block)
        return block.section === section && (field === undefined || block.without.includes(field));
      if (!('table' in block) || block.table !== section) return false;
      return field === undefined || block.columns.some(([, column]) => column === field);
    }),
  );
}

/** A letter of one's own that begins as another; it comes with an id of its name and is not among the everyday ones. */
export function copyOf(letter: LetterFile, name: Bilingual, taken: readonly string[]): LetterFile {
  const { everyday: _, ...rest } = letter;
  return { ...rest, id: newWord(name.id, taken), name, active: true };
}

/** Words typed one after the other, parted by commas. */
export const wordsOf = (typed: string): string[] =>
  typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** An optional text in both languages; none while both are empty. */
export const bothOrNone = (both: Bilingual): Bilingual | undefined =>
  both.id === '' && both.en === '' ? undefined : both;

/** How often a part may repeat: whatever is typed stays in its bounds, for each repeat is made at once. */
export const timesOf = (typed: number | null): number => Math.min(12, Math.max(1, Math.trunc(typed ?? 1)));
