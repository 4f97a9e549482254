import type { Page } from '@playwright/test';
import { id } from '../../renderer/i18n/staff.ts';
import { pins } from '../doubles/lounge/front-desk.ts';
import { png } from '../doubles/media/files.ts';
import { SimulatedPrinter } from '../doubles/printer/simulator.ts';
import { numbersOn } from '../printing/printing-lounge.ts';
import { test } from './fixture.ts';
import { expect, name, open, press, setUp, typePin } from './supervisor.ts';

/** A supervisor in a real Chromium: from the set-up code to a lounge that works, and changes on an ordinary day. */

test.use({ viewport: { width: 1366, height: 768 }, hasTouch: false });
test.describe.configure({ timeout: 120_000 });

const { admin, staff, counter } = id;

/** The technician reads the address off the printer's test sheet and types it. */
async function usePrinter(page: Page, uri: string): Promise<void> {
  await press(page, admin.wizard.printerSet);
  await page.getByLabel(admin.machines.outlet.address.network, { exact: true }).fill(uri.replace('tcp://', ''));
  await press(page, admin.form.save);
  await expect(page.getByText(counter.printers.ready).first()).toBeVisible();
}

test('the first start ends in a lounge that prints, and does not come again', async ({ lounge, page }) => {
  const printer = await SimulatedPrinter.listen();
  await setUp(page, lounge);
  await press(page, admin.look.types.desa);
  await press(page, admin.form.saveOn);
  await expect(page.getByRole('heading', { name: admin.wizard.steps.hours.title })).toBeVisible();
  for (const step of ['services', 'counters', 'printer', 'machines', 'people', 'backup', 'test'] as const) {
    await press(page, admin.wizard.next);
    await expect(page.getByRole('heading', { name: admin.wizard.steps[step].title })).toBeVisible();
    if (step === 'printer') await usePrinter(page, printer.uri);
  }
  await press(page, admin.wizard.testPrint);
  await expect(page.getByText(admin.wizard.jobs.done)).toBeVisible();
  expect(numbersOn(printer)).toEqual(['A001']);
  expect(lounge.printer.slips).toEqual([]);
  await expect.poll(() => lounge.stateOf('A001')).toBe('cancelled');
  await press(page, admin.wizard.finish);
  await expect(page.getByRole('heading', { name: admin.pages.today, level: 1 })).toBeVisible();
  expect(lounge.hub.lounge.settings.snapshot().lounge.unitType).toBe('desa');
  await page.reload();
  await expect(page.getByRole('heading', { name: admin.pages.today, level: 1 })).toBeVisible();
  await printer.switchOff();
});

test('a change is refused at its field, saved, and taken back', async ({ lounge, page }) => {
  await setUp(page, lounge);
  await press(page, admin.wizard.skip);
  await open(page, 'services');
  const letter = page.getByLabel(admin.services.letter, { exact: true });
  await letter.fill('C');
  await press(page, admin.form.save);
  await expect(page.locator('input[aria-invalid="true"]')).toHaveValue('C');

  await press(page, admin.form.discard);
  await press(page, 'A Administrasi kependudukan');
  await letter.fill('B');
  await open(page, 'people');
  await expect(page.getByText(admin.leave.detail)).toBeVisible();
  await press(page, admin.leave.no);

  // Called away: the screen locks, and what was typed is there again behind the PIN.
  await press(page, admin.person(name));
  await press(page, counter.menu.lock);
  await expect(page.getByRole('heading', { name: staff.locked.title })).toBeVisible();
  await page.keyboard.type(pins.supervisor);
  await page.getByRole('button', { name: 'B Administrasi kependudukan', exact: true }).click();
  await expect(letter).toHaveValue('B');
  await press(page, admin.form.save);
  await expect(page.getByText(admin.form.saved)).toBeVisible();
  const letters = () => lounge.hub.lounge.settings.snapshot().services.services.map((service) => service.letter);
  expect(letters()).toContain('B');
  await press(page, admin.form.undo);
  await expect(page.getByText(admin.form.undone)).toBeVisible();
  expect(letters()).not.toContain('B');
  await expect(letter).toHaveValue('A');
});

test('a supervisor hires, closes for a while, and signs off to a clerk who is told kindly', async ({
  lounge,
  page,
}) => {
  await setUp(page, lounge);
  await press(page, admin.wizard.skip);
  await open(page, 'people');
  await press(page, admin.people.add);
  await page.getByLabel(admin.people.name).fill('Siti Aminah');
  await press(page, admin.people.toPin);
  await typePin(page, pins.operator);
  await expect(page.getByText(admin.people.added('Siti Aminah'))).toBeVisible();

  await open(page, 'today');
  await press(page, admin.today.closeNow.act);
  await press(page, admin.today.closeNow.reasons.event);
  await press(page, admin.today.closeNow.act);
  await expect(page.getByText(admin.today.closeNow.allClosed)).toBeVisible();
  await press(page, admin.today.closeNow.reopen);
  await expect(page.getByText(admin.today.closeNow.allClosed)).toBeHidden();

  await press(page, admin.person(name));
  await press(page, counter.menu.signOut);
  await page.getByRole('button', { name: 'Siti Aminah' }).click();
  await page.keyboard.type(pins.operator);
  await expect(page.getByRole('heading', { name: admin.notYours.title })).toBeVisible();
});

