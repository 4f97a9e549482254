import type { Refusal } from '../../../renderer/join/ask.ts';
import type { Gallery, Hand, Picture } from '../gallery.ts';

/** What a picture begins with; plain data, so that the script can hand it to the page. */
export interface Scene {
  /** Of the page's address. */
  fragment: string;
  /** The hub's, to a code. */
  answer: Refusal | 'silence';
  language: 'id' | 'en';
}

const link = '#code=7Q4K-M2XV&key=q8Jk2xYv0bWmT4nR7uLd1sEfGhA9cPzQ-iOoKt3VX5M';

const typed = (code: string) => async (hand: Hand) => {
  await hand.page.getByLabel(hand.words.join.code).fill(code);
};
const sent = async (hand: Hand) => {
  await typed('7q4k m2xv')(hand);
  await hand.tap(hand.words.join.go);
};
const said = (hand: Hand) => hand.tap(hand.words.join.yes.go);

/** Every state of the page on which a machine joins. */
const pictures: readonly Picture<Scene>[] = [
  { name: 'empty' },
  { name: 'half', steps: typed('7q4k m2') },
  { name: 'whole', steps: typed('7q4k m2xv') },
  { name: 'sending', steps: sent },
  { name: 'wrong', scene: { answer: 'wrong' }, steps: sent },
  { name: 'too-often', scene: { answer: 'tooOften' }, steps: sent },
  { name: 'unreachable', scene: { answer: 'unreachable' }, steps: sent },
  { name: 'invited', scene: { fragment: link } },
  { name: 'invited-sending', scene: { fragment: link }, steps: said },
  { name: 'invited-stale', scene: { fragment: link, answer: 'wrong' }, steps: said },
  { name: 'invited-too-often', scene: { fragment: link, answer: 'tooOften' }, steps: said },
  { name: 'invited-unreachable', scene: { fragment: link, answer: 'unreachable' }, steps: said },
  { name: 'invited-other', scene: { fragment: link }, steps: (hand) => hand.tap(hand.words.join.yes.other) },
  { name: 'unreadable', scene: { fragment: link.slice(0, 30) } },
];

export const gallery: Gallery<Scene> = {
  pictures,
  // It becomes a kiosk, a counter or a display: it joins on whatever screen that has.
  sizes: ['1366x768', '1920x1080', '1024x768', '1080x1920'],
  scene: (change, language) => ({ fragment: '', answer: 'silence', ...change, language }),
  limits: () => ({ minimumText: 14, minimumTarget: 44 }),
  ready: 'main',
  settle: 400,
};
