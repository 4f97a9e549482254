import { rmSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LinuxMachine } from './linux-machine.ts';

const onLinux = process.platform === 'linux';

/** build/linux/provision, with stand-ins for apt-get, systemctl and the like. */
describe.skipIf(!onLinux)('a kiosk made of a bare Debian', () => {
  const machine = new LinuxMachine();
  let said = '';
  beforeAll(async () => {
    const first = await machine.provision('--mode', 'kiosk', '--package', machine.package, '--rotate', 'left');
    expect(first.code, first.said).toBe(0);
    said = first.said;
  });
  afterAll(() => machine.remove());
  const check = () => machine.provision('--check');

  test('says what it does', () => {
    expect(said).toContain('user anjungan');
    expect(said).toContain('packages to remove: gnome-keyring brltty');
    expect(said).toMatch(/done: \d+ changes; start the machine again now/);
  });

  test('has the program, with a package to return to, and no keyring', () => {
    expect(machine.read('machine/packages')?.split('\n')).toEqual(
      expect.arrayContaining(['anjungan', 'openbox', 'feh']),
    );
    expect(machine.read('machine/packages')).not.toContain('gnome-keyring');
    expect(machine.read('machine/packages')).not.toContain('cups');
    expect(machine.read('var/lib/anjungan-update/current.deb')).toBe('1.0.0\nthe package\n');
  });

  test('lets the program reach the printer, the sound and the screen, and not the keyboards of others', () => {
    expect(machine.read('machine/groups')?.trim().split('\n')).toEqual([
      'anjungan',
      'lp',
      'dialout',
      'audio',
      'video',
      'render',
    ]);
  });

  test('turns the touch panel with the screen', () => {
    expect(machine.read('etc/anjungan/machine.conf')).toContain('ROTATE="left"');
    expect(machine.read('etc/X11/xorg.conf.d/60-anjungan-touch.conf')).toContain('"0 -1 1 1 0 0 0 0 1"');
  });

  test('is reached from the local network at the lounge’s port alone', () => {
    const ports = machine.read('etc/nftables.conf')?.match(/dport \d+/g);
    expect(ports).toEqual(['dport 546', 'dport 8443', 'dport 8443']);
    expect(machine.read('etc/nftables.conf')).toContain('policy drop');
  });

  test('has no way out by keys, sleep or a second login', () => {
    for (const unit of ['ctrl-alt-del.target', 'sleep.target', 'hibernate.target', 'getty@tty1.service'])
      expect(machine.read(`machine/units/${unit}`)).toBe('masked\n');
    expect(machine.read('etc/systemd/logind.conf.d/anjungan.conf')).toContain('NAutoVTs=0');
    expect(machine.read('etc/sysctl.d/90-anjungan.conf')).toContain('kernel.sysrq = 0');
    expect(machine.read('etc/X11/xorg.conf.d/50-anjungan.conf')).toMatch(/"DontVTSwitch" "true"/);
    expect(machine.read('etc/anjungan/openbox.xml')).toContain('<keyboard></keyboard>');
  });

  test('does not write when it reads, and keeps Debian’s care for a damaged disk', () => {
    expect(machine.read('etc/fstab')).toBe('UUID=1 / ext4 errors=remount-ro,noatime 0 1\nUUID=2 none swap sw 0 0\n');
  });

  test('nothing that is placed may be written by others, and only programs may be run', () => {
    for (const path of machine.placed) {
      const mode = statSync(machine.path(path)).mode & 0o777;
      const isProgram = /^\/usr\/local\/(lib\/anjungan|sbin)\//.test(path);
      expect([path, mode.toString(8)]).toEqual([path, isProgram ? '755' : '644']);
    }
    expect(statSync(machine.path('var/lib/anjungan')).mode & 0o777).toBe(0o700);
    const owners = machine.read('machine/owners') ?? '';
    expect(owners).toContain(`anjungan:anjungan ${machine.path('var/lib/anjungan')}\n`);
    expect(owners).toContain(`anjungan:anjungan ${machine.path('var/spool/anjungan-update')}\n`);
  });

  test('run again, it changes nothing; and a check finds nothing', async () => {
    // Keys of updates come with the set-up, never with a later package.
    machine.write('etc/anjungan/update-keys/ours.pem', 'the key of the regency\n');
    const before = machine.everything();
    expect(await machine.provision()).toEqual({ code: 0, said: 'nothing to do\n' });
    expect(await check()).toEqual({ code: 0, said: 'nothing differs\n' });
    expect(machine.everything()).toEqual(before);
  });

  test('a check names every file that is gone or changed, every unit, package and group, and mends none', async () => {
    // What the machine is to be stands in one of them: without it nothing could be checked.
    const isGone = (path: string, at: number) => at % 2 === 0 && !path.endsWith('/machine.conf');
    const gone = machine.placed.filter(isGone);
    const changed = machine.placed.filter((path, at) => !isGone(path, at));
    expect(gone.length + changed.length).toBeGreaterThan(30);
    for (const path of gone) rmSync(machine.path(path));
    for (const path of changed) machine.write(path, `${machine.read(path)}# of somebody else\n`);
    machine.write('machine/units/sleep.target', 'static\n');
    machine.write('machine/units/nftables.service', 'disabled\n');
    machine.write('machine/groups', 'anjungan\nlp\n');
    machine.write('machine/packages', `${machine.read('machine/packages')?.replace('feh\n', '')}modemmanager\n`);
    rmSync(machine.path('usr/local/share/anjungan/broken.png'));
    const before = machine.everything();
    const { code, said } = await check();
    expect(code).toBe(1);
    const lines = said.split('\n');
    for (const path of [...gone, ...changed]) expect(lines).toContain(`differs: ${path}`);
    for (const what of [
      'sleep.target masked',
      'nftables.service enabled',
      'anjungan in group dialout',
      'packages: feh',
      'packages to remove: modemmanager',
      'the background broken',
    ])
      expect(lines).toContain(`differs: ${what}`);
    expect(machine.everything()).toEqual(before);
    expect((await machine.provision()).code).toBe(0);
    expect(await check()).toMatchObject({ code: 0 });
  });

  test('a check finds what others may write', async () => {
    machine.openToAll('etc/anjungan/machine.conf');
    machine.openToAll('usr/local/sbin/anjungan-update');
    const { said } = await check();
    expect(said).toContain('differs: owner and mode of /etc/anjungan/machine.conf: root:root 644');
    expect(said).toContain('differs: owner and mode of /usr/local/sbin/anjungan-update: root:root 755');
    await machine.provision();
    expect(await check()).toMatchObject({ code: 0 });
  });

  test('what an earlier provision placed and this one does not want goes', async () => {
    machine.write('etc/anjungan/of-before.conf', 'old\n');
    const list = [...machine.placed, '/etc/anjungan/of-before.conf'].toSorted();
    machine.write('var/lib/anjungan-provision/placed', `${list.join('\n')}\n`);
    expect((await check()).said).toContain('differs: /etc/anjungan/of-before.conf is no longer wanted');
    await machine.provision();
    expect(machine.read('etc/anjungan/of-before.conf')).toBeNull();
  });

  test('a stick with the village’s file is found, and copied for the program', async () => {
    const village = machine.write('media/anjungan-stick/anjungan/site.json', '{"village":"Sukamaju"}\n');
    await machine.provision();
    expect(machine.read('var/lib/anjungan/site.json')).toBe('{"village":"Sukamaju"}\n');
    expect(statSync(machine.path('var/lib/anjungan/site.json')).mode & 0o777).toBe(0o600);
    // Another stick that happens to be there later is another village's.
    machine.write('media/anjungan-stick/anjungan/site.json', '{"village":"Sukasari"}\n');
    await machine.provision();
    expect(machine.read('var/lib/anjungan/site.json')).toContain('Sukamaju');
    await machine.provision('--site', village);
    expect(machine.read('var/lib/anjungan/site.json')).toContain('Sukasari');
  });
});