test('a program of others reads the queue with a token that is shown once, until it is revoked', async ({
  lounge,
  page,
  context,
}) => {
  const { programs } = admin;
  const board = 'Papan data kabupaten';
  const origin = `http://127.0.0.1:${lounge.hub.port}`;
  const asks = async (path: string, token: string, method = 'GET') =>
    (await fetch(`${origin}${path}`, { method, headers: { authorization: `Bearer ${token}` } })).status;
  const shownToken = async () => (await page.getByRole('dialog').getByRole('definition').textContent()) ?? '';
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await setUp(page, lounge);
  await press(page, admin.wizard.skip);
  await open(page, 'programs');
  await expect(page.getByText(programs.none)).toBeVisible();

  await press(page, programs.add);
  await page.getByLabel(programs.name).fill(board);
  await expect(page.getByRole('button', { name: programs.make })).toBeDisabled();
  await page.getByRole('checkbox', { name: programs.scopes['queue:read'].name }).click();
  await press(page, programs.make);
  await expect(page.getByText(programs.token.once)).toBeVisible();
  const token = await shownToken();
  expect(token).toMatch(/^anj_[\w-]{43}$/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: programs.token.notCopied })).toBeVisible();
  await press(page, programs.token.back);
  await press(page, programs.token.copy);
  await expect(page.getByText(programs.token.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);
  await press(page, programs.token.done);
  await expect(page.getByText(programs.neverUsed)).toBeVisible();
  const left = await page.evaluate(() =>
    JSON.stringify([
      location.href,
      history.state,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
    ]),
  );
  expect(left).toContain('#programs');
  for (const kept of [left, await page.content()]) expect(kept).not.toContain(token);

  expect(await asks('/api/services', token)).toBe(200);
  expect(await asks('/api/counters', token)).toBe(403);
  expect(await asks('/api/tickets', token, 'POST')).toBe(403);
  await expect(page.getByText(programs.lastUsed(admin.todayAt('')).trim())).toBeVisible();

  await press(page, programs.add);
  await page.getByLabel(programs.name).fill(board.toUpperCase());
  await page.getByRole('checkbox', { name: programs.scopes['counters:read'].name }).click();
  await press(page, programs.make);
  await expect(page.getByText(programs.nameTaken)).toBeVisible();
  await press(page, admin.cancel);

  await press(page, programs.open(board));
  await press(page, programs.replace);
  await press(page, programs.replaceYes);
  await expect(page.getByText(programs.token.once)).toBeVisible();
  const another = await shownToken();
  expect(await asks('/api/services', token)).toBe(401);
  expect(await asks('/api/services', another)).toBe(200);
  await press(page, programs.token.done);
  await press(page, programs.token.closeAnyway);

  await press(page, programs.open(board));
  await press(page, programs.revoke);
  await expect(page.getByRole('dialog').getByText(programs.scopes['queue:read'].name)).toBeVisible();
  await press(page, programs.revokeYes);
  await expect(page.getByText(programs.revoked(board))).toBeVisible();
  await expect(page.getByText(programs.none)).toBeVisible();
  expect(await asks('/api/services', another)).toBe(401);
});

test('a picture that the supervisor chooses is on the display at once, and gone when it is removed', async ({
  lounge,
  page,
  browser,
}) => {
  await setUp(page, lounge);
  await press(page, admin.wizard.skip);
  const origin = `http://127.0.0.1:${lounge.hub.port}`;
  const screen = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const wrong: string[] = [];
  screen.on('pageerror', (error) => wrong.push(error.message));
  screen.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  await open(page, 'machines');
  await press(page, admin.machines.pair);
  await press(page, admin.machines.kinds.display);
  await press(page, admin.machines.makeCode);
  const code = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent();
  const paired = await screen.context().request.post(`${origin}/api/pair`, { data: { code }, headers: { origin } });
  expect(paired.status()).toBe(200);
  await screen.goto(`${origin}/display`);
  await expect(page.getByText(admin.machines.joined(admin.machines.nextName('display', 1)))).toBeVisible();

  await open(page, 'look');
  await press(page, admin.look.tabs.media);
  await expect(page.getByText(admin.media.none)).toBeVisible();
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel(admin.media.add, { exact: true }).first().setInputFiles({ name, mimeType: 'image/png', buffer });
  await choose('Jadwal: posyandu.PNG', png(640, 360));
  const name = 'Jadwal- posyandu.png';
  await expect(page.getByText(admin.media.added(name))).toBeVisible();
  await expect(page.getByText(admin.media.shown, { exact: true })).toBeVisible();
  const width = (on: Page, selector: string) =>
    on.locator(selector).evaluate((img) => (img as HTMLImageElement).naturalWidth);
  // The name stands in the list before its picture has come.
  await expect.poll(() => width(page, 'li img')).toBe(640);
  await expect(screen.locator('[data-media] img[data-state="shown"]')).toBeVisible();
  expect(await width(screen, '[data-media] img')).toBe(640);

  await choose('bukan gambar.png', Buffer.from('<html>'));
  await expect(page.getByText(admin.problems.MEDIA_TYPE)).toBeVisible();

  await press(page, admin.services.removeNamed(name));
  await press(page, admin.media.removeYes);
  await expect(page.getByText(admin.media.none)).toBeVisible();
  await expect(screen.locator('img')).toHaveCount(0);
  expect(wrong).toEqual([]);
  await screen.close();
});
