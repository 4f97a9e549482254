import {
  type CompactJWSHeaderParameters,
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { parse, stringify } from 'uuid';
import { z } from 'zod';

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

/** `own`: sealed here; `other`: by an office whose key is known; `stranger`: by one whose key is not. */
export type SealReading = { readonly by: 'own' | 'other'; readonly letter: SealedLetter } | { readonly by: 'stranger' };

/** The office's key, kept where only the office's program reads it. */
export interface SealKeys {
  /** The JWK as it was kept, as JSON; null: there is none yet. */
  load(): string | null;
  /** Keeps a new one for good: letters that were sealed with it are read for years. */
  keep(jwk: string): void;
}

/** A public key that others may trust, by its id. */
export interface TrustedKey {
  readonly issuer: string;
  readonly jwk: JWK;
}

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
/** Enough to tell offices apart; the signature decides. */
const keyIdLength = 8;

interface OwnKey {
  readonly id: string;
  readonly jwk: JWK;
  readonly key: Awaited<ReturnType<typeof importJWK>>;
}

/** Seals letters with a token for their code, and reads such tokens. */
export class LetterSeal {
  readonly #keys: SealKeys;
  readonly #trusted: ReadonlyMap<string, TrustedKey>;
  #own: Promise<OwnKey> | null = null;

  /** @param trusted other offices' public keys, by key id */
  constructor(keys: SealKeys, trusted: ReadonlyMap<string, TrustedKey> = new Map()) {
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
    let by: 'own' | 'other' = 'own';
    let issuer: string | null = null;
    try {
      const { payload } = await compactVerify(
        token,
        async ({ kid }: CompactJWSHeaderParameters) => {
          if (kid === own.id) return importJWK(publicPart(own.jwk), algorithm);
          const trusted = this.#trusted.get(kid ?? '');
          if (!trusted) throw new UnknownKey();
          by = 'other';
          issuer = trusted.issuer;
          return importJWK(publicPart(trusted.jwk), algorithm);
        },
        { algorithms: [algorithm] },
      );
      const { l, n, k, d, s, i } = content.parse(JSON.parse(new TextDecoder().decode(payload)));
      const letterId = stringify(Buffer.from(l, 'base64url'));
      // An office is called what the list of trusted keys calls it, not what it calls itself.
      return { by, letter: { letterId, number: n, kind: k, date: d, name: s, issuer: issuer ?? i } };
    } catch (error) {
      return error instanceof UnknownKey ? { by: 'stranger' } : null;
    }
  }

  /** What other offices need to read this one's letters. */
  async publicKey(): Promise<{ id: string; jwk: JWK }> {
    const { id, jwk } = await this.#ownKey();
    return { id, jwk: publicPart(jwk) };
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
    const id = (await calculateJwkThumbprint(publicPart(jwk))).slice(0, keyIdLength);
    return { id, jwk, key: await importJWK(jwk, algorithm) };
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

const publicPart = ({ kty, crv, x }: JWK): JWK => ({ kty, crv, x }) as JWK;

/** Base64 has several spellings of the same bytes; only the one that we write is ours, so that no sign may be changed. */
function isExact(token: string): boolean {
  const parts = token.split('.');
  return parts.length === 3 && parts.every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}
