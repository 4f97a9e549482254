import type { Page } from '@playwright/test';
import { TestDesk } from '../doubles/lounge/desk.ts';
import { clerkActor } from '../doubles/lounge/in-process.ts';
import { TestSupervisor } from '../doubles/lounge/supervisor.ts';
import { logos } from '../pictures/kiosk/data.ts';
import { expect, test } from './fixture.ts';
import { takeNumber, touch } from './resident.ts';

test('a resident touches the screen, gets a number, and the same number comes out on paper', async ({
  kiosk,
  lounge,
}) => {
  await takeNumber(kiosk, /Surat keterangan desa/);
  await expect(kiosk.getByText('C001')).toBeVisible();
  await expect(kiosk.getByText('Silakan ambil kertas Anda')).toBeVisible();
  expect(lounge.slip()).toContain('C001');
  expect(lounge.slip()).toContain('Surat keterangan desa');
  const id = lounge.hub.lounge.db.prepare('SELECT id FROM ticket').pluck().get();
  expect(lounge.slipCodes()).toEqual([`ANJ1:${String(id)}`]);
});

test('a grandmother with priority keeps the series of her service and sees it on slip and screen', async ({
  kiosk,
  lounge,
}) => {
  await takeNumber(kiosk, /Administrasi kependudukan/, /Lansia/);
  await expect(kiosk.getByText('A001')).toBeVisible();
  await expect(kiosk.getByText('Prioritas', { exact: true })).toBeVisible();
  await expect.poll(() => lounge.slip()).toContain('Prioritas');
});

test('a visitor reads English', async ({ kiosk }) => {
  await touch(kiosk, 'English');
  await touch(kiosk, /Touch the screen/);
  await expect(kiosk.getByRole('heading', { name: 'Choose a service' })).toBeVisible();
  await expect(kiosk.locator('html')).toHaveAttribute('lang', 'en');
});

test('two quick taps take one number', async ({ kiosk, lounge }) => {
  await touch(kiosk, /Sentuh layar/);
  await touch(kiosk, /Surat keterangan desa/);
  await expect(kiosk.locator('[data-settling]')).toHaveCount(0);
  const none = kiosk.getByRole('button', { name: /^Tidak$/ });
  await none.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(kiosk.getByText('C001')).toBeVisible();
  expect(lounge.numbersGiven()).toEqual(['C001']);
});

test('a service that is closed says why and when it opens', async ({ kiosk }) => {
  await touch(kiosk, /Sentuh layar/);
  await touch(kiosk, /Pajak daerah/);
  await expect(kiosk.getByRole('heading', { name: 'Layanan ini belum buka' })).toBeVisible();
  await expect(kiosk.getByText(/pukul 13\.00/).first()).toBeVisible();
});

test('out of paper: the number stays large on the screen, and prints by itself after the roll is changed', async ({
  kiosk,
  lounge,
}) => {
  lounge.printer.set({ paperOut: true });
  await takeNumber(kiosk, /Surat keterangan desa/);
  await expect(kiosk.getByText('C001').first()).toBeVisible();
  await expect(kiosk.getByText(/Kertas habis/)).toBeVisible();
  await expect(kiosk.getByText(/Foto layar ini atau catat C001/)).toBeVisible();
  expect(lounge.printer.slips).toHaveLength(0);
  lounge.printer.set({ paperOut: false });
  await expect(kiosk.getByText('Silakan ambil kertas Anda')).toBeVisible({ timeout: 15_000 });
  expect(lounge.slip()).toContain('C001');
});

test('no printer at all: the number counts all the same', async ({ kiosk, lounge }) => {
  await lounge.printer.switchOff();
  await takeNumber(kiosk, /Surat keterangan desa/);
  await expect(kiosk.getByText('C001').first()).toBeVisible();
  await expect(kiosk.getByText(/Printer mati/)).toBeVisible({ timeout: 15_000 });
  expect(lounge.numbersGiven()).toEqual(['C001']);
  await lounge.printer.switchOn();
});

test('the hub goes away and comes back: the screen says so and heals by itself', async ({ kiosk, lounge }) => {
  await expect(kiosk.getByRole('button', { name: /Sentuh layar/ })).toBeVisible();
  await lounge.stop();
  await expect(kiosk.getByRole('heading', { name: 'Mohon tunggu sebentar' })).toBeVisible({ timeout: 15_000 });
  await expect(kiosk.getByText('Jika mendesak, silakan ke meja informasi.')).toBeVisible();
  await lounge.start();
  await expect(kiosk.getByRole('button', { name: /Sentuh layar/ })).toBeVisible({ timeout: 15_000 });
  await takeNumber(kiosk, /Surat keterangan desa/);
  await expect(kiosk.getByText('C001')).toBeVisible();
});

