/**
 * Parts a text into pieces that each fit the place they are shown in, sentence by sentence. Nothing is left out: a
 * sentence that does not fit goes on, after an ellipsis, in the next piece.
 * @param fits whether a piece can be shown whole
 */
export function piecesOf(text: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const sentence of sentencesOf(text)) {
    const longer = piece === '' ? sentence : `${piece} ${sentence}`;
    if (fits(longer)) {
      piece = longer;
      continue;
    }
    if (piece !== '') pieces.push(piece);
    const parts = partsOf(sentence, fits);
    pieces.push(...parts.slice(0, -1));
    piece = parts.at(-1) ?? '';
  }
  return piece === '' ? pieces : [...pieces, piece];
}

const segmenter = new Intl.Segmenter('id', { granularity: 'sentence' });

function sentencesOf(text: string): string[] {
  return [...segmenter.segment(text.replaceAll(/\s+/g, ' '))]
    .map(({ segment }) => segment.trim())
    .filter((s) => s !== '');
}

/** A sentence by as many words as fit. */
function partsOf(sentence: string, fits: (piece: string) => boolean): string[] {
  if (fits(sentence)) return [sentence];
  const parts: string[] = [];
  let part = '';
  for (const word of sentence.split(' ').flatMap((each) => brokenWord(each, fits))) {
    const longer = part === '' ? word : `${part} ${word}`;
    if (part === '' || fits(`${longer} …`)) {
      part = longer;
      continue;
    }
    parts.push(`${part} …`);
    part = `… ${word}`;
  }
  return [...parts, part];
}

/** A word wider than the whole place, such as an address of the web, by as many signs as fit. */
function brokenWord(word: string, fits: (piece: string) => boolean): string[] {
  if (fits(`… ${word} …`) || word.length <= 1) return [word];
  let length = word.length - 1;
  while (length > 1 && !fits(`… ${word.slice(0, length)} …`)) length -= 1;
  return [word.slice(0, length), ...brokenWord(word.slice(length), fits)];
}

/** How long a piece stands until everybody has read it, ms. */
export function readingTime(piece: string): number {
  return Math.max(6_000, 2_500 + piece.length * 75);
}
