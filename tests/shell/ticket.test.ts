import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Kiosk, makeFolder, programsOn, touch } from './kiosk.ts';

/** The story of one lounge on one folder; each test goes on where the one before ended. */
const folder = makeFolder();
let kiosk: Kiosk;
let page: Page;

beforeAll(async () => {
  kiosk = new Kiosk(folder.path, ['--now', '2026-11-24T09:00:00+07:00']);
  page = await kiosk.page();
});

afterAll(async () => {
  await kiosk.clear();
  folder.remove();
});

const take = async () => {
  const body = { serviceId: 'surat-desa', priority: null, requestKey: crypto.randomUUID() };
  const ticket = (await kiosk.rest('/tickets', { method: 'POST', body })).body as { number: string };
  return ticket.number;
};

const waiting = async () => {
  const { body } = await kiosk.rest('/services');
  return (body as { id: string; waiting: number }[]).find(({ id }) => id === 'surat-desa')?.waiting;
};

it('shows the page of app:// when it is ready, and not before', async () => {
  await page.getByText('Sentuh layar').waitFor();
  await kiosk.entry('shown');
  expect(kiosk.entries('load')).toMatchObject([{ url: 'app://anjungan/kiosk' }]);
});

it('gives a ticket to a touch, over the port, and REST knows it', async () => {
  await touch(page, page.getByText('Sentuh layar'));
  await touch(page, page.getByRole('button', { name: /Surat keterangan desa/ }));
  await touch(page, page.getByRole('button', { name: 'Tidak', exact: true }));
  await page
    .getByText(/^C-?001$/)
    .first()
    .waitFor();
  expect(await waiting()).toBe(1);
  expect(await take()).toMatch(/^C-?002$/);
});

it('gives a fresh port to a reload, and ends the one before', async () => {
  await page.reload();
  await kiosk.entry('port given', 2);
  await kiosk.entry('port ended with its page');
  await page.getByText('Sentuh layar').waitFor();
  expect(kiosk.entries('frame after close')).toEqual([]);
});

it('goes on with the numbers after it was killed', async () => {
  kiosk.signal('SIGKILL');
  await kiosk.ended();
  await kiosk.clear();
  kiosk = new Kiosk(folder.path, ['--now', '2026-11-24T09:30:00+07:00']);
  page = await kiosk.page();
  expect(await take()).toMatch(/^C-?003$/);
  expect(await waiting()).toBe(3);
});

it('ends with 0 at SIGTERM, and leaves no Chromium', async () => {
  expect(programsOn(folder.path).length).toBeGreaterThan(0);
  kiosk.signal('SIGTERM');
  expect(await kiosk.ended()).toBe(0);
  await expect.poll(() => programsOn(folder.path), { timeout: 5_000 }).toEqual([]);
});
