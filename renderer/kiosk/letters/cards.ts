import type { LetterCard } from '../../../contract/documents.ts';
import type { LetterCategory } from '../../../contract/letters.ts';

/** The letters as they are listed. Pure. */

/** Those of every day, the most wanted first. */
export const everyday = (cards: readonly LetterCard[]): LetterCard[] =>
  cards.filter((card) => card.everyday !== null).sort((a, b) => (a.everyday ?? 0) - (b.everyday ?? 0));

/** Categories that have letters, in the order of the list. */
export const categoriesOf = (cards: readonly LetterCard[]): { category: LetterCategory; count: number }[] =>
  [...new Set(cards.map(({ category }) => category))].map((category) => ({
    category,
    count: cards.filter((card) => card.category === category).length,
  }));

/** Letters in whose name, purpose or words every typed word begins one; those with it in the name come first. */
export function searched(cards: readonly LetterCard[], typed: string): LetterCard[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  const has = (texts: readonly string[]) => {
    const all = texts.flatMap(wordsOf);
    return wanted.every((word) => all.some((other) => other.startsWith(word)));
  };
  const byName = cards.filter(({ name }) => has([name.id, name.en]));
  const rest = cards.filter(
    (card) =>
      !byName.includes(card) && has([card.name.id, card.name.en, card.purpose.id, card.purpose.en, ...card.words]),
  );
  return [...byName, ...rest];
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
