import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as atOnce, type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import type { DeviceKind } from '../../contract/principal.ts';
import { display as board } from '../../renderer/i18n/display/id.ts';
import { id } from '../../renderer/i18n/staff.ts';
import { type Desk, firstSupervisor, hire, key, pins } from '../doubles/lounge/front-desk.ts';
import { cable, freePort } from '../doubles/lounge/lan-lounge.ts';
import { test } from './fixture.ts';

/**
 * A lounge of five machines on its own network: a kiosk, two counters, a display and the supervisor's, each a real
 * Chromium that trusts the hub's authority and nothing else, paired with codes. No HTTPS error is ignored.
 */

test.describe.configure({ timeout: 360_000 });
/** Five browsers share one machine here. */
const expect = atOnce.configure({ timeout: 40_000 });

const { counter, ...words } = id;
const home = () => mkdtempSync(join(tmpdir(), 'anjungan-home-'));

/** The supervisor switches the network on, and the machines' browsers are given the hub's authority. */
class Machines {
  readonly #folder = home();
  readonly #url: string;
  readonly #supervisor: Desk;
  #browser: Browser | undefined;

  private constructor(url: string, supervisor: Desk) {
    this.#url = url;
    this.#supervisor = supervisor;
  }

  static async on(supervisor: Desk): Promise<Machines> {
    const asked = { enabled: true, interface: cable, port: await freePort(), requestKey: key() };
    const { addresses, fingerprint } = await supervisor.client.lan.set(asked);
    const url = addresses.find((address) => address.includes('hub.test')) ?? '';
    expect(url).toMatch(/^https:/);
    const machines = new Machines(url, supervisor);
    await machines.#trust(addresses.find((address) => address.includes('127.0.0.1')) ?? '', fingerprint ?? '');
    return machines;
  }

