import { randomInt, timingSafeEqual } from 'node:crypto';
import { hashOf } from '../ops/secret.ts';

/** Crockford's base 32: no I, L, O or U, so that nobody reads one sign as another. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight random signs in two groups: `7Q4K-M2XV`, 40 bits. */
export function newCode(): string {
  const code = Array.from({ length: 8 }, () => signs[randomInt(signs.length)]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** A code that was read and typed by people: case, spaces and hyphens don't count, O is 0, I and L are 1. */
export function codeHash(typed: string): Buffer {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return hashOf(plain);
}

/** Takes the same time wherever the two differ. */
export function sameCode(typed: string, hash: Buffer): boolean {
  return timingSafeEqual(codeHash(typed), hash);
}
