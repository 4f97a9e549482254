import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** A finger on the button of this name, once the screen has settled. */
export async function touch(kiosk: Page, name: string | RegExp): Promise<void> {
  await expect(kiosk.locator('[data-settling]')).toHaveCount(0);
  await kiosk.getByRole('button', { name }).first().tap();
}

/** From the first screen up to the last question. */
export async function wantNumber(kiosk: Page, service: RegExp): Promise<void> {
  await touch(kiosk, /Sentuh layar/);
  await touch(kiosk, service);
}

export async function takeNumber(kiosk: Page, service: RegExp, priority: string | RegExp = /^Tidak$/): Promise<void> {
  await wantNumber(kiosk, service);
  await touch(kiosk, priority);
}
