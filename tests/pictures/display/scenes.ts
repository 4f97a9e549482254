import type { DisplaySnapshot } from '../../../contract/display.ts';
import type { Gallery, Hand, Picture } from '../gallery.ts';
import {
  closed,
  counter,
  eleven,
  longNamed,
  longText,
  manyMissed,
  morning,
  namedByWord,
  paused,
  snapshotOf,
  three,
} from './data.ts';
import type { Scene } from './stand-in.ts';

/** Every state of a public screen that must be looked at. */

const has = (...snapshot: Parameters<typeof snapshotOf>): Partial<Scene> => ({ snapshot: snapshotOf(...snapshot) });
const turned = (times: number) => async (hand: Hand) => {
  for (let time = 0; time < times; time += 1) await hand.step(8_100);
};
const muted: Partial<DisplaySnapshot> = {
  sound: { volume: 0.8, mutedUntil: '2026-11-24T09:30:00+07:00', english: false },
};

const picturesOf = (...names: string[]): Pick<Scene, 'media'> => ({
  media: names.map((name) => ({ name: `${name}.png`, kind: 'picture', version: '1' })),
});
const poster = picturesOf('imunisasi', 'pajak');
const unheard = { sound: 'no_device' as const };
/** Until the first of them is seen, where there is a place for it. */
const seen = async (hand: Hand) => {
  const place = '[data-media] img[data-state="shown"], body:not(:has([data-place]))';
  await hand.page.locator(place).first().waitFor({ timeout: 4_000 });
};

const withMedia: Picture<Scene>[] = [
  { name: 'media', scene: poster, steps: seen },
  { name: 'media-announcing', scene: { ...poster, announcing: true }, steps: seen },
  {
    name: 'media-next',
    scene: poster,
    steps: async (hand) => {
      await seen(hand);
      await hand.step(12_100);
      await seen(hand);
      await hand.step(1_000);
    },
  },
  { name: 'media-upright', scene: picturesOf('tegak'), steps: seen },
  { name: 'media-bright', scene: picturesOf('terang'), steps: seen },
  {
    name: 'media-eleven',
    scene: { ...poster, ...has(eleven.map((each) => ({ ...each, state: 'open' as const }))) },
    steps: seen,
  },
  { name: 'media-nobody-called', scene: { ...poster, ...has([counter('1', null), counter('2', null)]) }, steps: seen },
  { name: 'media-all-closed', scene: { ...poster, ...has([closed('1'), closed('2')]) }, steps: seen },
  { name: 'media-one-counter', scene: { ...poster, ...has([counter('1', 'C012')]) }, steps: seen },
  {
    name: 'media-one-counter-announcing',
    scene: { ...poster, ...has([counter('1', 'C012')]), announcing: true },
  },
  { name: 'media-long-names', scene: { ...poster, ...has(longNamed) } },
  { name: 'media-long-text', scene: { ...poster, ...has(three, { texts: [longText], nextBreak: null }) }, steps: seen },
  { name: 'media-muted', scene: { ...poster, ...has(three, muted) }, steps: seen },
  { name: 'media-soundless', scene: { ...poster, ...unheard }, steps: seen },
  { name: 'media-sound-blocked', scene: { ...poster, sound: 'blocked' } },
  { name: 'media-broken', scene: picturesOf('rusak', 'juga rusak') },
  { name: 'media-one-broken', scene: picturesOf('a rusak', 'imunisasi'), steps: seen },
];

const pictures: Picture<Scene>[] = [
  ...withMedia,
  { name: 'calm' },
  { name: 'calm-missed', steps: turned(1) },
  { name: 'announcing', scene: { announcing: true } },
  { name: 'flashing', scene: { ...has(three, muted), announcing: true } },
  { name: 'muted', scene: has(three, muted) },
  { name: 'nobody-called', scene: has([counter('1', null), counter('2', null), counter('3', null)]) },
  { name: 'all-closed', scene: has([closed('1'), closed('2'), closed('3')]) },
  {
    name: 'all-closed-after-calls',
    scene: { snapshot: { ...snapshotOf(three.map(({ id }) => closed(id))), calls: [] } },
  },
  { name: 'paused', scene: has([paused('1', 'helping'), paused('2', 'documents'), counter('3', 'C012')]) },
  { name: 'paused-all', scene: has([paused('1', 'break'), paused('2', 'prayer'), paused('3', 'technical')]) },
  { name: 'one-counter', scene: has([counter('1', 'C012')]) },
  { name: 'one-counter-announcing', scene: { ...has([counter('1', 'C012')]), announcing: true } },
  { name: 'one-counter-paused', scene: has([paused('1', 'prayer')]) },
  { name: 'two-counters', scene: has([counter('1', 'A020'), counter('2', 'C012')]) },
  { name: 'eleven', scene: has(eleven) },
  { name: 'eleven-second-page', scene: has(eleven), steps: turned(1) },
  { name: 'eleven-announcing', scene: { ...has(eleven), announcing: true } },
  { name: 'named-by-word', scene: has(namedByWord) },
  { name: 'named-by-word-announcing', scene: { ...has(namedByWord), announcing: true } },
  { name: 'long-names', scene: has(longNamed) },
  { name: 'long-names-announcing', scene: { ...has(longNamed), announcing: true } },
  { name: 'long-numbers', scene: has([counter('1', 'PK1024'), counter('A2', 'W888'), counter('112', 'MM999')]) },
  { name: 'missed-many', scene: has(three, { missed: manyMissed }), steps: turned(1) },
  { name: 'missed-many-second', scene: has(three, { missed: manyMissed }), steps: turned(2) },
  { name: 'long-text', scene: has(three, { texts: [longText], nextBreak: null }) },
  {
    name: 'long-text-second',
    scene: has(three, { texts: [longText], nextBreak: null }),
    steps: async (hand) => hand.step(16_000),
  },
  { name: 'no-text', scene: has(three, { texts: [], nextBreak: null }) },
  { name: 'lost', scene: { up: false }, steps: async (hand) => hand.step(10_100) },
  { name: 'lost-eleven', scene: { ...has(eleven), up: false }, steps: async (hand) => hand.step(10_100) },
  { name: 'never-reached', scene: { snapshot: null, up: false }, steps: async (hand) => hand.step(10_100) },
  { name: 'starting', scene: { snapshot: null } },
  { name: 'sound-blocked', scene: { sound: 'blocked' } },
  { name: 'sound-blocked-call', scene: { sound: 'blocked', announcing: true } },
  { name: 'no-sound-device', scene: { sound: 'no_device' } },
  { name: 'restricted', scene: { ...has(eleven), counters: ['1', '3'] } },
];

export const gallery: Gallery<Scene> = {
  pictures,
  sizes: ['1920x1080', '1080x1920', '1366x768', '1024x768'],
  scene: (change, language) => ({ ...morning, ...change, language }),
  limits: ({ width, height }) => ({ minimumText: (32 * Math.min(width, height)) / 1080, minimumTarget: 96 }),
  ready: 'main',
  settle: 400,
};
