import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVersions, packageFile, type ReleaseNote, readNote, UnreadableNote, writeNote } from './release-note.ts';

const version = fc.tuple(fc.nat(999_999), fc.nat(999_999), fc.nat(999_999)).map((parts) => parts.join('.'));
const moment = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const anyNote: fc.Arbitrary<ReleaseNote> = fc.record({
  product: fc.constant('anjungan' as const),
  channel: fc.constantFrom('pilot', 'stable'),
  platform: fc.constantFrom('linux' as const, 'win32' as const),
  arch: fc.constantFrom('x64', 'arm64'),
  version,
  size: fc.nat(),
  sha512: fc.uint8Array({ minLength: 64, maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  sequence: fc.nat(),
  issuedAt: moment,
  expires: moment,
  rollout: fc.integer({ min: 0, max: 100 }),
});

describe('the note about a release', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(anyNote, (note) => {
        expect(readNote(writeNote(note))).toEqual(note);
      }),
    );
  });

  test('is refused with a line missing, twice, or in another place', () => {
    fc.assert(
      fc.property(anyNote, fc.nat(10), fc.nat(10), (note, from, to) => {
        const lines = writeNote(note).split('\n');
        const without = lines.toSpliced(from, 1);
        const twice = lines.toSpliced(from, 0, lines[from] ?? '');
        const moved = without.toSpliced(to, 0, lines[from] ?? '');
        for (const other of from === to ? [without, twice] : [without, twice, moved])
          expect(() => readNote(other.join('\n'))).toThrow(UnreadableNote);
      }),
    );
  });

  test.each([
    ['a version that is a path', { version: '../1' }],
    ['a version with a second part', { version: '1.0.0-beta' }],
    ['a rollout above all', { rollout: 101 }],
    ['half a byte', { size: 0.5 }],
    ['a line within a field', { channel: 'pilot\nrollout=100' }],
  ])('is not written with %s', (_what, over) => {
    const [note] = fc.sample(anyNote, 1);
    expect(() => writeNote({ ...(note as ReleaseNote), ...over })).toThrow(UnreadableNote);
  });

  test('names its package by what is signed', () => {
    expect(packageFile({ version: '1.2.0', platform: 'linux', arch: 'x64' })).toBe('anjungan-1.2.0-linux-x64.deb');
    expect(packageFile({ version: '1.2.0', platform: 'win32', arch: 'x64' })).toBe('anjungan-1.2.0-win32-x64.exe');
  });
});

test('versions are ordered by number, not by letter', () => {
  expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
  fc.assert(
    fc.property(version, version, (a, b) => {
      expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
      expect(compareVersions(a, b) === 0).toBe(a === b);
    }),
  );
});
