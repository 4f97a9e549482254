import type { Page } from '@playwright/test';
import { id } from '../../renderer/i18n/id.ts';
import { firstSupervisor, key } from '../doubles/lounge/front-desk.ts';
import { wordsOf } from '../doubles/printer/decoder.ts';
import { expect, type LoungeUnderTest, test } from './fixture.ts';
import { takeNumber, touch, wantNumber } from './resident.ts';

/** The paper of a number that nobody saw come out: whoever stands at the kiosk is asked for it. */

const { printing, slip, ticket } = id;
const letters = /Surat keterangan desa/;

/** The printer breaks the connection off after the first half of a slip, and has never got the rest. */
async function loseHalfASlip(kiosk: Page, lounge: LoungeUnderTest): Promise<void> {
  await lounge.meetsPrinter();
  await wantNumber(kiosk, letters);
  lounge.printer.behave({ resetAfter: 300 });
  await touch(kiosk, /^Tidak$/);
  await expect(kiosk.getByRole('heading', { name: slip.question('C001') })).toBeVisible();
}

test('a slip that broke off halfway is asked for; not out, it comes once more as CETAK ULANG (1)', async ({
  kiosk,
  lounge,
}) => {
  await loseHalfASlip(kiosk, lounge);
  // The half is cut off: the next paper does not hang under it.
  expect(lounge.printer.slips).toHaveLength(1);
  await touch(kiosk, slip.notYet);
  await expect(kiosk.getByText(printing.done)).toBeVisible();
  expect(lounge.printer.slips).toHaveLength(2);
  expect(wordsOf(lounge.printer.slips.at(-1) ?? [])).toEqual(expect.arrayContaining(['C001', 'CETAK ULANG (1)']));
  expect(lounge.printJobs()).toEqual([
    { number: 'C001', state: 'cancelled', reason: 'again', evidence: null },
    { number: 'C001', state: 'done', reason: null, evidence: 'completion' },
  ]);
});

test('a slip that came out although its proof was lost is not printed again once the person says so', async ({
  kiosk,
  lounge,
}) => {
  await lounge.meetsPrinter();
  await wantNumber(kiosk, letters);
  lounge.printer.behave({ slow: 20 });
  await touch(kiosk, /^Tidak$/);
  await expect.poll(() => lounge.printer.unfinished.length, { intervals: [10] }).toBeGreaterThan(0);
  lounge.printer.reset();
  await expect(kiosk.getByRole('heading', { name: slip.question('C001') })).toBeVisible();
  expect(lounge.papers()).toEqual(['C001']);
  await touch(kiosk, slip.came);
  await expect(kiosk.getByText(slip.fine)).toBeVisible();
  expect(lounge.printJobs()).toEqual([{ number: 'C001', state: 'done', reason: null, evidence: 'person' }]);
  expect(lounge.hub.lounge.printers()).toMatchObject([{ condition: 'ready', toCheck: 0 }]);
});

test('whoever leaves without an answer leaves the paper to staff', async ({ page, lounge }) => {
  await page.clock.install();
  await page.goto(lounge.url);
  await loseHalfASlip(page, lounge);
  await page.clock.runFor(21_000);
  await expect(page.getByText(slip.staff)).toBeVisible();
  await expect(page.getByRole('img', { name: ticket.qr })).toBeVisible();
  await expect(page.getByRole('heading', { name: slip.question('C001') })).toHaveCount(0);
  expect(lounge.hub.lounge.printers()).toMatchObject([{ condition: 'needs_check', toCheck: 1 }]);
});

test('where no blade cuts the paper the screen says that it is torn off', async ({ kiosk, lounge }) => {
  const { client } = await firstSupervisor(lounge.hub.lounge);
  const profile = { dots: 576, cutter: false, qr: 'native' } as const;
  await client.printing.setProfile({ device: 'kiosk-1', profile, requestKey: key() });
  await lounge.meetsPrinter();
  lounge.printer.behave({ slow: 100 });
  await takeNumber(kiosk, letters);
  await expect(kiosk.getByText(printing.tear)).toBeVisible();
  await expect(kiosk.getByText(printing.torn)).toBeVisible();
  expect(wordsOf(lounge.printer.unfinished)).toContain('C001');
  expect(lounge.printer.slips).toEqual([]);
});
