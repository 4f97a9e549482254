import { readFileSync } from 'node:fs';
import type { RequestPage } from '../../../contract/documents.ts';
import type { StaffRole } from '../../../contract/principal.ts';
import type { Verdict } from '../../../renderer/client/staff-client.ts';
import { type LetterWords, letterWords } from '../../../renderer/i18n/desk-letters.ts';
import { id } from '../../../renderer/i18n/staff.ts';
import type { Hand, Picture } from '../gallery.ts';
import { called, desk, morning, session, siti } from './data.ts';
import { heirs, type LettersScene, pages, printers, twoPapers, verdicts, villageLetters } from './letters.ts';
import type { Scene } from './stand-in.ts';

/** Every state of the clerk's side of letters, in a village's office. */

const pdf = readFileSync(new URL('./letter.pdf', import.meta.url), 'base64');
const letters = (change: Partial<LettersScene> = {}, role: StaffRole = 'verifier'): Partial<Scene> => ({
  lounge: { ...morning.lounge, unitType: 'desa' },
  letters: { ...villageLetters, pdf, ...change },
  session: { ...session, person: { ...siti, role } },
});
const said = (hand: Hand): LetterWords => letterWords[hand.words.common === id.common ? 'id' : 'en'];
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
  hand.touch(hand.page.getByRole('button', { name: name(hand) }).first());
const fill = (label: (hand: Hand) => string, text: string) => (hand: Hand) =>
  hand.page.getByLabel(label(hand), { exact: true }).first().fill(text, { timeout: 4_000 });
const key = (name: string) => (hand: Hand) => hand.page.keyboard.press(name);
const loaded = (hand: Hand) => hand.page.getByRole('navigation').waitFor({ timeout: 4_000 });
const open = async (hand: Hand) => {
  await press(() => new RegExp(`^${hand.words.counter.rail.letters}`))(hand);
  await loaded(hand);
};
const request = async (hand: Hand) => {
  await press(() => hand.words.counter.letters.request)(hand);
  await loaded(hand);
};
const tab = (name: 'fill' | 'agenda' | 'check') => press((hand) => said(hand)[name]);
const filter = (state: keyof LetterWords['states']) => press((hand) => new RegExp(`^${said(hand).states[state]}`));
const step = (name: keyof LetterWords['steps']) => press((hand) => said(hand).steps[name]);
const shown = (hand: Hand) => hand.page.waitForFunction(() => document.querySelectorAll('canvas').length > 0);
const drawn = async (hand: Hand) => {
  await shown(hand);
  await hand.page.waitForTimeout(900);
};
const check = then(
  open,
  tab('check'),
  fill((hand) => said(hand).checking.label, 'eyJhbGciOiJFZERTQSIsImtpZCI6IjJybW9IQzJlIn0.e30.AAAA'),
  key('Enter'),
);
const checked = (name: string, verdict: Verdict): Picture<Scene> => ({
  name: `letters-check-${name}`,
  scene: letters({ verdict }),
  steps: check,
});
const at = (page: RequestPage, role: StaffRole = 'verifier') => letters({ page }, role);
const pageOf = (name: keyof typeof pages, role: StaffRole = 'verifier'): Picture<Scene> => ({
  name: `letters-request-${name}`,
  scene: at(pages[name], role),
  steps: then(request),
});

