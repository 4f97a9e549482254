import { expect as atOnce, type Page } from '@playwright/test';
import { id } from '../../renderer/i18n/staff.ts';
import { pins } from '../doubles/lounge/front-desk.ts';
import type { LoungeUnderTest } from './fixture.ts';

export const expect = atOnce.configure({ timeout: 15_000 });

const { admin, staff } = id;
/** The first supervisor. */
export const name = 'Dewi Lestari';

export const press = (page: Page, button: string) =>
  page.getByRole('button', { name: button, exact: true }).last().click();
/** A page of the settings. */
export const open = (page: Page, to: keyof typeof admin.pages) =>
  page.getByRole('navigation', { name: admin.pagesLabel }).getByRole('button', { name: admin.pages[to] }).click();

/** Whoever stands at the hub reads its code, joins with it, and is the first supervisor. */
export async function setUp(page: Page, lounge: LoungeUnderTest): Promise<void> {
  const origin = `http://127.0.0.1:${lounge.hub.port}`;
  const code = lounge.hub.lounge.staff.setUpCode() ?? '';
  const paired = await page.context().request.post(`${origin}/api/pair`, { data: { code }, headers: { origin } });
  expect(paired.status()).toBe(200);
  await page.goto(`${origin}/admin`);
  await page.getByLabel(staff.setUp.codeLabel, { exact: true }).fill(code);
  await page.keyboard.press('Enter');
  await page.getByLabel(staff.setUp.nameLabel).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByText(staff.setUp.pin)).toBeVisible();
  await typePin(page, pins.supervisor);
  await expect(page.getByText(staff.setUp.maintenance)).toBeVisible();
  await typePin(page, pins.maintenance);
  await page.getByRole('button', { name }).click();
  await page.keyboard.type(pins.supervisor);
  await expect(page.getByRole('heading', { name: admin.wizard.steps.office.title })).toBeVisible();
}

/** A new PIN is typed twice. */
export async function typePin(page: Page, pin: string): Promise<void> {
  await page.keyboard.type(pin);
  await expect(page.getByText(staff.pin.again)).toBeVisible();
  await page.keyboard.type(pin);
}
