import type { BackupChoice, MachineState, MaintenanceDoor } from '../../../contract/maintenance.ts';
import { catalogues } from '../../../renderer/i18n/maintenance.ts';
import type { Gallery, Hand, Picture } from '../gallery.ts';

/** What a picture begins with; plain data, so that the script can hand it to the page. */
export interface Scene {
  door: MaintenanceDoor;
  state: MachineState;
  backups: BackupChoice[];
  refused: 'pin' | 'restore' | null;
  language: 'id' | 'en';
}

const state: MachineState = {
  version: '0.1.0',
  failure: null,
  isPaired: false,
  hasDesktop: true,
  addresses: [{ name: 'enp2s0', address: '192.168.1.10' }],
  now: '2026-11-24T02:14:00.000Z',
  timeZone: 'Asia/Jakarta',
  clockConfirmed: false,
  printer: 'paper_low',
  freeBytes: 41_300_000_000,
  logBytes: 1_240_000,
  databaseBytes: 18_400_000,
  backups: 14,
};
const failure =
  'The database /var/lib/anjungan/lounge.db is damaged or lounge.key is not its key; restore both from one backup.';
const backups = ['/var/lib/anjungan/backups', '/media/kiosk/CADANGAN'].map((folder, place) => {
  const name = `anjungan-0a1b2c3d-00012${place}-2026-11-2${place}.backup`;
  return { id: `${folder}/${name}`, folder, name, bytes: 17_200_000 };
});
const wordsOf = async (hand: Hand) =>
  catalogues[(await hand.page.evaluate(() => document.documentElement.lang)) === 'en' ? 'en' : 'id'];
const button = (hand: Hand, name: string) => hand.page.getByRole('button', { name, exact: true }).click();
const type = async (hand: Hand) => {
  for (const digit of '481526') await button(hand, digit);
  await hand.page.waitForTimeout(100);
};
const inside = async (hand: Hand) => {
  await hand.page.getByRole('button', { name: '5', exact: true }).waitFor();
  if (hand.words.join.go === 'Pair') await button(hand, catalogues.id.otherLanguage);
  await type(hand);
};
const chosen = async (hand: Hand) => {
  await inside(hand);
  await button(hand, (await wordsOf(hand)).acts.restore);
  await hand.page.getByRole('button', { name: 'CADANGAN' }).click();
};
const restored = async (hand: Hand) => {
  await chosen(hand);
  await hand.page.getByRole('textbox').fill('7Q4KM2XV'.repeat(4));
  await button(hand, (await wordsOf(hand)).restore.go);
};

/** Every page and state of the maintenance screen. */
const pictures: readonly Picture<Scene>[] = [
  { name: 'pin', steps: (hand) => button(hand, '4') },
  { name: 'pin-wrong', scene: { refused: 'pin' }, steps: type },
  { name: 'pin-unset', scene: { door: { isPinSet: false, waitSeconds: 0 } } },
  { name: 'home', steps: inside },
  { name: 'home-failure', scene: { state: { ...state, failure, addresses: [] } }, steps: inside },
  { name: 'home-paired', scene: { state: { ...state, isPaired: true, hasDesktop: false } }, steps: inside },
  {
    name: 'sure',
    steps: async (hand) => {
      await inside(hand);
      const words = await wordsOf(hand);
      await button(hand, words.acts.shut_down);
      await button(hand, words.sure.yes);
    },
  },
  {
    name: 'restore',
    steps: async (hand) => {
      await inside(hand);
      await button(hand, (await wordsOf(hand)).acts.restore);
    },
  },
  {
    name: 'restore-none',
    scene: { backups: [] },
    steps: async (hand) => {
      await inside(hand);
      await button(hand, (await wordsOf(hand)).acts.restore);
    },
  },
  ...(['log', 'test'] as const).map((page) => ({
    name: page,
    steps: async (hand: Hand) => {
      await inside(hand);
      await button(hand, (await wordsOf(hand)).acts[page]);
      await hand.page.waitForTimeout(200);
    },
  })),
  { name: 'restore-key', steps: chosen },
  { name: 'restore-refused', scene: { refused: 'restore' }, steps: restored },
  { name: 'restore-done', steps: restored },
];

export const gallery: Gallery<Scene> = {
  pictures,
  sizes: ['1080x1920', '1920x1080', '1366x768', '1024x768'],
  scene: (change, language) => ({
    door: { isPinSet: true, waitSeconds: 0 },
    state,
    backups,
    refused: null,
    ...change,
    language,
  }),
  limits: () => ({ minimumText: 18, minimumTarget: 60 }),
  ready: 'main h1',
  settle: 100,
};
