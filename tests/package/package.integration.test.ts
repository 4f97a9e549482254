import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { binaryName, type PackageTarget } from '../../build/package-target.ts';
import { machineOf, sizeLimit } from '../../scripts/packing/content-rules.ts';
import { judgePackage } from '../../scripts/packing/pack.ts';
import { packagedFiles } from '../../scripts/packing/package-files.ts';
import { Kiosk } from '../shell/kiosk.ts';
import { stubElectron } from './stub-electron.ts';
import { unpackProgram } from './unpacked.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'anjungan-package-'));
const linux: PackageTarget = { platform: 'linux', arch: 'x64' };
const windows: PackageTarget = { platform: 'win32', arch: 'x64' };
const unpacked = { linux: join(folder, 'dist', 'linux-unpacked'), windows: join(folder, 'dist', 'win-unpacked') };
const programs = join(folder, 'program');
let said = '';
let refusal = '';

/** Windows as a folder, Debian as the package that a machine gets. */
beforeAll(async () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string };
  };
  const electron = stubElectron(join(folder, 'electron'), devDependencies.electron);
  const path = dirname(process.execPath) + delimiter + process.env['PATH'];
  const env = { ...process.env, PATH: path, CUSTOM_FPM_PATH: join(import.meta.dirname, 'fpm.ts') };
  const dist = (...flags: string[]) =>
    run(
      process.execPath,
      [join(root, 'scripts', 'dist.ts'), '--electron', electron, '--out', join(folder, 'dist'), ...flags],
      { env },
    );
  const { stdout, stderr } = await dist('--win', '--dir');
  said = stdout + stderr;
  refusal = await dist('--linux', '--arch', 'x64').then(
    () => 'none',
    (error: unknown) => String((error as { stderr: string }).stderr),
  );
  unpackProgram(unpacked.linux, programs);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

it('packs Linux and Windows with the right contents and switches, each under 15 MB without Electron', async () => {
  expect(said).toMatch(/^win32-x64: \d+ files/m);
  expect(said).toContain('warning: no key in resources/update-keys');
  for (const [place, target] of [
    [unpacked.linux, linux],
    [unpacked.windows, windows],
  ] as const) {
    const verdict = await judgePackage(root, place, target);
    expect(verdict.faults).toEqual([]);
    expect(verdict.size).toBeLessThanOrEqual(sizeLimit);
  }
});

it('brings each system the native parts of its own kind alone, as real files', () => {
  const kinds = (place: string) => {
    const natives = packagedFiles(place).filter(({ path }) => path.endsWith('.node'));
    expect(natives.every((file) => file.unpacked)).toBe(true);
    return natives.map((file) => machineOf(file.read()));
  };
  expect(kinds(unpacked.linux)).toEqual(Array(3).fill('linux-x64'));
  expect(kinds(unpacked.windows)).toEqual(Array(4).fill('win32-x64'));
});

it('lays the programs of the system beside the archive, and no address of any feed', () => {
  const real = packagedFiles(unpacked.linux).filter(({ place }) => place === 'resources');
  expect(real.map(({ path }) => path)).toContain('system/anjungan-update');
  expect(real.map(({ path }) => path)).not.toContain('app-update.yml');
});

/** It was made, to be looked at; what refused it is the line that `npm run dist` ended with. */
const deb = () => join(folder, 'dist', readdirSync(join(folder, 'dist')).find((name) => name.endsWith('.deb')) ?? '');

it('is refused as a release while it knows no key of updates, and for nothing else', () => {
  expect(refusal).toContain('linux-x64 must not go out:\n  no key in resources/update-keys');
  expect(
    refusal
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('  ') && !line.includes('•')),
  ).toHaveLength(1);
});

it('says what it is and what it needs', async () => {
  expect(deb()).toMatch(/anjungan-\d+\.\d+\.\d+-linux-x64\.deb$/);
  const { stdout } = await run('dpkg-deb', ['--field', deb()]);
  expect(stdout).toMatch(/^Package: anjungan$/m);
  expect(stdout).toMatch(/^Version: \d+\.\d+\.\d+\nArchitecture: amd64$/m);
  expect(stdout).toMatch(/^Depends: .*libgtk-3-0.*openssl/m);
  expect(stdout).not.toContain('libsecret');
});

