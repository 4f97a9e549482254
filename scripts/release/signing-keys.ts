import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { CannotRelease, testMark } from './packages.ts';

/**
 * A private key that lies encrypted outside the repository.
 * @param repository its root; a key within would be committed some day
 * @throws CannotRelease
 */
export function openSigningKey(path: string, passphrase: string, repository: string): KeyObject {
  const [real, pem] = readKey(path);
  const inside = relative(realpathSync(repository), real);
  if (!inside.startsWith('..')) throw new CannotRelease(`${path} lies in the repository; a key must not.`);
  if (pem.includes(testMark)) throw new CannotRelease(`${path} is the key of a test; nothing is released with it.`);
  if (!pem.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----'))
    throw new CannotRelease(`${path} is not an encrypted key. Encrypt it: openssl pkcs8 -topk8 -v2 aes-256-cbc`);
  if (passphrase === '') throw new CannotRelease('The key needs its passphrase in ANJUNGAN_RELEASE_PASSPHRASE.');
  const key = decrypt(path, pem, passphrase);
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new CannotRelease(`${path} is no P-256 key.`);
  return key;
}

function readKey(path: string): [real: string, pem: string] {
  try {
    return [realpathSync(path), readFileSync(path, 'utf8')];
  } catch (error) {
    throw new CannotRelease(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function decrypt(path: string, pem: string, passphrase: string): KeyObject {
  try {
    return createPrivateKey({ key: pem, passphrase });
  } catch {
    throw new CannotRelease(`The passphrase does not open ${path}.`);
  }
}
