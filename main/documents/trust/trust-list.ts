import { CompactSign, compactVerify, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { trustListFile } from '../../../contract/trust.ts';
import { keyIdOf, publicJwk } from '../letters/office-key.ts';

/** An office's public key, and what the regency calls it. */
export const trustedOffice = z.strictObject({
  /** As the office's letters name it. */
  id: z.string().regex(/^[\w-]{8}$/),
  /** "Desa Tambakrejo, Kecamatan Muncar". */
  issuer: z.string().trim().min(1).max(160),
  /** 32 bytes in base64url. */
  x: z.string().regex(/^[\w-]{43}$/),
});
export type TrustedOffice = z.infer<typeof trustedOffice>;

export const mostOffices = 1000;

const trustList = z.strictObject({
  v: z.literal(1),
  list: z.literal('anjungan-trust'),
  sequence: z.int().min(1),
  date: z.iso.date(),
  offices: z.array(trustedOffice).max(mostOffices),
});
/** Whose letters can be checked, as the regency says it. */
export type TrustList = z.infer<typeof trustList>;

const algorithm = 'EdDSA';

/**
 * Reads a list; null when it is none, was changed, or is signed by another key.
 * @param signer the regency's key, 32 bytes in base64url
 */
export async function readTrustList(text: string, signer: string): Promise<TrustList | null> {
  const whole = trustListFile.safeParse(text);
  if (!whole.success) return null;
  try {
    const { payload } = await compactVerify(whole.data, await importJWK(publicJwk(signer), algorithm), {
      algorithms: [algorithm],
    });
    const list = trustList.parse(JSON.parse(new TextDecoder().decode(payload)));
    return (await idsAreRight(list.offices)) ? list : null;
  } catch {
    return null;
  }
}

/**
 * A compact JWS (RFC 7515) with Ed25519. Made again it is the same.
 * @param key with its private part
 */
export async function signTrustList(list: TrustList, key: JWK): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(trustList.parse(list))))
    .setProtectedHeader({ alg: algorithm })
    .sign(await importJWK(key, algorithm));
}

/** Each is that of its key, and none is there twice: a letter names its office by it alone. */
async function idsAreRight(offices: readonly TrustedOffice[]): Promise<boolean> {
  if (new Set(offices.map(({ id }) => id)).size < offices.length) return false;
  for (const { id, x } of offices) if ((await keyIdOf(x)) !== id) return false;
  return true;
}
