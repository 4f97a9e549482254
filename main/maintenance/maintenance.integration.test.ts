import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MaintenanceContract } from '../../contract/maintenance.ts';
import { sampleBackup } from '../../tests/doubles/lounge/sample-backup.ts';
import { openMaintenanceDesk } from '../maintenance-desk.ts';
import { programFiles } from '../program-files.ts';
import { keepMaintenancePin } from '../staff/maintenance-pin.ts';
import { PinHashes } from '../staff/pin-hashes.ts';
import { framePort } from '../transport/node-port.ts';
import { backupsIn } from './found-backups.ts';
import { commandFor } from './machine-power.ts';
import { PinDoor, waitAfter } from './pin-door.ts';
import { Visit } from './visit.ts';

const pin = '481526';
let folder = '';
let said: string[] = [];
const log = { info: keep, warn: keep, error: keep };
function keep(data: object, message: string): void {
  said.push(`${JSON.stringify(data)} ${message}`);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-maintenance-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const setPin = async () => keepMaintenancePin(folder, await new PinHashes().hash(pin));

function openScreen() {
  const ended: number[] = [];
  let left = 0;
  let closed = 0;
  const desk = openMaintenanceDesk({
    dataFolder: folder,
    files: programFiles(import.meta.dirname),
    isPaired: false,
    failure: 'the database is damaged',
    clockConfirmed: () => null,
    printer: () => null,
    selfTest: null,
    closeLounge: async () => void (closed += 1),
    end: (code) => ended.push(code),
    log,
  });
  const { port1, port2 } = new MessageChannel();
  desk.serve(framePort(port1), () => (left += 1));
  port2.start();
  const client: ContractRouterClient<MaintenanceContract> = createORPCClient(new RPCLink({ port: port2 }));
  const gone = new Promise<void>((resolve) => port2.once('close', () => resolve()));
  return { client, page: port2, gone, ended, left: () => left, closed: () => closed };
}

describe('the door of a machine', () => {
  const doorOf = (
    tick: () => number,
    verify = async (hash: string | null, typed: string) => hash !== null && typed === pin,
  ) => new PinDoor({ dataFolder: folder, verify, tick });
  const tried = (door: PinDoor, typed: string) =>
    door.check(typed).then(
      () => 'open',
      (error: { code: string }) => error.code,
    );

  it('opens to the PIN, and to nobody where none was set', async () => {
    let now = 0;
    const door = doorOf(() => now);
    expect(door.isPinSet).toBe(false);
    expect(await tried(door, pin)).toBe('PIN_UNSET');
    await setPin();
    now += 60_000;
    expect(await tried(door, pin)).toBe('open');
    expect(existsSync(join(folder, 'maintenance.tries'))).toBe(false);
  });

  it('lets a flood of tries wait longer and longer, also after the plug was pulled', async () => {
    await setPin();
    let now = 0;
    let looked = 0;
    const verify = async () => {
      looked += 1;
      return false;
    };
    const door = doorOf(() => now, verify);
    for (let nth = 0; nth < 600; nth += 1) {
      await tried(door, '000000');
      now += 1_000;
    }
    // Ten minutes of trying once a second: 1, 1, 10, 20, … s between them.
    expect(looked).toBeLessThanOrEqual(9);
    const again = doorOf(() => 0, verify);
    expect(again.waitSeconds).toBe(waitAfter(looked) / 1000);
    expect(await tried(again, pin)).toBe('PIN_SLOW');
  });

  it('looks at one try of a hundred that come at once', async () => {
    await setPin();
    const door = doorOf(() => 0);
    const answers = await Promise.all(Array.from({ length: 100 }, () => tried(door, '000000')));
    expect(answers.filter((answer) => answer === 'PIN_WRONG')).toHaveLength(1);
  });

  it('counts a try before it looks, and takes a damaged count for many', async () => {
    await setPin();
    let counted = '';
    const door = doorOf(
      () => 0,
      async () => {
        counted = readFileSync(join(folder, 'maintenance.tries'), 'utf8');
        return true;
      },
    );
    await tried(door, pin);
    expect(counted).toBe('1\n');
    writeFileSync(join(folder, 'maintenance.tries'), '-99');
    expect(doorOf(() => 0).waitSeconds).toBe(320);
  });

  it('never waits less after more wrong tries, and never more than an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (wrong) => {
        expect(waitAfter(wrong + 1)).toBeGreaterThanOrEqual(waitAfter(wrong));
        expect(waitAfter(wrong)).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});

describe('the maintenance screen', () => {
  it('answers nothing but the door before the PIN, and the log never hears a PIN', async () => {
    await setPin();
    const { client, page, ended } = openScreen();
    expect(await client.door()).toEqual({ isPinSet: true, waitSeconds: 0 });
    for (const call of [
      client.state(),
      client.stay(),
      client.backups(),
      client.restore({ id: 'x', recoveryKey: 'x' }),
      client.act({ what: 'shut_down' }),
      client.act({ what: 'restart_program' }),
    ])
      await expect(call).rejects.toMatchObject({ code: 'PIN_FIRST' });
    await expect(client.unlock({ pin: '314159' })).rejects.toMatchObject({
      code: 'PIN_WRONG',
      data: { retrySeconds: 1 },
    });
    await expect(client.unlock({ pin: '9'.repeat(5_000) })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(ended).toEqual([]);
    expect(said.join()).not.toContain('314159');
    page.close();
  });

  it('loses its port when it sends what is no call, or far too much', async () => {
    for (const message of ['x', { i: '1' }, JSON.stringify({ i: '1', p: { u: '/door', b: 'x'.repeat(2_000_000) } })]) {
      const { page, gone } = openScreen();
      page.postMessage(message);
      await gone;
    }
  });

  it('restores a backup over a damaged database with the recovery key alone, and keeps what was there', async () => {
    await setPin();
    mkdirSync(join(folder, 'backups'));
    const { recoveryKey, name } = sampleBackup(join(folder, 'backups'));
    writeFileSync(join(folder, 'lounge.db'), 'damaged');
    const { client, page, closed, ended } = openScreen();
    await client.unlock({ pin });
    expect(await client.state()).toMatchObject({ failure: 'the database is damaged', backups: 1, databaseBytes: 7 });
    const choices = await client.backups();
    expect(choices.map((choice) => choice.name)).toEqual([name]);
    const id = choices[0]?.id ?? '';
    const other = { id: join(folder, 'lounge.db'), recoveryKey };
    await expect(client.restore(other)).rejects.toMatchObject({ code: 'BACKUP_GONE' });
    await expect(client.restore({ id, recoveryKey: '0'.repeat(32) })).rejects.toMatchObject({ code: 'RESTORE_FAILED' });
    // A lounge that runs goes on after a slip of the pen.
    expect(closed()).toBe(0);
    const { aside } = await client.restore({ id, recoveryKey: recoveryKey.toLowerCase() });
    expect(closed()).toBe(1);
    expect(readFileSync(join(aside ?? '', 'lounge.db'), 'utf8')).toBe('damaged');
    expect(readFileSync(join(folder, 'lounge.db')).length).toBeGreaterThan(4096);
    await client.act({ what: 'restart_program' });
    await expect(client.act({ what: 'to_desktop' })).rejects.toMatchObject({ code: 'ACT_FAILED' });
    expect(ended).toEqual([1]);
    expect(said.join()).not.toContain(recoveryKey);
    // Nobody can go back to a kiosk whose lounge has ended.
    ended.length = 0;
    page.close();
    await vi.waitUntil(() => ended.length > 0);
    expect(ended).toEqual([1]);
  });
});

it('finds the newest backups first, and nothing else', () => {
  for (const name of ['000009-2026-11-24', '000010-2020-01-01'])
    writeFileSync(join(folder, `anjungan-0a1b2c3d-${name}.backup`), 'x');
  writeFileSync(join(folder, 'anjungan.backup'), 'x');
  expect(backupsIn([folder, '/nowhere']).map(({ name }) => name)).toEqual([
    'anjungan-0a1b2c3d-000010-2020-01-01.backup',
    'anjungan-0a1b2c3d-000009-2026-11-24.backup',
  ]);
});

it('restarts and ends a machine by the commands of its system', () => {
  expect(commandFor('restart_machine', 'linux')).toEqual({ file: 'systemctl', args: ['reboot'] });
  expect(commandFor('shut_down', 'win32')).toEqual({ file: 'shutdown.exe', args: ['/s', '/t', '0'] });
});

it('closes by itself after two minutes in which nobody was at it, but never in the middle of work', async () => {
  vi.useFakeTimers();
  try {
    let left = 0;
    const door = new PinDoor({ dataFolder: folder, verify: async () => true, tick: () => 0 });
    const visit = new Visit(door, () => (left += 1));
    vi.advanceTimersByTime(119_000);
    visit.stay();
    vi.advanceTimersByTime(119_000);
    expect(left).toBe(0);
    const { promise, resolve } = Promise.withResolvers<void>();
    const work = visit.busy(() => promise);
    vi.advanceTimersByTime(600_000);
    expect(left).toBe(0);
    resolve();
    await work;
    vi.advanceTimersByTime(120_000);
    expect(left).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});
