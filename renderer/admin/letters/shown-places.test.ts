import fc from 'fast-check';
import { createElement, Fragment, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { placeIn } from '../../../contract/catalogue.ts';
import { type LetterFile, letterFile } from '../../../contract/letters.ts';
import { type VillageFile, villageFile } from '../../../contract/village.ts';
import { findLetterContradiction } from '../../../main/documents/catalogue/contradictions.ts';
import { beginDraft, type Draft, edit, isAt, type Path, pathText } from '../form/draft.ts';
import type { Form } from '../form/use-form.ts';
import { GeneralTab } from './general-tab.tsx';
import { timesOf } from './letter-draft.ts';
import { NumberCard } from './number-card.tsx';
import { KeepingCard, PlaceCard, TrustCard, WaysCard } from './office-cards.tsx';
import { OfficialsCard } from './officials-card.tsx';
import { QuestionsTab } from './questions-tab.tsx';
import { RequirementsTab } from './requirements-tab.tsx';
import { leavesOf, shippedPeople as people, shippedLetters, shippedVillage } from './shipped-suite.ts';
import { SigningTab } from './signing-tab.tsx';
import { StandardTab } from './standard-tab.tsx';
import { tabOf } from './tab-of.ts';
import { TextTab } from './text-tab.tsx';

/** Whatever a clerk types: the hub takes it, or what is wrong is said on the page that shows the place. */

const told = 'Ini belum benar.';
const today = '2026-11-24';

/** A form in which the hub has found something. */
function formOf<T>(content: T, at: string): Form<T> {
  const wrong = { at, what: { id: told, en: told } };
  const nothing = () => undefined;
  return {
    content,
    changed: true,
    overtaken: false,
    busy: false,
    asked: null,
    wrong,
    set: nothing,
    add: nothing,
    remove: nothing,
    move: nothing,
    problem: (path) => (pathText(path) === at ? told : undefined),
    marked: (path) => isAt(wrong, path),
    save: nothing,
    confirm: nothing,
    back: nothing,
    discard: nothing,
    yield: nothing,
  };
}

function tabShowing(file: LetterFile, at: string): ReactElement {
  const form = formOf(file, at);
  const letter = file.kind === 'letter' ? file : null;
  const tab = tabOf(at);
  if (tab === 'requirements')
    return createElement(RequirementsTab, { form, letter, people, requirements: file.requirements });
  if (tab === 'standard') return createElement(StandardTab, { form, standard: file.standard });
  if (letter === null || tab === 'general') return createElement(GeneralTab, { form, file });
  if (tab === 'questions') return createElement(QuestionsTab, { form, letter, people });
  if (tab === 'text') return createElement(TextTab, { form, letter, people });
  return createElement(SigningTab, { form, letter, village: shippedVillage, today });
}

function officeShowing(village: VillageFile, at: string): ReactElement {
  const view = { form: formOf(village, at), village };
  return createElement(
    Fragment,
    null,
    createElement(PlaceCard, { ...view, villages: undefined }),
    createElement(OfficialsCard, view),
    createElement(WaysCard, { ...view, services: [] }),
    createElement(NumberCard, { ...view, today }),
    createElement(KeepingCard, view),
    createElement(TrustCard, view),
  );
}

/** As the hub looks for the place: of a block that may be one of several, the deepest fault. */
function innermost(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  if (issue.code !== 'invalid_union') return issue.path;
  const inside = issue.errors
    .filter((ways) => !ways.some(({ code, path }) => code === 'unrecognized_keys' && path.length === 0))
    .map((ways) => (ways[0] === undefined ? [] : innermost(ways[0])))
    .toSorted((a, b) => b.length - a.length)[0];
  return [...issue.path, ...(inside ?? [])];
}

const placeOf = (issues: readonly z.core.$ZodIssue[]) => placeIn(issues[0] === undefined ? [] : innermost(issues[0]));

/** What a hand can do to a leaf: empty it, write too much, write nonsense, and for numbers leave the bounds. */
const typed = fc.constantFrom('', ' ', 'x'.repeat(1300), 'Zzz', '{lain.isian}', '{');
const numbers = fc.constantFrom(null, 0, -1, 1e9, 1.5);
const act = fc.record({ nth: fc.nat(), text: typed, number: numbers, removes: fc.integer({ min: 0, max: 9 }) });
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** Ids and kinds are never typed: they are made, or chosen from what there is. */
const isTyped = ({ at, value }: { at: Path; value: unknown }) => {
  const key = at.at(-1);
  const chosen = ['id', 'kind', 'type', 'asked', 'offered', 'level', 'knownBy', 'align', 'category', 'people', 'table'];
  return typeof value !== 'boolean' &&
    !chosen.includes(String(key)) &&
    !(
      key === 'section' ||
      at.includes('when') ||
      at.includes('without') ||
      at.includes('sameAs') ||
      at.includes('units')
    ) &&
    !['signsAs', 'series', 'paper', 'queueService'].includes(String(key))
    ? true
    : key === 'name' && typeof value === 'string';
};
/** Both languages of a name end in `id` as well. */
const leaves = (content: unknown) =>
  [...leavesOf(content)].filter((leaf) => {
    const parent = leaf.at
      .slice(0, -1)
      .reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], content);
    const bilingual = typeof parent === 'object' && parent !== null && 'en' in parent;
    return isTyped(bilingual ? { ...leaf, at: [...leaf.at.slice(0, -1), 'words'] } : leaf);
  });

function after<T>(content: T, acts: readonly Act[]): T {
  return acts.reduce<Draft<T>>(
    (draft, { nth, text, number, removes }) => {
      const all = leaves(draft.content);
      const leaf = all[nth % all.length];
      if (leaf === undefined) return draft;
      // A pair, such as a row's label and value, stays two.
      const index = leaf.at.findLastIndex((part, i) => typeof part === 'number' && typeof leaf.at[i - 1] === 'string');
      if (removes === 0 && index > 0)
        return edit(draft, { type: 'remove', at: leaf.at.slice(0, index), index: leaf.at[index] as number });
      const value = typeof leaf.value === 'number' ? (leaf.at.at(-1) === 'most' ? timesOf(number) : number) : text;
      return edit(draft, { type: 'set', at: leaf.at, value });
    },
    beginDraft(content, 1),
  ).content;
}

describe('after any sequence of changes', () => {
  it('a letter can be saved, or its page says what is wrong', () => {
    const acts = fc.array(act, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...shippedLetters), acts, (letter, done) => {
        const content = after(letter, done);
        const parsed = letterFile.safeParse(content);
        const wrong = parsed.success ? findLetterContradiction(parsed.data, people) : null;
        if (parsed.success && wrong === null) return;
        const at = parsed.success ? placeIn(wrong?.at ?? []) : placeOf(parsed.error.issues);
        expect(renderToStaticMarkup(tabShowing(content, at)).includes(told), at).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('the office can be saved, or its page says what is wrong', () => {
    const acts = fc.array(act, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(acts, (done) => {
        const content = after(shippedVillage, done);
        const parsed = villageFile.safeParse(content);
        if (parsed.success) return;
        const at = placeOf(parsed.error.issues);
        expect(renderToStaticMarkup(officeShowing(content, at)).includes(told), at).toBe(true);
      }),
    );
  });
});
