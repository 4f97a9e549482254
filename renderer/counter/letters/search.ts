import type { LetterCard } from '../../../contract/documents.ts';

/** Letters of every day first, in their order; the others by name. Every word that was typed must begin a word of theirs. */
export function foundIn(letters: readonly LetterCard[], typed: string): LetterCard[] {
  const parts = wordsOf(typed);
  return letters
    .filter(({ name, words }) => {
      const theirs = [name.id, name.en, ...words].flatMap(wordsOf);
      return parts.every((part) => theirs.some((word) => word.startsWith(part)));
    })
    .toSorted(
      (a, b) =>
        (a.everyday ?? Number.POSITIVE_INFINITY) - (b.everyday ?? Number.POSITIVE_INFINITY) ||
        a.name.id.localeCompare(b.name.id, 'id'),
    );
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
