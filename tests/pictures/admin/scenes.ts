import type { MediaFile } from '../../../contract/media.ts';
import type { WrongSetting } from '../../../contract/settings.ts';
import type { StaffSession } from '../../../contract/staff.ts';
import { doubtfulSlips, heldSlips } from '../counter/data.ts';
import type { Gallery, Hand, Picture } from '../gallery.ts';
import { noBackup } from './backup-data.ts';
import { backups } from './backup-scenes.ts';
import {
  accounts,
  devices,
  dewi,
  morning,
  programs,
  ramadan,
  settings,
  silentReport,
  troubled,
  troubledFiles,
  versions,
  withLogo,
} from './data.ts';
import { diagnosticsPage } from './diagnostics-scenes.ts';
import { fleet } from './fleet-scenes.ts';
import { flip, keys, on, tap, inTurn as then, tick, write } from './hands.ts';
import { letters } from './letter-scenes.ts';
import type { Scene } from './stand-in.ts';
import { updates } from './update-scenes.ts';
import { village } from './village-scenes.ts';

/** Every page of the supervisor and every state of it that must be looked at. */

const sits = (change: Partial<StaffSession>): Partial<Scene> => ({
  session: { ...morning.session, ...change } as StaffSession,
});
const wrong = (at: string, id: string, en: string, code: WrongSetting['code'] = 'taken'): Partial<Scene> => ({
  preview: { ok: false, at, code, what: { id, en } },
});

const openChip = (hand: Hand, name: string) =>
  hand.touch(hand.page.getByRole('button', { name: new RegExp(`^${hand.words.printers.title(name)}`) }).first());

const today: readonly Picture<Scene>[] = [
  { name: 'today' },
  { name: 'today-trouble', scene: troubled },
  {
    name: 'today-close',
    steps: then(
      tap((words) => words.admin.today.closeNow.act),
      tap((words) => words.admin.today.closeNow.reasons.system_down),
      tap((words) => words.admin.today.closeNow.atTime),
      write((words) => words.admin.today.closeNow.time, '13.00'),
    ),
  },
  {
    name: 'today-close-own',
    steps: then(
      tap((words) => words.admin.today.closeNow.act),
      tap((words) => words.admin.today.closeNow.ownReason),
    ),
  },
  { name: 'today-mute', steps: then(tap((words) => words.admin.today.mute.act)) },
  { name: 'today-end', steps: then(tap((words) => words.admin.today.endDay.act)) },
  {
    name: 'today-ended',
    steps: then(
      tap((words) => words.admin.today.endDay.act),
      (hand) => hand.page.keyboard.press('1'),
    ),
  },
  { name: 'today-end-nobody', scene: { unserved: [] }, steps: then(tap((words) => words.admin.today.endDay.act)) },
  { name: 'today-void', steps: then(tap((words) => words.admin.today.voidRun.act)) },
  {
    name: 'today-voided',
    steps: then(
      tap((words) => words.admin.today.voidRun.act),
      write((words) => words.admin.today.voidRun.from, '41'),
      write((words) => words.admin.today.voidRun.to, '44'),
      tap((words) => words.admin.today.voidRun.yes),
    ),
  },
  {
    name: 'today-printer',
    scene: { ...troubled, slips: heldSlips },
    steps: then((hand) => openChip(hand, 'Anjungan 1')),
  },
  {
    name: 'today-printer-stopped',
    scene: { ...troubled, slips: doubtfulSlips },
    steps: then((hand) => openChip(hand, 'Anjungan 2')),
  },
  {
    name: 'today-printer-guide',
    scene: { ...troubled, slips: heldSlips },
    steps: then(
      (hand) => openChip(hand, 'Anjungan 1'),
      tap((words) => words.printers.acts.change),
    ),
  },
  { name: 'today-spare', steps: then(tap((words) => words.admin.today.spare.act)) },
];

