/** The clips that say a ticket number digit by digit, as people are used to: A-012 is "A, nol, satu, dua". */
export function ticketClips(number: string): string[] {
  const signs = number.toUpperCase().match(/[A-Z0-9]/g) ?? [];
  return signs.map((sign) => (sign >= 'A' ? `letter.${sign}` : `digit.${sign}`));
}

/** The clips that say a number as a word, 0 to 999; a larger one is said digit by digit. */
export function numberClips(number: number): string[] {
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`no words for the number ${number}`);
  if (number > 999) return ticketClips(String(number));
  const clips: string[] = [];
  let rest = number;
  if (rest >= 100) {
    clips.push(`number.${rest - (rest % 100)}`);
    rest %= 100;
  }
  if (rest > 20) {
    clips.push(`number.${rest - (rest % 10)}`);
    rest %= 10;
  }
  if (rest > 0 || clips.length === 0) clips.push(`number.${rest}`);
  return clips;
}
