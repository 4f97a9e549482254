/** Tracking codes as they are typed: Crockford's base 32, eight signs, read in two groups of four. */

export const longestCode = 8;

/** The signs of a code, in the order of the keys. */
export const codeSigns: readonly string[] = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('');

/** Signs that look alike are taken for each other; hyphens and spaces are left out. */
export const code = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0')
    .replaceAll(/[^0-9A-HJKMNP-TV-Z]/g, '');

/** "7K2M-9QXD". */
export const grouped = (typed: string): string =>
  typed.length > 4 ? `${typed.slice(0, 4)}-${typed.slice(4, longestCode)}` : typed;
