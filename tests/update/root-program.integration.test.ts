import { chmodSync, chownSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LinuxOffice } from './linux-office.ts';
import { makeTestKey } from './test-keys.ts';

const nobody = 65534;

/** The program of root on Linux (build/linux/anjungan-update), with stand-ins for dpkg and systemctl. */
describe.skipIf(process.platform !== 'linux')('what root installs', () => {
  const ours = makeTestKey();
  const strange = makeTestKey();
  let office: LinuxOffice;
  beforeEach(() => {
    office = new LinuxOffice(ours);
  });
  afterEach(() => office.remove());

  test('a healthy version is kept, with the package before it', async () => {
    office.write('1.0.0\n1.1.0\n', 'healthy-versions');
    office.drop(ours);
    expect(await office.run()).toMatchObject({ code: 0 });
    expect(office.version).toBe('1.1.0');
    expect(office.data).toBe('100 tickets\nmigrated by 1.1.0\n');
    expect(office.read('var', 'lib', 'anjungan-update', 'current.deb')).toMatch(/^1\.1\.0\n/);
    expect(office.read('var', 'lib', 'anjungan-update', 'previous.deb')).toMatch(/^1\.0\.0\n/);
    expect(office.read('var', 'lib', 'anjungan-update', 'sequence')).toBe('20\n');
    expect(office.read('var', 'lib', 'anjungan-update', 'data.tar')).toBeNull();
  });

  test('the program is told that it is tried, as long as it is', async () => {
    office.write('1.0.0\n', 'healthy-versions');
    office.drop(ours);
    await office.run();
    expect(office.read('said')).toBe(
      'stop 1.0.0\ndpkg -i 1.1.0\nstart 1.1.0 trying 1.1.0\nstop 1.1.0\ndpkg -i 1.0.0\nstart 1.0.0\n',
    );
    expect(office.read('var', 'spool', 'anjungan-update', 'trying')).toBeNull();
  });

  test('a link that the program puts in the place of that word is not followed', async () => {
    symlinkSync(office.path('healthy-versions'), office.path('var', 'spool', 'anjungan-update', 'trying'));
    office.write('1.0.0\n1.1.0\n', 'healthy-versions');
    office.drop(ours);
    expect(await office.run()).toMatchObject({ code: 0 });
    expect(office.read('healthy-versions')).toBe('1.0.0\n1.1.0\n');
  });

  test('once kept, nothing returns: another run does nothing', async () => {
    office.write('1.1.0\n', 'healthy-versions');
    office.drop(ours);
    await office.run();
    office.write('1.1.0\n', 'failing-version');
    expect(await office.run()).toMatchObject({ code: 0 });
    expect(office.version).toBe('1.1.0');
  });

  test('a version that never becomes healthy goes back with its data, and is not taken again', async () => {
    office.drop(ours);
    await office.run({ seconds: 0 });
    expect(office.version).toBe('1.0.0');
    expect(office.data).toBe('100 tickets\nmigrated by 1.0.0\n');
    expect(office.blacklist).toBe('1.1.0\n');
    office.write('1.1.0\n', 'healthy-versions');
    office.drop(ours, { sequence: 21 });
    expect(await office.run()).toMatchObject({ code: 2, said: expect.stringContaining('failed here before') });
    expect(office.version).toBe('1.0.0');
  });

  test('a unit that fails is not waited for', async () => {
    office.write('1.1.0\n', 'failing-version');
    office.drop(ours);
    expect((await office.run({ seconds: 60 })).said).toContain('the program kept ending');
    expect(office.version).toBe('1.0.0');
  });

  test('a package that does not install goes back', async () => {
    office.write('1.1.0\n', 'dpkg-fails-at');
    office.drop(ours);
    expect((await office.run()).said).toContain('dpkg failed');
    expect(office.version).toBe('1.0.0');
  });

  test('where the data cannot be kept aside, the program of before goes on', async () => {
    mkdirSync(office.path('var', 'lib', 'anjungan-update', 'data.tar', 'in-the-way'), { recursive: true });
    office.drop(ours);
    expect(await office.run()).toMatchObject({ code: 2, said: expect.stringContaining('nothing is installed') });
    expect(office.read('said')).toBe('stop 1.0.0\nstart 1.0.0\n');
  });

  test('after a power cut while dpkg works, the version and the data of before come back', async () => {
    office.write('1.1.0\n', 'power-fails-at');
    office.drop(ours);
    await office.run();
    expect(office.version).toBe('1.1.0');
    expect((await office.run()).said).toContain('going on with 1.1.0: installing');
    expect(office.version).toBe('1.0.0');
    expect(office.data).toBe('100 tickets\nmigrated by 1.0.0\n');
  });

  test.each([
    ['copying', '1.0.0'],
    ['trying', '1.1.0'],
    ['keeping', '1.1.0'],
  ])('after a power cut while %s, %s runs', async (stage, expected) => {
    office.write('1.0.0\n1.1.0\n', 'healthy-versions');
    if (stage !== 'copying') office.write('1.1.0\n', 'installed');
    office.write(`${stage} 1.0.0 1.1.0 1\n`, 'var', 'lib', 'anjungan-update', 'trial');
    expect(await office.run()).toMatchObject({ code: 0 });
    expect(office.version).toBe(expected);
    expect(office.data).toContain('100 tickets');
    expect(office.read('var', 'lib', 'anjungan-update', 'trial')).toBeNull();
  });

  test.each([
    ['an unknown key', () => office.drop(strange), 'no key of ours'],
    ['a package of another size', () => office.drop(ours, {}, '1.1.0\nof somebody else'), 'another size'],
    [
      'another package of the same size',
      () => office.drop(ours, {}, '1.1.0\nthe package of 6.6.6\n'),
      'the package is another one',
    ],
    ['another kind of machine', () => office.drop(ours, { arch: 'arm64' }), 'another kind of machine'],
    ['the same version', () => office.drop(ours, { version: '1.0.0' }), 'not newer'],
    ['an older version', () => office.drop(ours, { version: '0.9.9' }), 'not newer'],
    ['an older release', () => office.drop(ours, { sequence: 4 }), 'a newer release'],
    ['Windows', () => office.drop(ours, { platform: 'win32' }), 'not one of ours'],
  ])('refuses %s and leaves the program running', async (_what, drop, why) => {
    office.write('5\n', 'var', 'lib', 'anjungan-update', 'sequence');
    drop();
    expect(await office.run()).toMatchObject({ code: 2, said: expect.stringContaining(why) });
    expect(office.version).toBe('1.0.0');
    expect(office.read('said')).toBeNull();
    expect(office.read('var', 'spool', 'anjungan-update', 'parcel', 'note')).toBeNull();
  });

  test('a key or a folder of keys that others may write counts for nothing', async () => {
    office.trust('strange.pem', strange, 0o666);
    office.drop(strange);
    expect(await office.run()).toMatchObject({ code: 2 });
    chmodSync(office.path('etc', 'anjungan', 'update-keys'), 0o777);
    office.drop(ours);
    expect(await office.run()).toMatchObject({ code: 2 });
    expect(office.version).toBe('1.0.0');
  });

  // Only root can try it; elsewhere the folder belongs to whoever runs the test.
  test.skipIf(process.getuid?.() !== 0)(
    'the data is given back with the rights of its owner, not with those of root',
    async () => {
      const data = office.path('var', 'lib', 'anjungan');
      chmodSync(office.root, 0o755);
      for (const path of [data, join(data, 'lounge.db')]) chownSync(path, nobody, nobody);
      office.drop(ours);
      expect(await office.run({ seconds: 0 })).toMatchObject({ code: 0 });
      expect(office.data).toBe('100 tickets\nmigrated by 1.0.0\n');
      expect(statSync(join(data, 'lounge.db')).uid).toBe(nobody);
    },
  );

  test('a link in the place of the package is copied, not followed later', async () => {
    office.drop(ours);
    const dropped = office.path('var', 'spool', 'anjungan-update', 'parcel', 'package');
    rmSync(dropped);
    symlinkSync(office.path('healthy-versions'), dropped);
    expect(await office.run()).toMatchObject({ code: 2 });
    expect(office.read('healthy-versions')).toBe('1.0.0\n');
  });

  test('without a package to return to nothing is installed, until one is kept', async () => {
    const current = office.path('var', 'lib', 'anjungan-update', 'current.deb');
    rmSync(current);
    office.drop(ours);
    expect((await office.run()).said).toContain('anjungan-update keep FILE');
    const file = office.write('1.0.0\n', 'set-up.deb');
    await office.run({}, 'keep', file);
    expect(office.read('var', 'lib', 'anjungan-update', 'current.deb')).toBe('1.0.0\n');
  });
});
