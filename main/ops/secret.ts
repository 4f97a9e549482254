import { hash, randomBytes } from 'node:crypto';

/** A random text of 256 bits that lets somebody in: whoever makes it gives it out once and keeps `hashOf` it. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256: what is kept or compared in a text's place. Not for what people can guess, such as a PIN. */
export function hashOf(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
