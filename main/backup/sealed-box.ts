import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

/** A key that only whoever has a private key can take out again. */
export interface SealedBox {
  /** Public part of the key pair that was made for this box alone; base64url. */
  readonly ephemeral: string;
  /** Base64url: the key under AES-256-GCM, and the tag. */
  readonly sealed: string;
}

const algorithm = 'aes-256-gcm';
/** The key of a box seals one thing once, so its nonce may be nought. */
const nonce = Buffer.alloc(12);
const tagBytes = 16;

/**
 * Puts a key into a box for a recipient: X25519 with a key pair of its own, HKDF-SHA256, AES-256-GCM.
 * @param about what is bound to it: a box opens beside the same words only
 */
export function sealKey(key: Buffer, recipient: KeyObject, about: Buffer): SealedBox {
  const own = generateKeyPairSync('x25519');
  const ephemeral = xOf(own.publicKey);
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey: recipient });
  const cipher = createCipheriv(algorithm, wrapKey(shared, ephemeral, xOf(recipient)), nonce);
  cipher.setAAD(about);
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { ephemeral, sealed: sealed.toString('base64url') };
}

/** @returns null where the box is for another key, or where it or the words beside it are not what they were */
export function openBox(box: SealedBox, key: KeyObject, about: Buffer): Buffer | null {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: box.ephemeral }, format: 'jwk' });
    // One key has one spelling.
    if (xOf(publicKey) !== box.ephemeral) return null;
    const shared = diffieHellman({ privateKey: key, publicKey });
    const bytes = Buffer.from(box.sealed, 'base64url');
    const cipher = createDecipheriv(algorithm, wrapKey(shared, box.ephemeral, xOf(createPublicKey(key))), nonce);
    cipher.setAAD(about);
    cipher.setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([cipher.update(bytes.subarray(0, -tagBytes)), cipher.final()]);
  } catch {
    return null;
  }
}

function wrapKey(shared: Buffer, ephemeral: string, recipient: string): Buffer {
  const salt = Buffer.concat([Buffer.from(ephemeral, 'base64url'), Buffer.from(recipient, 'base64url')]);
  return Buffer.from(hkdfSync('sha256', shared, salt, 'anjungan backup key', 32));
}

function xOf(key: KeyObject): string {
  return key.export({ format: 'jwk' }).x ?? '';
}
