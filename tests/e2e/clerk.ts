import type { Page } from '@playwright/test';
import { clientOf, type Desk, firstSupervisor, hire, joinAs, key, pins } from '../doubles/lounge/front-desk.ts';
import { test as base, expect, type LoungeUnderTest } from './fixture.ts';

interface Fixtures {
  supervisor: Desk;
  /** Counter PC with Siti Aminah's account; nobody has signed in. */
  pc: Page;
}

/** `pc` is a counter's page on the real lounge. */
export const test = base.extend<Fixtures>({
  viewport: { width: 1366, height: 768 },
  supervisor: async ({ lounge }, provide) => {
    const supervisor = await firstSupervisor(lounge.hub.lounge);
    await hire(supervisor, 'Siti Aminah');
    await provide(supervisor);
  },
  pc: async ({ page, lounge, supervisor }, provide) => {
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    await openCounter(page, lounge, supervisor, 'PC loket 3');
    await provide(page);
    expect(wrong).toEqual([]);
  },
});

/** Opens the page as a machine that was paired. */
export async function openCounter(page: Page, lounge: LoungeUnderTest, supervisor: Desk, name: string): Promise<void> {
  const { token } = await joinAs(lounge.hub.lounge, supervisor, 'counter', name);
  const home = new URL(lounge.url).origin;
  await page.context().addCookies([{ name: 'anjungan', value: token, url: home, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto(`${home}/counter`);
}

/** People take numbers for the letters of counter 3. */
export async function take(lounge: LoungeUnderTest, people: number, serviceId = 'surat-desa'): Promise<void> {
  const { lounge: house } = lounge.hub;
  for (let i = 0; i < people; i += 1) {
    await clientOf(house, house.kioskCaller).queue.take({ serviceId, priority: null, requestKey: key() });
  }
}

export async function signIn(page: Page, name = 'Siti Aminah', pin: string = pins.operator): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.keyboard.type(pin);
}

export async function atWork(page: Page, counterName = 'Loket 3'): Promise<void> {
  await signIn(page);
  await page.getByRole('button', { name: counterName }).click();
  await expect(page.getByRole('heading', { level: 1, name: counterName })).toBeVisible();
}
