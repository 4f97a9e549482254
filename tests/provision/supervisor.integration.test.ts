import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LinuxMachine, linuxFolder } from './linux-machine.ts';

const files = join(linuxFolder, 'files');
const own = join(files, 'usr', 'local', 'lib', 'anjungan');
const unitFolder = join(files, 'etc', 'systemd', 'system');
const onLinux = process.platform === 'linux';

/** A unit's lines by section and key; a key may stand there several times. */
function readUnit(path: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let section = '';
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const heading = /^\[(Unit|Service|Mount|Path|Timer|Install)\]$/.exec(line)?.[1];
    if (heading !== undefined) section = heading;
    else {
      const [, key, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
      if (section === '' || key === undefined || value === undefined) throw new Error(`${path}: ${line}`);
      const name = `${section}.${key}`;
      found.set(name, [...(found.get(name) ?? []), value]);
    }
  }
  return found;
}

const anjungan = readUnit(join(unitFolder, 'anjungan.service'));
const session = readUnit(join(unitFolder, 'anjungan-session.service'));
const one = (unit: Map<string, string[]>, name: string) => unit.get(name)?.join(' ');

describe('the units', () => {
  test.each(
    readdirSync(unitFolder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.\w+$/.test(name) && !name.endsWith('.d'),
    ),
  )('%s is read, and starts only programs that provision places or Debian has', (name) => {
    const unit = readUnit(join(unitFolder, name));
    for (const [key, commands] of unit)
      for (const command of key.startsWith('Service.Exec') ? commands : []) {
        const program = /^[-+@!:]*(\/\S+)/.exec(command)?.[1] ?? '';
        const isOurs = program.startsWith('/usr/local/') && existsSync(join(files, program));
        expect([program, isOurs || /^\/(opt\/Anjungan\/anjungan|usr\/bin\/|bin\/|sbin\/)/.test(program)]).toEqual([
          program,
          true,
        ]);
      }
  });

  test('the program is started again however it ended, but for the 75 of a technician', () => {
    expect(one(anjungan, 'Service.Restart')).toBe('always');
    expect(one(anjungan, 'Service.RestartPreventExitStatus')).toBe('75');
    expect(one(anjungan, 'Service.SuccessExitStatus')).toBe('75');
  });

  test('it must say that it is well, every 30 seconds, by its own processes', () => {
    expect(one(anjungan, 'Service.Type')).toBe('notify');
    expect(one(anjungan, 'Service.NotifyAccess')).toBe('all');
    expect(one(anjungan, 'Service.WatchdogSec')).toBe('30');
  });

  test('five ends in five minutes count as failed, which the update’s judge sees, and somebody goes on trying', () => {
    expect(one(anjungan, 'Unit.StartLimitIntervalSec')).toBe('300');
    expect(one(anjungan, 'Unit.StartLimitBurst')).toBe('5');
    expect(one(anjungan, 'Unit.OnFailure')).toBe('anjungan-rescue.service');
  });

  test('the screen is tried for ever, and brings the program with it', () => {
    expect(one(session, 'Service.Restart')).toBe('always');
    expect(one(session, 'Unit.StartLimitIntervalSec')).toBe('0');
    expect(one(session, 'Service.ExecStartPost')).toContain('start anjungan.service');
    expect(one(anjungan, 'Unit.BindsTo')).toBe('anjungan-session.service');
  });

  test('a stick is looked at once it is known what it is, and nothing on it can be run', () => {
    const rules = readdirSync(join(files, 'etc/udev/rules.d'));
    expect(rules.every((name) => name > '60-persistent-storage.rules')).toBe(true);
    const mounts = rules.flatMap((name) =>
      readFileSync(join(files, 'etc/udev/rules.d', name), 'utf8')
        .split('\n')
        .filter((line) => line.includes('systemd-mount')),
    );
    expect(mounts).toHaveLength(2);
    for (const mount of mounts) expect(mount).toMatch(/options=noexec,nodev,nosuid,.*umask=0077/);
  });

  test('neither runs as root', () => {
    expect(one(anjungan, 'Service.User')).toBe('anjungan');
    expect(one(session, 'Service.User')).toBe('anjungan');
  });

  test('the kiosk may restart and shut down the machine, and nothing else', () => {
    const rules: ((action: { id: string }, subject: { user: string }) => string)[] = [];
    const polkit = {
      Result: { NOT_HANDLED: 'not handled', YES: 'yes', NO: 'no' },
      addRule: (rule: (typeof rules)[number]) => rules.push(rule),
    };
    const text = readFileSync(join(files, 'etc/polkit-1/rules.d/10-anjungan.rules'), 'utf8');
    runInNewContext(text, { polkit });
    const says = (id: string, user: string) => rules.map((rule) => rule({ id }, { user }));
    expect(says('org.freedesktop.login1.reboot', 'anjungan')).toEqual(['yes']);
    expect(says('org.freedesktop.login1.power-off', 'anjungan')).toEqual(['yes']);
    expect(says('org.freedesktop.policykit.exec', 'anjungan')).toEqual(['no']);
    expect(says('org.freedesktop.systemd1.manage-units', 'anjungan')).toEqual(['no']);
    expect(says('org.freedesktop.login1.reboot', 'teknisi')).toEqual(['not handled']);
  });
});