  /** The documented command, on the machine of the browser. */
  async #trust(url: string, fingerprint: string): Promise<void> {
    const script = join(import.meta.dirname, '..', '..', 'scripts', 'pair-browser.mjs');
    const env = { ...process.env, HOME: this.#folder, XDG_DATA_HOME: '' };
    const child = spawn(process.execPath, [script, url, fingerprint], { env, stdio: 'ignore' });
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    const executablePath = process.env['ANJUNGAN_CHROMIUM'];
    this.#browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      env: { ...(process.env as Record<string, string>), HOME: this.#folder, XDG_DATA_HOME: '' },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--autoplay-policy=no-user-gesture-required',
        '--host-resolver-rules=MAP hub.test 127.0.0.1',
      ],
    });
  }

  /** A new machine joins: somebody types the code that the supervisor's screen shows. */
  async join(kind: DeviceKind, name: string, viewport: { width: number; height: number }): Promise<Page> {
    const context: BrowserContext = await (this.#browser as Browser).newContext({ viewport, hasTouch: true });
    context.setDefaultTimeout(40_000);
    const page = await context.newPage();
    const { code } = await this.#supervisor.client.devices.beginPairing({ kind, name, requestKey: key() });
    // Nobody knows this machine yet, so its page leads to where machines join.
    await page.goto(`${this.#url}/${kind}`);
    await expect(page).toHaveURL(/\/join$/);
    await page.getByLabel(words.join.code).fill(code);
    await page.getByRole('button', { name: words.join.go }).click();
    await expect(page).toHaveURL(new RegExp(`/${kind}$`));
    return page;
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const desk = { width: 1366, height: 768 };

async function signIn(page: Page, name: string, pin: string, counterName: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.keyboard.type(pin);
  await page.getByRole('button', { name: counterName }).click();
  await expect(page.getByRole('heading', { level: 1, name: counterName })).toBeVisible();
}

/** A resident takes a number for a service at the kiosk's screen. @param next another one, right after somebody else */
async function take(page: Page, service: string, next = false): Promise<void> {
  const touch = async (name: string, exact = true) => {
    // A tap right after the picture has changed was meant for the one before, and is not taken.
    await page.waitForTimeout(450);
    await page.getByRole('button', { name, exact }).click();
  };
  await touch(words.attract.touch.replaceAll('\n', ' '));
  await touch(service, false);
  if (next) await touch(words.others.anotherYes);
  await touch(words.priority.none);
  await touch(words.ticket.finish, false);
}

const current = (page: Page) => page.getByRole('region', { name: counter.current.label });
const line = (page: Page) => page.getByRole('complementary', { name: counter.line.label });
const press = async (page: Page, name: string) => {
  await page.waitForTimeout(500);
  await page.getByRole('button', { name }).first().click();
};

test('taken, called, recalled, transferred, missed, called back, done: on five machines over HTTPS', async ({
  lounge,
}) => {
  const supervisor = await firstSupervisor(lounge.hub.lounge);
  await hire(supervisor, 'Siti Aminah');
  await hire(supervisor, 'Budi Santoso', 'operator', pins.other);
  const machines = await Machines.on(supervisor);
  const wrong: string[] = [];
  try {
    const kiosk = await machines.join('kiosk', 'Anjungan 2', { width: 1080, height: 1920 });
    const one = await machines.join('counter', 'PC loket 3', desk);
    const two = await machines.join('counter', 'PC loket 4', desk);
    const display = await machines.join('display', 'TV ruang tunggu', { width: 1920, height: 1080 });
    for (const page of [kiosk, one, two, display]) page.on('pageerror', (error) => wrong.push(error.message));
    await signIn(one, 'Siti Aminah', pins.operator, 'Loket 3');
    await signIn(two, 'Budi Santoso', pins.other, 'Loket 4');

    await take(kiosk, 'Surat keterangan desa');
    await take(kiosk, 'Surat keterangan desa', true);
    await expect(line(one).getByText('C002')).toBeVisible();

    await press(one, counter.acts.callNext('C001'));
    await expect(current(one).getByText('C001', { exact: true })).toBeVisible();
    await expect(display.getByText('C001').first()).toBeVisible();
    await press(one, counter.acts.recall);

    // Another counter's service: number and waiting time go with the person.
    await press(one, counter.acts.transfer);
    await one
      .getByRole('dialog')
      .getByRole('button', { name: /Pengaduan/ })
      .click();
    await expect(line(two).getByText('C001')).toBeVisible();
    await press(two, counter.acts.callNext('C001'));
    await expect(current(two).getByText('C001', { exact: true })).toBeVisible();

    // Nobody comes. After the second call and half a minute the number is missed, and comes back.
    await press(two, counter.acts.recall);
    // The half minute runs from the call as the hub has written it down.
    await expect.poll(() => lounge.callEvents().length).toBe(4);
    lounge.pass(31);
    await press(two, counter.acts.noShow);
    await expect(line(two).getByText(counter.line.missed)).toBeVisible();
    // A page of the board of its own: it has its turn.
    await expect(display.getByText(board.missed).first()).toBeVisible({ timeout: 60_000 });
    await press(two, counter.line.callAgain);
    await expect(current(two).getByText('C001', { exact: true })).toBeVisible();
    await press(two, counter.acts.serve);
    await press(two, counter.acts.done);
    await expect.poll(() => lounge.stateOf('C001')).toBe('done');

    await press(one, counter.acts.callNext('C002'));
    await press(one, counter.acts.serve);
    await press(one, counter.acts.done);
    await expect.poll(() => lounge.stateOf('C002')).toBe('done');

    // Shown and spoken once each: the display has spoken the last call, and said so; a reload speaks nothing again.
    const calls = lounge.callEvents();
    expect(calls).toHaveLength(6);
    const lastSpoken = async () => (await supervisor.client.display.sounds()).at(-1)?.lastSpoken;
    await expect.poll(lastSpoken, { timeout: 120_000 }).toBe(calls.at(-1));
    await display.reload();
    await expect(display.getByText('C002').first()).toBeVisible();

    // The supervisor turns a machine away: its screen is gone within a second.
    const { id: stolen } = (await supervisor.client.devices.list()).find(({ name }) => name === 'PC loket 4') ?? {
      id: '',
    };
    await supervisor.client.devices.revoke({ id: stolen, requestKey: key() });
    await expect(two).toHaveURL(/\/join$/);
    expect(wrong).toEqual([]);
  } finally {
    await machines.end();
  }
});

test('the power fails: kiosk, counter and television come back with the hub, without a touch', async ({ lounge }) => {
  const supervisor = await firstSupervisor(lounge.hub.lounge);
  await hire(supervisor, 'Siti Aminah');
  const machines = await Machines.on(supervisor);
  try {
    const kiosk = await machines.join('kiosk', 'Anjungan 2', { width: 1080, height: 1920 });
    const one = await machines.join('counter', 'PC loket 3', desk);
    const display = await machines.join('display', 'TV ruang tunggu', { width: 1920, height: 1080 });
    await signIn(one, 'Siti Aminah', pins.operator, 'Loket 3');
    await take(kiosk, 'Surat keterangan desa');
    await take(kiosk, 'Surat keterangan desa', true);
    await press(one, counter.acts.callNext('C001'));
    await expect(display.getByText('C001').first()).toBeVisible();

    await lounge.losePower();
    await expect(kiosk.getByRole('heading', { name: words.offline.title })).toBeVisible();
    // These two come up before their hub: there is nothing yet that they could show.
    await Promise.all([kiosk.reload().catch(() => undefined), display.reload().catch(() => undefined)]);
    const begun = performance.now();
    await lounge.start();

    await expect(kiosk.getByText(words.attract.powerReturned)).toBeVisible();
    await expect(display.getByText('C001').first()).toBeVisible();
    await expect(current(one).getByText('C001', { exact: true })).toBeVisible();
    await expect(line(one).getByText('C002')).toBeVisible();
    expect(performance.now() - begun).toBeLessThan(180_000);
    // And they work.
    await press(one, counter.acts.serve);
    await press(one, counter.acts.done);
    await expect.poll(() => lounge.stateOf('C001')).toBe('done');
    await take(kiosk, 'Surat keterangan desa');
    await expect(line(one).getByText('C003')).toBeVisible();
  } finally {
    await machines.end();
  }
});
