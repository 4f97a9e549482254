import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readNote } from '../../main/update/release-note.ts';
import { openSigned } from '../../main/update/signed-text.ts';
import { layOut, type Release } from '../../scripts/release/lay-out.ts';
import { openSigningKey } from '../../scripts/release/signing-keys.ts';
import { OfferedMachine } from './offered-machine.ts';
import { makeTestKey, type TestKey } from './test-keys.ts';

const repository = resolve(import.meta.dirname, '..', '..');
const now = Date.parse('2026-11-24T10:00:00Z');
const withoutMark = ({ publicPem }: TestKey) => publicPem.replace('ANJUNGAN TEST KEY\n', '');

describe.skipIf(process.platform !== 'linux')('a release', () => {
  const key = makeTestKey();
  const newer = makeTestKey();
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'anjungan-release-'));
    mkdirSync(join(folder, 'dist', 'win-unpacked'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const release = (over: Partial<Release> = {}) =>
    layOut({
      channel: 'pilot',
      percent: 10,
      packages: join(folder, 'dist'),
      out: join(folder, 'out'),
      keys: [key.privateKey],
      now,
      ...over,
    });
  const noteOf = (kind: string, by = key) =>
    readNote(openSigned(readFileSync(join(folder, 'out', `anjungan-${kind}.update`), 'utf8'), [by.publicKey]));

  test('is signed for each kind of machine and laid out beside its packages', async () => {
    makeDeb('anjungan-1.1.0-linux-amd64.deb', withoutMark(key));
    makeExe('anjungan-1.1.0-win-x64.exe', withoutMark(key));
    await release();
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual([
      'anjungan-1.1.0-linux-x64.deb',
      'anjungan-1.1.0-win32-x64.exe',
      'anjungan-pilot-linux-x64.update',
      'anjungan-pilot-win32-x64.update',
    ]);
    expect(noteOf('pilot-linux-x64')).toMatchObject({ version: '1.1.0', rollout: 10, sequence: now / 1000 });
    expect(noteOf('pilot-win32-x64')).toMatchObject({ size: 9, issuedAt: '2026-11-24T10:00:00Z' });
  });

  test('reaches a machine as packaging names it and a static server gives it out', async () => {
    for (const name of ['linux-x64.deb', 'linux-arm64.deb']) makeDeb(`anjungan-1.1.0-${name}`, withoutMark(key));
    makeExe('anjungan-1.1.0-win-x64.exe', withoutMark(key));
    await release({ channel: 'stable', percent: 100 });
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://feed');
      response.end(readFileSync(join(folder, 'out', pathname.slice('/updates/'.length))));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    for (const machine of [
      { platform: 'linux', arch: 'x64' },
      { platform: 'linux', arch: 'arm64' },
      { platform: 'win32', arch: 'x64' },
    ] as const) {
      const offered = new OfferedMachine({
        feedUrl: `http://127.0.0.1:${port}/updates`,
        trusted: [key.publicKey],
        machine: { ...machine, channel: 'stable' },
      });
      expect(await offered.round()).toEqual({ outcome: 'handed_over', version: '1.1.0' });
      offered.remove();
    }
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  test('goes to more machines with a higher sequence, even where the clock went back', async () => {
    makeDeb('anjungan-1.1.0-linux-amd64.deb', withoutMark(key));
    await release();
    await release({ percent: 50, now: now - 1_000_000 });
    expect(noteOf('pilot-linux-x64')).toMatchObject({ rollout: 50, sequence: now / 1000 + 1 });
  });

  test('is signed with two keys while machines change from one to the other', async () => {
    makeDeb('anjungan-1.1.0-linux-amd64.deb', withoutMark(key));
    await release({ keys: [newer.privateKey, key.privateKey] });
    expect(noteOf('pilot-linux-x64', newer)).toEqual(noteOf('pilot-linux-x64', key));
  });

  test.each([
    ['a test key', () => makeDeb('anjungan-1.1.0-linux-amd64.deb', key.publicPem + withoutMark(key)), 'a test key'],
    ['no key of ours', () => makeDeb('anjungan-1.1.0-linux-amd64.deb', withoutMark(newer)), 'does not hold'],
    ['a test key, for Windows', () => makeExe('anjungan-1.1.0-win-x64.exe', key.publicPem), 'a test key'],
    ['nothing in it', () => {}, 'no package'],
  ])('is not made with %s', async (_what, make, why) => {
    make();
    await expect(release()).rejects.toThrow(why);
    expect(readdirSync(folder)).not.toContain('out');
  });

  test('is not made of two versions, nor of other contents under an old number', async () => {
    makeDeb('anjungan-1.1.0-linux-amd64.deb', withoutMark(key));
    await release();
    makeDeb('anjungan-1.1.0-linux-amd64.deb', `${withoutMark(key)}changed`);
    await expect(release()).rejects.toThrow('other contents');
    makeDeb('anjungan-1.2.0-linux-arm64.deb', withoutMark(key));
    await expect(release()).rejects.toThrow('several versions');
  });

  test('takes an encrypted key from outside the repository, by its command', async () => {
    makeDeb('anjungan-1.1.0-linux-amd64.deb', withoutMark(key));
    const path = writeKey('secret');
    const { code, said } = await command(path, 'secret');
    expect(said).toContain('1.1.0 linux x64: 10 % of pilot');
    expect(code).toBe(0);
    expect(noteOf('pilot-linux-x64').version).toBe('1.1.0');
    expect((await command(path, 'wrong')).said).toContain('The passphrase does not open');
  });

  test('takes no bare key, and none from the repository', () => {
    const bare = join(folder, 'bare.pem');
    writeFileSync(bare, key.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(() => openSigningKey(bare, 'secret', repository)).toThrow('not an encrypted key');
    expect(() => openSigningKey(writeKey('secret'), 'secret', folder)).toThrow('lies in the repository');
    expect(() => openSigningKey(writeKey('secret'), '', repository)).toThrow('ANJUNGAN_RELEASE_PASSPHRASE');
    const marked = join(folder, 'test-key.pem');
    writeFileSync(marked, `ANJUNGAN TEST KEY\n${readFileSync(writeKey('secret'), 'utf8')}`);
    expect(() => openSigningKey(marked, 'secret', repository)).toThrow('the key of a test');
    expect(() => openSigningKey(join(folder, 'none.pem'), 'secret', repository)).toThrow('ENOENT');
  });

  function writeKey(passphrase: string): string {
    const path = join(folder, 'key.pem');
    const how = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase } as const;
    writeFileSync(path, key.privateKey.export(how));
    return path;
  }

  /** A real package for Debian with one file in it. */
  function makeDeb(name: string, keys: string): void {
    const tree = join(folder, 'tree');
    mkdirSync(join(tree, 'DEBIAN'), { recursive: true });
    mkdirSync(join(tree, 'opt'), { recursive: true });
    const control = 'Package: anjungan\nVersion: 1.1.0\nArchitecture: amd64\nMaintainer: us\nDescription: test\n';
    writeFileSync(join(tree, 'DEBIAN', 'control'), control);
    writeFileSync(join(tree, 'opt', 'app.asar'), `${'code '.repeat(50_000)}${keys}${'code '.repeat(50_000)}`);
    execFileSync('dpkg-deb', ['-Zgzip', '-z1', '--build', tree, join(folder, 'dist', name)], { stdio: 'ignore' });
  }

  function makeExe(name: string, keys: string): void {
    writeFileSync(join(folder, 'dist', name), 'installer');
    writeFileSync(join(folder, 'dist', 'win-unpacked', 'app.asar'), `code ${keys} code`);
  }

  async function command(keyPath: string, passphrase: string): Promise<{ code: number; said: string }> {
    const script = join(repository, 'scripts', 'release.ts');
    const folders = ['--packages', join(folder, 'dist'), '--out', join(folder, 'out')];
    const args = [script, '--channel', 'pilot', '--percent', '10', '--key', keyPath, ...folders];
    const env = { ...process.env, ANJUNGAN_RELEASE_PASSPHRASE: passphrase };
    return await new Promise((ended) =>
      execFile(process.execPath, args, { env }, (error, out, said) =>
        ended({ code: error ? Number(error.code) : 0, said: out + said }),
      ),
    );
  }
});