const services: readonly Picture<Scene>[] = [
  { name: 'services', scene: on('services') },
  {
    name: 'services-changed',
    scene: on('services'),
    steps: then(write((words) => words.admin.services.letter, 'B')),
  },
  {
    name: 'services-wrong',
    scene: on('services', wrong('services[0].letter', 'Huruf C sudah dipakai.', 'The letter C is taken.')),
    steps: then(
      write((words) => words.admin.services.letter, 'C'),
      tap((words) => words.admin.form.save),
    ),
  },
  {
    name: 'services-consequences',
    scene: on('services', {
      preview: {
        ok: true,
        consequences: [
          {
            kind: 'letter_changes',
            what: { id: 'Nomor berikutnya berawalan B, bukan A.', en: 'The next number begins with B, not A.' },
          },
          {
            kind: 'nobody_serves',
            what: {
              id: 'Tidak ada loket buka untuk Administrasi kependudukan; 3 orang menunggu.',
              en: 'No open counter serves Civil registration; 3 people are waiting.',
            },
          },
        ],
      },
    }),
    steps: then(
      write((words) => words.admin.services.letter, 'B'),
      tap((words) => words.admin.form.save),
    ),
  },
  {
    name: 'services-saved',
    scene: on('services'),
    steps: then(
      write((words) => words.admin.services.letter, 'B'),
      tap((words) => words.admin.form.save),
    ),
  },
  {
    name: 'services-leaving',
    scene: on('services'),
    steps: then(
      write((words) => words.admin.services.letter, 'B'),
      tap((words) => words.admin.pages.people),
    ),
  },
  { name: 'services-look', scene: on('services'), steps: then(tap((words) => words.admin.services.changeLook)) },
  {
    name: 'services-agencies',
    scene: on('services'),
    steps: then(tap((words) => words.admin.services.tabs.agencies(5))),
  },
  {
    name: 'services-counters',
    scene: on('services'),
    steps: then(tap((words) => words.admin.services.tabs.counters(4))),
  },
];

const hours: readonly Picture<Scene>[] = [
  { name: 'hours', scene: on('hours') },
  { name: 'hours-special', scene: on('hours'), steps: then(tap((words) => words.admin.hours.tabs.special(2))) },
  {
    name: 'hours-ramadan',
    scene: on('hours', { settings: ramadan }),
    steps: then(
      tap((words) => words.admin.hours.tabs.special(3)),
      (hand) =>
        hand.page
          .getByRole('button', { name: /Ramadan/ })
          .first()
          .click(),
    ),
  },
  { name: 'hours-ahead', scene: on('hours'), steps: then(tap((words) => words.admin.hours.tabs.ahead)) },
  {
    name: 'hours-wrong',
    scene: on(
      'hours',
      wrong('hours.office.mon[0]', 'Jam tutup harus setelah jam buka.', 'It must end after it begins.', 'bad_form'),
    ),
    steps: then(
      write((words) => words.admin.hours.from(words.admin.hours.days.mon), '12.30'),
      tap((words) => words.admin.form.save),
    ),
  },
];

const mediaTab = tap((words) => words.admin.look.tabs.media);
const folder = (files: readonly MediaFile[]): Scene['media'] => ({ ...morning.media, files: [...files] });
const choose = (name: string) => (hand: Hand) =>
  hand.page
    .getByLabel(hand.words.admin.media.add, { exact: true })
    .first()
    .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from('a picture') });

const look: readonly Picture<Scene>[] = [
  { name: 'look-office', scene: on('look', { settings: withLogo }) },
  { name: 'look-texts', scene: on('look'), steps: then(tap((words) => words.admin.look.tabs.texts)) },
  { name: 'look-media', scene: on('look'), steps: then(mediaTab) },
  { name: 'look-media-none', scene: on('look', { media: folder([]) }), steps: then(mediaTab) },
  { name: 'look-media-trouble', scene: on('look', { media: folder(troubledFiles) }), steps: then(mediaTab) },
  { name: 'look-media-sending', scene: on('look'), steps: then(mediaTab, choose('Jadwal posyandu.png')) },
  {
    name: 'look-media-refused',
    scene: on('look', { refusal: { code: 'MEDIA_TAKEN' } }),
    steps: then(mediaTab, choose('imunisasi.png')),
  },
  {
    name: 'look-media-remove',
    scene: on('look'),
    steps: then(
      mediaTab,
      tap((words) => words.admin.services.removeNamed('pajak.png')),
    ),
  },
  { name: 'look-voice', scene: on('look'), steps: then(tap((words) => words.admin.look.tabs.voice)) },
  { name: 'look-kiosk', scene: on('look'), steps: then(tap((words) => words.admin.look.tabs.kiosk)) },
  { name: 'look-queue', scene: on('look'), steps: then(tap((words) => words.admin.look.tabs.queue)) },
];

const people: readonly Picture<Scene>[] = [
  { name: 'people', scene: on('people') },
  { name: 'people-add', scene: on('people'), steps: then(tap((words) => words.admin.people.add)) },
  {
    name: 'people-pin',
    scene: on('people'),
    steps: then(
      tap((words) => words.admin.people.add),
      write((words) => words.admin.people.name, 'Rina Wulandari'),
      tap((words) => words.admin.people.toPin),
      keys('123456'),
    ),
  },
  { name: 'people-edit', scene: on('people'), steps: then(tap((words) => words.admin.people.edit('Siti Aminah'))) },
  { name: 'people-last', scene: on('people'), steps: then(tap((words) => words.admin.people.edit(dewi.name))) },
  {
    name: 'people-taken',
    scene: on('people', { refusal: { code: 'NAME_TAKEN' } }),
    steps: then(
      tap((words) => words.admin.people.edit('Siti Aminah')),
      write((words) => words.admin.people.name, 'Budi Santoso'),
      tap((words) => words.admin.form.save),
    ),
  },
];

