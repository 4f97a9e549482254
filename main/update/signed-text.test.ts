import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyId, openSigned, readPublicKey, SignatureRefused, signText } from './signed-text.ts';

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const [older, newer] = [pair(), pair()];
const both = [older.publicKey, newer.publicKey];

describe('a signed text', () => {
  test('opens with any key that signed it', () => {
    fc.assert(
      fc.property(fc.string(), (body) => {
        expect(openSigned(signText(body, [newer.privateKey, older.privateKey]), [older.publicKey])).toBe(body);
        expect(openSigned(signText(body, [newer.privateKey]), both)).toBe(body);
      }),
      { numRuns: 30 },
    );
  });

  test('does not open once any letter of it is another', () => {
    const signed = signText('version=1.0.0\nrollout=10\n', [older.privateKey]);
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.constantFrom('A', '0', '\n', ' '), (at, letter) => {
        fc.pre(signed[at] !== letter);
        const changed = signed.slice(0, at) + letter + signed.slice(at + 1);
        expect(() => openSigned(changed, both)).toThrow(SignatureRefused);
      }),
    );
  });

  test.each([
    ['nothing', '', 'not_signed'],
    ['a text without signatures', signText('a', []), 'not_signed'],
    ['a page of somebody else', '<html>\n\n</html>', 'not_signed'],
    ['more signatures than anybody needs', signText('a', Array(5).fill(older.privateKey)), 'not_signed'],
    ['an endless text', signText('a'.repeat(9000), [older.privateKey]), 'too_long'],
    ['a strange key', signText('a', [pair().privateKey]), 'unknown_key'],
    ['another body', `${signText('a', [older.privateKey])}b`, 'bad_signature'],
  ])('is refused where it is %s', (_what, text, refusal) => {
    expect(() => openSigned(text, both)).toThrow(expect.objectContaining({ refusal }));
  });
});

test('a key is one of the curve that OpenSSL and .NET share', () => {
  const pem = older.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  expect(keyId(readPublicKey(pem))).toBe(keyId(older.privateKey));
  const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
  expect(() => readPublicKey(other)).toThrow('not a P-256 key');
});
