import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile, syncFolder } from '../../store/synced-files.ts';
import { fingerprintOf } from '../fingerprint.ts';
import type { Chain } from './certificates.ts';

/** What a TLS server shows, as PEM. */
export interface Credentials {
  readonly key: string;
  /** For whoever came by a name. */
  readonly byName: Chain;
  /** For whoever came by the address: such a client says no name. */
  readonly byAddress: Chain;
}

/** The hub's key cannot be used, and a new one would be a stranger to every machine of the lounge. */
export class KeyUnusable extends Error {}

const keyFile = 'hub.key';
const byNameFile = 'names.crt';
const byAddressFile = 'address.crt';

/**
 * The hub's one key, and the certificates that vouch for it to plain browsers, in a folder of their own.
 *
 * Programs pin the key, so it is made once and outlives every change of name, address or date. Browsers must be shown a
 * certificate that an installed authority signed, and an authority whose key lay on this machine could be used to sign
 * for more than the lounge. So each authority signs one leaf and its key is forgotten; a leaf for another address then
 * needs another authority. Two are kept apart for that: one for the hub's names alone, which an address change does not
 * touch, and one for its address, which is made anew. A browser that uses the name never notices; one that uses the
 * address has a new address to learn anyway, and installs its authority with it. Neither authority can vouch for
 * anything but this hub: names and address are in its critical name constraints.
 *
 * `hub.key` (0600); `names.crt` and `address.crt`: the leaf, then its authority.
 */
export class Authority {
  readonly #folder: string;
  readonly #key: KeyObject;
  /** SHA-256 of the public key, base64url: what a person compares and a program pins. */
  readonly fingerprint: string;

  /**
   * Makes the key if there is none yet.
   * @param folder absolute; its parent exists
   * @throws KeyUnusable
   */
  constructor(folder: string) {
    this.#folder = folder;
    this.#key = obtainKey(folder);
    this.fingerprint = fingerprintOf(createPublicKey(this.#key));
  }

  /**
   * The certificates for these names and this address; made where the kept ones do not fit.
   * @param names DNS names, lower case, at least one
   * @param address IPv4
   */
  async credentials(names: readonly string[], address: string): Promise<Credentials> {
    return {
      key: this.#key.export({ type: 'pkcs8', format: 'pem' }) as string,
      byName: await this.#obtain(byNameFile, names, null),
      byAddress: await this.#obtain(byAddressFile, names, address),
    };
  }

  async #obtain(file: string, names: readonly string[], address: string | null): Promise<Chain> {
    const path = join(this.#folder, file);
    const kept = readChain(path);
    if (kept && this.#fits(kept, names, address)) return kept;
    // The library is not read at a start that makes no certificate.
    const { issueChain } = await import('./certificates.ts');
    const chain = await issueChain(this.#key, names, address);
    replaceFile(path, chain.leaf + chain.ca);
    return chain;
  }

  #fits(chain: Chain, names: readonly string[], address: string | null): boolean {
    const leaf = new X509Certificate(chain.leaf);
    const wanted = [...names.map((name) => `DNS:${name}`), ...(address === null ? [] : [`IP Address:${address}`])];
    return (
      leaf.checkPrivateKey(this.#key) &&
      leaf.verify(new X509Certificate(chain.ca).publicKey) &&
      leaf.subjectAltName === wanted.join(', ')
    );
  }
}

function obtainKey(folder: string): KeyObject {
  const path = join(folder, keyFile);
  if (existsSync(path)) {
    try {
      return createPrivateKey(readFileSync(path, 'utf8'));
    } catch {
      throw new KeyUnusable(`The key ${path} is damaged; restore it from a backup.`);
    }
  }
  if (existsSync(join(folder, byNameFile)))
    throw new KeyUnusable(`The key ${path} is missing; restore it from a backup beside its certificates.`);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  syncFolder(join(folder, '..'));
  replaceFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
  return privateKey;
}

const pem = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n/g;

/** @returns null where there is no whole chain */
function readChain(path: string): Chain | null {
  if (!existsSync(path)) return null;
  const [leaf, ca] = readFileSync(path, 'utf8').match(pem) ?? [];
  return leaf !== undefined && ca !== undefined ? { leaf, ca } : null;
}
