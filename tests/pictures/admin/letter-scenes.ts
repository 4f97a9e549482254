import { type OfficeWords, officeWords } from '../../../renderer/i18n/office-letters.ts';
import { id } from '../../../renderer/i18n/staff.ts';
import type { Hand, Picture } from '../gallery.ts';
import { settings, withLogo } from './data.ts';
import { type OfficeScene, office } from './letters.ts';
import type { Scene } from './stand-in.ts';

/** The letters of a village's office and every part of their form. */

const said = (hand: Hand): OfficeWords => officeWords[hand.words.common === id.common ? 'id' : 'en'];
const page = (change: Partial<OfficeScene> = {}): Partial<Scene> => ({
  page: 'letters',
  settings: { ...withLogo, lounge: { ...withLogo.lounge, unitType: 'desa' } },
  office: { ...office, ...change },
});
const then =
  (...steps: ((hand: Hand) => Promise<unknown>)[]) =>
  async (hand: Hand) => {
    for (const step of steps) {
      await step(hand);
      await hand.page.waitForTimeout(60);
      await hand.step(400);
    }
  };
const press = (name: (hand: Hand) => string | RegExp) => (hand: Hand) =>
  hand.page
    .getByRole('button', { name: name(hand) })
    .first()
    .click({ timeout: 4_000 });
const loaded = (hand: Hand) => hand.page.getByRole('searchbox').waitFor({ timeout: 4_000 });
const drawn = (hand: Hand) =>
  hand.page
    .locator('canvas')
    .first()
    .waitFor({ timeout: 8_000 })
    .then(() => hand.page.waitForTimeout(300));
/** Opens a letter of the list by its name in either language. */
const open = (letterId: string) =>
  then(loaded, (hand) => {
    const name = office.letters.find(({ id: own }) => own === letterId)?.name;
    const shown = name?.[said(hand) === officeWords.id ? 'id' : 'en'] ?? '';
    return hand.page.locator('li button').filter({ hasText: shown }).first().click({ timeout: 4_000 });
  });
const domicile = then(open('sk_domisili'), drawn);
const tab = (key: keyof OfficeWords['editor']['tabs']) => (hand: Hand) =>
  hand.page
    .getByRole('navigation', { name: said(hand).editor.tabsLabel })
    .getByRole('button', { name: new RegExp(`^${said(hand).editor.tabs[key]}`) })
    .click({ timeout: 4_000 });
const fold = (name: RegExp) => (hand: Hand) =>
  hand.page.locator('button[aria-expanded="false"]').filter({ hasText: name }).first().click({ timeout: 4_000 });

