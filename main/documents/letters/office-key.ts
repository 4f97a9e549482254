import { calculateJwkThumbprint, type JWK } from 'jose';

/** An Ed25519 public key (RFC 8037) of its 32 bytes in base64url. */
export const publicJwk = (x: string): JWK => ({ kty: 'OKP', crv: 'Ed25519', x }) as JWK;

/** Enough to tell offices apart; the signature decides. */
const keyIdLength = 8;

/** What the letters of a key's office name it by: the first eight signs of its thumbprint (RFC 7638). */
export async function keyIdOf(x: string): Promise<string> {
  return (await thumbprintOf(x)).slice(0, keyIdLength);
}

/** 43 signs of base64url, to compare two keys by. */
export function thumbprintOf(x: string): Promise<string> {
  return calculateJwkThumbprint(publicJwk(x));
}
