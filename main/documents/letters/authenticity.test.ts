import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { LetterSeal, maskedName, type SealKeys, type TrustedKey } from './authenticity.ts';

/** An office that keeps its key. */
function office(): SealKeys & { kept: string[] } {
  const kept: string[] = [];
  return { kept, load: () => kept[0] ?? null, keep: (jwk) => void kept.push(jwk) };
}

/** No other office is known. */
const nobody = () => Promise.resolve(undefined);
/** A list that names one office. */
const only = (id: string, key: TrustedKey) => (asked: string) => Promise.resolve(asked === id ? key : undefined);

const letter = {
  letterId: '01890a5d-ac96-774b-bcce-b302099a8057',
  number: '500.2.2.4/017/429.511.08/2026',
  kind: 'Surat Keterangan Usaha',
  date: '2026-11-24',
  name: 'Siti Aminah',
  issuer: 'Desa Tambakrejo, Kecamatan Muncar',
};
const masked = { ...letter, name: 'S*** A*****' };

describe("a letter's token", () => {
  it('says what was sealed, the name masked', async () => {
    const seal = new LetterSeal(office(), nobody);
    const token = await seal.seal(letter);
    expect(await seal.read(token)).toEqual({ by: 'own', letter: masked });
    expect(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).not.toContain('Siti');
  });

  it('is read with the same key after a restart; only one key is ever made', async () => {
    const keys = office();
    const before = new LetterSeal(keys, nobody);
    const [token] = await Promise.all([before.seal(letter), before.seal(letter)]);
    const after = new LetterSeal(keys, nobody);
    expect(await after.read(token)).toEqual({ by: 'own', letter: masked });
    expect(await after.seal(letter)).toBe(token);
    expect(keys.kept.length).toBe(1);
  });

  it('is false when any sign of it is changed', async () => {
    const seal = new LetterSeal(office(), nobody);
    const token = await seal.seal(letter);
    for (let at = 0; at < token.length; at++) {
      const sign = token[at] === 'A' ? 'B' : 'A';
      const reading = await seal.read(token.slice(0, at) + sign + token.slice(at + 1));
      // In the header it may become the token of a stranger, in no place one of ours.
      expect(reading === null || reading.by === 'stranger', `sign ${at}`).toBe(true);
    }
    // The last sign of a signature holds four bits that no byte needs.
    for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      if (!token.endsWith(last)) expect(await seal.read(token.slice(0, -1) + last)).toBeNull();
    }
  });

  it('is false for anything that is no token', async () => {
    const seal = new LetterSeal(office(), nobody);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        expect(await seal.read(text)).toBeNull();
      }),
    );
    expect(await seal.read('eyJhbGciOiJub25lIn0.e30.')).toBeNull();
  });

  it("of another office is read with that office's key, under the name that the list gives it", async () => {
    const other = new LetterSeal(office(), nobody);
    const token = await other.seal(letter);
    const { id, x } = await other.publicKey();
    const trusted = only(id, { issuer: 'Desa Tambakrejo', x, listDate: '2026-11-01' });
    expect(await new LetterSeal(office(), trusted).read(token)).toEqual({
      by: 'other',
      letter: { ...masked, issuer: 'Desa Tambakrejo' },
      listDate: '2026-11-01',
    });
    expect(await new LetterSeal(office(), nobody).read(token)).toEqual({ by: 'stranger' });
  });

  it('of whoever uses the id of a trusted key is false', async () => {
    const other = new LetterSeal(office(), nobody);
    const { id } = await other.publicKey();
    const { x } = await new LetterSeal(office(), nobody).publicKey();
    const trusted = only(id, { issuer: 'Desa Tambakrejo', x, listDate: '2026-11-01' });
    expect(await new LetterSeal(office(), trusted).read(await other.seal(letter))).toBeNull();
  });

  it('can be tried again when its key could not be kept', async () => {
    const keys = office();
    let full = true;
    const failing: SealKeys = {
      load: () => keys.load(),
      keep(jwk) {
        if (full) throw new Error('disk full');
        keys.keep(jwk);
      },
    };
    const seal = new LetterSeal(failing, nobody);
    await expect(seal.seal(letter)).rejects.toThrow('disk full');
    full = false;
    expect(await seal.read(await seal.seal(letter))).toEqual({ by: 'own', letter: masked });
  });

  it('makes a code that is still small', async () => {
    const { version } = encode(await new LetterSeal(office(), nobody).seal(letter), { ecc: 'L' });
    expect(version).toBeLessThanOrEqual(13);
  });
});

it.each([
  ['Siti Aminah', 'S*** A*****'],
  ['  Ni  Luh ', 'N* L**'],
  ['Ó', 'Ó'],
  ['', ''],
])('masks %j', (name, expected) => expect(maskedName(name)).toBe(expected));
