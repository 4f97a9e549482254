/** Crockford's base 32: no letter that looks like a digit or another letter. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeLength = 8;

/** What was meant: small letters, O for 0, I and L for 1, groups and spaces. Anything else is left out. */
export function plainCode(typed: string): string {
  const meant = typed.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return [...meant]
    .filter((sign) => alphabet.includes(sign))
    .slice(0, codeLength)
    .join('');
}

/** In two groups, as the supervisor's screen shows it: `7Q4K-M2XV`. */
export function groupedCode(code: string): string {
  return code.length > 4 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}