test('the answer to a tap is lost with the hub: after its return there is one number, not two', async ({
  kiosk,
  lounge,
}) => {
  await touch(kiosk, /Sentuh layar/);
  await touch(kiosk, /Surat keterangan desa/);
  await expect(kiosk.locator('[data-settling]')).toHaveCount(0);
  // The hub takes the number, and dies before it can say so.
  const { queue } = lounge.hub.lounge;
  const take = queue.take.bind(queue);
  queue.take = (by, asked) => {
    take(by, asked);
    void lounge.stop();
    return new Promise(() => undefined) as never;
  };
  await kiosk.getByRole('button', { name: /^Tidak$/ }).tap();
  await expect(kiosk.getByText('Nomor belum dapat diambil')).toBeVisible({ timeout: 15_000 });
  await lounge.start();
  await expect(kiosk.getByText('C001').first()).toBeVisible({ timeout: 15_000 });
  expect(lounge.numbersGiven()).toEqual(['C001']);
});

test('who is called stands on the first screen', async ({ kiosk, lounge }) => {
  await takeNumber(kiosk, /Surat keterangan desa/);
  await expect(kiosk.getByText('C001').first()).toBeVisible();
  await touch(kiosk, /Selesai/);
  lounge.call('C001', '3');
  await expect(kiosk.getByText('Sedang dipanggil')).toBeVisible();
  await expect(kiosk.getByText('Loket 3')).toBeVisible();
});

test('a second number within half a minute asks whether it is for somebody else', async ({ kiosk, lounge }) => {
  await takeNumber(kiosk, /Surat keterangan desa/);
  await touch(kiosk, /Selesai/);
  await touch(kiosk, /Sentuh layar/);
  await touch(kiosk, /Surat keterangan desa/);
  await expect(kiosk.getByText('Ambil nomor untuk orang lain?')).toBeVisible();
  await touch(kiosk, 'Ya, ambil nomor');
  await touch(kiosk, /^Tidak$/);
  await expect(kiosk.getByText('C002').first()).toBeVisible();
  expect(lounge.numbersGiven()).toEqual(['C001', 'C002']);
});

test('somebody calls for help: staff are on their way only when one of them has said so', async ({ kiosk, lounge }) => {
  await touch(kiosk, 'Panggil petugas');
  await expect(kiosk.getByText('Panggilan Anda tercatat')).toBeVisible();
  await expect(kiosk.getByText('Petugas menuju Anda')).toHaveCount(0);
  const { house } = lounge.hub.lounge;
  const id = house.snapshot('kiosk-1').help?.id as string;
  house.answerHelp(clerkActor, { id, requestKey: crypto.randomUUID() });
  await expect(kiosk.getByText('Petugas menuju Anda')).toBeVisible();
});

test('a screen that was left warns, then forgets', async ({ page, lounge }) => {
  await page.clock.install();
  await page.goto(lounge.url);
  await touch(page, /Sentuh layar/);
  await expect(page.getByRole('heading', { name: 'Pilih layanan' })).toBeVisible();
  await page.clock.runFor(61_000);
  await expect(page.getByText('Anda masih di sini?')).toBeVisible();
  await page.clock.runFor(21_000);
  await expect(page.getByRole('button', { name: /Sentuh layar/ })).toBeVisible();
});

test('the address keeps no token, and the token opens no second screen', async ({ kiosk, lounge, browser }) => {
  await expect(kiosk.getByRole('button', { name: /Sentuh layar/ })).toBeVisible();
  expect(kiosk.url()).not.toContain('token');
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(lounge.url);
  await expect(stranger.getByRole('button', { name: /Sentuh layar/ })).toHaveCount(0);
});

test.describe('after a power cut', () => {
  test('people who wait read that their numbers still count', async ({ kiosk, lounge }) => {
    await takeNumber(kiosk, /Surat keterangan desa/);
    await expect(kiosk.getByText('C001').first()).toBeVisible();
    await touch(kiosk, /Selesai/);
    await lounge.losePower();
    await lounge.start();
    await expect(kiosk.getByText('Listrik sempat padam. Nomor Anda tetap berlaku.')).toBeVisible({ timeout: 15_000 });
  });
});

