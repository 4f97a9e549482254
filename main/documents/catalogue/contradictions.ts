import type { Condition, LetterDefinition, LetterField, LetterFile, PeopleFile } from '../../../contract/letters.ts';
import { fieldsOf, instancesOf, officePlaces, setOf, withPeople } from '../../../contract/letters-whole.ts';
import type { VillageFile } from '../../../contract/village.ts';

const ofOffice: ReadonlySet<string> = new Set(officePlaces);

export interface LetterContradiction {
  readonly at: readonly PropertyKey[];
  readonly why:
    | 'file_name'
    | 'twice'
    | 'no_people'
    | 'no_fields'
    | 'no_options'
    | 'spare_options'
    | 'no_field'
    | 'no_option'
    | 'no_section'
    | 'no_place'
    | 'lone_brace'
    | 'no_desk_reason'
    | 'no_service';
  readonly name: string;
}

/**
 * What the schema of village.json cannot see.
 * @param services ids of the queue; null where nobody is asked to stand in it
 */
export function findVillageContradiction(
  { officials, queueService }: VillageFile,
  services: readonly string[] | null,
): LetterContradiction | null {
  const twice = usedTwice(officials, ['officials']);
  if (twice) return twice;
  const there = services?.includes(queueService) ?? true;
  return there ? null : { at: ['queueService'], why: 'no_service', name: queueService };
}

/** What the schema of people.json cannot see. */
export function findPeopleContradiction(people: PeopleFile): LetterContradiction | null {
  for (const [set, fields] of Object.entries(people.sets)) {
    const wrong = usedTwice(fields, ['sets', set]) ?? wrongOptions(fields, ['sets', set]);
    if (wrong) return wrong;
  }
  return null;
}

/** What the schema of one letter cannot see: names that point to nothing, ids used twice, choices without options. */
export function findLetterContradiction(
  file: LetterFile,
  people: PeopleFile,
  fileName = `${file.id}.json`,
): LetterContradiction | null {
  if (fileName !== `${file.id}.json`) return { at: ['id'], why: 'file_name', name: fileName };
  const requirements = usedTwice(file.requirements, ['requirements']);
  if (requirements) return requirements;
  if (file.kind === 'redirect') return wrongConditions(file.requirements, ['requirements'], new Map());
  if (file.offered === 'desk' && !file.deskReason) return { at: ['deskReason'], why: 'no_desk_reason', name: file.id };
  return wrongSections(file, people) ?? wrongUse(file, fieldsOf(withPeople(file, people)), people);
}

function wrongSections(file: LetterDefinition, people: PeopleFile): LetterContradiction | null {
  const names = new Set<string>();
  for (const [i, section] of file.sections.entries()) {
    const at = ['sections', i];
    for (const name of instancesOf(section)) {
      if (names.has(name)) return { at: [...at, 'id'], why: 'twice', name };
      names.add(name);
    }
    const { people: set } = section;
    if (set !== undefined && !Object.hasOwn(people.sets, set))
      return { at: [...at, 'people'], why: 'no_people', name: set };
    const peoples = setOf(people, set);
    if (peoples.length + section.fields.length === 0) return { at, why: 'no_fields', name: section.id };
    const inSet = new Set(peoples.map((field) => field.id));
    const wrong =
      usedTwice(section.fields, [...at, 'fields'], inSet) ?? wrongOptions(section.fields, [...at, 'fields']);
    if (wrong) return wrong;
  }
  return null;
}

/** Everything that names a field or a section. */
function wrongUse(
  file: LetterDefinition,
  fields: ReadonlyMap<string, LetterField>,
  people: PeopleFile,
): LetterContradiction | null {
  for (const [i, section] of file.sections.entries()) {
    const at = ['sections', i];
    const ofSet = wrongConditions(setOf(people, section.people), [], fields);
    const wrong =
      wrongConditions([section], ['sections'], fields, i) ??
      (ofSet && { ...ofSet, at: [...at, 'people'] }) ??
      wrongConditions(section.fields, [...at, 'fields'], fields);
    if (wrong) return wrong;
  }
  const requirements = wrongConditions(file.requirements, ['requirements'], fields);
  if (requirements) return requirements;
  const papers = usedTwice(file.papers, ['papers']) ?? wrongConditions(file.papers, ['papers'], fields);
  if (papers) return papers;
  for (const [i, paper] of file.papers.entries()) {
    const wrong =
      wrongBody(paper.body, file, fields, people, ['papers', i, 'body']) ??
      wrongConditions(paper.cosigners, ['papers', i, 'cosigners'], fields) ??
      wrongTexts(paper, fields, ['papers', i]);
    if (wrong) return wrong;
  }
  return null;
}

