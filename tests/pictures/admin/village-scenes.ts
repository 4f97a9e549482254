import { residentWords } from '../../../renderer/i18n/admin/residents.ts';
import { retentionWords } from '../../../renderer/i18n/admin/retention.ts';
import { id } from '../../../renderer/i18n/staff.ts';
import type { Hand, Picture } from '../gallery.ts';
import { morning } from './data.ts';
import { on, inTurn as then } from './hands.ts';
import type { Scene } from './stand-in.ts';
import { dueLetters, residentPreview, residentState, retentionState, wrongPreview } from './village-data.ts';

/** The pages that only a village's office has. */

const languageOf = (hand: Hand) => (hand.words.common === id.common ? 'id' : 'en');
const list = (hand: Hand) => residentWords[languageOf(hand)];
const archive = (hand: Hand) => retentionWords[languageOf(hand)];
const lounge = { ...morning.lounge, unitType: 'desa' } as Scene['lounge'];

const press = (name: (hand: Hand) => string) => (hand: Hand) =>
  hand.page
    .getByRole('button', { name: name(hand), exact: true })
    .last()
    .click({ timeout: 4_000 });
const check = (name: (hand: Hand) => string) => (hand: Hand) =>
  hand.page.getByRole('checkbox', { name: name(hand), exact: true }).click({ timeout: 4_000 });
const fill = (label: (hand: Hand) => string, text: string) => (hand: Hand) =>
  hand.page.getByLabel(label(hand), { exact: true }).first().fill(text, { timeout: 4_000 });
/** A part of the page that is loaded when it is asked for. */
const loaded = (hand: Hand) =>
  hand.page.getByText(hand.words.admin.waiting).waitFor({ state: 'detached', timeout: 4_000 });
const down = async (hand: Hand) => {
  await hand.page.locator('main [data-scroll]').evaluate((matter) => matter.scrollTo(0, matter.scrollHeight));
};

const choose = (name: string, content = 'NIK;NAMA') =>
  then(loaded, (hand) =>
    hand.page
      .getByLabel(list(hand).choose.button, { exact: true })
      .first()
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) }),
  );
const read = choose('warga-2026.csv');
const commit = press((hand) => list(hand).preview.commit);
const off = async (hand: Hand) => {
  await hand.page.evaluate('window.controls.lose()');
  await hand.page.waitForTimeout(50);
  await hand.step(2_000);
};

const its = (scene: Partial<Scene> = {}) => on('residents', { lounge, ...scene });
const nobody = { people: 0, newest: null, undoable: false };
const whole = (hand: Hand) =>
  hand.page.getByRole('switch', { name: list(hand).preview.whole(residentPreview.absent) }).click({ timeout: 4_000 });

const residents: readonly Picture<Scene>[] = [
  { name: 'residents', scene: its(), steps: loaded },
  { name: 'residents-none', scene: its({ residents: nobody }), steps: loaded },
  { name: 'residents-waiting', scene: its({ residents: null }) },
  { name: 'residents-failed', scene: its({ residents: 'UNREACHABLE' }), steps: loaded },
  { name: 'residents-offline', scene: its(), steps: then(loaded, off) },
  {
    name: 'residents-undo',
    scene: its(),
    steps: then(
      loaded,
      press((hand) => list(hand).list.undo),
    ),
  },
  {
    name: 'residents-undo-refused',
    scene: its({ refusal: { code: 'NOTHING_TO_UNDO' } }),
    steps: then(
      loaded,
      press((hand) => list(hand).list.undo),
      press((hand) => list(hand).list.undoYes),
    ),
  },
  { name: 'residents-sending', scene: its({ residentPreview: null }), steps: read },
  { name: 'residents-kind', scene: its({ residents: nobody }), steps: choose('warga.xls') },
  { name: 'residents-unreadable', scene: its({ refusal: { code: 'FILE_UNREADABLE' } }), steps: read },
  { name: 'residents-no-columns', scene: its({ refusal: { code: 'COLUMNS_UNKNOWN' } }), steps: read },
  { name: 'residents-preview', scene: its(), steps: read },
  { name: 'residents-preview-whole', scene: its(), steps: then(read, whole) },
  { name: 'residents-preview-wrong', scene: its({ residentPreview: wrongPreview }), steps: read },
  { name: 'residents-preview-wrong-foot', scene: its({ residentPreview: wrongPreview }), steps: then(read, down) },
  {
    name: 'residents-preview-same',
    scene: its({ residentPreview: { ...residentPreview, added: 0, changed: 0, absent: 0 } }),
    steps: read,
  },
  {
    name: 'residents-saved',
    scene: its({ residents: { ...residentState, people: 4_861 } }),
    steps: then(read, commit),
  },
  {
    name: 'residents-preview-over',
    // The file is read, and only then does the hub refuse.
    scene: its({ refusal: { code: 'PREVIEW_OVER' }, readAnyway: true }),
    steps: then(read, commit),
  },
];

