import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pull } from '../doubles/electron/levers.ts';
import { Kiosk, makeFolder } from './kiosk.ts';

/**
 * An installed kiosk, item by item of the checklist for an unattended machine; what needs a page that is not installed
 * is in hardening.test.ts, what needs a hub elsewhere in paired.test.ts, what needs no window beside the code.
 */
const folder = makeFolder();
let kiosk: Kiosk;
let page: Page;

beforeAll(async () => {
  kiosk = new Kiosk(folder.path, [], { packaged: true });
  page = await kiosk.page();
});

afterAll(async () => {
  await kiosk.clear();
  folder.remove();
});

/** As "--name" and its value are written, without the dashes. */
const switches = () =>
  (kiosk.entries('switch') as unknown as { name: string; value?: string }[]).map(({ name, value }) =>
    value === undefined ? name : `${name}=${value}`,
  );
const times = (what: string) => kiosk.entries(what).length;
const preferences = () => {
  const [window] = kiosk.entries('window') as unknown as { options: Electron.BrowserWindowConstructorOptions }[];
  return window?.options.webPreferences;
};

const held = { shift: false, control: false, alt: false, meta: false, modifiers: [] };
const press = async (key: string, also: object = {}) => {
  const lever: Pull = {
    target: 'contents',
    name: 'before-input-event',
    event: { type: 'keyDown' },
    rest: [{ ...held, key, ...also }],
  };
  return (await kiosk.pull(lever))['prevented'];
};

describe('before Electron is ready', () => {
  it('2.1 every page is sandboxed, and no switch takes that back', () => {
    expect(times('sandbox for all')).toBe(1);
    for (const name of [
      'no-sandbox',
      'disable-setuid-sandbox',
      'disable-web-security',
      'allow-file-access-from-files',
      'remote-debugging-port',
    ])
      expect(switches().join(' ')).not.toContain(name);
  });

  it.runIf(process.platform === 'linux')('2.10 no keyring is asked for a password', () => {
    expect(switches()).toContain('password-store=basic');
  });

  it('2.11 there is no menu', () => expect(times('no menu')).toBe(1));

  it('2.12 two fingers neither enlarge a page nor turn it back', () => {
    expect(switches()).toEqual(expect.arrayContaining(['disable-pinch', 'overscroll-history-navigation=0']));
  });

  it('2.23 no switch makes a certificate be believed', () => {
    for (const name of [
      'ignore-certificate-errors',
      'allow-insecure-localhost',
      'unsafely-treat-insecure-origin-as-secure',
    ])
      expect(switches().join(' ')).not.toContain(name);
  });
});

describe('the window of an installed kiosk', () => {
  it('2.1 is locked to its page, option by option', () => {
    expect(preferences()).toEqual({
      preload: expect.stringMatching(/index\.cjs$/),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
      backgroundThrottling: false,
      devTools: false,
      autoplayPolicy: 'no-user-gesture-required',
    });
  });

  it('2.11 has no developer tools and hears no shortcut of a menu', () => {
    expect(preferences()?.devTools).toBe(false);
    expect(kiosk.entries('menu shortcuts')).toMatchObject([{ ignored: true }]);
  });

  it('2.11 takes what a scanner types and no key that leads out', async () => {
    for (const key of ['7', 'A', '-', 'Enter', 'Tab']) expect(await press(key), key).toBe(false);
    for (const key of ['F5', 'F11', 'F12', 'Meta']) expect(await press(key), key).toBe(true);
    for (const key of ['r', 'w', '+', '0']) expect(await press(key, { control: true }), key).toBe(true);
    expect(await press('F4', { alt: true })).toBe(true);
  });

  it('2.11 cannot be closed by a person', async () => {
    expect(await kiosk.pull({ target: 'window', name: 'close' })).toMatchObject({ heard: true, prevented: true });
  });

  it('2.12 has its zoom forbidden in the page that was loaded', async () => {
    expect(await kiosk.entry('zoom limits')).toMatchObject({ least: 1, most: 1 });
  });

  it('2.12 has a page that answers no gesture but a touch and a push', async () => {
    const style = await page.evaluate(() => {
      const { userSelect, overscrollBehaviorY, touchAction } = getComputedStyle(document.body);
      return { userSelect, overscrollBehaviorY, touchAction };
    });
    expect(style).toEqual({ userSelect: 'none', overscrollBehaviorY: 'none', touchAction: 'pan-x pan-y' });
  });

  it('2.13 opens no dialog of a page, checks no spelling, goes nowhere by a drop', () => {
    expect(preferences()).toMatchObject({ disableDialogs: true, spellcheck: false, navigateOnDragDrop: false });
  });

  it('2.13 takes nothing that is dropped on it', async () => {
    const prevented = await page.evaluate(() =>
      ['dragover', 'drop'].map(
        (type) => !document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true })),
      ),
    );
    expect(prevented).toEqual([true, true]);
  });

  it('2.14 fills the screen without a frame, above all others', () => {
    expect(kiosk.entries('window')).toMatchObject([
      { options: { kiosk: true, frame: false, show: false, alwaysOnTop: true } },
    ]);
    expect(kiosk.entries('on top')[0]).toMatchObject({ on: true, level: 'screen-saver' });
  });

  it('2.14 leaves the box with the set-up code of a first start before it', async () => {
    await kiosk.entry('message box');
    await kiosk.pull({ target: 'window', name: 'blur' });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(times('kiosk')).toBe(0);
    await kiosk.pull({ target: 'box', name: 'touched' });
    await kiosk.entry('kiosk');
  });

  it.each([
    ['window', 'leave-full-screen'],
    ['window', 'blur'],
    ['screen', 'display-metrics-changed'],
    ['screen', 'display-removed'],
  ] as const)('2.14 takes the whole screen again: %s %s', async (target, name) => {
    const before = times('kiosk');
    expect(await kiosk.pull({ target, name })).toMatchObject({ heard: true });
    await kiosk.entry('kiosk', before + 1);
    expect(kiosk.entries('on top').at(-1)).toMatchObject({ on: true, level: 'screen-saver' });
  });

  it('2.15 keeps the display lit, also after the machine slept, and its page awake', async () => {
    expect(kiosk.entries('power')).toMatchObject([{ type: 'prevent-display-sleep' }]);
    expect(await kiosk.pull({ target: 'powerMonitor', name: 'resume' })).toMatchObject({ heard: true });
    expect(preferences()?.backgroundThrottling).toBe(false);
  });
});

describe('what happens around it', () => {
  it('2.23 a certificate that Chromium does not believe is not believed', async () => {
    const rest = [null, 'https://hub.invalid/', 'net::ERR_CERT_AUTHORITY_INVALID', {}];
    const pulled = await kiosk.pull({ target: 'app', name: 'certificate-error', rest, answer: true });
    expect(pulled).toMatchObject({ heard: true, prevented: true, answers: [false] });
  });

  it('2.16 a helper process that ended is in the log, and the kiosk lives', async () => {
    const rest = [{ type: 'Utility', reason: 'crashed' }];
    await kiosk.pull({ target: 'app', name: 'child-process-gone', rest });
    await kiosk.until(() => kiosk.stderr.includes('a helper process of Electron ended'), 'the log');
    expect(kiosk.entries('exit')).toEqual([]);
  });

  it('2.17 Windows ends the session: the lounge is closed before the program ends', async () => {
    expect(await kiosk.pull({ target: 'window', name: 'session-end' })).toMatchObject({ heard: true });
    expect(await kiosk.ended()).toBe(0);
    expect(kiosk.entries('exit')).toMatchObject([{ code: 0 }]);
  });
});