export const letters: readonly Picture<Scene>[] = [
  { name: 'letters', scene: page(), steps: then(loaded) },
  {
    name: 'letters-search',
    scene: page(),
    steps: then(loaded, (hand) => hand.page.getByRole('searchbox').fill('usaha')),
  },
  {
    name: 'letters-lounge',
    scene: { page: 'letters', settings },
    steps: then((hand) => hand.page.getByText(said(hand).notVillage).waitFor()),
  },
  {
    name: 'letters-undo',
    scene: page(),
    steps: then(
      loaded,
      press((hand) => said(hand).list.undo),
    ),
  },
  {
    name: 'letters-history',
    scene: page(),
    steps: then(loaded, (hand) =>
      hand.page
        .getByRole('main')
        .getByRole('button', { name: said(hand).pages.history, exact: true })
        .click({ timeout: 4_000 }),
    ),
  },
  {
    name: 'letters-office',
    scene: page(),
    steps: then(
      loaded,
      press((hand) => said(hand).pages.office),
    ),
  },
  ...['tambakrejo', 'muncar', 'zzz'].map((typed, nth) => ({
    name: ['letters-office-village', 'letters-office-villages', 'letters-office-village-none'][nth] ?? typed,
    scene: page(),
    steps: then(
      loaded,
      press((hand) => said(hand).pages.office),
      drawn,
      (hand) => hand.page.getByRole('searchbox').fill(typed),
    ),
  })),
  {
    name: 'letters-office-chosen',
    scene: page(),
    steps: then(
      loaded,
      press((hand) => said(hand).pages.office),
      (hand) => hand.page.getByRole('searchbox').fill('sarongan'),
      press(() => /Sarongan/),
    ),
  },
  {
    name: 'letters-office-ways',
    scene: page(),
    steps: then(
      loaded,
      press((hand) => said(hand).pages.office),
      (hand) => hand.page.getByRole('switch', { name: said(hand).office.signerPin }).scrollIntoViewIfNeeded(),
    ),
  },
  {
    name: 'letters-office-official',
    scene: page(),
    steps: then(
      loaded,
      press((hand) => said(hand).pages.office),
      fold(/Ratna/),
      (hand) => hand.page.getByText('Ratna Wijayanti').scrollIntoViewIfNeeded(),
    ),
  },
  {
    name: 'letters-office-number',
    scene: page(),
    steps: then(
      loaded,
      press((hand) => said(hand).pages.office),
      (hand) => hand.page.getByRole('textbox', { name: said(hand).office.pattern }).scrollIntoViewIfNeeded(),
    ),
  },
  { name: 'letter-general', scene: page(), steps: domicile },
  {
    name: 'letter-requirements',
    scene: page(),
    steps: then(domicile, tab('requirements'), fold(/Bukti tempat tinggal|Proof of stay/)),
  },
  { name: 'letter-standard', scene: page(), steps: then(domicile, tab('standard')) },
  {
    name: 'letter-questions',
    scene: page(),
    steps: then(
      domicile,
      tab('questions'),
      fold(/^(Tempat tinggal|Residence)/),
      fold(/Alamat domisili|Present address/),
    ),
  },
  {
    name: 'letter-choice',
    scene: page(),
    steps: then(
      domicile,
      tab('questions'),
      fold(/^(Tempat tinggal|Residence)/),
      fold(/Status tinggal|Residence status/),
    ),
  },
  { name: 'letter-text', scene: page(), steps: then(domicile, tab('text')) },
  {
    name: 'letter-text-insert',
    scene: page(),
    steps: then(
      domicile,
      tab('text'),
      fold(/Yang bertanda tangan/),
      press((hand) => said(hand).text.insertInto(said(hand).text.paragraph)),
    ),
  },
  {
    name: 'letter-text-rows',
    scene: page(),
    steps: then(domicile, tab('text'), (hand) => fold(new RegExp(`^${said(hand).text.kinds.rows}`))(hand)),
  },
  {
    name: 'letter-text-wrong',
    scene: page({
      preview: {
        ok: false,
        at: 'papers[0].body[0].text',
        what: { id: 'Isian {pemohon.nama} tidak ada.', en: 'There is no entry {pemohon.nama}.' },
      },
    }),
    steps: then(loaded, open('sk_domisili'), tab('text')),
  },
  {
    name: 'letter-large',
    scene: page(),
    steps: then(
      domicile,
      press((hand) => said(hand).preview.enlarge),
      drawn,
    ),
  },
  { name: 'letter-signing', scene: page(), steps: then(domicile, tab('signing')) },
  {
    name: 'letter-own',
    scene: page(),
    steps: then(
      open('sktm'),
      press((hand) => said(hand).editor.shipped),
    ),
  },
  {
    name: 'letter-copy',
    scene: page(),
    steps: then(
      domicile,
      press((hand) => said(hand).editor.copy),
    ),
  },
  {
    name: 'letter-changed',
    scene: page(),
    steps: then(domicile, (hand) =>
      hand.page.getByLabel(said(hand).general.name, { exact: true }).fill('Surat Domisili'),
    ),
  },
  {
    name: 'letter-overtaken',
    scene: { ...page(), refusal: { code: 'SETTINGS_CHANGED', data: { revision: 10 } } },
    steps: then(
      domicile,
      (hand) => hand.page.getByLabel(said(hand).general.name, { exact: true }).fill('Surat Domisili'),
      press((hand) => hand.words.admin.form.save),
    ),
  },
  {
    name: 'letter-redirect',
    scene: page(),
    steps: open('kk_ktp_kia_arahkan'),
  },
];
