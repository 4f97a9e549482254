import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, DeviceKind } from '../../contract/principal.ts';
import { PairedMachine } from '../../main/paired-machine.ts';
import { HubFile } from '../../main/transport/remote/known-hub.ts';
import { display as board } from '../../renderer/i18n/display/id.ts';
import { id } from '../../renderer/i18n/id.ts';
import { type Desk, firstSupervisor, hire, key, pins } from '../doubles/lounge/front-desk.ts';
import { LanLounge } from '../doubles/lounge/lan-lounge.ts';
import { tuesdayMorning } from '../doubles/lounge/start-lounge.ts';
import { openWindowPort } from '../doubles/lounge/window.ts';
import { png } from '../doubles/media/files.ts';
import { Kiosk, makeFolder, touch } from './kiosk.ts';

/** Other machines of a lounge: the hub is in this process, behind its real HTTPS. */
let hub: LanLounge;
let supervisor: Desk;
const running: { kiosk: Kiosk; remove: () => void }[] = [];

beforeAll(async () => {
  hub = await LanLounge.openOnLan(tuesdayMorning);
  supervisor = await firstSupervisor(hub.lounge);
  await hire(supervisor, 'Siti Aminah');
});
afterEach(async () => {
  for (const { kiosk, remove } of running.splice(0)) {
    await kiosk.clear();
    remove();
  }
});
afterAll(async () => {
  await hub.end();
});

async function start(kind: DeviceKind, name: string, env: Record<string, string> = {}) {
  const { path, remove } = makeFolder();
  const known = await hub.pairProgram(kind, name);
  const file = new HubFile(join(path, 'hub.json'));
  file.write(known);
  const kiosk = new Kiosk(path, [], { env });
  running.push({ kiosk, remove });
  const page: Page = await kiosk.page();
  return { kiosk, page, path, file, known };
}

const numbers = () => hub.lounge.db.prepare('SELECT number FROM ticket ORDER BY number').pluck().all();

describe('a kiosk that is paired', () => {
  it('has no lounge of its own: a touch takes a number of the hub', async () => {
    const { kiosk, page, path } = await start('kiosk', 'Anjungan 2');
    await touch(page, page.getByText('Sentuh layar'));
    await touch(page, page.getByRole('button', { name: /Surat keterangan desa/ }));
    await touch(page, page.getByRole('button', { name: 'Tidak', exact: true }));
    await page
      .getByText(/^C-?001$/)
      .first()
      .waitFor();
    expect(numbers()).toEqual(['C001']);
    expect(kiosk.entries('load')).toMatchObject([{ url: 'app://anjungan/kiosk' }]);
    expect(kiosk.entries('message box')).toEqual([]);
    expect(['lounge.db', 'lounge.key', 'run'].filter((name) => existsSync(join(path, name)))).toEqual([]);
    expect(kiosk.stdout).toBe('');
    kiosk.signal('SIGTERM');
    expect(await kiosk.ended()).toBe(0);
  });

  it('says so while the hub is away, and goes on by itself when it is back', async () => {
    const { kiosk, page } = await start('kiosk', 'Anjungan 3');
    await page.getByText('Sentuh layar').waitFor();
    await hub.switchLan(false);
    await page.getByText(id.offline.title).waitFor();
    await kiosk.until(() => kiosk.stderr.includes('the hub cannot be reached'), 'the news in the log');
    await hub.switchLan(true);
    await page.getByText('Sentuh layar').waitFor();
  });

  it('finds a hub that has another address, and remembers it', async () => {
    const { kiosk, path, file, known } = await start('kiosk', 'Anjungan 4');
    kiosk.signal('SIGTERM');
    await kiosk.ended();
    // Nobody answers there: this machine alone has that address.
    file.write({ ...known, address: '127.0.0.9' });
    const again = new Kiosk(path);
    running.push({ kiosk: again, remove: () => undefined });
    await (await again.page()).getByText('Sentuh layar').waitFor();
    expect(file.read()).toEqual(known);
  });

  it('shows the hub’s page though the new address cannot be written down', async () => {
    const known = await hub.pairProgram('kiosk', 'Anjungan 5');
    const said: string[] = [];
    const say = (_data: object, message: string) => said.push(message);
    const machine = new PairedMachine({
      file: new HubFile(join(hub.folder, 'no such folder', 'hub.json')),
      hub: { ...known, address: '127.0.0.9' },
      log: { info: say, warn: say, error: say },
    });
    const { client, served, page } = openWindowPort();
    machine.serve(served);
    expect(await client.queue.services()).not.toEqual([]);
    page.close();
    expect(said).toEqual(['the hub has another address', "the hub's address could not be written down"]);
  });

  it('that was turned away waits for a new pairing', async () => {
    const { kiosk, page, known } = await start('kiosk', 'Anjungan 6');
    await page.getByText('Sentuh layar').waitFor();
    await hub.revoke(known.device.id);
    await page.getByText(id.offline.title).waitFor();
    await kiosk.until(() => kiosk.stderr.includes('it must be paired again'), 'the news in the log');
    expect(kiosk.entries('exit')).toEqual([]);
  });
});