const openOutlet = (n: number) => tap((words) => words.admin.machines.outlet.title(`Anjungan ${n}`));
const openProbe = (n: number) =>
  then(
    openOutlet(n),
    tap((words) => words.admin.machines.probe.act),
  );
const probed = (n: number) =>
  then(openProbe(n), (hand) => {
    const { again, start } = hand.words.admin.machines.probe;
    return tap(() => (n === 1 ? again : start))(hand);
  });
const says = (yes: boolean) => (hand: Hand) => hand.page.keyboard.press(yes ? '1' : '2');

const desa: Partial<Scene> = {
  lounge: { ...morning.lounge, unitType: 'desa' },
  devices: devices.slice(2, 4),
};

const machines: readonly Picture<Scene>[] = [
  { name: 'machines', scene: on('machines', { devices: troubled.devices ?? devices }) },
  { name: 'machines-letters', scene: on('machines', desa) },
  {
    name: 'machines-letters-tested',
    scene: on('machines', desa),
    steps: then(tap((words) => words.admin.machines.letters.test)),
  },
  {
    name: 'machines-letters-none',
    scene: on('machines', { ...desa, letterPrinters: { office: null, own: {}, queues: [] } }),
  },
  {
    name: 'machines-edit',
    scene: on('machines'),
    steps: then(tap((words) => words.admin.machines.edit('Anjungan 2'))),
  },
  {
    name: 'machines-volume',
    scene: on('machines'),
    steps: then(tap((words) => words.admin.machines.edit('Layar teras'))),
  },
  {
    name: 'machines-volume-like-lounge',
    scene: on('machines'),
    steps: then(tap((words) => words.admin.machines.edit('Layar ruang tunggu'))),
  },
  {
    name: 'machines-revoke',
    scene: on('machines'),
    steps: then(
      tap((words) => words.admin.machines.edit('Anjungan 2')),
      tap((words) => words.admin.machines.revoke),
    ),
  },
  {
    name: 'machines-printer',
    scene: on('machines'),
    steps: then(tap((words) => words.admin.machines.outlet.title('Anjungan 1'))),
  },
  {
    name: 'machines-printer-serial',
    scene: on('machines'),
    steps: then(
      tap((words) => words.admin.machines.outlet.title('Anjungan 1')),
      tap((words) => words.admin.machines.outlet.kinds.serial),
      write((words) => words.admin.machines.outlet.address.serial, 'COM3'),
    ),
  },
  {
    name: 'machines-printer-system',
    scene: on('machines'),
    steps: then(
      tap((words) => words.admin.machines.outlet.title('Anjungan 1')),
      tap((words) => words.admin.machines.outlet.kinds.system),
      write((words) => words.admin.machines.outlet.address.system, 'POS-58\\'),
    ),
  },
  {
    name: 'machines-printer-wrong',
    scene: on('machines'),
    steps: then(
      tap((words) => words.admin.machines.outlet.title('Anjungan 2')),
      tap((words) => words.admin.machines.outlet.kinds.network),
      write((words) => words.admin.machines.outlet.address.network, '192.168.1 50'),
    ),
  },
  {
    name: 'machines-printer-refused',
    scene: on('machines', { refusal: { code: 'OUTLET_NOT_POSSIBLE' } }),
    steps: then(
      tap((words) => words.admin.machines.outlet.title('Anjungan 2')),
      tap((words) => words.admin.form.save),
    ),
  },
  { name: 'machines-probe', scene: on('machines'), steps: openProbe(1) },
  { name: 'machines-probe-never', scene: on('machines'), steps: openProbe(2) },
  { name: 'machines-probe-running', scene: on('machines', { probe: null }), steps: probed(2) },
  { name: 'machines-probe-line', scene: on('machines'), steps: probed(1) },
  { name: 'machines-probe-narrower', scene: on('machines'), steps: then(probed(1), says(false)) },
  { name: 'machines-probe-qr', scene: on('machines'), steps: then(probed(1), says(true)) },
  { name: 'machines-probe-cut', scene: on('machines'), steps: then(probed(1), says(true), says(false)) },
  {
    name: 'machines-probe-ready',
    scene: on('machines', { probe: silentReport }),
    steps: then(probed(2), says(true), says(true), says(false)),
  },
  {
    name: 'machines-probe-narrowest',
    scene: on('machines', { probe: silentReport }),
    steps: then(probed(2), says(false)),
  },
  {
    name: 'machines-probe-busy',
    scene: on('machines', { refusal: { code: 'PRINTER_BUSY' } }),
    steps: probed(1),
  },
  {
    name: 'machines-profile',
    scene: on('machines'),
    steps: then(
      openOutlet(1),
      tap((words) => words.admin.machines.profile.act),
    ),
  },
  { name: 'machines-pair', scene: on('machines'), steps: then(tap((words) => words.admin.machines.pair)) },
  {
    name: 'machines-code',
    scene: on('machines'),
    steps: then(
      tap((words) => words.admin.machines.pair),
      tap((words) => words.admin.machines.makeCode),
    ),
  },
  {
    name: 'machines-code-dead',
    scene: on('machines'),
    steps: then(
      tap((words) => words.admin.machines.pair),
      tap((words) => words.admin.machines.makeCode),
      (hand) => hand.step(301_000),
    ),
  },
  {
    name: 'machines-code-no-network',
    scene: on('machines', {
      pairing: { ...morning.pairing, addresses: ['http://127.0.0.1:8787'], fingerprint: null },
    }),
    steps: then(
      tap((words) => words.admin.machines.pair),
      tap((words) => words.admin.machines.makeCode),
    ),
  },
];

