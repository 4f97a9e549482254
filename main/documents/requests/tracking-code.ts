import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a code can be read aloud and typed back. https://www.crockford.com/base32.html */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const length = 8;

/** Eight signs by chance; it says nothing about the letter or the person. */
export function newTrackingCode(): string {
  return Array.from({ length }, () => signs[randomInt(signs.length)]).join('');
}

/** As people read it: "7K2M-9QXD". */
export function writeTrackingCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The code in what somebody typed or a scanner read ("ANJ2:7K2M9QXD"); null: none. */
export function readTrackingCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/^ANJ2:/, '')
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[OIL]/g, (sign) => lookAlikes[sign] ?? sign);
  return code.length === length && [...code].every((sign) => signs.includes(sign)) ? code : null;
}
