import type { Browser, Page } from '@playwright/test';
import type { LetterDefinition } from '../../contract/letters.ts';
import { letterWords } from '../../renderer/i18n/desk-letters.ts';
import { type Desk, firstSupervisor, hire, pins } from '../doubles/lounge/front-desk.ts';
import { openCounter, signIn } from './clerk.ts';
import { expect, type LoungeUnderTest } from './fixture.ts';

/** What a clerk does with letters, from the first look to the letter that is fetched. */

const words = letterWords.id;

/** Dewi, who may approve, sits at counter 3. */
export async function letterDesk(browser: Browser, lounge: LoungeUnderTest, known?: Desk): Promise<Page> {
  const supervisor = known ?? (await firstSupervisor(lounge.hub.lounge));
  await hire(supervisor, 'Dewi', 'verifier');
  const pc = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  await openCounter(pc, lounge, supervisor, 'PC loket 3');
  await atLetterCounter(pc);
  return pc;
}

export async function atLetterCounter(pc: Page): Promise<void> {
  await signIn(pc, 'Dewi', pins.operator);
  await pc.getByRole('button', { name: 'Loket 3' }).click();
}

/** A hand that presses when the answer to the press before has been seen: a second press within that time is none. */
export async function press(pc: Page, name: string | RegExp): Promise<void> {
  await pc.waitForTimeout(500);
  await pc.getByRole('button', { name }).first().click();
}

/** The request is opened in the list of letters, and its check begun. */
export async function beginCheck(pc: Page, letter: LetterDefinition): Promise<void> {
  await pc.getByRole('button', { name: /^Surat/ }).click();
  await pc.getByText(letter.name.id).first().click();
  await press(pc, words.steps.check);
}

/** Every paper is there. */
export async function tickAll(pc: Page, letter: LetterDefinition): Promise<void> {
  const ok = pc.getByRole('button', { name: new RegExp(`^${words.requirements.states.ok}: `) });
  const asked = letter.requirements.filter(({ when }) => !when).length;
  await expect(ok).toHaveCount(asked);
  for (let at = 0; at < asked; at += 1) {
    await pc.waitForTimeout(500);
    await ok.nth(at).click();
    await expect(ok.nth(at)).toHaveAttribute('aria-pressed', 'true');
  }
}

/** The letter gets its number, and is made. */
export async function approve(pc: Page): Promise<void> {
  await press(pc, words.steps.approve);
  await expect(pc.getByText(/\/001\/.*\/2026/).first()).toBeVisible();
  await expect(pc.getByRole('button', { name: words.papers.view }).first()).toBeVisible();
}

/** Signed on paper, by the camat too where the letter wants it, and handed over. */
export async function handOver(pc: Page, { camat = false } = {}): Promise<void> {
  await press(pc, words.steps.signed);
  if (camat) await press(pc, words.steps.camat_signed);
  await press(pc, words.steps.hand_over);
  await expect(pc.getByText(words.states.collected, { exact: true }).first()).toBeVisible();
}
