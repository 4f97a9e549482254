import type { Page } from '@playwright/test';
import { id } from '../../renderer/i18n/staff.ts';
import { clientOf, hire, key, pins } from '../doubles/lounge/front-desk.ts';
import { wordsOf } from '../doubles/printer/decoder.ts';
import { atWork, openCounter, signIn, take, test } from './clerk.ts';
import { expect, type LoungeUnderTest } from './fixture.ts';

/** A clerk at a real counter's page over a real hub, mostly by keyboard. */

const { counter, staff } = id;

const panel = (page: Page) => page.getByRole('region', { name: counter.current.label });
const inLine = (page: Page) => page.getByRole('complementary', { name: counter.line.label });
const statesOf = (lounge: LoungeUnderTest) =>
  Object.fromEntries(
    lounge.hub.lounge.db.prepare('SELECT number, state FROM ticket ORDER BY number').raw().all() as [string, string][],
  );
const eventsOf = (lounge: LoungeUnderTest, kind: string) =>
  lounge.hub.lounge.db.prepare('SELECT count(*) FROM ticket_event WHERE kind = ?').pluck().get(kind) as number;

/** The page asks for its next act only after the last one has landed. */
async function strike(page: Page, name: string, until: () => Promise<void>): Promise<void> {
  await page.waitForTimeout(450);
  await page.keyboard.press(name);
  await until();
}

test('a clerk serves people with the space bar alone, and the hub knows each step', async ({ pc, lounge }) => {
  await take(lounge, 3);
  await atWork(pc);
  await expect(pc.getByRole('button', { name: counter.acts.callNext('C001') })).toBeVisible();
  await strike(pc, ' ', () => expect(panel(pc).getByText('C001', { exact: true })).toBeVisible());
  expect(statesOf(lounge)).toMatchObject({ C001: 'called', C002: 'waiting' });
  await strike(pc, ' ', () => expect(pc.getByRole('timer')).toContainText(/dtk/));
  await expect.poll(() => statesOf(lounge)['C001']).toBe('serving');
  await expect(pc.getByRole('button', { name: counter.acts.doneAndNext('C002') })).toBeVisible();
  await strike(pc, ' ', () => expect(panel(pc).getByText('C002', { exact: true })).toBeVisible());
  expect(statesOf(lounge)).toMatchObject({ C001: 'done', C002: 'called', C003: 'waiting' });
  await strike(pc, 'u', () => expect(panel(pc).getByText('C001', { exact: true })).toBeVisible());
  expect(statesOf(lounge)).toMatchObject({ C001: 'serving', C002: 'waiting' });
});

test('a key struck twice at once, or held down, is one act', async ({ pc, lounge }) => {
  await take(lounge, 5);
  await atWork(pc);
  await expect(pc.getByRole('button', { name: counter.acts.callNext('C001') })).toBeVisible();
  await pc.evaluate(() => {
    for (let i = 0; i < 2; i += 1)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
  });
  await expect(panel(pc).getByText('C001', { exact: true })).toBeVisible();
  expect(statesOf(lounge)).toMatchObject({ C001: 'called', C002: 'waiting' });
  await pc.waitForTimeout(450);
  for (let i = 0; i < 30; i += 1) await pc.keyboard.down(' ');
  await pc.keyboard.up(' ');
  await expect(pc.getByRole('button', { name: counter.acts.doneAndNext('C002') })).toBeVisible();
  expect(statesOf(lounge)).toMatchObject({ C001: 'serving', C002: 'waiting' });
  expect(eventsOf(lounge, 'called')).toBe(1);
});

test('letters typed into a field are letters', async ({ pc, lounge }) => {
  await take(lounge, 2);
  await atWork(pc);
  await strike(pc, ' ', () => expect(panel(pc).getByText('C001', { exact: true })).toBeVisible());
  await pc.getByRole('button', { name: counter.rail.find }).click();
  await pc.keyboard.type('xrpt c002');
  await pc.keyboard.press('Escape');
  expect(statesOf(lounge)).toMatchObject({ C001: 'called' });
  expect(eventsOf(lounge, 'recalled')).toBe(0);
  await pc.getByRole('button', { name: counter.rail.find }).click();
  await pc.keyboard.type('c002');
  await pc.keyboard.press('Enter');
  await expect(pc.getByRole('dialog').getByText(counter.find.states.waiting)).toBeVisible();
});

