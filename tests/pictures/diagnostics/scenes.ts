import type { StepFinding } from '../../../contract/diagnostics.ts';
import { type DiagnosticWords, diagnosticWords } from '../../../renderer/i18n/diagnostics/index.ts';
import { id } from '../../../renderer/i18n/staff.ts';
import type { Gallery, Hand, Picture } from '../gallery.ts';
import { astray, broken, well } from './data.ts';

/** What a picture begins with; plain data, so that the script can hand it to the page. */
export interface Scene {
  findings: StepFinding[];
  /** The machine tells nothing more. */
  silent: boolean;
  language: 'id' | 'en';
}

type Test = DiagnosticWords['test'];
const test = (hand: Hand): Test => diagnosticWords[hand.words.common === id.common ? 'id' : 'en'].test;
const tap = (name: (said: Test) => string) => (hand: Hand) =>
  hand.touch(hand.page.getByRole('button', { name: name(test(hand)), exact: true }).first());
const inTurn =
  (...steps: ((hand: Hand) => Promise<unknown>)[]) =>
  async (hand: Hand) => {
    for (const step of steps) await step(hand);
  };

const sound = [tap((said) => said.begin)];
const played = [...sound, tap((said) => said.play)];
const display = [...played, tap((said) => said.yes)];
const colour = (nth: number) => tap((said) => said.field(nth, 5));
const shown = [...display, tap((said) => said.show)];
const displayed = [...shown, ...[1, 2, 3, 4, 5].map(colour)];
const touch = [...displayed, tap((said) => said.yes)];
const mark = (nth: number) => tap((said) => said.mark(nth));
const every = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(mark);

const pictures: readonly Picture<Scene>[] = [
  { name: 'machine-begins', scene: { findings: [], silent: true } },
  { name: 'machine-half', scene: { findings: well.slice(0, 4), silent: true } },
  { name: 'machine-well' },
  { name: 'machine-broken', scene: { findings: broken } },
  { name: 'machine-astray', scene: { findings: astray } },
  { name: 'sound', steps: inTurn(...sound) },
  { name: 'sound-played', steps: inTurn(...played) },
  { name: 'display', steps: inTurn(...display) },
  ...[1, 2, 3, 4, 5].map((nth) => ({
    name: `colour-${nth}`,
    steps: inTurn(...shown, ...[1, 2, 3, 4].slice(0, nth - 1).map(colour)),
  })),
  { name: 'displayed', steps: inTurn(...displayed) },
  { name: 'touch', steps: inTurn(...touch) },
  { name: 'touch-half', steps: inTurn(...touch, ...every.slice(0, 5)) },
  { name: 'results-well', steps: inTurn(...touch, ...every) },
  {
    name: 'results-broken',
    scene: { findings: broken },
    steps: inTurn(
      ...played,
      tap((said) => said.no),
      tap((said) => said.show),
      ...[1, 2, 3, 4, 5].map(colour),
      tap((said) => said.no),
      mark(5),
      tap((said) => said.cannot),
    ),
  },
];

export const gallery: Gallery<Scene> = {
  pictures,
  sizes: ['1080x1920', '1920x1080', '1366x768', '1024x768'],
  scene: (change, language) => ({ findings: well, silent: false, ...change, language }),
  limits: ({ width, height }) => ({
    minimumText: Math.min(width, height) >= 1080 ? 32 : 22,
    minimumTarget: Math.min(width, height) >= 1080 ? 96 : 72,
  }),
  ready: 'main section',
  settle: 400,
};
