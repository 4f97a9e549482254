import type { Page } from '@playwright/test';
import { pairingLink } from '../../renderer/admin/machines/pairing-link.ts';
import { id } from '../../renderer/i18n/staff.ts';
import { type Desk, firstSupervisor, key } from '../doubles/lounge/front-desk.ts';
import { test as base, expect, type LoungeUnderTest } from './fixture.ts';

/** A machine whose camera has read the QR code of the supervisor's screen, in a real Chromium at a real hub. */

const { join, staff } = id;

interface Fixtures {
  supervisor: Desk;
}

const test = base.extend<Fixtures>({
  viewport: { width: 1366, height: 768 },
  supervisor: async ({ lounge }, provide) => provide(await firstSupervisor(lounge.hub.lounge)),
});

/** A new code and its link, at the hub's own address: what the network adds is tested elsewhere. */
async function scan(lounge: LoungeUnderTest, supervisor: Desk, name: string): Promise<{ code: string; link: string }> {
  const pairing = await supervisor.client.devices.beginPairing({ kind: 'counter', name, requestKey: key() });
  const fingerprint = 'q8Jk2xYv0bWmT4nR7uLd1sEfGhA9cPzQ-iOoKt3VX5M';
  const link = pairingLink({ ...pairing, fingerprint, addresses: [`https://127.0.0.1:${lounge.hub.port}`] }) ?? '';
  return { code: pairing.code, link: link.replace('https:', 'http:') };
}

const machines = async (supervisor: Desk) => (await supervisor.client.devices.list()).map(({ name }) => name);
const yes = (page: Page) => page.getByRole('button', { name: join.yes.go });

test('joins when somebody says yes, and until then nothing of the code leaves the page', async ({
  lounge,
  supervisor,
  page,
}) => {
  const { code, link } = await scan(lounge, supervisor, 'PC loket 3');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto(link);
  await expect(page.getByText(code, { exact: true })).toBeVisible();
  expect(await page.evaluate('location.href')).toBe(`http://127.0.0.1:${lounge.hub.port}/join`);
  expect(asked.filter((line) => line.includes('/api/') || line.includes(code.slice(0, 4)))).toEqual([]);
  expect(await machines(supervisor)).not.toContain('PC loket 3');

  await yes(page).click();
  await expect(page).toHaveURL(/\/counter$/);
  await expect(page.getByRole('heading', { name: staff.signIn.who })).toBeVisible();
  expect(await machines(supervisor)).toContain('PC loket 3');
});

test('types another code where the scanned one is stale, and reads a second scan into the open page', async ({
  lounge,
  supervisor,
  page,
}) => {
  const stale = await scan(lounge, supervisor, 'PC loket 3');
  await page.goto(stale.link);
  const good = await scan(lounge, supervisor, 'PC loket 4');
  await yes(page).click();
  await expect(page.getByText(join.wrong)).toBeVisible();
  await expect(page.getByLabel(join.code)).toHaveValue('');

  await page.goto(good.link.slice(0, -1));
  await expect(page.getByText(join.unreadable)).toBeVisible();
  await page.goto(good.link);
  await expect(page.getByText(good.code, { exact: true })).toBeVisible();
  await yes(page).click();
  await expect(page).toHaveURL(/\/counter$/);
  expect(await machines(supervisor)).toContain('PC loket 4');
});
