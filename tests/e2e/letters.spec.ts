import type { Page } from '@playwright/test';
import { letterFile } from '../../contract/letters.ts';
import { letterWords } from '../../renderer/i18n/desk-letters.ts';
import shippedLounge from '../../resources/catalogue/lounge.json' with { type: 'json' };
import { firstSupervisor, hire, pins } from '../doubles/lounge/front-desk.ts';
import { namedVillage } from '../letters/village-office.ts';
import { apply } from './applicant.ts';
import { openCounter, signIn } from './clerk.ts';
import { expect, test } from './fixture.ts';
import { touch } from './resident.ts';

test.use({ catalogue: { lounge: { ...shippedLounge, unitType: 'desa' }, village: namedVillage }, hasTouch: true });
test.describe.configure({ timeout: 120_000 });

const words = letterWords.id;

/** A hand that presses when the answer to the press before has been seen: a second press within that time is none. */
async function press(pc: Page, name: string): Promise<void> {
  await pc.waitForTimeout(500);
  await pc.getByRole('button', { name }).click();
}

for (const letterId of ['sk_usaha', 'sktm']) {
  test(`a resident asks for ${letterId} at the kiosk and collects the letter at the counter`, async ({
    kiosk,
    lounge,
    browser,
  }) => {
    await lounge.meetsPrinter();
    const { definition } = lounge.hub.lounge.documents.offered.info(letterId) ?? {};
    const letter = letterFile.parse(definition);
    if (letter.kind !== 'letter') throw new Error('no letter');
    const code = await apply(kiosk, letter);
    await expect.poll(() => lounge.slip()).toContain(code);
    await expect.poll(() => lounge.papers()).toEqual(['C001']);

    const supervisor = await firstSupervisor(lounge.hub.lounge);
    await hire(supervisor, 'Dewi', 'verifier');
    const pc = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
    await openCounter(pc, lounge, supervisor, 'PC loket 3');
    await signIn(pc, 'Dewi', pins.operator);
    await pc.getByRole('button', { name: 'Loket 3' }).click();
    await pc.getByRole('button', { name: /^Surat/ }).click();
    await pc.getByText(letter.name.id).first().click();
    await press(pc, words.steps.check);
    const ok = pc.getByRole('button', { name: new RegExp(`^${words.requirements.states.ok}: `) });
    const asked = letter.requirements.filter(({ when }) => !when).length;
    await expect(ok).toHaveCount(asked);
    for (let at = 0; at < asked; at += 1) {
      await pc.waitForTimeout(500);
      await ok.nth(at).click();
      await expect(ok.nth(at)).toHaveAttribute('aria-pressed', 'true');
    }
    await press(pc, words.steps.approve);
    await expect(pc.getByText(/\/001\/.*\/2026/).first()).toBeVisible();
    await press(pc, words.steps.signed);
    await press(pc, words.steps.hand_over);
    await expect(pc.getByText(words.states.collected, { exact: true }).first()).toBeVisible();

    await touch(kiosk, /^Selesai/);
    await touch(kiosk, /Sentuh layar/);
    await expect(kiosk.getByText('SITI')).toHaveCount(0);
  });
}