it('a counter’s computer shows the counter’s page in a window among others', async () => {
  const { kiosk, page } = await start('counter', 'PC loket 3');
  expect(kiosk.entries('load')).toMatchObject([{ url: 'app://anjungan/counter' }]);
  expect(kiosk.entries('window')).toMatchObject([{ options: { kiosk: false, frame: true, alwaysOnTop: false } }]);
  await page.getByRole('button', { name: 'Siti Aminah' }).click();
  await page.keyboard.type(pins.operator);
  await page.getByRole('button', { name: 'Loket 3' }).waitFor();
});

it('a television shows who is called, fills the screen and may speak', async () => {
  const { kiosk, page } = await start('display', 'TV ruang tunggu');
  expect(kiosk.entries('load')).toMatchObject([{ url: 'app://anjungan/display' }]);
  expect(kiosk.entries('window')).toMatchObject([
    { options: { kiosk: true, webPreferences: { autoplayPolicy: 'no-user-gesture-required' } } },
  ]);
  await page.getByText(board.allClosed).waitFor();
  hub.take('surat-desa');
  await supervisor.client.counters.open({ counterId: '3', requestKey: key() });
  await page.getByText(board.nobody).waitFor();
  const [first] = numbers();
  await supervisor.client.counters.callNext({ counterId: '3', requestKey: key() });
  await page.getByText(String(first), { exact: true }).first().waitFor();
});

it('2.16 a page that hangs comes back by itself: nobody touches a television', async () => {
  // Half of 15 s of silence, and of the minute that a page may take to load: a busy machine needs some of it.
  const { kiosk, page } = await start('display', 'TV ruang tunggu 2', { ELECTRON_DOUBLE_HASTE: '2' });
  await page.locator('#root > *').first().waitFor();
  const given = kiosk.entries('port given').length;
  page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await kiosk.entry('killed');
  await kiosk.entry('port given', given + 1);
  expect(kiosk.entries('exit')).toEqual([]);
});

it('a television shows a picture of the hub under its own CSP, without knowing where the hub is', async () => {
  const { page } = await start('display', 'TV teras');
  const sent = { name: 'jadwal.png', length: png(320, 180).length, body: Readable.from([png(320, 180)]) };
  await hub.lounge.media.take(supervisor.caller.actor() as Actor, sent);
  const picture = page.locator('[data-media] img[data-state="shown"]');
  await picture.waitFor();
  const seen = await picture.evaluate((img) => ({
    width: (img as HTMLImageElement).naturalWidth,
    place: new URL((img as HTMLImageElement).src).pathname,
  }));
  expect(seen).toEqual({ width: 320, place: '/media/jadwal.png' });
});

describe('a folder that says two things', () => {
  const startIn = (fill: (path: string) => void, flags: string[] = []) => {
    const { path, remove } = makeFolder();
    fill(path);
    const kiosk = new Kiosk(path, flags);
    running.push({ kiosk, remove });
    return kiosk;
  };

  it('starts neither a lounge nor a window', async () => {
    const known = await hub.pairProgram('kiosk', 'Anjungan 7');
    const kiosk = startIn((path) => {
      new HubFile(join(path, 'hub.json')).write(known);
      writeFileSync(join(path, 'lounge.db'), 'a lounge');
    });
    expect(await kiosk.ended()).toBe(1);
    expect(kiosk.stderr).toMatch(/^anjungan: [^\n]+ remove one of them\.\n$/);
    expect(kiosk.entries('window')).toEqual([]);
  });
});
