import { type LetterDefinition, letterFile } from '../../contract/letters.ts';
import { instancesOf } from '../../contract/letters-whole.ts';
import { typedOf } from '../../renderer/counter/letters/answers.ts';
import { letterWords } from '../../renderer/i18n/desk-letters.ts';
import { letterCatalogues } from '../../renderer/i18n/letters.ts';
import { id as staffWords } from '../../renderer/i18n/staff.ts';
import shippedLounge from '../../resources/catalogue/lounge.json' with { type: 'json' };
import { Dice } from '../faults/dice.ts';
import { anyAnswers } from '../letters/any-answers.ts';
import { namedVillage } from '../letters/village-office.ts';
import { apply, choose, touch } from './applicant.ts';
import { expect, type LoungeUnderTest, test } from './fixture.ts';
import { approve, beginCheck, handOver, letterDesk, press, tickAll } from './letter-desk.ts';

const catalogue = { lounge: { ...shippedLounge, unitType: 'desa' }, village: namedVillage };
test.use({ catalogue, hasTouch: true });
test.describe.configure({ timeout: 120_000 });

const words = letterWords.id;
const said = letterCatalogues.id;

function letterOf(lounge: LoungeUnderTest, id: string): LetterDefinition {
  const letter = letterFile.parse(lounge.hub.lounge.documents.offered.info(id)?.definition);
  if (letter.kind !== 'letter') throw new Error('no letter');
  return letter;
}

for (const letterId of ['sk_usaha', 'sktm']) {
  test(`a resident asks for ${letterId} at the kiosk and collects the letter at the counter`, async ({
    kiosk,
    lounge,
    browser,
  }) => {
    await lounge.meetsPrinter();
    const letter = letterOf(lounge, letterId);
    const code = await apply(kiosk, letter);
    await expect.poll(() => lounge.slip()).toContain(code);
    await expect.poll(() => lounge.papers()).toEqual(['C001']);

    const pc = await letterDesk(browser, lounge);
    await beginCheck(pc, letter);
    await tickAll(pc, letter);
    await approve(pc);
    await handOver(pc);

    await touch(kiosk, /^Selesai/);
    await touch(kiosk, /Sentuh layar/);
    await expect(kiosk.getByText('SITI')).toHaveCount(0);
  });
}

test('a relative reports a death with two witnesses at the kiosk and gets a number', async ({ kiosk, lounge }) => {
  await lounge.meetsPrinter();
  const code = await apply(kiosk, letterOf(lounge, 'sk_kematian'), { search: 'MENINGGAL', people: 2 });
  await expect.poll(() => lounge.slip()).toContain(code);
  await expect.poll(() => lounge.papers()).toEqual(['C001']);
});

test.describe('a document that the civil registry makes', () => {
  const ask = async (kiosk: Parameters<typeof touch>[0]) => {
    await choose(kiosk, 'KK, KTP-el, KIA, dan Akta', 'KIA');
    await expect(kiosk.getByText(/Loket Dispendukcapil di Mal Pelayanan Publik Banyuwangi/)).toBeVisible();
  };

  test('gets whoever wants it a number where village staff help to send the papers', async ({ kiosk, lounge }) => {
    await lounge.meetsPrinter();
    await ask(kiosk);
    await expect(kiosk.getByText('Petugas desa bantu kirim berkas')).toBeVisible();
    await touch(kiosk, said.standard.ticket);
    await touch(kiosk, /^Tidak$/);
    await expect.poll(() => lounge.papers()).toEqual(['C001']);
  });

  test.describe('where they do not help', () => {
    test.use({ catalogue: { ...catalogue, village: { ...namedVillage, assistsCivilRegistry: false } } });

    test('is only told where to go', async ({ kiosk }) => {
      await ask(kiosk);
      await expect(kiosk.getByText('Petugas desa bantu kirim berkas')).toHaveCount(0);
      await expect(kiosk.getByRole('button', { name: said.standard.ticket })).toHaveCount(0);
    });
  });
});

test('a clerk fills in the letter of two heirs for the number that is served, up to the collected letter', async ({
  kiosk,
  lounge,
  browser,
}) => {
  await lounge.meetsPrinter();
  const letter = letterOf(lounge, 'sk_ahli_waris');
  await choose(kiosk, letter.name.id, 'WARIS');
  await expect(kiosk.getByText('Semua ahli waris harus hadir.')).toBeVisible();
  await touch(kiosk, said.standard.ticket);
  await touch(kiosk, /^Tidak$/);
  await expect.poll(() => lounge.papers()).toEqual(['C001']);

  const pc = await letterDesk(browser, lounge);
  await press(pc, staffWords.counter.acts.callNext('C001'));
  await press(pc, staffWords.counter.acts.serve);
  await press(pc, /^Surat/);
  await press(pc, words.fill);
  await pc.getByRole('searchbox').fill('waris');
  await pc.keyboard.press('Enter');
  const [heirs] = letter.sections.filter(({ id }) => id === 'heirs');
  await press(pc, words.form.add(heirs?.title.id ?? ''));
  const values = anyAnswers(letter, new Dice(7));
  for (const section of letter.sections)
    for (const instance of instancesOf(section).slice(0, section.id === 'heirs' ? 2 : 1))
      for (const { id, type } of section.fields) {
        const control = pc.locator(`[data-field="${instance}.${id}"] [aria-label]`);
        const value = values[`${section.id}.${id}`] ?? '';
        if (type === 'choice') await control.selectOption(value);
        else await control.fill(typedOf(type, value));
      }
  await expect(pc.getByText(words.form.serving('C001'))).toBeVisible();
  await press(pc, words.form.send);
  await press(pc, words.steps.check);
  await tickAll(pc, letter);
  await approve(pc);
  await handOver(pc, { camat: letter.signing.knownBy === 'camat' });
  await expect(pc.getByText(words.request.ticket('C001'))).toBeVisible();
});
