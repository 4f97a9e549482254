/** Titles before a name, and degrees behind it, as they are written without points: `h`, `hj`, `s pd`, `m si`. */
const titles = /^(?:(?:prof|dr|drs|dra|drg|ir|h|hj|kh|ny|tn|sdr|bpk|ibu) )+(?=\p{L})/u;
const degrees =
  / (?:(?:s|m) ?(?:pd ?i?|pdi|ag|h|hum|e|sos|kom|t|pt|p|kep|keb|km|kes|si|ip|ap|ak|th|psi|farm|gz|tr|st|kn|m|ds|sn|stat|ikom|akun)|a ?m(?:d|a) ?(?:kep|keb|pd)?|ners|ns|apt|lc|ma|mm|mh|mba)$/;

/**
 * Whether two ways to write a name mean the same person: by their letters alone, without titles and degrees, which a KTP
 * may have and its owner leaves out.
 */
export function isSameName(one: string, other: string): boolean {
  const name = bareName(one);
  return name !== '' && name === bareName(other);
}

/** Small letters; points and hyphens as spaces, no apostrophes, no marks. */
function bareName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'`’‘"]/gu, '')
    .replaceAll(/[^\p{L}\p{N},]+/gu, ' ');
  // Degrees stand behind a comma where there is one.
  const [before = ''] = letters.split(',');
  let bare = (before.trim() === '' ? letters : before).replaceAll(',', ' ').replaceAll(/ +/g, ' ').trim();
  bare = bare.replace(titles, '');
  for (let shorter = bare.replace(degrees, ''); shorter !== bare; shorter = bare.replace(degrees, '')) bare = shorter;
  // "Siti Nur Aini" is written "Siti Nuraini" as well.
  return bare.replaceAll(' ', '');
}

/** A name's words as they are looked for in a text: small letters, points and hyphens as spaces, no apostrophes. */
export function plainName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'`’‘"]/gu, '');
  return letters.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
