/**
 * What runs inside a page, turned into source text: one function in the page's own world, one in an isolated world as
 * Electron's preload has. They share nothing but events on the window. Neither may use anything from outside itself.
 */

/** The name of the isolated world, and of the way out of it. */
export const worldName = 'electron';
export const wayOut = '__electronOut';
export const wayIn = '__electronIn';

/** @param secret the name of the events, which the page never learns */
export function mainWorldSource(secret: string): string {
  return `(${mainWorld.toString()})(${JSON.stringify(secret)})`;
}

export function isolatedWorldSource(secret: string, preload: string): string {
  const names = JSON.stringify({ secret, wayOut, wayIn });
  return `(${isolatedWorld.toString()})(${names}, function (require, exports, module) {${preload}\n})`;
}

function mainWorld(secret: string): void {
  window.addEventListener(secret, (event) => {
    const { key, names } = JSON.parse((event as CustomEvent<string>).detail) as { key: string; names: string[] };
    const api: Record<string, unknown> = {};
    for (const name of names) {
      api[name] = (...args: unknown[]): void => {
        const detail = JSON.stringify({ key, name, args });
        window.dispatchEvent(new CustomEvent(`${secret}:call`, { detail }));
      };
    }
    Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true });
  });
  // Electron tells a port that its other end has closed; Chromium by itself does not. So one end tells the other.
  const closing = `${secret}:closed`;
  window.addEventListener('message', ({ ports }) => {
    for (const port of ports) {
      port.addEventListener('message', (event) => {
        if (event.data !== closing) return;
        event.stopImmediatePropagation();
        port.dispatchEvent(new Event('close'));
      });
      port.close = () => {
        port.postMessage(closing);
        MessagePort.prototype.close.call(port);
      };
    }
  });
}

type Listener = (event: { ports: MessagePort[] }, ...args: unknown[]) => void;

function isolatedWorld(
  { secret, wayOut, wayIn }: { secret: string; wayOut: string; wayIn: string },
  preload: (require: (name: string) => unknown, exports: object, module: object) => void,
): void {
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const post = (message: object): void => world[wayOut]?.(JSON.stringify(message));
  // Electron runs a preload in the main frame only, unless told otherwise.
  if (window !== window.top) return;
  const exposed = new Map<string, (...args: unknown[]) => unknown>();
  const listeners = new Map<string, Listener[]>();
  const ports = new Map<number, MessagePort>();

  const lacks = (name: string, object: object): object =>
    new Proxy(object, {
      get: (target, key) => {
        if (typeof key === 'symbol' || key in target) return Reflect.get(target, key) as unknown;
        throw new Error(`the double of electron has no ${name}.${key} in a preload`);
      },
    });

  const contextBridge = lacks('contextBridge', {
    exposeInMainWorld: (key: string, api: Record<string, unknown>): void => {
      for (const [name, value] of Object.entries(api)) {
        if (typeof value !== 'function') throw new Error(`the double exposes functions only, not ${key}.${name}`);
        exposed.set(`${key}.${name}`, value as () => unknown);
      }
      const detail = JSON.stringify({ key, names: Object.keys(api) });
      window.dispatchEvent(new CustomEvent(secret, { detail }));
    },
  });
  window.addEventListener(`${secret}:call`, (event) => {
    const { key, name, args } = JSON.parse((event as CustomEvent<string>).detail) as {
      key: string;
      name: string;
      args: unknown[];
    };
    if (exposed.get(`${key}.${name}`)?.(...args) !== undefined)
      throw new Error(`the double returns nothing to a page, and ${key}.${name} did`);
  });

  const ipcRenderer = lacks('ipcRenderer', {
    send: (channel: string, ...args: unknown[]): void => post({ kind: 'send', channel, args }),
    on: (channel: string, listener: Listener): void => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
  });

  const openPort = (id: number): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    ports.set(id, port1);
    port1.onmessage = ({ data }) => {
      if (data === `${secret}:closed`) post({ kind: 'closed', port: id });
      else if (typeof data === 'string') post({ kind: 'frame', port: id, data });
      else post({ kind: 'failed', text: 'the double carries strings only' });
    };
    return port2;
  };

  world[wayIn] = (text) => {
    const message = JSON.parse(text) as {
      kind: string;
      channel: string;
      args: unknown[];
      port: number;
      data: string;
      ports: number[];
    };
    if (message.kind === 'frame') ports.get(message.port)?.postMessage(message.data);
    else if (message.kind === 'close') ports.get(message.port)?.postMessage(`${secret}:closed`);
    else {
      const event = { ports: message.ports.map(openPort) };
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args);
    }
  };

  try {
    const module = { exports: {} };
    const require = (name: string): unknown => {
      // A sandboxed preload gets little more than this from Electron either.
      if (name === 'electron') return lacks('electron', { contextBridge, ipcRenderer });
      throw new Error(`module not found: ${name}`);
    };
    preload(require, module.exports, module);
  } catch (error) {
    post({ kind: 'preload failed', text: String(error) });
  }
}
