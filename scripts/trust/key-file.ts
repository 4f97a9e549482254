import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { CannotHelp } from '../running-hub.ts';

/** The regency's signing key in a file, encrypted with a passphrase (RFC 7517, section 7). */

const keyFile = z.strictObject({
  anjungan: z.literal('trust-key'),
  v: z.literal(1),
  /** The public part, 32 bytes in base64url. */
  x: z.string(),
  key: z.string(),
});

export const shortestPassphrase = 12;
/** OWASP's smallest for PBKDF2 with SHA-512 is 210,000; one file is opened now and then. */
const rounds = 400_000;
const checkout = realpathSync(join(import.meta.dirname, '..', '..'));

/**
 * Makes a new key and its file; one that is there already stays.
 * @returns the key with its private part
 * @throws CannotHelp
 */
export async function makeKeyFile(path: string, passphrase: string): Promise<JWK> {
  if (isInCheckout(path)) throw new CannotHelp('keep the key outside of the program’s own folder, which is copied.');
  if (passphrase.length < shortestPassphrase)
    throw new CannotHelp(`choose a passphrase of at least ${shortestPassphrase} signs.`);
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  const key = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(jwk)))
    .setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', cty: 'jwk+json' })
    .setKeyManagementParameters({ p2c: rounds })
    .encrypt(new TextEncoder().encode(passphrase));
  const content = { anjungan: 'trust-key', v: 1, x: jwk.x ?? '', key } satisfies z.input<typeof keyFile>;
  try {
    writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new CannotHelp(`${path} is there already; a key that lists were signed with is not replaced.`);
    throw new CannotHelp(`${path} cannot be written.`);
  }
  return jwk;
}

/** @throws CannotHelp */
export async function openKeyFile(path: string, passphrase: string): Promise<JWK> {
  const content = readKeyFile(path);
  try {
    const { plaintext } = await compactDecrypt(content.key, new TextEncoder().encode(passphrase), {
      keyManagementAlgorithms: ['PBES2-HS512+A256KW'],
      contentEncryptionAlgorithms: ['A256GCM'],
      maxPBES2Count: rounds,
    });
    const jwk = JSON.parse(new TextDecoder().decode(plaintext)) as JWK;
    if (jwk.x === content.x) return jwk;
  } catch {
    // The passphrase or the file: nobody can tell.
  }
  throw new CannotHelp(`${path} does not open with this passphrase.`);
}

function readKeyFile(path: string): z.infer<typeof keyFile> {
  try {
    return keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new CannotHelp(`${path} is no key file of this program; --new-key makes one.`);
  }
}

/** Links are followed: what counts is where it would lie. */
function isInCheckout(path: string): boolean {
  const whole = resolve(path);
  try {
    const way = relative(checkout, join(realpathSync(dirname(whole)), basename(whole)));
    return way !== '' && !way.startsWith('..') && resolve(checkout, way).startsWith(checkout);
  } catch {
    return false;
  }
}
