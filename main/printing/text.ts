/**
 * Text for a printer that knows ASCII only. Other characters depend on the code page a clone happens to start in,
 * and control characters would be commands: neither may reach the wire.
 */
const lookalikes: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '´': "'",
  ʼ: "'",
  ʾ: "'",
  ʿ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '•': '-',
  '·': '-',
  '●': '-',
  '⁄': '/',
  '×': 'x',
  '÷': ':',
  '°': ' derajat',
  '€': 'EUR',
  '©': '(c)',
  '®': '(R)',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
};

/** Joiners, direction marks, soft hyphens. */
const invisible = /\p{Cf}/gu;

/** The same words in printable ASCII, on one line, single-spaced. What has no likeness becomes `?`. */
export function printable(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/[^\x20-\x7E]/gu, (char) => lookalikes[char] ?? char)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E]/gu, (char) => lookalikes[char] ?? (/\s|\p{Cc}/u.test(char) ? ' ' : '?'))
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * Folds printable text by whole words into lines of at most `width` characters, as few as possible and of even length:
 * centred text with one stray word under it looks like a mistake. Only a word longer than a line is broken.
 */
export function fold(text: string, width: number): string[] {
  const words = text
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => pieces(word, width));
  const lines = fill(words, width);
  const longestWord = Math.max(0, ...words.map((word) => word.length));
  for (let narrower = Math.max(longestWord, Math.ceil(text.length / lines.length)); narrower < width; narrower += 1) {
    const even = fill(words, narrower);
    if (even.length === lines.length) return even;
  }
  return lines;
}

/** Whether every word stands whole on a line of `width` characters. */
export function fitsWords(text: string, width: number): boolean {
  return text.split(' ').every((word) => word.length <= width);
}

function fill(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function pieces(word: string, width: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < word.length; at += width) parts.push(word.slice(at, at + width));
  return parts;
}
