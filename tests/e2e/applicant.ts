import type { Page } from '@playwright/test';
import type { LetterValues } from '../../contract/documents.ts';
import { type PlacedField, visibleFields } from '../../contract/letter-fields.ts';
import type { LetterDefinition } from '../../contract/letters.ts';
import { letterCatalogues } from '../../renderer/i18n/letters.ts';
import { letterTimes } from '../../renderer/kiosk/letters/letters-state.ts';
import { expect } from './fixture.ts';
import { touch as touchAtOnce } from './resident.ts';

const words = letterCatalogues.id;

/** A finger that comes when the question has stood there long enough to be read. */
async function touch(kiosk: Page, name: string | RegExp): Promise<void> {
  await kiosk.waitForTimeout(letterTimes.settle);
  await touchAtOnce(kiosk, name);
}

/** Signs that a finger finds one after the other. */
async function type(kiosk: Page, signs: string): Promise<void> {
  await expect(kiosk.locator('[data-settling]')).toHaveCount(0);
  for (const sign of signs.toUpperCase())
    await kiosk.getByRole('button', { name: sign === ' ' ? words.form.space : sign, exact: true }).tap();
}

/** Answers the question on the screen. @returns its value where later questions depend on it */
async function answer(kiosk: Page, { field }: PlacedField): Promise<string> {
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
    field.type in typed ? typed[field.type as keyof typeof typed] : (field.longest ?? 60) < 10 ? 'A' : 'SITI';
  await type(kiosk, ['rt', 'rw'].includes(field.id) ? '' : signs);
  if (['rt', 'rw'].includes(field.id)) await type(kiosk, field.type === 'number' ? '3' : 'A');
  await touch(kiosk, words.form.next);
  return signs;
}

/** A resident asks for a letter, from the first screen to the receipt. @returns the tracking code */
export async function apply(kiosk: Page, definition: LetterDefinition): Promise<string> {
  await touch(kiosk, /Sentuh layar/);
  await touch(kiosk, /^Surat/);
  await touch(kiosk, new RegExp(`^${definition.name.id.replaceAll(/[()]/g, '\\$&')}`));
  await touch(kiosk, words.standard.apply);
  await touch(kiosk, words.forWhom.self);
  const values: LetterValues = {};
  for (;;) {
    const asked = visibleFields(definition, values).find(
      ({ place, field }) => field.asked === 'kiosk' && !(place in values),
    );
    if (!asked) break;
    await expect(kiosk.getByRole('heading', { level: 1 })).toHaveText(asked.field.ask.id);
    values[asked.place] = await answer(kiosk, asked);
  }
  await touch(kiosk, words.bring.all);
  await touch(kiosk, words.form.skip);
  await touch(kiosk, /^Tidak$/);
  await touch(kiosk, words.review.send);
  await expect(kiosk.getByRole('heading', { name: words.receipt.title })).toBeVisible();
  const code = await kiosk
    .getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .first()
    .textContent();
  return code ?? '';
}