type Body = LetterDefinition['papers'][number]['body'];

function wrongBody(
  body: Body,
  file: LetterDefinition,
  fields: ReadonlyMap<string, LetterField>,
  people: PeopleFile,
  path: readonly PropertyKey[],
): LetterContradiction | null {
  for (const [i, block] of body.entries()) {
    if (!('section' in block) && !('table' in block)) continue;
    const key = 'section' in block ? 'section' : 'table';
    const name = 'section' in block ? block.section : block.table;
    const section = file.sections.find(({ id }) => id === name);
    if (!section) return { at: [...path, i, key], why: 'no_section', name };
    const ids = new Set([...setOf(people, section.people), ...section.fields].map(({ id }) => id));
    const named = 'section' in block ? block.without : block.columns.map(([, field]) => field);
    const strange = named.findIndex((field) => !ids.has(field));
    if (strange >= 0) {
      const at = 'section' in block ? ['without', strange] : ['columns', strange, 1];
      return { at: [...path, i, ...at], why: 'no_field', name: `${name}.${named[strange]}` };
    }
  }
  return wrongConditions(body, path, fields);
}

function wrongTexts(
  paper: LetterDefinition['papers'][number],
  fields: ReadonlyMap<string, LetterField>,
  path: readonly PropertyKey[],
): LetterContradiction | null {
  for (const [at, text] of textsOf(paper)) {
    const rest = text.replaceAll(/\{[^{}]*\}/g, '');
    if (/[{}]/.test(rest)) return { at: [...path, ...at], why: 'lone_brace', name: text };
    for (const [, place = ''] of text.matchAll(/\{([^{}]*)\}/g))
      if (!ofOffice.has(place) && !fields.has(place)) return { at: [...path, ...at], why: 'no_place', name: place };
  }
  return null;
}

/** Every text of a paper that may hold places, with where it stands. */
function* textsOf(paper: LetterDefinition['papers'][number]): Generator<[readonly PropertyKey[], string]> {
  yield [['title'], paper.title];
  for (const [i, line] of paper.to.entries()) yield [['to', i], line];
  for (const [i, block] of paper.body.entries()) {
    if ('text' in block) yield [['body', i, 'text'], block.text];
    if (!('rows' in block)) continue;
    for (const [j, [label, value]] of block.rows.entries()) {
      yield [['body', i, 'rows', j, 0], label];
      yield [['body', i, 'rows', j, 1], value];
    }
  }
  for (const [i, { role, name }] of paper.cosigners.entries()) {
    yield [['cosigners', i, 'role'], role];
    yield [['cosigners', i, 'name'], name];
  }
}

interface Conditional {
  readonly when?: Condition | undefined;
  readonly sameAs?: LetterField['sameAs'];
}

/** @param first the index of the first of `list` in the file */
function wrongConditions(
  list: readonly Conditional[],
  path: readonly PropertyKey[],
  fields: ReadonlyMap<string, LetterField>,
  first = 0,
): LetterContradiction | null {
  for (const [i, { when, sameAs }] of list.entries()) {
    const at = [...path, first + i];
    if (sameAs && !fields.has(sameAs.field))
      return { at: [...at, 'sameAs', 'field'], why: 'no_field', name: sameAs.field };
    if (!when) continue;
    const field = fields.get(when.field);
    if (!field) return { at: [...at, 'when', 'field'], why: 'no_field', name: when.field };
    const strange = field.options ? when.is.findIndex((value) => !field.options?.some(({ id }) => id === value)) : -1;
    if (strange >= 0) return { at: [...at, 'when', 'is', strange], why: 'no_option', name: when.is[strange] ?? '' };
  }
  return null;
}

function wrongOptions(fields: readonly LetterField[], path: readonly PropertyKey[]): LetterContradiction | null {
  for (const [i, { id, type, options }] of fields.entries()) {
    if (type === 'choice' && !options) return { at: [...path, i], why: 'no_options', name: id };
    if (type !== 'choice' && options) return { at: [...path, i, 'options'], why: 'spare_options', name: id };
    const twice = options && usedTwice(options, [...path, i, 'options']);
    if (twice) return twice;
  }
  return null;
}

function usedTwice(
  entries: readonly { readonly id: string }[],
  path: readonly PropertyKey[],
  taken: Iterable<string> = [],
): LetterContradiction | null {
  const ids = new Set(taken);
  for (const [i, { id }] of entries.entries()) {
    if (ids.has(id)) return { at: [...path, i, 'id'], why: 'twice', name: id };
    ids.add(id);
  }
  return null;
}