const [board, , website] = programs;
const openProgram = tap((words) => words.admin.programs.open(board?.name ?? ''));
const fill = then(
  tap((words) => words.admin.programs.add),
  write((words) => words.admin.programs.name, website?.name ?? ''),
  tick((words) => words.admin.programs.scopes['queue:read'].name),
);
const made = then(
  fill,
  tap((words) => words.admin.programs.make),
);
const copying = tap((words) => words.admin.programs.token.copy);
const clipboard = (way: string) => (hand: Hand) =>
  hand.page.evaluate<void>(`Object.defineProperty(navigator, 'clipboard', { configurable: true, value: ${way} })`);
const off = { ...morning.lan, enabled: false, interface: null, running: false, fingerprint: null, addresses: [] };
const otherPrograms: readonly Picture<Scene>[] = [
  { name: 'programs', scene: on('programs') },
  { name: 'programs-none', scene: on('programs', { programs: [] }) },
  { name: 'programs-no-network', scene: on('programs', { programs: [], lan: off }) },
  { name: 'programs-add', scene: on('programs'), steps: then(tap((words) => words.admin.programs.add)) },
  { name: 'programs-add-filled', scene: on('programs'), steps: fill },
  { name: 'programs-taken', scene: on('programs', { refusal: { code: 'NAME_TAKEN' } }), steps: made },
  { name: 'programs-hub-away', scene: on('programs', { refusal: { code: 'UNREACHABLE' } }), steps: made },
  { name: 'programs-token', scene: on('programs'), steps: made },
  {
    name: 'programs-token-copied',
    scene: on('programs'),
    steps: then(clipboard('{ writeText: () => Promise.resolve() }'), made, copying),
  },
  { name: 'programs-token-by-hand', scene: on('programs'), steps: then(clipboard('undefined'), made, copying) },
  {
    name: 'programs-token-leaving',
    scene: on('programs'),
    steps: then(
      made,
      tap((words) => words.admin.programs.token.done),
    ),
  },
  { name: 'programs-open', scene: on('programs'), steps: openProgram },
  {
    name: 'programs-replace',
    scene: on('programs'),
    steps: then(
      openProgram,
      tap((words) => words.admin.programs.replace),
    ),
  },
  {
    name: 'programs-replaced',
    scene: on('programs'),
    steps: then(
      openProgram,
      tap((words) => words.admin.programs.replace),
      tap((words) => words.admin.programs.replaceYes),
    ),
  },
  {
    name: 'programs-revoke',
    scene: on('programs'),
    steps: then(
      openProgram,
      tap((words) => words.admin.programs.revoke),
    ),
  },
  {
    name: 'programs-revoked',
    scene: on('programs'),
    steps: then(
      openProgram,
      tap((words) => words.admin.programs.revoke),
      tap((words) => words.admin.programs.revokeYes),
    ),
  },
  {
    name: 'programs-gone',
    scene: on('programs', { refusal: { code: 'INTEGRATION_UNKNOWN' } }),
    steps: then(
      openProgram,
      tap((words) => words.admin.programs.replace),
      tap((words) => words.admin.programs.replaceYes),
    ),
  },
];

