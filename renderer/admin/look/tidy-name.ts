const longest = 80;

/**
 * A name as the hub takes it, made of the name that a file has on somebody's own machine: what another system would not
 * take becomes a hyphen. The ending stays; the hub says what it thinks of it.
 */
export function tidyName(name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot === -1 ? [name, ''] : [name.slice(0, dot), name.slice(dot).toLowerCase()];
  const tidy = stem
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N} ._()-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    // By whole letters: half a pair of them is none.
    .slice(0, longest)
    .trim();
  const usable = tidy === '' || /^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i.test(tidy) ? `berkas ${tidy}`.trim() : tidy;
  return `${usable}${ending}`;
}
