import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { residentWords } from '../../i18n/admin/residents.ts';
import { listed } from '../../i18n/format.ts';
import { changesList, mayBeWhole, outcome, undoOutcome } from './outcome.ts';

const words = residentWords.id;
const join = (parts: readonly string[]) => listed(parts, 'id');
const file = { added: 41, changed: 212, unchanged: 4_553, absent: 14, wrongRows: 0 };

describe('taking over a list', () => {
  it('says in one sentence whom it adds, changes, removes and leaves out', () => {
    expect(outcome(file, false, words, join)).toBe('Yang akan terjadi: 41 warga ditambah dan 212 diperbarui.');
    expect(outcome(file, true, words, join)).toBe(
      'Yang akan terjadi: 41 warga ditambah, 212 diperbarui, dan 14 dihapus.',
    );
    expect(outcome({ ...file, changed: 0, wrongRows: 3 }, false, words, join)).toBe(
      'Yang akan terjadi: 41 warga ditambah dan 3 baris yang salah dilewati.',
    );
  });

  it('says so when nothing would change, or when no row can be used', () => {
    expect(outcome({ ...file, added: 0, changed: 0 }, false, words, join)).toBe(words.preview.will.nothing);
    const useless = { added: 0, changed: 0, unchanged: 0, absent: 4_820, wrongRows: 4_820 };
    expect(outcome(useless, false, words, join)).toBe(words.preview.will.nothingRight);
  });

  it('never removes whom a row that cannot be read may mean', () => {
    expect(mayBeWhole(file)).toBe(true);
    expect(mayBeWhole({ ...file, wrongRows: 1 })).toBe(false);
    expect(mayBeWhole({ ...file, absent: 0 })).toBe(false);
  });

  it('names every number that is not nought, and promises nothing when nothing happens', () => {
    const count = fc.nat({ max: 999 });
    const counted = fc.record({ added: count, changed: count, unchanged: count, absent: count, wrongRows: count });
    fc.assert(
      fc.property(counted, fc.boolean(), (numbers, whole) => {
        const said = outcome(numbers, whole, words, join);
        expect(said.startsWith('Yang akan terjadi')).toBe(changesList(numbers, whole));
        if (!changesList(numbers, whole)) return;
        const told = [numbers.added, numbers.changed, whole ? numbers.absent : 0, numbers.wrongRows];
        expect(said.match(/\d+/g)?.map(Number)).toEqual(told.filter((value) => value > 0));
      }),
    );
  });
});

it('says what taking an import back does, without the noughts', () => {
  expect(undoOutcome({ added: 126, changed: 2_310, removed: 0 }, words, join)).toBe(
    'Daftar kembali seperti sebelumnya: 126 yang ditambah keluar lagi dan 2.310 yang diperbarui kembali seperti semula.',
  );
  expect(undoOutcome({ added: 0, changed: 0, removed: 0 }, words, join)).toBe(words.list.undoNothing);
});
