import type { LetterValues } from '../../../contract/documents.ts';
import type { LetterSection } from '../../../contract/letters.ts';
import { instancesOf } from '../../../contract/letters-whole.ts';
import type { Draft } from './letters-state.ts';

/** Sections that are filled in more than once: heirs, witnesses, lost things. Pure. */

/** Stands for an answer that is still to come; no answer that a condition asks for. */
const awaited = '\u2026';

/** Of which section a field or an instance is one of several, and which of them: 0 the first. Null: it does not repeat. */
export function repeatOf(draft: Draft, place: string): { section: LetterSection; index: number } | null {
  const instance = place.split('.')[0] ?? '';
  for (const section of draft.definition.sections) {
    const index = section.most > 1 ? instancesOf(section).indexOf(instance) : -1;
    if (index !== -1) return { section, index };
  }
  return null;
}

export const timesOf = ({ times }: Draft, { id }: Pick<LetterSection, 'id'>): number => times[id] ?? 1;

/** Names people, not things. */
export const isOfPeople = ({ fields }: LetterSection): boolean => fields.some(({ type }) => type === 'name');

/** The answers that count: none of a person too many, and one still to come for each who has just been added. */
export function counted(draft: Draft): LetterValues {
  const { definition, values } = draft;
  const kept = Object.fromEntries(
    Object.entries(values).filter(([place]) => {
      const repeat = repeatOf(draft, place);
      return repeat === null || repeat.index < timesOf(draft, repeat.section);
    }),
  );
  for (const section of definition.sections)
    for (const instance of instancesOf(section).slice(1, timesOf(draft, section)))
      for (const { id } of section.fields) {
        const place = `${instance}.${id}`;
        if ((kept[place] ?? '') === '') kept[place] = awaited;
      }
  return kept;
}

/** As many as are wanted; what was typed of the others stays, should they be wanted again. */
export const withTimes = (draft: Draft, section: string, times: number): Draft => ({
  ...draft,
  times: { ...draft.times, [section]: times },
});

/** Without one person; those after move up. The last one that is left cannot go. */
export function without(draft: Draft, instance: string): Draft {
  const repeat = repeatOf(draft, instance);
  if (repeat === null) return draft;
  const { section, index } = repeat;
  const times = timesOf(draft, section);
  if (times === 1 || index >= times) return draft;
  const names = instancesOf(section).slice(index, times);
  const moved = <T>(from: Readonly<Record<string, T>>): Record<string, T> => {
    const to = { ...from };
    names.forEach((name, at) => {
      for (const { id } of section.fields) {
        const next = from[`${names[at + 1]}.${id}`];
        if (next === undefined) delete to[`${name}.${id}`];
        else to[`${name}.${id}`] = next;
      }
    });
    return to;
  };
  const same = Object.keys(moved(Object.fromEntries(draft.same.map((place) => [place, true]))));
  return { ...withTimes(draft, section.id, times - 1), typed: moved(draft.typed), values: moved(draft.values), same };
}
