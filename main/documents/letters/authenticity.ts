import {
  type CompactJWSHeaderParameters,
  CompactSign,
  compactVerify,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { parse, stringify } from 'uuid';
import { z } from 'zod';
import { keyIdOf, publicJwk } from './office-key.ts';

/** What a letter's code says, so that a copy of it can be compared with the register. It signs nothing in law. */
export interface SealedLetter {
  readonly letterId: string;
  readonly number: string;
  /** "Surat Keterangan Usaha". */
  readonly kind: string;
  /** `2026-11-24` */
  readonly date: string;
  /** Sealed and read masked: "S*** A*****". */
  readonly name: string;
  /** "Desa Tambakrejo, Kecamatan Muncar". */
  readonly issuer: string;
}

/**
 * `own`: sealed here; `other`: by an office whose key is known, from a list of that day; `stranger`: by one whose key is
 * not.
 */
export type SealReading =
  | { readonly by: 'own'; readonly letter: SealedLetter }
  | { readonly by: 'other'; readonly letter: SealedLetter; readonly listDate: string }
  | { readonly by: 'stranger' };

/** The office's key, kept where only the office's program reads it. */
export interface SealKeys {
  /** The JWK as it was kept, as JSON; null: there is none yet. */
  load(): string | null;
  /** Keeps a new one for good: letters that were sealed with it are read for years. */
  keep(jwk: string): void;
}

/** Another office's public key. */
export interface TrustedKey {
  readonly issuer: string;
  /** 32 bytes in base64url. */
  readonly x: string;
  /** Of the list that names it, YYYY-MM-DD. */
  readonly listDate: string;
}

/** Another office's key by its id, as it is known now; undefined: nobody vouches for such an office. */
export type TrustedKeys = (id: string) => Promise<TrustedKey | undefined>;

/** Names of one letter each: all of it goes into a small code. */
const content = z.strictObject({
  l: z.string().length(22),
  n: z.string(),
  k: z.string(),
  d: z.iso.date(),
  s: z.string(),
  i: z.string(),
});

const algorithm = 'EdDSA';

interface OwnKey {
  readonly id: string;
  /** The public part. */
  readonly x: string;
  readonly key: Awaited<ReturnType<typeof importJWK>>;
}

/** Seals letters with a token for their code, and reads such tokens. */
export class LetterSeal {
  readonly #keys: SealKeys;
  readonly #trusted: TrustedKeys;
  #own: Promise<OwnKey> | null = null;

  constructor(keys: SealKeys, trusted: TrustedKeys) {
    this.#keys = keys;
    this.#trusted = trusted;
  }

  /** A compact JWS (RFC 7515) with Ed25519 (RFC 8037). Made again it is the same. */
  async seal({ letterId, number, kind, date, name, issuer }: SealedLetter): Promise<string> {
    const { id, key } = await this.#ownKey();
    const short = {
      l: Buffer.from(parse(letterId)).toString('base64url'),
      n: number,
      k: kind,
      d: date,
      s: maskedName(name),
      i: issuer,
    } satisfies z.input<typeof content>;
    return new CompactSign(new TextEncoder().encode(JSON.stringify(short)))
      .setProtectedHeader({ alg: algorithm, kid: id })
      .sign(key);
  }

  /** Null: no such token, or changed in whatever place. */
  async read(token: string): Promise<SealReading | null> {
    if (!isExact(token)) return null;
    const own = await this.#ownKey();
    let other: TrustedKey | null = null;
    try {
      const { payload } = await compactVerify(
        token,
        async ({ kid }: CompactJWSHeaderParameters) => {
          if (kid === own.id) return importJWK(publicJwk(own.x), algorithm);
          other = (await this.#trusted(kid ?? '')) ?? null;
          if (other === null) throw new UnknownKey();
          return importJWK(publicJwk(other.x), algorithm);
        },
        { algorithms: [algorithm] },
      );
      const { l, n, k, d, s, i } = content.parse(JSON.parse(new TextDecoder().decode(payload)));
      const letterId = stringify(Buffer.from(l, 'base64url'));
      const letter = { letterId, number: n, kind: k, date: d, name: s, issuer: i };
      const from = other as TrustedKey | null;
      if (from === null) return { by: 'own', letter };
      // An office is called what the list of trusted keys calls it, not what it calls itself.
      return { by: 'other', letter: { ...letter, issuer: from.issuer }, listDate: from.listDate };
    } catch (error) {
      return error instanceof UnknownKey ? { by: 'stranger' } : null;
    }
  }

  /** What other offices need to read this one's letters. */
  async publicKey(): Promise<{ id: string; x: string }> {
    const { id, x } = await this.#ownKey();
    return { id, x };
  }

  #ownKey(): Promise<OwnKey> {
    this.#own ??= this.#openKey().catch((error: unknown) => {
      // A key that could not be kept may be made anew.
      this.#own = null;
      throw error;
    });
    return this.#own;
  }

  async #openKey(): Promise<OwnKey> {
    const kept = this.#keys.load();
    const jwk = kept === null ? await newKey() : (JSON.parse(kept) as JWK);
    if (kept === null) this.#keys.keep(JSON.stringify(jwk));
    const { x = '' } = jwk;
    return { id: await keyIdOf(x), x, key: await importJWK(jwk, algorithm) };
  }
}

/** "Siti Aminah" becomes "S*** A*****": enough for whoever holds the letter to compare, and no more. */
export function maskedName(name: string): string {
  return name
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => {
      const [first = '', ...rest] = word;
      return first + '*'.repeat(rest.length);
    })
    .join(' ');
}

class UnknownKey extends Error {}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  return exportJWK(privateKey);
}

/** Base64 has several spellings of the same bytes; only the one that we write is ours, so that no sign may be changed. */
function isExact(token: string): boolean {
  const parts = token.split('.');
  return parts.length === 3 && parts.every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}