test('a lost ticket is found and printed again, and the sheet says where it comes out', async ({ pc, lounge }) => {
  await take(lounge, 1);
  await atWork(pc);
  await expect.poll(() => lounge.printer.slips.length).toBe(1);
  await pc.getByRole('button', { name: counter.rail.find }).click();
  await pc.keyboard.type('c001');
  await pc.keyboard.press('Enter');
  await pc.getByRole('button', { name: `${counter.reprint.act} C001` }).click();
  await pc.keyboard.press('1');
  await expect(pc.getByRole('dialog').getByText(counter.reprint.done('Anjungan 1'))).toBeVisible();
  expect(wordsOf(lounge.printer.slips[1] ?? [])).toContain('CETAK ULANG (1)');
  lounge.printer.set({ paperOut: true });
  await pc.keyboard.press('1');
  await expect(pc.getByRole('dialog')).toHaveCount(0);
  await strike(pc, ' ', () => expect(panel(pc).getByText('C001', { exact: true })).toBeVisible());
  await pc.getByRole('button', { name: counter.reprint.act, exact: true }).click();
  await pc.keyboard.press('1');
  await expect(pc.getByRole('dialog')).toContainText(counter.printers.paper_out);
  lounge.printer.set({ paperOut: false });
  await expect(pc.getByRole('dialog')).toContainText(counter.reprint.mark(2), { timeout: 15_000 });
});

test('the current ticket outlives a reload and a hub that goes away', async ({ pc, lounge }) => {
  await take(lounge, 2);
  await atWork(pc);
  await strike(pc, ' ', () => expect(panel(pc).getByText('C001', { exact: true })).toBeVisible());
  await pc.reload();
  await expect(panel(pc).getByText('C001', { exact: true })).toBeVisible();
  await lounge.stop();
  await expect(pc.getByText(counter.offline.title)).toBeVisible();
  await expect(panel(pc).getByText('C001', { exact: true })).toBeVisible();
  await pc.keyboard.press('r');
  await expect(pc.getByText(counter.news.resending)).toBeVisible();
  await lounge.start();
  await expect(pc.getByText(counter.offline.title)).toBeHidden({ timeout: 20_000 });
  await expect.poll(() => eventsOf(lounge, 'recalled'), { timeout: 20_000 }).toBe(1);
  await expect(panel(pc)).toContainText(counter.current.calls(2));
});

test('a locked screen keeps the number and hides the line until the PIN is right', async ({ pc, lounge }) => {
  await take(lounge, 3);
  await atWork(pc);
  await strike(pc, ' ', () => expect(panel(pc).getByText('C001', { exact: true })).toBeVisible());
  await pc.getByRole('button', { name: /^Siti Aminah/ }).click();
  await pc.keyboard.press('1');
  await expect(pc.getByRole('heading', { name: staff.locked.title })).toBeVisible();
  await expect(pc.getByText('C001', { exact: true })).toBeVisible();
  await expect(inLine(pc)).toHaveCount(0);
  await pc.keyboard.type('111112');
  await expect(pc.getByText(staff.pin.wrongShort)).toBeVisible();
  await expect(pc.getByRole('button', { name: '1', exact: true })).toBeEnabled({ timeout: 15_000 });
  await pc.keyboard.type(pins.operator);
  await expect(inLine(pc)).toBeVisible();
});

test("another person's counter is taken over only when it is said so", async ({ pc, lounge, supervisor, browser }) => {
  await take(lounge, 1);
  await atWork(pc);
  await strike(pc, ' ', () => expect(panel(pc).getByText('C001', { exact: true })).toBeVisible());
  await hire(supervisor, 'Budi Santoso', 'operator', pins.other);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const other = await context.newPage();
  await openCounter(other, lounge, supervisor, 'PC loket 3 B');
  await signIn(other, 'Budi Santoso', pins.other);
  await other.getByRole('button', { name: counter.choose.held('Siti Aminah') }).click();
  await expect(other.getByRole('heading', { name: counter.elsewhere.askTitle('Siti Aminah') })).toBeVisible();
  await other.getByRole('button', { name: counter.elsewhere.askYes }).click();
  await expect(panel(other).getByText('C001', { exact: true })).toBeVisible();
  await expect(pc.getByRole('heading', { name: counter.elsewhere.title('Budi Santoso') })).toBeVisible();
  await context.close();
});

