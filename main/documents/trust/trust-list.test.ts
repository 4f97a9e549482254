import { CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { keyIdOf } from '../letters/office-key.ts';
import { readTrustList, signTrustList, type TrustedOffice, type TrustList } from './trust-list.ts';

const newKey = async (): Promise<JWK & { x: string }> => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return (await exportJWK(privateKey)) as JWK & { x: string };
};

const newOffice = async (issuer: string): Promise<TrustedOffice> => {
  const { x } = await newKey();
  return { id: await keyIdOf(x), issuer, x };
};

let regency: JWK & { x: string };
let list: TrustList;
beforeAll(async () => {
  regency = await newKey();
  const offices = [await newOffice('Desa Tambakrejo'), await newOffice('Desa Kedungrejo')];
  list = { v: 1, list: 'anjungan-trust', sequence: 3, date: '2026-11-24', offices };
});

/** Whatever the regency may have signed, by mistake. */
const signed = async (content: unknown) =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(await importJWK(regency, 'EdDSA'));

describe('a list of offices', () => {
  it('is read as it was signed, also with a line end behind it', async () => {
    const text = await signTrustList(list, regency);
    expect(await readTrustList(`${text}\n`, regency.x)).toEqual(list);
    expect(await signTrustList(list, regency)).toBe(text);
  });

  it('says nothing to whoever trusts another key', async () => {
    expect(await readTrustList(await signTrustList(list, regency), (await newKey()).x)).toBeNull();
    expect(await readTrustList(await signTrustList(list, regency), 'x'.repeat(43))).toBeNull();
  });

  it('is none when it names a key by another id, or an id twice', async () => {
    const [first, second] = list.offices as [TrustedOffice, TrustedOffice];
    const swapped = { ...list, offices: [{ ...first, id: second.id }] };
    expect(await readTrustList(await signTrustList(swapped, regency), regency.x)).toBeNull();
    const twice = { ...list, offices: [first, { ...first, issuer: 'Desa Palsu' }] };
    expect(await readTrustList(await signTrustList(twice, regency), regency.x)).toBeNull();
  });

  it.each([
    ['another version', { v: 2 }],
    ['another kind of list', { list: 'something' }],
    ['no sequence', { sequence: 0 }],
    ['no such day', { date: '2026-02-30' }],
    ['a word more', { until: '2027-01-01' }],
    ['too many offices', { offices: Array.from({ length: 1001 }, () => ({ id: 'a', issuer: 'b', x: 'c' })) }],
  ])('is none with %s', async (_what, change) => {
    expect(await readTrustList(await signed({ ...list, ...change }), regency.x)).toBeNull();
  });
});