describe.skipIf(!onLinux)('the other machines', () => {
  test('a hub prints letters by CUPS, which keeps its hands off the receipt printer; watches its UPS; opens SSH to keys', async () => {
    const machine = new LinuxMachine();
    const asked = ['--ups', 'nutdrv_qx', '--ssh', 'yes', '--receipt', '0483:5743', '--port', '9443'];
    const { code, said } = await machine.provision('--mode', 'hub', '--package', machine.package, ...asked);
    expect(code, said).toBe(0);
    expect(machine.read('machine/packages')?.split('\n')).toEqual(expect.arrayContaining(['cups', 'nut-server']));
    expect(machine.read('usr/share/cups/usb/anjungan-receipt.usb-quirks')).toBe('0x0483 0x5743 blacklist\n');
    expect(machine.read('etc/nut/upsmon.conf')).toContain('SHUTDOWNCMD "/sbin/shutdown -h +0"');
    expect(statSync(machine.path('etc/nut/upsmon.conf')).mode & 0o777).toBe(0o640);
    expect(machine.read('etc/ssh/sshd_config.d/10-anjungan.conf')).toContain('PasswordAuthentication no');
    expect(machine.read('etc/nftables.conf')).toContain('dport 22');
    expect(machine.read('etc/nftables.conf')).toContain('dport 9443');
    // The password of the UPS is made once.
    expect(await machine.provision()).toEqual({ code: 0, said: 'nothing to do\n' });
    // As a TV it has no CUPS, nothing of it is left behind, and nobody reaches it.
    await machine.provision('--mode', 'display', '--letters', 'no', '--ssh', 'no', '--receipt', '');
    expect(machine.read('etc/anjungan/machine.conf')).toContain('MODE="display"');
    expect(machine.read('machine/units/ssh.service')).toBe('disabled\n');
    expect(machine.read('usr/share/cups/usb/anjungan-receipt.usb-quirks')).toBeNull();
    expect(machine.read('etc/nftables.conf')?.match(/tcp dport \d+/)).toBeNull();
    expect(await machine.provision('--check')).toMatchObject({ code: 0 });
    machine.remove();
  });

  test.each([
    ['no mode', []],
    ['an unknown mode', ['--mode', 'tv']],
    ['an unknown turn', ['--mode', 'kiosk', '--rotate', '45']],
    ['a driver that is a command', ['--mode', 'kiosk', '--ups', 'usbhid-ups; reboot']],
    ['a package that is not there', ['--mode', 'kiosk', '--package', 'none.deb']],
    ['an option that nobody knows', ['--mode', 'kiosk', '--fast', 'yes']],
  ])('%s is refused before anything is changed', async (_what, args) => {
    const machine = new LinuxMachine();
    const before = machine.everything();
    expect(await machine.provision(...args)).toMatchObject({ code: 2 });
    expect(machine.everything()).toEqual(before);
    machine.remove();
  });

  test('another system than Debian 12 or 13 is refused', async () => {
    const machine = new LinuxMachine();
    machine.write('etc/os-release', 'ID=ubuntu\nVERSION_ID="13"\n');
    expect(await machine.provision('--mode', 'kiosk')).toMatchObject({ code: 2 });
    machine.remove();
  });
});
