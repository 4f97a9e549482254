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

const pictures: Picture<Scene>[] = [
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
