import type { Page } from '@playwright/test';
import type { PlacedField } from '../../contract/letter-fields.ts';
import type { LetterDefinition } from '../../contract/letters.ts';
import { letterCatalogues } from '../../renderer/i18n/letters.ts';
import { askedOf, draftOf, waitsForIt } from '../../renderer/kiosk/letters/draft.ts';
import { type Draft, letterTimes } from '../../renderer/kiosk/letters/letters-state.ts';
import { repeatOf, withTimes } from '../../renderer/kiosk/letters/repeats.ts';
import { expect } from './fixture.ts';
import { touch as touchAtOnce } from './resident.ts';

const words = letterCatalogues.id;

/** A finger that comes when the question has stood there long enough to be read. */
export async function touch(kiosk: Page, name: string | RegExp): Promise<void> {
  await kiosk.waitForTimeout(letterTimes.settle);
  await touchAtOnce(kiosk, name);
}

/** Signs that a finger finds one after the other. */
export async function type(kiosk: Page, signs: string): Promise<void> {
  await expect(kiosk.locator('[data-settling]')).toHaveCount(0);
  for (const sign of signs.toUpperCase())
    await kiosk.getByRole('button', { name: sign === ' ' ? words.form.space : sign, exact: true }).tap();
}

/** What is answered instead of the usual, by the field's own id. */
type Said = Readonly<Record<string, string>>;

/** Answers the question on the screen. @returns its value where later questions depend on it */
async function answer(kiosk: Page, { field }: PlacedField, said: Said): Promise<string> {
  if (!field.required) {
    await touch(kiosk, words.form.skip);
    return '';
  }
  if (field.sameAs) {
    await touch(kiosk, field.sameAs.label.id);
    return 'same';
  }
  const [first] = field.options ?? [];
  if (first) {
    await touch(kiosk, first.label.id);
    return first.id;
  }
  const typed = { nik: '3510160508900001', date: '05081990', year: '2015', number: '3', rupiah: '1500000' };
  const signs =
    said[field.id] ??
    (field.type in typed ? typed[field.type as keyof typeof typed] : (field.longest ?? 60) < 10 ? 'A' : 'SITI');
  await type(kiosk, ['rt', 'rw'].includes(field.id) ? '' : signs);
  if (['rt', 'rw'].includes(field.id)) await type(kiosk, field.type === 'number' ? '3' : 'A');
  await touch(kiosk, words.form.next);
  return signs;
}

/** From the first screen to what is said of a letter. @param search typed to find one that is not among the first shown */
export async function choose(kiosk: Page, name: string, search = ''): Promise<void> {
  await touch(kiosk, /Sentuh layar/);
  await touch(kiosk, /^Surat/);
  if (search !== '') {
    await touch(kiosk, words.list.search);
    await kiosk.waitForTimeout(letterTimes.settle);
    await type(kiosk, search);
  }
  await touch(kiosk, new RegExp(`^${name.replaceAll(/[()]/g, '\\$&')}`));
}

/** A resident asks for a letter, from the first screen to the receipt. @returns the tracking code */
export async function apply(
  kiosk: Page,
  definition: LetterDefinition,
  { search = '', people = 1, said = {} }: { search?: string; people?: number; said?: Said } = {},
): Promise<string> {
  await choose(kiosk, definition.name.id, search);
  await touch(kiosk, words.forWhom.self);
  let draft = draftOf(definition, '');
  for (;;) {
    const asked = askedOf(draft).find(({ place }) => !(place in draft.values));
    if (!asked) break;
    await expect(kiosk.getByRole('heading', { level: 1 })).toHaveText(asked.field.ask.id);
    draft = { ...draft, values: { ...draft.values, [asked.place]: await answer(kiosk, asked, said) } };
    draft = await another(kiosk, draft, asked, people);
  }
  await touch(kiosk, words.bring.all);
  if (!waitsForIt({ ...draft, broughtAll: true })) await touch(kiosk, words.form.skip);
  await touch(kiosk, /^Tidak$/);
  await touch(kiosk, words.review.send);
  await expect(kiosk.getByRole('heading', { name: words.receipt.title })).toBeVisible();
  const code = await kiosk
    .getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .first()
    .textContent();
  return code ?? '';
}

/** After the last question of one of several people the kiosk asks whether there is another: there are so many. */
async function another(kiosk: Page, draft: Draft, { place }: PlacedField, people: number): Promise<Draft> {
  const repeat = repeatOf(draft, place);
  if (repeat === null) return draft;
  const { section, index } = repeat;
  const [instance = ''] = place.split('.');
  const last = askedOf(draft).findLast((question) => question.place.startsWith(`${instance}.`));
  if (last?.place !== place || index + 1 >= section.most) return draft;
  const more = index + 1 < people;
  await touch(kiosk, more ? words.more.yes : words.more.no);
  return more ? withTimes(draft, section.id, index + 2) : draft;
}
