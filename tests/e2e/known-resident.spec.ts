import type { Page } from '@playwright/test';
import { letterFile } from '../../contract/letters.ts';
import { letterWords } from '../../renderer/i18n/desk-letters.ts';
import { letterCatalogues } from '../../renderer/i18n/letters.ts';
import shippedLounge from '../../resources/catalogue/lounge.json' with { type: 'json' };
import { firstSupervisor, key } from '../doubles/lounge/front-desk.ts';
import { namedVillage } from '../letters/village-office.ts';
import { touch, type } from './applicant.ts';
import { expect, test } from './fixture.ts';
import { approve, beginCheck, letterDesk, press, tickAll } from './letter-desk.ts';
import { touch as touchAtOnce } from './resident.ts';

/** A resident whom the village's own list knows asks for a letter with a few touches. */

test.use({ catalogue: { lounge: { ...shippedLounge, unitType: 'desa' }, village: namedVillage }, hasTouch: true });
test.describe.configure({ timeout: 120_000 });

const words = letterWords.id;
const said = letterCatalogues.id;
const nik = '3510160508900001';
const kk = '3510161203150007';
const listed = ['Rusmini Handayanti', 'Situbondo', '1990', 'Jalan Xylofon Kembar', 'Pekebun', 'Palurejo'];
const list = [
  'NIK;NO KK;NAMA;TEMPAT LAHIR;TGL LAHIR;JK;AGAMA;STATUS;PEKERJAAN;ALAMAT;RT;RW;DUSUN',
  `${nik};${kk};Rusmini Handayanti;Situbondo;05-08-1990;L;Islam;Kawin;Pekebun;Jalan Xylofon Kembar 47;003;002;Palurejo`,
].join('\n');

/** From now on the page notes every touch that is no key of its keyboards. @returns what was touched so far */
async function countTouches(kiosk: Page): Promise<() => Promise<string[]>> {
  await kiosk.evaluate(() => {
    const touched: string[] = [];
    Object.assign(window, { touched });
    const note = ({ target, isTrusted }: MouseEvent) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const isKey = button !== null && [...button.classList].some((name) => /(^|_)key(_|$)/.test(name));
      if (isTrusted && !isKey) touched.push(button?.textContent ?? '');
    };
    document.addEventListener('click', note, true);
  });
  return () => kiosk.evaluate(() => (window as unknown as { touched: string[] }).touched);
}

test('whoever is on the list types two numbers, answers five questions, and is compared with the KTP at the desk', async ({
  kiosk,
  lounge,
  browser,
}) => {
  const supervisor = await firstSupervisor(lounge.hub.lounge);
  const { residents } = supervisor.client;
  const { previewId, wrongRows } = await residents.preview({ file: Buffer.from(list).toString('base64') });
  expect(wrongRows).toBe(0);
  await residents.commit({ previewId, whole: false, requestKey: key() });
  await lounge.meetsPrinter();
  const letter = letterFile.parse(lounge.hub.lounge.documents.offered.info('sk_usaha')?.definition);
  if (letter.kind !== 'letter') throw new Error('no letter');

  await touchAtOnce(kiosk, /Sentuh layar/);
  const touches = await countTouches(kiosk);
  const nothingPersonal = async () => {
    const text = await kiosk.evaluate(() => document.documentElement.outerHTML);
    for (const value of [...listed, nik, kk]) expect(text).not.toContain(value);
  };
  const go = async (name: string | RegExp) => {
    await touch(kiosk, name);
    await nothingPersonal();
  };
  await go(/^Surat/);
  await go(/^Surat Keterangan Usaha/);
  await go(said.forWhom.self);
  await type(kiosk, nik);
  await go(said.form.next);
  await expect(kiosk.getByRole('heading', { name: said.identify.question })).toBeVisible();
  await type(kiosk, kk);
  await go(said.identify.match);
  await expect(kiosk.getByText(said.identify.found)).toBeVisible();
  await type(kiosk, 'TOKO RATNA');
  await go(said.form.next);
  await go('Toko atau warung kelontong');
  await go('Sama dengan alamat rumah');
  await type(kiosk, '2015');
  await go(said.form.next);
  await go('Kredit bank (KUR)');
  await go(said.bring.all);
  await go(/^Tidak$/);
  await expect(kiosk.getByText(said.review.stored).first()).toBeVisible();
  await go(said.review.send);
  await expect(kiosk.getByRole('heading', { name: said.receipt.title })).toBeVisible();
  await nothingPersonal();
  const touched = await touches();
  console.log(`${touched.length} touches beside the keys: ${touched.join(' | ')}`);
  expect(touched).toHaveLength(13);
  await expect(kiosk.getByText('C001')).toBeVisible();
  await expect.poll(() => lounge.papers()).toEqual(['C001']);
  for (const value of [...listed, nik, kk]) expect(lounge.slip()).not.toContain(value);

  const pc = await letterDesk(browser, lounge, supervisor);
  await beginCheck(pc, letter);
  await expect(pc.getByText(words.request.fromList).first()).toBeVisible();
  await expect(pc.getByText('Jalan Xylofon Kembar 47')).toHaveCount(2);
  await expect(pc.getByText(words.decide.why.unconfirmed)).toBeVisible();
  await tickAll(pc, letter);
  await expect(pc.getByRole('button', { name: words.steps.approve })).toHaveCount(0);
  await press(pc, words.request.confirm);
  await expect(pc.getByText(words.request.fromList)).toHaveCount(0);
  await approve(pc);
});
