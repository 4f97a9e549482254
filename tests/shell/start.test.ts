import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('says in one line why the data folder cannot be used, and shows nothing', async () => {
    const path = folder();
    writeFileSync(join(path, 'lounge.db'), 'a database without its key');
    const kiosk = start(path);
    expect(await kiosk.ended()).toBe(1);
    expect(kiosk.stderr).toMatch(oneLine);
    expect(kiosk.stderr).toContain('lounge.key');
    expect(kiosk.stdout).toBe('');
    expect(kiosk.entries('window')).toEqual([]);
  });
});

describe('a packaged kiosk', () => {
  it('has no developer tools, stands above all windows, and ends at SIGTERM while it is starting', async () => {
    const kiosk = start(folder(), [], { packaged: true });
    const { options } = await kiosk.entry('window');
    expect(options).toMatchObject({ kiosk: true, alwaysOnTop: true, webPreferences: { devTools: false } });
    kiosk.signal('SIGTERM');
    expect(await kiosk.ended()).toBe(0);
  });
});

describe('a second copy', () => {
  it('ends before it opens anything, and brings the first to the front', async () => {
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
