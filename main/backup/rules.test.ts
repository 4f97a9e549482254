import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isArchived, unpack } from './archive.ts';
import { isDue } from './due.ts';
import { BackupDamaged } from './sealed-file.ts';
import { backupName, sequenceOf } from './shelf.ts';

const hours = (n: number) => n * 3_600_000;

describe('a backup is due', () => {
  it('when there is none', () => {
    expect(isDue(null, 10)).toBe(true);
    expect(isDue(null, null)).toBe(true);
  });

  it('every night, once', () => {
    expect([0, 1, 2, 3, 4, 10, 23].filter((hour) => isDue(hours(20), hour))).toEqual([1, 2, 3]);
    expect(isDue(hours(1), 2)).toBe(false);
  });

  it('by day where the machine is switched off at night, or its clock is not believed', () => {
    expect(isDue(hours(26), 9)).toBe(true);
    expect(isDue(hours(26), null)).toBe(true);
    expect(isDue(hours(25), null)).toBe(false);
  });

  it('at least every 28 hours on a machine that looks every ten minutes, whenever it was begun', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 143 }), fc.integer({ min: 1, max: 400 }), (begin, days) => {
        let last = 0;
        for (let turn = 0; turn < Math.min(days, 10) * 144; turn += 1) {
          const hour = Math.floor(((begin + turn) % 144) / 6);
          if (isDue(hours((turn - last) / 6), hour)) last = turn;
          expect(turn - last).toBeLessThan(28 * 6);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the name of a backup', () => {
  it('says which lounge it is of, and its number', () => {
    const name = backupName('0123abcd', 42, '2026-11-24');
    expect(name).toBe('anjungan-0123abcd-000042-2026-11-24.backup');
    expect(sequenceOf(name, '0123abcd')).toBe(42);
    expect(sequenceOf(backupName('0123abcd', 1_234_567, '2026-11-24'), '0123abcd')).toBe(1_234_567);
  });

  it('of another lounge, of what is unfinished and of anything else is no number', () => {
    const name = backupName('0123abcd', 42, '2026-11-24');
    expect(sequenceOf(name, '00000000')).toBeNull();
    for (const other of [`${name}.part`, '.copy.db', 'last.json', `x${name}`])
      expect(sequenceOf(other, '0123abcd')).toBeNull();
  });
});

describe('what a backup holds', () => {
  it('is of a lounge, and stays in its folder', () => {
    for (const name of ['lounge.db', 'lounge.key', 'erased.list', 'lan/hub.key', 'catalogue/letters/sktm.json'])
      expect(isArchived(name), name).toBe(true);
    for (const name of [
      '',
      'x',
      '../lounge.db',
      'lan/../lounge.db',
      '/lan/x',
      'lan/',
      'lan//x',
      'lan/.x',
      'lan\\x',
      'backups/x',
    ])
      expect(isArchived(name), name).toBe(false);
  });

  it('is unpacked from pieces of any size', () => {
    const text =
      '{"name":"lounge.key","bytes":5}\nabcde{"name":"erased.list","bytes":0}\n{"name":"lan/a","bytes":1}\n\n';
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (sizes) => {
        const pieces: Buffer[] = [];
        for (let at = 0, nth = 0; at < text.length; nth += 1) {
          const size = sizes[nth % sizes.length] ?? 1;
          pieces.push(Buffer.from(text.slice(at, at + size)));
          at += size;
        }
        const told: string[] = [];
        unpack(pieces, {
          begin: ({ name }) => told.push(`${name}:`),
          take: (part) => (told[told.length - 1] += part.toString()),
          end: () => (told[told.length - 1] += '.'),
        });
        expect(told).toEqual(['lounge.key:abcde.', 'erased.list:.', 'lan/a:\n.']);
      }),
    );
  });

  it('is refused when it ends too early or would leave the folder', () => {
    const nobody = { begin: () => undefined, take: () => undefined, end: () => undefined };
    for (const text of ['{"name":"lounge.key","bytes":5}\nabcd', '{"name":"lou', '{"name":"../x","bytes":1}\nx', 'x\n'])
      expect(() => unpack([Buffer.from(text)], nobody), text).toThrow(BackupDamaged);
  });
});