it('unpacks into /opt/Anjungan, with its entry in the menu and the programs of the system', async () => {
  const disk = join(folder, 'disk');
  mkdirSync(join(disk, 'var', 'lib', 'dpkg', 'info'), { recursive: true });
  mkdirSync(join(disk, 'var', 'lib', 'dpkg', 'updates'));
  writeFileSync(join(disk, 'var', 'lib', 'dpkg', 'status'), '');
  // Its scripts would run in an empty system: they are read below.
  await run('dpkg', [`--root=${disk}`, '--force-depends', '--force-not-root', '--force-bad-path', '--unpack', deb()]);
  const at = (path: string) => join(disk, path);
  expect(statSync(at('opt/Anjungan/anjungan')).mode & 0o111).toBe(0o111);
  expect(statSync(at('opt/Anjungan/resources/system/anjungan-update')).mode & 0o111).toBe(0o111);
  expect(existsSync(at('opt/Anjungan/resources/app.asar'))).toBe(true);
  expect(existsSync(at('opt/Anjungan/resources/apparmor-profile'))).toBe(true);
  const entry = readFileSync(at('usr/share/applications/anjungan.desktop'), 'utf8');
  expect(entry).toMatch(/^Exec=\/opt\/Anjungan\/anjungan /m);
  expect(entry).not.toContain('no-sandbox');
  const { stdout } = await run('dpkg', [`--root=${disk}`, '--listfiles', 'anjungan']);
  const outside = stdout.split('\n').filter((path) => /^\/[^.]/.test(path) && !path.startsWith('/opt/Anjungan'));
  expect(outside.filter((path) => !/^\/(opt|usr(\/share(\/(applications|icons)(\/.*)?)?)?)$/.test(path))).toEqual([]);
});

it('starts nothing by itself when it is installed: it links, guards the sandbox, and lays the AppArmor profile', async () => {
  const scripts = join(folder, 'scripts');
  await run('dpkg-deb', ['--control', deb(), scripts]);
  const postinst = readFileSync(join(scripts, 'postinst'), 'utf8');
  expect(postinst).toContain("chmod 4755 '/opt/Anjungan/chrome-sandbox'");
  expect(postinst).toContain('/etc/apparmor.d/anjungan');
  expect(postinst + readFileSync(join(scripts, 'postrm'), 'utf8')).not.toMatch(/^\s*(systemctl|reboot|curl|wget)/m);
});

it('goes red for a stray file and for one wrong switch', async () => {
  const stray = join(unpacked.linux, 'resources', 'system.log');
  appendFileSync(stray, 'forgotten');
  const binary = join(unpacked.linux, binaryName(linux));
  await flipFuses(binary, { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: true });
  const { faults } = await judgePackage(root, unpacked.linux, linux);
  expect(faults).toEqual(['resources/system.log: does not belong into a package', 'fuse RunAsNode is not off']);
  rmSync(stray);
  await flipFuses(binary, { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: false });
  expect((await judgePackage(root, unpacked.linux, linux)).faults).toEqual([]);
});

it('holds every module that the program uses, and each does its work', async () => {
  const script = join(root, 'tests', 'package', 'modules-at-work.ts');
  const flags = ['--experimental-import-meta-resolve', script];
  const { stdout } = await run(process.execPath, flags, { cwd: programs });
  expect(stdout).toMatch(/^\d+ modules at work/);
});

const morning = ['--now', '2026-11-24T09:00:00+07:00'];
const order = () => ({ serviceId: 'surat-desa', priority: null, requestKey: crypto.randomUUID() });

it('opens a lounge with its window from the package, and gives a ticket', async () => {
  const kiosk = new Kiosk(join(folder, 'lounge'), morning, { program: programs });
  try {
    const page = await kiosk.page();
    await page.getByText('Sentuh layar').waitFor();
    const { body } = await kiosk.rest('/tickets', { method: 'POST', body: order() });
    expect(body).toMatchObject({ number: expect.stringMatching(/^C-?001$/) });
  } finally {
    await kiosk.clear();
  }
}, 90_000);

it('opens a lounge without a window from the package, and gives a ticket', async () => {
  const data = join(folder, 'cupboard');
  const flags = [join(programs, 'out', 'main', 'headless.js'), '--headless', '--port', '0', '--data', data, ...morning];
  const child = spawn(process.execPath, flags, { cwd: programs, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { url, token } = JSON.parse(line.toString()) as { url: string; token: string };
    const answer = await fetch(new URL('/api/tickets', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(order()),
    });
    expect(await answer.json()).toMatchObject({ number: expect.stringMatching(/^C-?001$/) });
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});