const { trust } = morning;
const office: Partial<Scene> = { settings: { ...settings, lounge: { ...settings.lounge, unitType: 'desa' } } };
const lowest = then((hand) =>
  hand.page.getByText(hand.words.admin.trust.take, { exact: true }).scrollIntoViewIfNeeded(),
);
const network: readonly Picture<Scene>[] = [
  { name: 'network', scene: on('network') },
  { name: 'network-off', scene: on('network', { lan: off }), steps: then(flip((words) => words.admin.network.on)) },
  {
    name: 'network-stuck',
    scene: on('network', {
      lan: { ...morning.lan, running: false, problem: 'no_address', fingerprint: null, addresses: [] },
    }),
  },
  { name: 'network-office', scene: on('network', office), steps: lowest },
  {
    name: 'network-office-no-list',
    scene: on('network', { ...office, trust: { ...trust, list: null, signer: null, feed: null, fed: null } }),
    steps: lowest,
  },
  {
    name: 'network-office-away',
    scene: on('network', {
      ...office,
      trust: { ...trust, fed: { at: '2026-11-24T08:20:00+07:00', result: 'unreachable' } },
      refusal: { code: 'LIST_FALSE' },
    }),
    steps: then(async (hand) => {
      const file = { name: 'daftar.jws', mimeType: 'text/plain', buffer: Buffer.from('e30.e30.e30 e30.e30.e30') };
      await hand.page.locator('input[type=file]').setInputFiles(file);
    }, lowest),
  },
];

const history: readonly Picture<Scene>[] = [
  { name: 'history', scene: on('history', { settings: { ...settings, undo: versions[0] ?? null } }) },
  {
    name: 'history-undo',
    scene: on('history', { settings: { ...settings, undo: versions[0] ?? null } }),
    steps: then(tap((words) => words.admin.history.undo)),
  },
  { name: 'history-none', scene: on('history', { history: [] }) },
];

const next = tap((words) => words.admin.wizard.next);
const first: Partial<Scene> = {
  firstStart: true,
  history: [],
  accounts: accounts.filter(({ role }) => role === 'supervisor'),
  devices: devices.slice(0, 1),
  lan: off,
  backup: noBackup,
};
/** A step that is loaded when it is reached. */
const loaded = (hand: Hand) =>
  hand.page.getByText(hand.words.admin.waiting).waitFor({ state: 'detached', timeout: 4_000 });
const wizard: readonly Picture<Scene>[] = [
  'office',
  'hours',
  'services',
  'counters',
  'printer',
  'machines',
  'people',
  'backup',
  'test',
].map((name, steps) => ({
  name: `wizard-${steps + 1}-${name}`,
  scene: first,
  steps: then(...Array.from({ length: steps }, () => next), loaded),
}));
const tested: Picture<Scene> = {
  name: 'wizard-9-tested',
  scene: first,
  steps: then(
    ...Array.from({ length: 8 }, () => next),
    tap((words) => words.admin.wizard.testPrint),
  ),
};
const changedOffice: Picture<Scene> = {
  name: 'wizard-1-changed',
  scene: first,
  steps: then(tap((words) => words.admin.look.types.desa)),
};

const doors: readonly Picture<Scene>[] = [
  { name: 'sign-in', scene: sits({ person: null, locksInSeconds: null }) },
  { name: 'not-yours', scene: sits({ person: { id: dewi.id, name: 'Siti Aminah', role: 'operator' } }) },
  { name: 'locked', scene: sits({ locked: true }) },
  { name: 'person', steps: then(tap((words) => words.admin.person(dewi.name))) },
  {
    name: 'offline',
    steps: then(async (hand) => {
      await hand.page.evaluate('window.controls.lose()');
      await hand.page.waitForTimeout(50);
      await hand.step(2_000);
    }),
  },
];

export const gallery: Gallery<Scene> = {
  pictures: [
    ...today,
    ...services,
    ...letters,
    ...hours,
    ...look,
    ...people,
    ...machines,
    ...otherPrograms,
    ...network,
    ...diagnosticsPage,
    ...fleet,
    ...updates,
    ...village,
    ...backups,
    ...history,
    ...wizard,
    tested,
    changedOffice,
    ...doors,
  ],
  sizes: ['1366x768', '1920x1080', '1024x768'],
  scene: (change, language) => ({
    ...morning,
    ...change,
    kept: { ...change?.kept, 'anjungan.counter.language': language },
  }),
  limits: () => ({ minimumText: 14, minimumTarget: 40 }),
  ready: 'main',
  settle: 400,
};
