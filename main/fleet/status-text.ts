import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactSign, compactVerify } from 'jose';
import { type StatusBody, statusBody } from '../../contract/fleet.ts';

const algorithm = 'EdDSA';
/** Longer than any status; nothing longer is looked at. */
const mostSigns = 2000;

/** A private Ed25519 key, 32 bytes in base64url, and its public part. */
export interface FleetKey {
  readonly d: string;
  readonly x: string;
}

export function newFleetKey(): FleetKey {
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { d, x };
}

/** A compact JWS (RFC 7515) with Ed25519; the public key stands in the body. Made again it is the same. */
export function signStatus(body: StatusBody, { d, x }: FleetKey): Promise<string> {
  const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' });
  return new CompactSign(new TextEncoder().encode(JSON.stringify(statusBody.parse(body))))
    .setProtectedHeader({ alg: algorithm })
    .sign(key);
}

/**
 * Reads a status that its own key has signed; whether that key is the village's is another question.
 * @returns null for anything else, or one that was changed
 */
export async function readStatus(text: string): Promise<StatusBody | null> {
  const [, payload] = text.split('.', 2);
  if (text.length > mostSigns || payload === undefined) return null;
  try {
    const claimed = statusBody.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    await compactVerify(text, publicKey(claimed.key), { algorithms: [algorithm] });
    return claimed;
  } catch {
    return null;
  }
}

/** A public key in short, for people to compare: `1f3a 09bc 77e2 d410`. */
export function fleetFingerprint(x: string): string {
  const digits = createHash('sha256').update(`anjungan fleet ${x}`).digest('hex').slice(0, 16);
  return digits.replace(/.{4}(?=.)/g, '$& ');
}

function publicKey(x: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
