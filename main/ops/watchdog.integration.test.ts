import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../tests/doubles/lounge/in-process.ts';
import { findSupervisor, Watchdog, watchEveryMs } from './watchdog.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-watchdog-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('the watchdog of a machine', () => {
  it('is told while the machine is well, and of nothing while it is not', async () => {
    const told: string[] = [];
    const said: string[] = [];
    let well = true;
    const watchdog = new Watchdog({
      supervisor: { ready: () => told.push('ready'), alive: () => told.push('alive') },
      isHealthy: () => well,
      everyMs: 5,
      log: { ...silentLog, error: (_, text) => said.push(text), info: (_, text) => said.push(text) },
    });
    watchdog.start();
    await vi.waitFor(() => expect(told.filter((word) => word === 'alive').length).toBeGreaterThan(2));
    well = false;
    await sleep(20);
    const silent = told.length;
    await sleep(40);
    expect(told.length).toBe(silent);
    well = true;
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(silent));
    watchdog.stop();
    expect(told[0]).toBe('ready');
    expect(said.length).toBe(2);
  });

  it('looks three times before its supervisor loses patience', () => {
    expect(watchEveryMs({ WATCHDOG_USEC: '30000000' })).toBe(10_000);
    expect(watchEveryMs({})).toBe(10_000);
    expect(watchEveryMs({ WATCHDOG_USEC: 'nonsense' })).toBe(10_000);
  });
});

describe('a supervisor', () => {
  it('is nobody where the program was started by hand', () => {
    expect(findSupervisor({}, 'linux', join(folder, 'alive'), silentLog)).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('is systemd, by its own program', async () => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'systemd-notify'), `#!/bin/sh\necho "$1" >>"${folder}/told"\n`);
    chmodSync(join(bin, 'systemd-notify'), 0o755);
    vi.stubEnv('PATH', `${bin}${delimiter}${process.env['PATH']}`);
    const supervisor = findSupervisor({ NOTIFY_SOCKET: '/run/x' }, 'linux', '', silentLog);
    const told = () => (existsSync(join(folder, 'told')) ? readFileSync(join(folder, 'told'), 'utf8') : '');
    supervisor?.ready();
    await vi.waitFor(() => expect(told()).toBe('READY=1\n'), 5_000);
    supervisor?.alive();
    await vi.waitFor(() => expect(told()).toBe('READY=1\nWATCHDOG=1\n'), 5_000);
  });

  it('that cannot be told is said in the log, and the program goes on', async () => {
    vi.stubEnv('PATH', folder);
    const said: string[] = [];
    const log = { ...silentLog, error: (_: object, text: string) => said.push(text) };
    findSupervisor({ NOTIFY_SOCKET: '/run/x' }, 'linux', '', log)?.alive();
    await vi.waitFor(() => expect(said).toEqual(['systemd could not be told']));
  });

  it('is a task of Windows, by the age of a file', () => {
    const file = join(folder, 'run', 'alive');
    const supervisor = findSupervisor({}, 'win32', file, silentLog);
    supervisor?.ready();
    utimesSync(file, new Date(0), new Date(0));
    supervisor?.alive();
    expect(statSync(file).mtimeMs).toBeGreaterThan(0);
  });
});