describe.skipIf(!onLinux)('a program that is dead', () => {
  let machine: LinuxMachine;
  beforeEach(() => {
    machine = new LinuxMachine();
    machine.write('run/shown', '');
  });
  afterEach(() => machine.remove());

  const rescue = () => machine.runWith({ ANJUNGAN_RESCUE_SECONDS: '0' }, join(own, 'rescue'), 'run');
  const said = () => machine.read('machine/said') ?? '';
  const starts = () =>
    said()
      .split('\n')
      .filter((line) => line.endsWith('start anjungan.service')).length;
  const restarts = () =>
    said()
      .split('\n')
      .filter((line) => line.endsWith('reboot')).length;
  const background = async (what: string, ended: Readonly<Record<string, string>> = {}) => {
    const places = { ANJUNGAN_SESSION_RUN: machine.path('run'), ANJUNGAN_PICTURES: '/pictures' };
    return (await machine.runWith({ ...places, ...ended }, join(own, 'background'), what)).said;
  };

  test('is started three times more, then the machine restarts', async () => {
    for (let round = 0; round < 3; round += 1) await rescue();
    expect([starts(), restarts()]).toEqual([3, 0]);
    await rescue();
    expect([starts(), restarts()]).toEqual([3, 1]);
  });

  test('is tried without end, but the machine restarts three times in a row at the most', async () => {
    machine.write('var/lib/anjungan-rescue/restarts', '3\n');
    for (let round = 0; round < 6; round += 1) await rescue();
    expect([starts(), restarts()]).toEqual([6, 0]);
  });

  test('once it is ready, nothing of that counts any more', async () => {
    machine.write('var/lib/anjungan-rescue/restarts', '3\n');
    await rescue();
    await machine.run(join(own, 'rescue'), 'forget');
    expect(machine.read('var/lib/anjungan-rescue/restarts')).toBeNull();
    expect(machine.read('run/anjungan-rescue')).toBeNull();
  });

  test('is left to the update’s judge while a new version proves itself, and to a technician who is at it', async () => {
    machine.write('var/lib/anjungan-update/trial', 'trying 1.0.0 1.1.0 1\n');
    await rescue();
    expect([starts(), restarts()]).toEqual([0, 0]);
    const other = new LinuxMachine();
    other.write('machine/units/active-anjungan-maintenance.service', 'activating\n');
    await other.runWith({ ANJUNGAN_RESCUE_SECONDS: '0' }, join(own, 'rescue'), 'run');
    expect(other.read('machine/said')).not.toContain('start anjungan.service');
    other.remove();
  });

  test('is never a black screen: it says so, also while it is being started again', async () => {
    expect(await background('ended', { SERVICE_RESULT: 'signal', EXIT_STATUS: 'KILL' })).toBe('/pictures/broken.png\n');
    expect(await background('starting')).toBe('/pictures/broken.png\n');
    expect(await background('again')).toBe('/pictures/broken.png\n');
    expect(readFileSync(join(files, 'usr/local/share/anjungan/broken.svg'), 'utf8')).toMatch(
      /Anjungan rusak\.[^]*Silakan ke[^]*meja petugas\./,
    );
  });

  test('asks for patience at a start and an ordered end, and speaks of the technician who has left it', async () => {
    expect(await background('ended', { SERVICE_RESULT: 'success', EXIT_STATUS: '0' })).toBe('/pictures/starting.png\n');
    expect(await background('starting')).toBe('/pictures/starting.png\n');
    // Before it was ever ready, systemd calls 75 a failure too.
    expect(await background('ended', { SERVICE_RESULT: 'protocol', EXIT_STATUS: '75' })).toBe(
      '/pictures/service.png\n',
    );
  });

  test('only 75 opens the login prompt of the technician', async () => {
    await machine.runWith({ EXIT_STATUS: '1' }, join(own, 'maintenance'));
    expect(said()).not.toContain('anjungan-maintenance');
    await machine.runWith({ EXIT_STATUS: '75' }, join(own, 'maintenance'));
    expect(said()).toContain('start anjungan-maintenance.service');
  });
});

describe.skipIf(!onLinux)('a disk that is to be copied', () => {
  test('keeps nothing that must not be the same on two machines, and is asked for by name', async () => {
    const machine = new LinuxMachine();
    await machine.provision('--mode', 'kiosk', '--package', machine.package);
    const script = join(linuxFolder, 'prepare-image');
    for (const path of ['lounge.db', 'lan/names.key', 'site.json']) machine.write(`var/lib/anjungan/${path}`, 'own\n');
    machine.write('etc/machine-id', '4711\n');
    machine.write('etc/ssh/ssh_host_ed25519_key', 'own\n');
    machine.write('var/lib/anjungan-update/trial', 'trying 1.0.0 1.1.0 1\n');
    expect(await machine.run(script)).toMatchObject({ code: 2 });
    expect(machine.read('var/lib/anjungan/lounge.db')).toBe('own\n');

    expect(await machine.run(script, '--yes')).toMatchObject({ code: 0 });
    expect(readdirSync(machine.path('var/lib/anjungan'))).toEqual([]);
    expect(machine.read('etc/machine-id')).toBe('');
    expect(machine.read('etc/ssh/ssh_host_ed25519_key')).toBeNull();
    expect(machine.read('var/lib/anjungan-update/trial')).toBeNull();
    expect(machine.read('var/lib/anjungan-update/current.deb')).not.toBeNull();
    expect(await machine.provision('--check')).toMatchObject({ code: 0 });
    machine.remove();
  });
});