export const letterPictures: readonly Picture<Scene>[] = [
  { name: 'letters-card', scene: letters() },
  {
    name: 'letters-card-called',
    scene: { ...letters(), snapshots: { ...morning.snapshots, '3': { ...desk, current: called } } },
  },
  { name: 'letters-list', scene: letters(), steps: then(open) },
  {
    name: 'letters-list-free',
    scene: { ...letters(), snapshots: { ...morning.snapshots, '3': { ...desk, current: null } } },
    steps: then(open, key('Tab')),
  },
  { name: 'letters-list-pages', scene: letters({ total: 57 }), steps: then(open) },
  {
    name: 'letters-list-empty',
    scene: letters({ rows: [], board: { ...villageLetters.board, counts: {} } }),
    steps: then(open),
  },
  { name: 'letters-list-ended', scene: letters(), steps: then(open, filter('rejected')) },
  {
    name: 'letters-list-sign',
    scene: letters(),
    steps: then(open, filter('awaiting_signature'), (hand) => hand.page.getByRole('checkbox').first().check()),
  },
  {
    name: 'letters-list-signed',
    scene: letters(),
    steps: then(
      open,
      filter('awaiting_signature'),
      (hand) => hand.page.getByRole('checkbox').first().check(),
      press((hand) => said(hand).list.signed),
    ),
  },
  {
    name: 'letters-list-not-found',
    scene: letters(),
    steps: then(
      open,
      fill((hand) => said(hand).list.search, 'Zulkifli'),
      key('Enter'),
    ),
  },
  { name: 'letters-list-fault', scene: letters({ fault: 'UNREACHABLE' }), steps: then(open) },
  { name: 'letters-request-checking', scene: letters(), steps: then(request) },
  pageOf('submitted'),
  pageOf('caseByCase'),
  pageOf('approvable'),
  pageOf('listed'),
  {
    name: 'letters-listed-confirmed',
    scene: at(pages.listed),
    steps: then(
      request,
      press((hand) => said(hand).request.confirm),
    ),
  },
  {
    name: 'letters-listed-refused',
    scene: { ...at(pages.listed), refusal: { code: 'UNREACHABLE' } },
    steps: then(
      request,
      press((hand) => said(hand).request.confirm),
    ),
  },
  pageOf('blocked'),
  pageOf('incomplete', 'supervisor'),
  pageOf('signature', 'supervisor'),
  pageOf('camat'),
  pageOf('making'),
  pageOf('ready'),
  pageOf('purged'),
  pageOf('heirs'),
  {
    name: 'letters-request-called',
    scene: { ...letters(), snapshots: { ...morning.snapshots, '3': { ...desk, current: called } } },
    steps: then(request),
  },
  { name: 'letters-request-fault', scene: letters({ fault: 'REQUEST_UNKNOWN' }), steps: then(request) },
  {
    name: 'letters-refused',
    scene: { ...at(pages.approvable), refusal: { code: 'STEP_REFUSED', data: { why: 'official' } } },
    steps: then(request, step('approve')),
  },
  {
    name: 'letters-tick-refused',
    scene: { ...letters(), refusal: { code: 'UNREACHABLE' } },
    steps: then(
      request,
      press((hand) => new RegExp(`^${said(hand).requirements.states.ok}: .*RT/RW`)),
    ),
  },
  {
    name: 'letters-correct',
    scene: letters(),
    steps: then(
      request,
      press((hand) => said(hand).request.correct(hand.words.common === id.common ? 'Tanggal lahir' : 'Date of birth')),
    ),
  },
  {
    name: 'letters-correct-wrong',
    scene: {
      ...letters(),
      refusal: { code: 'VALUES_WRONG', data: { wrong: [{ field: 'applicant.nik', problem: 'nik_date' }] } },
    },
    steps: then(
      request,
      press((hand) => said(hand).request.correct('NIK')),
      fill(() => 'NIK', '351005 990890 0001'),
      key('Enter'),
    ),
  },
  {
    name: 'letters-sign-pin',
    scene: letters({ page: pages.signature, board: { ...villageLetters.board, signerPin: true } }),
    steps: then(request, step('signed')),
  },
  { name: 'letters-ask', scene: letters(), steps: then(request, step('ask')) },
  { name: 'letters-reject', scene: letters(), steps: then(request, step('reject')) },
  { name: 'letters-undo', scene: at(pages.ready, 'supervisor'), steps: then(request, step('undo')) },
  {
    name: 'letters-preview',
    scene: at(pages.approvable),
    steps: then(
      request,
      press((hand) => said(hand).decide.preview),
      drawn,
    ),
  },
  {
    name: 'letters-pdf',
    scene: at(pages.signature),
    steps: then(
      request,
      press((hand) => said(hand).papers.view),
      drawn,
    ),
  },
  {
    name: 'letters-pdf-broken',
    scene: letters({ page: pages.signature, pdf: 'AAAA' }),
    steps: then(
      request,
      press((hand) => said(hand).papers.view),
      (hand) => hand.page.getByRole('alert').waitFor({ timeout: 4_000 }),
    ),
  },
  ...(['ready', 'sent', 'done', 'trouble', 'paper'] as const).map((mood) => ({
    name: `letters-print-${mood}`,
    scene: letters({ page: twoPapers, printer: printers[mood] }),
    steps: then(request),
  })),
  {
    name: 'letters-print-again',
    scene: letters({ page: pages.ready, printer: printers.done }),
    steps: then(request),
  },
  {
    name: 'letters-print-refused',
    scene: { ...letters({ page: pages.signature, printer: printers.ready }), refusal: { code: 'NO_PRINTER' } },
    steps: then(
      request,
      press((hand) => said(hand).prints.print(1)),
    ),
  },
  { name: 'letters-new', scene: letters(), steps: then(open, tab('fill')) },
  {
    name: 'letters-new-search',
    scene: letters(),
    steps: then(
      open,
      tab('fill'),
      fill((hand) => said(hand).form.search, 'nik'),
    ),
  },
  {
    name: 'letters-form',
    scene: letters(),
    steps: then(
      open,
      tab('fill'),
      press((hand) => (hand.words.common === id.common ? 'Keterangan Usaha' : 'Business Statement')),
    ),
  },
  {
    name: 'letters-form-serving',
    scene: letters({ ofTicket: null }),
    steps: then(
      open,
      tab('fill'),
      press((hand) => (hand.words.common === id.common ? 'Keterangan Usaha' : 'Business Statement')),
      (hand) => hand.page.getByRole('checkbox').last().scrollIntoViewIfNeeded(),
    ),
  },
  {
    name: 'letters-form-wrong',
    scene: letters(),
    steps: then(
      open,
      tab('fill'),
      press((hand) => (hand.words.common === id.common ? 'Keterangan Usaha' : 'Business Statement')),
      fill(() => 'NIK', '3510054508900001'),
      press((hand) => said(hand).form.send),
    ),
  },
  {
    name: 'letters-form-heirs',
    scene: letters({ filled: heirs }),
    steps: then(
      open,
      tab('fill'),
      press((hand) => (hand.words.common === id.common ? 'Ahli Waris' : 'Statement of Heirs')),
      press((hand) => said(hand).form.add(hand.words.common === id.common ? 'Ahli waris' : 'Heir')),
    ),
  },
  { name: 'letters-register', scene: letters({}, 'supervisor'), steps: then(open, tab('agenda')) },
  {
    name: 'letters-register-empty',
    scene: letters({ register: { entries: [], total: 0, registers: [] } }),
    steps: then(open, tab('agenda')),
  },
  {
    name: 'letters-expedition',
    scene: letters({}, 'supervisor'),
    steps: then(open, tab('agenda'), (hand) =>
      hand.page.getByLabel(said(hand).register.bookLabel, { exact: true }).selectOption('ekspedisi'),
    ),
  },
  {
    name: 'letters-register-unsaved',
    scene: { ...letters(), refusal: { code: 'BOOK_NOT_MADE' } },
    steps: then(
      open,
      tab('agenda'),
      press((hand) => said(hand).register.pdf),
    ),
  },
  { name: 'letters-check', scene: letters(), steps: then(open, tab('check')) },
  checked('valid', verdicts.valid),
  checked('void', { ...verdicts.valid, now: 'void' }),
  checked('expired', { ...verdicts.valid, now: 'expired' }),
  checked('lost', { ...verdicts.valid, now: null }),
  checked('other', {
    ...verdicts.valid,
    now: null,
    issuer: 'Desa Kedungrejo, Kecamatan Muncar',
    listDate: '2026-11-01',
  }),
  checked('unknown', verdicts.unknown),
  checked('false', verdicts.false),
  {
    name: 'letters-check-often',
    scene: { ...letters(), refusal: { code: 'TOO_MANY_TRIES' } },
    steps: check,
  },
  {
    name: 'letters-reserve',
    scene: letters(),
    steps: then(
      open,
      tab('agenda'),
      press((hand) => said(hand).register.reserve),
    ),
  },
  {
    name: 'letters-void',
    scene: letters({}, 'supervisor'),
    steps: then(
      open,
      tab('agenda'),
      press((hand) => new RegExp(`^${said(hand).register.void} `)),
    ),
  },
];