test('whoever goes home closes the counter and signs out in one step', async ({ pc, lounge }) => {
  await take(lounge, 1);
  await atWork(pc);
  await strike(pc, ' ', () => expect(panel(pc).getByText('C001', { exact: true })).toBeVisible());
  await pc.getByRole('button', { name: /^Siti Aminah/ }).click();
  await expect(pc.getByRole('dialog').getByRole('button', { name: counter.menu.closeAndSignOut })).toBeDisabled();
  await pc.keyboard.press('Escape');
  await strike(pc, ' ', () => expect(pc.getByRole('button', { name: counter.acts.done }).last()).toBeVisible());
  await strike(pc, ' ', () => expect(pc.getByRole('heading', { name: counter.current.nobody })).toBeVisible());
  await pc.getByRole('button', { name: /^Siti Aminah/ }).click();
  await pc.getByRole('dialog').getByRole('button', { name: counter.menu.closeAndSignOut }).click();
  await expect(pc.getByRole('heading', { name: staff.signIn.who })).toBeVisible();
  expect(lounge.hub.lounge.desk.list().find(({ id: one }) => one === '3')?.state).toBe('closed');
});

test('a kiosk that asks for help is answered from the desk', async ({ pc, lounge }) => {
  await atWork(pc);
  const { lounge: house } = lounge.hub;
  await clientOf(house, house.kioskCaller).lounge.callForHelp({ requestKey: key() });
  await pc.getByRole('button', { name: counter.help.come }).click();
  await expect(pc.getByRole('button', { name: counter.help.come })).toBeHidden();
});

test('a transferred ticket keeps its number, and a break is shown with its reason', async ({ pc, lounge }) => {
  await take(lounge, 1);
  await atWork(pc);
  await strike(pc, ' ', () => expect(panel(pc).getByText('C001', { exact: true })).toBeVisible());
  await strike(pc, 't', () => expect(pc.getByRole('dialog')).toBeVisible());
  await pc.getByRole('dialog').getByRole('button', { name: 'Administrasi kependudukan' }).click();
  await expect(pc.getByRole('heading', { name: counter.current.nobody })).toBeVisible();
  const ticket = lounge.hub.lounge.db.prepare("SELECT service_id, state FROM ticket WHERE number = 'C001'").get();
  expect(ticket).toEqual({ service_id: 'adminduk', state: 'waiting' });
  await pc.waitForTimeout(450);
  await pc.getByRole('button', { name: counter.acts.pause }).click();
  await pc.keyboard.press('2');
  await expect(pc.getByRole('heading', { name: counter.pause.reasons.prayer })).toBeVisible();
  await strike(pc, ' ', () => expect(pc.getByRole('heading', { name: counter.current.nobody })).toBeVisible());
});

test('a supervisor who lost the PIN comes back with a code from the hub, past a wrong one', async ({ pc, lounge }) => {
  const code = lounge.hub.lounge.doorkeeper.recover();
  await pc.getByRole('button', { name: 'Ratna Wulandari' }).click();
  await pc.getByRole('button', { name: staff.signIn.lost }).click();
  await pc.keyboard.type('0000-0000');
  await pc.keyboard.press('Enter');
  await expect(pc.getByRole('heading', { name: staff.recovery.pin('Ratna Wulandari') })).toBeVisible();
  for (const line of [staff.setUp.pinDetail, staff.pin.again]) {
    await expect(pc.getByText(line)).toBeVisible();
    await pc.keyboard.type(pins.other);
  }
  await expect(pc.getByText(staff.recovery.codeWrong)).toBeVisible();
  await pc.getByLabel(staff.setUp.codeLabel, { exact: true }).fill(code);
  await pc.keyboard.press('Enter');
  await expect(pc.getByRole('heading', { name: counter.choose.title })).toBeVisible();

  await pc.getByRole('button', { name: counter.menu.signOut }).click();
  await signIn(pc, 'Ratna Wulandari', pins.supervisor);
  await expect(pc.getByText(staff.pin.wrongShort)).toBeVisible();
});
