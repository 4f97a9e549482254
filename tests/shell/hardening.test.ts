import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOut, worldName } from '../doubles/electron/worlds.ts';
import { Kiosk, makeFolder } from './kiosk.ts';

const folder = makeFolder();
let kiosk: Kiosk;
let page: Page;

beforeAll(async () => {
  kiosk = new Kiosk(folder.path, ['--now', '2026-11-24T09:00:00+07:00']);
  page = await kiosk.page();
  await page.getByText('Sentuh layar').waitFor();
});

afterAll(async () => {
  await kiosk.clear();
  folder.remove();
});

describe('the window', () => {
  it('2.1 is a sandboxed, isolated kiosk without a frame, a menu or dialogs', () => {
    expect(kiosk.entries('window')).toMatchObject([
      {
        options: {
          kiosk: true,
          frame: false,
          show: false,
          roundedCorners: false,
          webPreferences: {
            sandbox: true,
            contextIsolation: true,
            nodeIntegration: false,
            webviewTag: false,
            webSecurity: true,
            navigateOnDragDrop: false,
            spellcheck: false,
            disableDialogs: true,
            autoplayPolicy: 'no-user-gesture-required',
          },
        },
      },
    ]);
    expect(kiosk.entries('sandbox for all')).toHaveLength(1);
    expect(kiosk.entries('no menu')).toHaveLength(1);
  });

  it('2.15 keeps the display lit', () => {
    expect(kiosk.entries('power')).toMatchObject([{ type: 'prevent-display-sleep' }]);
  });

  it('2.1 gives the page one function and nothing of Node', async () => {
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(window.anjungan ?? {}),
      frozen: Object.isFrozen(window.anjungan),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    }));
    expect(seen).toEqual({ bridge: ['requestPort'], frozen: true, node: [] });
  });
});

describe('app://', () => {
  it('2.2 is registered as a standard, secure scheme that obeys the CSP', () => {
    expect(kiosk.entries('scheme')).toEqual([
      {
        what: 'scheme',
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
      },
    ]);
  });

  it('2.6 sends the CSP as a header, which stops an inline script', async () => {
    const policy = await page.evaluate(async () => (await fetch('/kiosk')).headers.get('content-security-policy'));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.name = "an inline script ran"';
      document.head.append(script);
      return window.name;
    });
    expect(ran).toBe('');
  });

  it('2.2 gives files of the renderer only, to GET only', async () => {
    const statuses = await page.evaluate(async () => {
      const ask = async (path: string, method = 'GET') => (await fetch(path, { method })).status;
      return {
        outside: await ask('/..%2f..%2fpackage.json'),
        nothing: await ask('/nothing.js'),
        head: await ask('/kiosk', 'HEAD'),
        post: await ask('/kiosk', 'POST'),
      };
    });
    expect(statuses).toEqual({ outside: 404, nothing: 404, head: 200, post: 405 });
  });
});

describe('a hostile page', () => {
  it('2.8 cannot navigate: not to the internet, not to the hub over HTTP', async () => {
    const { url } = await kiosk.ready();
    for (const target of ['https://example.com/', url, 'app://elsewhere/kiosk']) {
      const before = kiosk.entries('navigation').length;
      await page.evaluate((to) => {
        window.location.href = to.replace('app://elsewhere', 'https://elsewhere.app.invalid');
      }, target);
      expect(await kiosk.entry('navigation', before + 1)).toMatchObject({ isMainFrame: true, prevented: true });
    }
    expect(new URL(page.url()).pathname).toBe('/kiosk');
    await page.getByText('Sentuh layar').waitFor();
  });

  it('2.8 cannot load a frame', async () => {
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
    });
    // The CSP stops it before the navigation would be asked about.
    const loaded = () => page.frames().some((frame) => frame.url().startsWith('https://example.com'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(loaded()).toBe(false);
    expect(kiosk.entries('outside')).toEqual([]);
  });

  it('2.8 cannot open a window', async () => {
    await page.evaluate(() => void window.open('https://example.com/'));
    expect(await kiosk.entry('window.open')).toMatchObject({ action: 'deny' });
    await kiosk.until(async () => (await kiosk.pages()).length === 1, 'one page');
  });

  it('2.7 cannot have a permission', async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = await page.evaluate(async (wanted) => {
      const ask = (name: string) => navigator.permissions.query({ name: name as PermissionName });
      return (await Promise.all(wanted.map(ask))).map(({ state }) => state);
    }, names);
    expect(states).toEqual(names.map(() => 'denied'));
    expect(kiosk.entries('handler').map(({ name }) => name)).toEqual([
      'permission request',
      'permission check',
      'device permission',
      'display media',
      'bluetooth pairing',
      'usb protected classes',
    ]);
  });

  it('2.8 cannot download', async () => {
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.exe';
      link.click();
    });
    expect(await kiosk.entry('download')).toMatchObject({ prevented: true });
  });

  it('2.3, 2.4 gets no port in a frame within the page, though its origin is the same', async () => {
    await page.evaluate(() => document.body.append(document.createElement('iframe')));
    const cdp = await page.context().newCDPSession(page);
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const frameId = frameTree.childFrames?.at(-1)?.frame.id ?? '';
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId, worldName });
    const before = kiosk.entries('port given').length;
    const asks = JSON.stringify({ kind: 'send', channel: 'port', args: [] });
    await cdp.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression: `${wayOut}(${JSON.stringify(asks)})`,
    });
    await kiosk.until(() => kiosk.entries('ipc').some(({ main }) => main === false), 'the frame is heard');
    await kiosk.until(() => kiosk.stderr.includes('a foreign frame asked for a port'), 'the refusal in the log');
    expect(kiosk.entries('port given')).toHaveLength(before);
  });

  it('2.5 that sends anything but a frame loses its port, and the lounge lives', async () => {
    const given = kiosk.entries('port given').length;
    await page.evaluate(() => {
      const postMessage = Reflect.get(MessagePort.prototype, 'postMessage') as (message: unknown) => void;
      MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
        if (typeof message !== 'string' || !message.startsWith('{')) return postMessage.call(this, message);
        MessagePort.prototype.postMessage = postMessage;
        postMessage.call(this, '{"i":"1","p":{"u":"http://["}}');
      };
      // The page loses its port, asks for another and speaks.
      window.anjungan?.requestPort();
    });
    await kiosk.entry('port given', given + 1);
    await kiosk.until(() => kiosk.stderr.includes('not a frame'), 'the refusal in the log');
    expect((await kiosk.rest('/services')).status).toBe(200);
  });
});

describe('a page that dies', () => {
  const crash = async (times: number) => {
    await kiosk.until(async () => (await kiosk.pages()).length === 1, 'one page');
    const [living] = await kiosk.pages();
    const cdp = await living?.context().newCDPSession(living);
    cdp?.send('Page.crash').catch(() => undefined);
    await kiosk.entry('renderer gone', times);
  };

  it('2.8 may reload itself', async () => {
    const given = kiosk.entries('port given').length;
    await page.evaluate(() => window.location.reload());
    await kiosk.entry('port given', given + 1);
  });

  it('2.16 is brought back with a fresh port, three times; then the program ends as a failure', async () => {
    for (let times = 1; times <= 3; times += 1) {
      const given = kiosk.entries('port given').length;
      await crash(times);
      await kiosk.entry('port given', given + 1);
    }
    await crash(4);
    expect(await kiosk.ended()).toBe(1);
  });
});
