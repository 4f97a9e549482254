import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dialHub, dialPort } from './dial.ts';

const never = new AbortController().signal;

describe('dialPort', () => {
  const open: NodePort[] = [];
  afterEach(() => {
    for (const port of open.splice(0)) port.close();
  });

  const makePage = () => {
    const listeners: ((event: unknown) => void)[] = [];
    const page = {
      addEventListener: (_: string, listener: (event: unknown) => void) => listeners.push(listener),
    } as unknown as Window;
    const send = (event: { source?: unknown; data?: unknown }) => {
      const { port1, port2 } = new MessageChannel();
      open.push(port1);
      for (const listener of listeners) listener({ source: page, data: 'anjungan:port', ports: [port2], ...event });
      return port1;
    };
    return { page, send };
  };

  it('asks for a port and takes the one that comes', async () => {
    const { page, send } = makePage();
    const requestPort = vi.fn();
    const dialling = dialPort(page, { requestPort })(never);
    expect(requestPort).toHaveBeenCalledTimes(1);
    const other = send({});
    const wire = await dialling;
    const frame = vi.fn();
    wire.open({ frame, closed: () => undefined });
    other.postMessage('hello');
    other.postMessage({ not: 'a string' });
    await vi.waitFor(() => expect(frame.mock.calls).toEqual([['hello']]));
    wire.close();
  });

  it('takes none from another window or with another word', async () => {
    const { page, send } = makePage();
    const taken = vi.fn();
    const dialling = dialPort(page, { requestPort: () => undefined })(never).then(taken);
    send({ source: {} });
    send({ data: 'anjungan:other' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(taken).not.toHaveBeenCalled();
    send({});
    await dialling;
    expect(taken).toHaveBeenCalledTimes(1);
  });

  it('closes a port that comes too late', async () => {
    const { page, send } = makePage();
    const giveUp = new AbortController();
    const dialling = dialPort(page, { requestPort: () => undefined })(giveUp.signal);
    giveUp.abort();
    await expect(dialling).rejects.toThrow('no port');
    const late = send({});
    await new Promise((resolve) => late.on('close', resolve));
  });
});

describe('dialHub', () => {
  afterEach(() => vi.unstubAllGlobals());

  const makePage = (hash: string) => {
    const location = { protocol: 'https:', host: 'hub.local:8443', pathname: '/kiosk/', search: '', hash };
    const replaceState = vi.fn((_data: unknown, _title: string, _url: string) => {
      location.hash = '';
    });
    return { page: { location, history: { replaceState } } as unknown as Window, location, replaceState };
  };

  /** Every socket opens at once, unless told otherwise. */
  const stubSockets = (event = 'open') => {
    const urls: string[] = [];
    const closed = vi.fn();
    class FakeSocket extends EventTarget {
      readonly close = closed;
      constructor(url: string) {
        super();
        urls.push(url);
        queueMicrotask(() => this.dispatchEvent(new Event(event)));
      }
    }
    vi.stubGlobal('WebSocket', FakeSocket);
    return { urls, closed };
  };

  it('opens a socket to the host of the page', async () => {
    const { urls } = stubSockets();
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    await dialHub(makePage('').page)(never);
    expect(urls).toEqual(['wss://hub.local:8443/rpc']);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('clears the token from the address before it sends it, and sends it once', async () => {
    const { urls } = stubSockets();
    const { page, location, replaceState } = makePage('#token=abc-123');
    const fetched = vi.fn(async (_url: string, _init: RequestInit) => {
      expect(location.hash).toBe('');
      expect(urls).toEqual([]);
      return new Response(null, { status: 204 });
    });
    vi.stubGlobal('fetch', fetched);
    const dial = dialHub(page);
    await dial(never);
    await dial(never);
    expect(replaceState).toHaveBeenCalledWith(null, '', '/kiosk/');
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/session');
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"token":"abc-123"}' });
    expect(urls).toHaveLength(2);
  });

  it('sends the token again only when there was no answer', async () => {
    stubSockets();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const fetched = vi
      .fn()
      .mockRejectedValueOnce(new TypeError('no network'))
      .mockResolvedValue(new Response(null, { status: 401 }));
    vi.stubGlobal('fetch', fetched);
    const dial = dialHub(makePage('#token=abc').page);
    await expect(dial(never)).rejects.toThrow('no network');
    await dial(never);
    await dial(never);
    expect(fetched).toHaveBeenCalledTimes(2);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.join()).not.toContain('abc');
    warn.mockRestore();
  });

  it('sends a browser that the hub does not know to the page where machines join', async () => {
    stubSockets('close');
    const { page } = makePage('');
    const assign = vi.fn();
    Object.assign(page.location, { assign });
    vi.stubGlobal('fetch', async () => new Response(null, { status: 401 }));
    await expect(dialHub(page)(never)).rejects.toThrow('did not open');
    await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/join'));
  });

  it('fails when the socket does not open, and gives it up on request', async () => {
    vi.stubGlobal('fetch', async () => new Response(null, { status: 200 }));
    stubSockets('close');
    await expect(dialHub(makePage('').page)(never)).rejects.toThrow('did not open');
    const { closed } = stubSockets('nothing');
    const giveUp = new AbortController();
    const dialling = dialHub(makePage('').page)(giveUp.signal);
    giveUp.abort();
    await expect(dialling).rejects.toThrow('did not open');
    expect(closed).toHaveBeenCalled();
  });
});