const at = (scene: Partial<Scene> = {}) => on('retention', { lounge, ...scene });
const tab = (name: (hand: Hand) => string) => then(loaded, press(name));
const due = tab((hand) => archive(hand).tabs.due(retentionState.due));
const person = tab((hand) => archive(hand).tabs.person);
const two = then(
  due,
  check((hand) => archive(hand).due.choose(dueLetters[0]?.number ?? '')),
  check((hand) => archive(hand).due.choose(dueLetters[1]?.number ?? '')),
);
const form = then(
  two,
  press((hand) => archive(hand).due.destroy),
);
const question = then(
  form,
  fill((hand) => archive(hand).destroy.number, '045/03/BA/2026'),
  fill((hand) => archive(hand).destroy.witness(1), 'Siti Aminah, Sekretaris Desa'),
  fill((hand) => archive(hand).destroy.witness(2), 'Budi Santoso, Kasi Pemerintahan'),
  press((hand) => archive(hand).destroy.next),
);
const destroyed = then(
  question,
  press((hand) => archive(hand).destroy.yes(2)),
);
const asked = then(
  person,
  fill((hand) => archive(hand).person.nik, '3510 1645 0890 0001'),
  fill((hand) => archive(hand).person.name, 'Siti Aminah'),
  press((hand) => archive(hand).person.find),
);
const erasing = then(
  asked,
  press((hand) => archive(hand).person.erase),
);
const reason = fill((hand) => archive(hand).erase.reason, 'Permintaan tertulis 20 November 2026');
const erase = press((hand) => archive(hand).erase.yes);

const retention: readonly Picture<Scene>[] = [
  { name: 'retention', scene: at(), steps: loaded },
  {
    name: 'retention-none',
    scene: at({ retention: { ...retentionState, lastRun: null, unfinished: 0, due: 0, disposals: [] } }),
    steps: loaded,
  },
  { name: 'retention-waiting', scene: at({ retention: null }) },
  { name: 'retention-failed', scene: at({ retention: 'UNREACHABLE' }), steps: loaded },
  { name: 'retention-due', scene: at(), steps: due },
  {
    name: 'retention-due-none',
    scene: at({ due: [], retention: { ...retentionState, due: 0 } }),
    steps: tab((hand) => archive(hand).tabs.due(0)),
  },
  {
    name: 'retention-due-all',
    scene: at(),
    steps: then(
      due,
      press((hand) => archive(hand).due.chooseAll(dueLetters.length)),
    ),
  },
  { name: 'retention-destroy', scene: at(), steps: form },
  {
    name: 'retention-destroy-wrong',
    scene: at(),
    steps: then(
      form,
      press((hand) => archive(hand).destroy.addWitness),
      press((hand) => archive(hand).destroy.next),
    ),
  },
  { name: 'retention-destroy-question', scene: at(), steps: question },
  { name: 'retention-destroy-clock', scene: at({ refusal: { code: 'CLOCK_UNCONFIRMED' } }), steps: destroyed },
  {
    name: 'retention-destroy-not-due',
    scene: at({ refusal: { code: 'NOT_DUE', data: { ids: [dueLetters[1]?.letterId] } } }),
    steps: destroyed,
  },
  { name: 'retention-destroyed', scene: at(), steps: destroyed },
  { name: 'retention-person', scene: at(), steps: person },
  {
    name: 'retention-person-wrong',
    scene: at(),
    steps: then(
      person,
      press((hand) => archive(hand).person.find),
    ),
  },
  {
    name: 'retention-person-unknown',
    scene: at({ foundPerson: { onList: false, requests: 0, letters: 0, what: [] } }),
    steps: asked,
  },
  { name: 'retention-person-found', scene: at(), steps: asked },
  {
    name: 'retention-person-gone',
    scene: at({ refusal: { code: 'PERSON_UNKNOWN' } }),
    steps: then(
      asked,
      press((hand) => archive(hand).person.copy),
    ),
  },
  { name: 'retention-erase', scene: at(), steps: erasing },
  {
    name: 'retention-erase-open',
    scene: at({ refusal: { code: 'REQUEST_OPEN' } }),
    steps: then(erasing, reason, erase),
  },
  { name: 'retention-erased', scene: at(), steps: then(erasing, reason, erase) },
];

export const village: readonly Picture<Scene>[] = [...residents, ...retention];
