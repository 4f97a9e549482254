import { diagnosticWords } from '../../../renderer/i18n/diagnostics/index.ts';
import { id } from '../../../renderer/i18n/staff.ts';
import { broken, well } from '../diagnostics/data.ts';
import type { Hand, Picture } from '../gallery.ts';
import { on, inTurn as then } from './hands.ts';
import type { Scene } from './stand-in.ts';

/** The hub's self-test on the supervisor's page. */

const words = (hand: Hand) => diagnosticWords[hand.words.common === id.common ? 'id' : 'en'];
const run = async (hand: Hand) => {
  const button = hand.page.getByRole('button', { name: words(hand).run, exact: true });
  // A part of the page that is loaded when it is asked for.
  await button.waitFor({ timeout: 4_000 });
  await hand.touch(button);
};

export const diagnosticsPage: readonly Picture<Scene>[] = [
  {
    name: 'diagnostics',
    scene: on('diagnostics'),
    steps: then((hand) => hand.page.getByText(words(hand).run).waitFor()),
  },
  {
    name: 'diagnostics-running',
    scene: on('diagnostics', { diagnostics: well.slice(0, 4), diagnosticsEnd: null }),
    steps: then(run),
  },
  { name: 'diagnostics-well', scene: on('diagnostics'), steps: then(run) },
  { name: 'diagnostics-broken', scene: on('diagnostics', { diagnostics: broken }), steps: then(run) },
  {
    name: 'diagnostics-cut-off',
    scene: on('diagnostics', { diagnostics: well.slice(0, 3), diagnosticsEnd: 'UNREACHABLE' }),
    steps: then(run),
  },
];
