import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newFolderInMemory, removeFolders } from '../../../tests/doubles/lounge/data-folder.ts';
import { silentLog } from '../../../tests/doubles/lounge/in-process.ts';
import { StartError } from '../../ops/start-error.ts';
import { newKey } from '../../store/key.ts';
import { type Erasure, ErasureList } from './erasure-list.ts';

afterAll(removeFolders);

const key = newKey();
const nik = '3510164508900001';
const one: Erasure = { purged: ['01939a4e-0000-7000-8000-000000000001'] };
const other: Erasure = { reduced: ['01939a4e-0000-7000-8000-000000000002'] };

let path: string;
beforeEach(() => {
  path = join(newFolderInMemory('erased'), 'erased.list');
});

const open = (with_ = key, log = silentLog) => new ErasureList(path, with_, log);
const put = (list: ErasureList, ...erasures: Erasure[]) => {
  for (const erasure of erasures) list.whole(() => list.append(erasure));
};
const readAnew = () => open().read();

describe('the list of erasures', () => {
  it('is not there before the first, and then says all of them in their order', () => {
    const list = open();
    expect(list.read()).toBeNull();
    expect(existsSync(path)).toBe(false);
    put(list, one, other);
    expect(readAnew()).toEqual([one, other]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('knows a forgotten person, and says nothing to whoever has the file alone', () => {
    const list = open();
    put(list, { ...one, forgotten: [list.markOf(nik)] });
    expect(list.isForgotten(nik)).toBe(true);
    const again = open();
    again.read();
    expect(again.isForgotten(nik)).toBe(true);
    expect(again.isForgotten('3510164508900002')).toBe(false);
    const text = readFileSync(path, 'latin1');
    for (const word of [nik, list.markOf(nik), 'purged', one.purged?.[0] ?? '']) expect(text).not.toContain(word);
    // Another key, as of whoever would try all the NIKs there are.
    const errors: object[] = [];
    const stranger = open(newKey(), { ...silentLog, error: (data) => errors.push(data) });
    expect(stranger.read()).toEqual([]);
    expect(stranger.isForgotten(nik)).toBe(false);
    expect(errors).toEqual([{ unreadable: 1 }]);
  });

  it('has lost no whole line when the power went in the middle of one', () => {
    put(open(), one, other);
    const whole = readFileSync(path);
    for (let length = whole.indexOf('\n') + 1; length < whole.length; length += 17) {
      writeFileSync(path, whole.subarray(0, length));
      const list = open();
      expect(list.read()).toEqual([one]);
      put(list, other);
      expect(readAnew()).toEqual([one, other]);
    }
  });

  it('goes on after a line that was spoilt, or that the disk filled with noughts', () => {
    put(open(), one);
    appendFileSync(path, 'AAAA\n');
    appendFileSync(path, Buffer.alloc(64));
    const list = open();
    expect(list.read()).toEqual([one]);
    put(list, other);
    expect(readAnew()).toEqual([one, other]);
  });

  it('holds nothing of a transaction that failed', () => {
    const list = open();
    put(list, one);
    const failing = () => {
      list.append({ forgotten: [list.markOf(nik)] });
      throw new Error('disk full');
    };
    expect(() => list.whole(failing)).toThrow('disk full');
    expect(list.isForgotten(nik)).toBe(false);
    put(list, other);
    expect(readAnew()).toEqual([one, other]);
  });

  it('says why nothing was erased when the disk refuses even to take that back, and takes it back later', () => {
    const list = open();
    put(list, one);
    const refused = () => {
      list.append({ forgotten: [list.markOf(nik)] });
      renameSync(path, `${path}.aside`);
      mkdirSync(path);
      throw new Error('disk full');
    };
    expect(() => list.whole(refused)).toThrow('disk full');
    expect(list.isForgotten(nik)).toBe(false);
    expect(() => put(list, other)).toThrow();
    rmdirSync(path);
    renameSync(`${path}.aside`, path);
    put(list, other);
    expect(readAnew()).toEqual([one, other]);
  });

  it('stops the start in plain words when it cannot be read', () => {
    mkdirSync(path);
    expect(() => open().read()).toThrow(StartError);
  });
});
