import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/**
 * A body with signatures above it, one file: torn downloads cannot mix two releases. Each signature is ECDSA P-256 over
 * SHA-256 in DER, which `openssl dgst -verify` and .NET check as well; the program outside does. Several signatures let
 * keys rotate: a release is signed by the old and the new key until every machine knows the new one.
 *
 *     anjungan-update-1
 *     sig KEYID BASE64
 *
 *     product=anjungan
 *     ...
 */
const firstLine = 'anjungan-update-1';
/** A note is about 500 bytes; nothing longer is even looked at. */
const longestText = 8192;
const mostSignatures = 4;

export type Refusal = 'too_long' | 'not_signed' | 'unknown_key' | 'bad_signature';

export class SignatureRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`the update's note is refused: ${refusal}`);
    this.refusal = refusal;
  }
}

/**
 * A public key as the product ships it.
 * @throws Error where it is no P-256 key
 */
export function readPublicKey(pem: string): KeyObject {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('not a P-256 key');
  return key;
}

/** 16 hex digits by which a signature names its key. */
export function keyId(key: KeyObject): string {
  const spki = (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex').slice(0, 16);
}

/** @param keys private; the newest first */
export function signText(body: string, keys: readonly KeyObject[]): string {
  const lines = keys.map((key) => `sig ${keyId(key)} ${sign('sha256', Buffer.from(body), key).toString('base64')}`);
  return [firstLine, ...lines, '', body].join('\n');
}

/**
 * The body, once one signature of a key we trust is right. Nothing of the body is looked at before.
 * @param trusted public keys
 * @throws SignatureRefused
 */
export function openSigned(text: string, trusted: readonly KeyObject[]): string {
  if (text.length > longestText) throw new SignatureRefused('too_long');
  const end = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  if (first !== firstLine || lines.length === 0 || lines.length > mostSignatures)
    throw new SignatureRefused('not_signed');
  const body = text.slice(end + 2);
  const keys = new Map(trusted.map((key) => [keyId(key), key]));
  let isKnown = false;
  for (const line of lines) {
    const [, id, signature] = /^sig ([0-9a-f]{16}) ([A-Za-z0-9+/]{80,100}={0,2})$/.exec(line) ?? [];
    if (id === undefined || signature === undefined) throw new SignatureRefused('not_signed');
    const bytes = Buffer.from(signature, 'base64');
    // One signature is written in one way only.
    if (bytes.toString('base64') !== signature) throw new SignatureRefused('not_signed');
    const key = keys.get(id);
    if (!key) continue;
    isKnown = true;
    if (verify('sha256', Buffer.from(body), key, bytes)) return body;
  }
  throw new SignatureRefused(isKnown ? 'bad_signature' : 'unknown_key');
}
