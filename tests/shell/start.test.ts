import { afterEach, describe, expect, it } from 'vitest';
import { Kiosk, makeFolder } from './kiosk.ts';

const started: { clear(): void | Promise<void> }[] = [];

afterEach(async () => {
  for (const one of started.splice(0).reverse()) await one.clear();
});

function folder(): string {
  const { path, remove } = makeFolder();
  started.push({ clear: remove });
  return path;
}

function start(...args: ConstructorParameters<typeof Kiosk>): Kiosk {
  const kiosk = new Kiosk(...args);
  started.push(kiosk);
  return kiosk;
}

const oneLine = /^anjungan: [^\n]+\n$/;

describe('a start that cannot be', () => {
  it('refuses --now when packaged: one line, a failure, no window', async () => {
    const kiosk = start(folder(), ['--now', '2026-11-24T09:00:00+07:00'], { packaged: true });
    expect(await kiosk.ended()).toBe(1);
    expect(kiosk.stderr).toMatch(oneLine);
    expect(kiosk.stderr).toContain('--now');
    expect(kiosk.entries('window')).toEqual([]);
    expect(kiosk.entries('single instance lock')).toEqual([]);
  });
});

describe('a packaged kiosk', () => {
  it('2.11, 2.14 has no developer tools, stands above all windows, and ends at SIGTERM while it is starting', async () => {
    const kiosk = start(folder(), [], { packaged: true });
    const { options } = await kiosk.entry('window');
    expect(options).toMatchObject({ kiosk: true, alwaysOnTop: true, webPreferences: { devTools: false } });
    kiosk.signal('SIGTERM');
    expect(await kiosk.ended()).toBe(0);
  });
});

describe('a second copy', () => {
  it('2.18 ends before it opens anything, and brings the first to the front', async () => {
    const path = folder();
    const first = start(path);
    await first.entry('window');
    const second = start(path);
    expect(await second.ended()).toBe(0);
    expect(second.stderr).toMatch(oneLine);
    expect(second.stdout).toBe('');
    expect(second.entries('scheme')).toEqual([]);
    await first.entry('second instance');
    await first.entry('focused');
    first.signal('SIGTERM');
    expect(await first.ended()).toBe(0);
  });
});

describe('a hub in a cupboard', () => {
  it('is a lounge without a window, of an installed program, that says its set-up code where it was started', async () => {
    const hub = start(folder(), ['--mode', 'hub'], { packaged: true });
    expect((await hub.rest('/services')).status).toBe(200);
    expect(hub.stderr).toMatch(/^anjungan: set-up code \S+ makes the first supervisor$/m);
    expect(hub.entries('window')).toEqual([]);
    expect(hub.entries('power')).toMatchObject([{ type: 'prevent-app-suspension' }]);
    hub.signal('SIGTERM');
    expect(await hub.ended()).toBe(0);
  });
});

describe('a fault that nobody expected', () => {
  it.each([
    // The handler itself fails: there is nothing to say which process ended.
    ['in an event', { target: 'app', name: 'child-process-gone' }],
    ['in a promise', { target: 'process', name: 'unhandledRejection' }],
  ] as const)('2.17 is in the log, and ends the program as a failure without a box: %s', async (_where, lever) => {
    const faulty = start(folder(), ['--mode', 'hub'], { packaged: true });
    await faulty.ready();
    await faulty.pull(lever).catch(() => undefined);
    await faulty.until(() => faulty.entries('exit').length > 0, 'the end');
    expect(await faulty.ended()).toBe(1);
    expect(faulty.stderr).toContain('the program ends: nobody expected this');
    expect(faulty.entries('exit')).toMatchObject([{ code: 1 }]);
  });
});

describe('a graphics driver that dies again and again', () => {
  it('2.16 ends the program as a failure; the next start draws without it, and a new version tries it again', async () => {
    const path = folder();
    // Before a window or not: the driver is chosen before either.
    const run = (version: string) =>
      start(path, ['--mode', 'hub'], { packaged: true, env: { ELECTRON_DOUBLE_VERSION: version } });
    const first = run('1.0.0');
    await first.ready();
    expect(first.entries('no hardware acceleration')).toEqual([]);
    for (let times = 1; times <= 3; times += 1)
      await first.pull({ target: 'app', name: 'child-process-gone', rest: [{ type: 'GPU', reason: 'crashed' }] });
    await first.until(() => first.entries('exit').length > 0, 'the end');
    expect(await first.ended()).toBe(1);
    const second = run('1.0.0');
    await second.entry('no hardware acceleration');
    second.signal('SIGTERM');
    expect(await second.ended()).toBe(0);
    const third = run('1.0.1');
    await third.ready();
    expect(third.entries('no hardware acceleration')).toEqual([]);
  });
});
