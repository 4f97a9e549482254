import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { keepMaintenancePin } from '../../main/staff/maintenance-pin.ts';
import { PinHashes } from '../../main/staff/pin-hashes.ts';
import { catalogues } from '../../renderer/i18n/maintenance.ts';
import { sampleBackup } from '../doubles/lounge/sample-backup.ts';
import { Kiosk, makeFolder } from './kiosk.ts';

/** One machine whose database is damaged; each test goes on where the one before ended. */
const folder = makeFolder();
const words = catalogues.id;
const pin = '481526';
mkdirSync(join(folder.path, 'backups'));
const { recoveryKey, name } = sampleBackup(join(folder.path, 'backups'));
writeFileSync(join(folder.path, 'lounge.db'), 'a database that a power cut has damaged');
keepMaintenancePin(folder.path, await new PinHashes().hash(pin));
let kiosk = new Kiosk(folder.path);

afterAll(async () => {
  await kiosk.clear();
  folder.remove();
});

const pageAt = async (path: string) => {
  let found: Page | undefined;
  await kiosk.until(async () => {
    found = (await kiosk.pages()).find((page) => new URL(page.url()).pathname === path);
    return found !== undefined;
  }, `a page at ${path}`);
  return found as Page;
};

async function makeGesture(page: Page): Promise<void> {
  const width = await page.evaluate(() => innerWidth);
  await page.mouse.move(20, 20);
  await page.mouse.down();
  await sleep(5_100);
  await page.mouse.up();
  await page.mouse.click(width - 20, 20);
}

async function typePin(page: Page): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
}

it('sends people to the desk when its database is damaged, and says why to the technician', async () => {
  await kiosk.entry('shown');
  const page = await pageAt('/out-of-order');
  await page.getByText('Silakan ke meja petugas').waitFor();
  expect(kiosk.stderr).toMatch(/^anjungan: [^\n]*lounge\.key/m);
  expect(kiosk.stdout).toBe('');
});

it('opens nothing for a script of the page or a frame in it', async () => {
  const page = await pageAt('/out-of-order');
  await page.evaluate(() => {
    const at = { clientX: 5, clientY: 5, pointerId: 1 };
    const keys = { code: 'KeyM', ctrlKey: true, altKey: true, shiftKey: true };
    for (const type of ['pointerdown', 'pointerup']) window.dispatchEvent(new PointerEvent(type, at));
    window.dispatchEvent(new KeyboardEvent('keydown', keys));
  });
  await sleep(200);
  expect(kiosk.entries('window')).toHaveLength(1);
});

it('lets a technician in by gesture and PIN, who restores a backup there', async () => {
  await makeGesture(await pageAt('/out-of-order'));
  const page = await pageAt('/maintenance');
  await page.getByText(words.pin.title).waitFor();
  await typePin(page);
  await page.getByText(words.failure).waitFor();
  await page.getByRole('button', { name: words.acts.restore }).click();
  await page.getByRole('button', { name }).click();
  await page.getByRole('textbox').fill(recoveryKey);
  await page.getByRole('button', { name: words.restore.go, exact: true }).click();
  await page.getByText(words.restore.done).waitFor();
  await page.getByRole('button', { name: words.acts.restart_program }).click();
  expect(await kiosk.ended()).toBe(1);
  expect(kiosk.stdout + kiosk.stderr).not.toContain(pin);
});

it('works again after that; from the kiosk the screen opens by keyboard and goes back', async () => {
  await kiosk.clear();
  keepMaintenancePin(folder.path, await new PinHashes().hash(pin));
  kiosk = new Kiosk(folder.path);
  await kiosk.ready();
  const page = await pageAt('/kiosk');
  await kiosk.entry('shown');
  await page.keyboard.press('Control+Alt+Shift+KeyM');
  const screen = await pageAt('/maintenance');
  await screen.getByText(words.pin.title).waitFor();
  await kiosk.entry('reload');
  await typePin(screen);
  await screen.getByText(words.facts.version, { exact: true }).waitFor();
  await screen.getByRole('button', { name: words.leave }).click();
  await kiosk.until(async () => (await kiosk.pages()).length === 1, 'the kiosk alone');
  expect((await kiosk.rest('/services')).status).toBe(200);
});
