import type { Gallery, Hand, Picture } from '../gallery.ts';
import { afternoon, earlyMorning } from './data.ts';
import type { Scene } from './stand-in.ts';

/** Every state of the page of figures that must be looked at. */

/** Chooses a period by its name. */
const period = (name: keyof Hand['words']['statistics']['periods']) => (hand: Hand) =>
  hand.tap(hand.words.statistics.periods[name]);

/** Shows the rest of the page, by its share. */
const scrolled =
  (share: number, ...steps: ((hand: Hand) => Promise<void>)[]) =>
  async (hand: Hand) => {
    for (const step of steps) await step(hand);
    await hand.page.evaluate((part) => {
      const matter = document.querySelector('[data-scroll]');
      if (matter !== null) matter.scrollTop = part * (matter.scrollHeight - matter.clientHeight);
    }, share);
  };

const dates = (from: string, to: string) => async (hand: Hand) => {
  await period('own')(hand);
  const fields = hand.page.locator('input[type=date]');
  await fields.nth(0).fill(from);
  await fields.nth(1).fill(to);
};

const tables = async (hand: Hand) => {
  for (const summary of await hand.page.locator('summary').all()) await summary.click();
};

const pictures: Picture<Scene>[] = [
  { name: 'today' },
  { name: 'today-plots', steps: scrolled(0.5) },
  { name: 'today-tables', steps: scrolled(1) },
  { name: 'today-plots-as-tables', steps: scrolled(0.35, tables) },
  { name: 'nobody-came', scene: { today: earlyMorning } },
  { name: 'nobody-came-foot', scene: { today: earlyMorning }, steps: scrolled(1) },
  { name: 'connecting', scene: { today: null } },
  { name: 'week', steps: period('week') },
  { name: 'month', steps: period('month') },
  { name: 'month-plots', steps: scrolled(0.5, period('month')) },
  { name: 'month-tables', steps: scrolled(1, period('month')) },
  { name: 'year', steps: dates('2025-11-01', '2026-11-24') },
  { name: 'year-plots', steps: scrolled(0.5, dates('2025-11-01', '2026-11-24')) },
  { name: 'dates-wrong', steps: dates('2026-11-24', '2026-11-01') },
  { name: 'making', scene: { slow: true }, steps: period('lastMonth') },
  { name: 'failed', scene: { refusal: { code: 'STATISTICS_FAILED' } }, steps: period('month') },
  { name: 'saving', scene: { slow: true }, steps: async (hand) => hand.tap(hand.words.statistics.xlsx) },
  {
    name: 'too-large',
    scene: { refusal: { code: 'EXPORT_TOO_LARGE', data: { tickets: 91_240, most: 60_000 } } },
    steps: async (hand) => hand.tap(hand.words.statistics.xlsx),
  },
];

export const gallery: Gallery<Scene> = {
  pictures,
  sizes: ['1366x768', '1920x1080', '1024x768'],
  scene: (change, language) => ({ today: afternoon, refusal: null, slow: false, ...change, language }),
  limits: () => ({ minimumText: 14, minimumTarget: 40 }),
  ready: 'main',
  settle: 200,
};