test.describe('Cek nomor saya', () => {
  /** The scanner beside the screen types the code of the newest slip. */
  const scan = async (kiosk: Page, code: string) => {
    await kiosk.keyboard.type(code);
    await kiosk.keyboard.press('Enter');
  };
  const takeAndLeave = async (kiosk: Page) => {
    await takeNumber(kiosk, /Surat keterangan desa/);
    await expect(kiosk.getByText('Silakan ambil kertas Anda')).toBeVisible();
    await touch(kiosk, /Selesai/);
    await expect(kiosk.getByRole('button', { name: /Sentuh layar/ })).toBeVisible();
  };

  test('a slip under the scanner shows its place on the first screen, and the call while it is looked at', async ({
    kiosk,
    lounge,
  }) => {
    await takeAndLeave(kiosk);
    await scan(kiosk, String(lounge.slipCodes()[0]));
    await expect(kiosk.getByText('Anda giliran berikutnya')).toBeVisible();
    lounge.call('C001', '3');
    await expect(kiosk.getByText('Silakan ke Loket 3')).toBeVisible();
    await scan(kiosk, '3510012345678901');
    await expect(kiosk.getByText('Kode itu bukan nomor antrean.')).toBeVisible();
  });

  test('a number that was missed is typed, and says where to show the paper', async ({ kiosk, lounge }) => {
    await takeAndLeave(kiosk);
    lounge.call('C001', '3');
    lounge.miss('3');
    await touch(kiosk, 'Cek nomor saya');
    for (const key of ['C', '2']) await kiosk.getByRole('button', { name: key, exact: true }).tap();
    await touch(kiosk, 'Cek nomor');
    await expect(kiosk.getByText('Nomor C002 tidak ada hari ini.')).toBeVisible();
    await kiosk.getByRole('button', { name: 'Hapus' }).tap();
    await kiosk.getByRole('button', { name: '1', exact: true }).tap();
    await touch(kiosk, 'Cek nomor');
    await expect(kiosk.getByText('Nomor Anda terlewat')).toBeVisible();
    await expect(kiosk.getByText('Tunjukkan kertas ini di Loket 3.')).toBeVisible();
  });

  test('a spare number is no stranger: not called yet, and then called', async ({ kiosk, lounge }) => {
    await touch(kiosk, 'Cek nomor saya');
    for (const key of ['X', '1', '7']) await kiosk.getByRole('button', { name: key, exact: true }).tap();
    await touch(kiosk, 'Cek nomor');
    await expect(kiosk.getByText('Nomor cadangan X017 belum dipanggil.')).toBeVisible();
    const desk = new TestDesk(lounge.hub, '3');
    desk.open();
    desk.callSpare('surat-desa', 17);
    await touch(kiosk, 'Cek nomor');
    await expect(kiosk.getByText('Silakan ke Loket 3')).toBeVisible();
    await touch(kiosk, /Selesai/);
    await scan(kiosk, 'X017');
    await expect(kiosk.getByText('Silakan ke Loket 3')).toBeVisible();
  });
});

test("the office's own picture stands in the header, and the house's sign again once it is taken away", async ({
  kiosk,
  lounge,
}) => {
  const office = new TestSupervisor(lounge.hub);
  await touch(kiosk, /Sentuh layar/);
  const picture = kiosk.locator('header img');
  await expect(kiosk.locator('header svg')).toHaveCount(1);
  office.change('lounge', (file) => {
    file.logo = logos.shield;
  });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(20);
  office.change('lounge', (file) => {
    file.logo = undefined;
  });
  await expect(picture).toHaveCount(0);
  await expect(kiosk.locator('header svg')).toHaveCount(1);
});

test('while the clerk prays the service says so, and gives its numbers all the same', async ({ kiosk, lounge }) => {
  await expect(kiosk.getByRole('button', { name: /Sentuh layar/ })).toBeVisible();
  lounge.pause('3', 'prayer');
  await touch(kiosk, /Sentuh layar/);
  await expect(kiosk.getByRole('button', { name: /Surat keterangan desa.*Petugas sedang salat/ })).toBeVisible();
  await touch(kiosk, /Surat keterangan desa/);
  await touch(kiosk, /^Tidak$/);
  await expect(kiosk.getByText('C001').first()).toBeVisible();
  await expect(kiosk.getByText('Petugas salat, dilanjutkan sebentar lagi.')).toBeVisible();
});

test('without a television the kiosk calls with its own loudspeaker', async ({ kiosk, lounge }) => {
  // A page that is left while it trades its token has lost it: first it must know its hub.
  await expect(kiosk.getByRole('button', { name: /Sentuh layar/ })).toBeVisible();
  await kiosk.goto(`${new URL(kiosk.url()).origin}/kiosk/?speak=1`);
  await takeNumber(kiosk, /Surat keterangan desa/);
  const clip = kiosk.waitForRequest(/sounds\/id\/word\.proceed\.ogg/);
  lounge.call('C001', '3');
  await clip;
});
