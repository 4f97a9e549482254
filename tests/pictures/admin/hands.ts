import type { Hand } from '../gallery.ts';
import type { Scene } from './stand-in.ts';

/** What somebody does on the supervisor's pages. */

export const inTurn =
  (...steps: ((hand: Hand) => Promise<void>)[]) =>
  async (hand: Hand) => {
    for (const step of steps) {
      await step(hand);
      await hand.step(400);
    }
  };
export const tap = (name: (words: Hand['words']) => string) => (hand: Hand) =>
  hand.touch(hand.page.getByRole('button', { name: name(hand.words), exact: true }).last());
export const flip = (name: (words: Hand['words']) => string) => (hand: Hand) =>
  hand.touch(hand.page.getByRole('switch', { name: name(hand.words) }).first());
export const tick = (name: (words: Hand['words']) => string) => (hand: Hand) =>
  hand.touch(hand.page.getByRole('checkbox', { name: name(hand.words) }));
export const write = (label: (words: Hand['words']) => string, text: string) => (hand: Hand) =>
  hand.page.getByLabel(label(hand.words), { exact: true }).first().fill(text, { timeout: 4_000 });
export const keys = (text: string) => (hand: Hand) => hand.page.keyboard.type(text);
export const on = (page: string, scene: Partial<Scene> = {}): Partial<Scene> => ({ page, ...scene });
