import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that nobody reads one sign as another. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const seedBytes = 16;
const checkBytes = 4;
const groupSigns = 4;
const keySigns = 32;
/** What stands before the 32 bytes of a private X25519 key in DER (RFC 8410). */
const derHead = Buffer.from('302e020100300506032b656e04220420', 'hex');

/**
 * A new recovery key as it is written on paper: 128 random bits and 32 that tell a slip of the pen, eight groups of four
 * signs such as `7Q4K-M2XV-…`.
 */
export function newRecoveryKey(): string {
  return written(randomBytes(seedBytes));
}

/**
 * The private key that a recovery key stands for. Case, spaces and hyphens don't count, O is 0, I and L are 1.
 * @returns null where it was not copied rightly
 */
export function readRecoveryKey(typed: string): KeyObject | null {
  const bytes = fromSigns(plainSigns(typed));
  if (bytes?.length !== seedBytes + checkBytes) return null;
  const seed = bytes.subarray(0, seedBytes);
  if (!bytes.subarray(seedBytes).equals(checkOf(seed))) return null;
  const secret = Buffer.from(hkdfSync('sha256', seed, Buffer.alloc(0), 'anjungan recovery key', 32));
  return createPrivateKey({ key: Buffer.concat([derHead, secret]), format: 'der', type: 'pkcs8' });
}

/**
 * In which group a slip of the pen is, when it is one sign or two neighbours in a turn: the 32 check bits leave no doubt.
 * @returns 1 to 8; null where it cannot be told
 */
export function mistypedGroup(typed: string): number | null {
  const text = plainSigns(typed);
  if (text.length !== keySigns) return null;
  const at = Array.from(text, (_, place) => place).find((place) => variants(text, place).some(isWritten));
  return at === undefined ? null : Math.floor(at / groupSigns) + 1;
}

function variants(text: string, place: number): string[] {
  const with_ = (piece: string) => text.slice(0, place) + piece + text.slice(place + piece.length);
  const turned = (text[place + 1] ?? '') + (text[place] ?? '');
  return [...Array.from(signs, with_), with_(turned)];
}

function isWritten(text: string): boolean {
  const bytes = fromSigns(text);
  return (
    bytes?.length === seedBytes + checkBytes && bytes.subarray(seedBytes).equals(checkOf(bytes.subarray(0, seedBytes)))
  );
}

/** Whether somebody has typed the last group of a key from the paper. */
export function isLastGroup(typed: string, recoveryKey: string): boolean {
  return plainSigns(typed) === plainSigns(recoveryKey).slice(-groupSigns);
}

/** The public part of a private key, 32 bytes as base64url. */
export function publicPart(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'jwk' }).x ?? '';
}

/** @returns null for what is no public key (X25519, base64url) */
export function readPublicPart(text: string): KeyObject | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(text)) return null;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: text }, format: 'jwk' });
  // The last sign has bits to spare: one key has one spelling.
  return publicOf(key) === text ? key : null;
}

/** A public part in short, for people to compare: `1f3a 09bc 77e2 d410`. */
export function fingerprintOf(publicKey: string): string {
  const digits = createHash('sha256').update(`anjungan backup recipient ${publicKey}`).digest('hex').slice(0, 16);
  return digits.replace(/.{4}(?=.)/g, '$& ');
}

function publicOf(key: KeyObject): string {
  return key.export({ format: 'jwk' }).x ?? '';
}

function written(seed: Buffer): string {
  const text = toSigns(Buffer.concat([seed, checkOf(seed)]));
  return text.replace(/.{4}(?=.)/g, '$&-');
}

function checkOf(seed: Buffer): Buffer {
  return createHash('sha256').update('anjungan recovery key').update(seed).digest().subarray(0, checkBytes);
}

function plainSigns(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** @param bytes a multiple of five */
function toSigns(bytes: Buffer): string {
  const digits = BigInt(`0x${bytes.toString('hex')}`)
    .toString(32)
    .padStart((bytes.length * 8) / 5, '0');
  return Array.from(digits, (digit) => signs[Number.parseInt(digit, 32)]).join('');
}

function fromSigns(text: string): Buffer | null {
  let value = 0n;
  for (const sign of text) {
    const digit = signs.indexOf(sign);
    if (digit < 0) return null;
    value = value * 32n + BigInt(digit);
  }
  if (text.length % 8 !== 0 || text.length === 0) return null;
  return Buffer.from(value.toString(16).padStart((text.length * 5) / 4, '0'), 'hex');
}
