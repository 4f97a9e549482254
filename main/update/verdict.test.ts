import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReleaseNote } from './release-note.ts';
import { isExpired, isForMachine, type Machine, reasonNotTaken, stageOf } from './verdict.ts';

const machine: Machine = { version: '1.0.0', platform: 'linux', arch: 'x64', channel: 'stable', deviceId: 'a' };
const note: ReleaseNote = {
  product: 'anjungan',
  channel: 'stable',
  platform: 'linux',
  arch: 'x64',
  version: '1.1.0',
  size: 1,
  sha512: '',
  sequence: 20,
  issuedAt: '2026-11-20T00:00:00Z',
  expires: '2027-05-20T00:00:00Z',
  rollout: 100,
};
const known = { highestSequence: 20, blacklist: [] };

describe('whether a machine takes a release', () => {
  test('it takes a newer one for its kind', () => expect(reasonNotTaken(note, machine, known)).toBeNull());

  test.each([
    ['wrong_channel', { channel: 'pilot' }],
    ['wrong_platform', { platform: 'win32' as const }],
    ['wrong_arch', { arch: 'arm64' }],
    ['lower_sequence', { sequence: 19 }],
    ['same_version', { version: '1.0.0' }],
    ['downgrade', { version: '0.9.9' }],
    ['outside_stage', { rollout: 0 }],
  ])('%s', (reason, over) => expect(reasonNotTaken({ ...note, ...over }, machine, known)).toBe(reason));

  test('not one that failed here', () => {
    expect(reasonNotTaken(note, machine, { ...known, blacklist: ['1.1.0'] })).toBe('blacklisted');
    expect(reasonNotTaken({ ...note, version: '1.1.1' }, machine, { ...known, blacklist: ['1.1.0'] })).toBeNull();
  });

  test('only releases for its kind count for its sequence', () => {
    expect(isForMachine(note, machine)).toBe(true);
    expect(isForMachine({ ...note, channel: 'pilot' }, machine)).toBe(false);
  });

  test('an old note is only old', () => {
    expect(isExpired(note, Date.parse('2028-01-01T00:00:00Z'))).toBe(true);
    expect(isExpired(note, Date.parse('2001-01-01T00:00:00Z'))).toBe(false);
  });
});

describe('the stages of a rollout', () => {
  test('a higher percentage only adds machines, and 100 is all of them', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(100), fc.nat(100), (deviceId, one, other) => {
        const takes = (rollout: number) =>
          reasonNotTaken({ ...note, rollout }, { ...machine, deviceId }, known) === null;
        if (takes(Math.min(one, other))) expect(takes(Math.max(one, other))).toBe(true);
        expect(takes(100)).toBe(true);
        expect(takes(0)).toBe(false);
      }),
    );
  });

  test('ten percent are about ten in a hundred, others with each version', () => {
    const first = (version: string) =>
      Array.from({ length: 2000 }, (_, place) => `village ${place}`).filter((id) => stageOf(id, version) < 10);
    expect(first('1.1.0').length).toBeGreaterThan(140);
    expect(first('1.1.0').length).toBeLessThan(260);
    const again = first('1.1.0').filter((id) => stageOf(id, '1.2.0') < 10);
    expect(again.length).toBeLessThan(60);
  });
});
