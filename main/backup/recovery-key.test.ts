import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fingerprintOf,
  isLastGroup,
  newRecoveryKey,
  publicPart,
  readPublicPart,
  readRecoveryKey,
} from './recovery-key.ts';

const publicOf = (typed: string) => {
  const key = readRecoveryKey(typed);
  return key && publicPart(key);
};

describe('a recovery key', () => {
  it('is eight groups of four signs, another one each time', () => {
    const keys = Array.from({ length: 50 }, newRecoveryKey);
    for (const key of keys) expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(keys).size).toBe(50);
  });

  it('stands for the same key pair however it is typed', () => {
    const key = newRecoveryKey();
    const right = publicOf(key);
    expect(right).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const spelled = key.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(publicOf(spelled)).toBe(right);
    expect(publicOf(key.replaceAll('-', ''))).toBe(right);
  });

  it('stays what it is in later versions: the paper lies in an envelope for years', () => {
    expect(publicOf('QJXV-CAEE-BD2M-23J3-TG6D-5CCP-4V6Y-3C0Y')).toBe('tvewSSkjmZl0aukISMWdvfkYc_G0AH2rJTMTsUTVgF0');
  });

  it('with one wrong sign, or two neighbours exchanged, is none', () => {
    const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(fc.nat(31), fc.integer({ min: 1, max: 31 }), (at, step) => {
        const plain = newRecoveryKey().replaceAll('-', '');
        const other = signs[(signs.indexOf(plain[at] ?? '') + step) % 32] ?? '';
        expect(readRecoveryKey(plain.slice(0, at) + other + plain.slice(at + 1))).toBeNull();
        const swapped = plain.slice(0, at) + (plain[at + 1] ?? '') + (plain[at] ?? '') + plain.slice(at + 2);
        if (swapped !== plain) expect(readRecoveryKey(swapped)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('is not made of anything else that somebody types', () => {
    for (const typed of ['', '-', '1234', 'ZZZZ'.repeat(8), 'hunter2', `${newRecoveryKey()}-0000`, 'UUUU'.repeat(8)])
      expect(readRecoveryKey(typed)).toBeNull();
  });

  it('was written down when its last group comes back from the paper', () => {
    const key = newRecoveryKey();
    expect(isLastGroup(` ${key.slice(-4).toLowerCase()} `, key)).toBe(true);
    for (const typed of ['', key.slice(0, 4), key.slice(-3), key]) expect(isLastGroup(typed, key)).toBe(false);
  });
});

describe('the public part', () => {
  it('is read as it is written, and has a short form for people', () => {
    const text = publicOf(newRecoveryKey()) ?? '';
    expect(readPublicPart(text)).not.toBeNull();
    expect(fingerprintOf(text)).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
  });

  it('is nothing shorter, longer or of other signs', () => {
    for (const text of ['', 'x', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}B`, `${'A'.repeat(42)}=`])
      expect(readPublicPart(text)).toBeNull();
  });
});
