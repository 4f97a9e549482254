import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { CDPSession } from 'playwright-core';
import { note } from './journal.ts';
import { planned, unplanned } from './planned.ts';
import { doubleOf, type PortDouble } from './ports.ts';
import { fromChromium } from './session.ts';
import { isolatedWorldSource, mainWorldSource, wayIn, wayOut, worldName } from './worlds.ts';

type Out =
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'frame'; port: number; data: string }
  | { kind: 'closed'; port: number }
  | { kind: 'failed' | 'preload failed'; text: string };

interface Context {
  readonly id: number;
  readonly frame: string;
  /** Handed to this document; they die with it. */
  readonly ports: Map<number, PortDouble>;
}

interface FrameState {
  readonly origin: string;
  readonly url: string;
  readonly parent: string | null;
}

interface FrameParts {
  state(): FrameState;
  frame(id: string): Electron.WebFrameMain;
  post(channel: string, message: unknown, transfer: Electron.MessagePortMain[]): void;
}

export class FrameDouble {
  readonly #parts: FrameParts;

  constructor(parts: FrameParts) {
    this.#parts = parts;
  }

  get origin(): string {
    return this.#parts.state().origin;
  }

  get url(): string {
    return this.#parts.state().url;
  }

  get parent(): Electron.WebFrameMain | null {
    const { parent } = this.#parts.state();
    return parent === null ? null : this.#parts.frame(parent);
  }

  postMessage(channel: string, message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    this.#parts.post(channel, message, transfer);
  }
}

let lastPort = 0;

/** The frames of one page: their isolated worlds, and what goes in and out there. Emits `send` and `preload failed`. */
export class Frames extends EventEmitter {
  readonly #cdp: CDPSession;
  readonly #contexts = new Map<number, Context>();
  readonly #frames = new Map<string, FrameState>();
  readonly #shown = new Map<string, Electron.WebFrameMain>();
  #main = '';

  constructor(cdp: CDPSession) {
    super();
    this.#cdp = cdp;
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const { name, id, origin, auxData } = context;
      const frame = (auxData as { frameId: string }).frameId;
      const known = this.#frames.get(frame);
      this.#frames.set(frame, { url: '', parent: null, ...known, origin: fromChromium(origin) });
      if (name === worldName) this.#contexts.set(id, { id, frame, ports: new Map() });
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => this.#end(executionContextId));
    cdp.on('Runtime.executionContextsCleared', () => this.endAll());
    cdp.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frames.set(frameId, { origin: '', url: '', ...this.#frames.get(frameId), parent: parentFrameId });
    });
    cdp.on('Page.frameNavigated', ({ frame }) => {
      const url = fromChromium(frame.url);
      this.#frames.set(frame.id, { origin: '', ...this.#frames.get(frame.id), url, parent: frame.parentId ?? null });
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      const context = this.#contexts.get(executionContextId);
      if (name === wayOut && context) this.#out(context, JSON.parse(payload) as Out);
    });
  }

  async prepare(preload: string): Promise<void> {
    const cdp = this.#cdp;
    const secret = `electron-${randomUUID()}`;
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    this.#main = (await cdp.send('Page.getFrameTree')).frameTree.frame.id;
    await cdp.send('Runtime.addBinding', { name: wayOut, executionContextName: worldName });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource(secret) });
    const source = isolatedWorldSource(secret, preload);
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName });
  }

  get mainFrame(): Electron.WebFrameMain {
    return this.frame(this.#main);
  }

  /** The same object for the same frame, as long as it lives. */
  frame(id: string): Electron.WebFrameMain {
    const known = this.#shown.get(id);
    if (known) return known;
    const double = new FrameDouble({
      state: () => this.#frames.get(id) ?? { origin: '', url: '', parent: null },
      frame: (other) => this.frame(other),
      post: (channel, message, transfer) => this.#post(id, channel, message, transfer),
    });
    const frame = planned('WebFrameMain', double) as unknown as Electron.WebFrameMain;
    this.#shown.set(id, frame);
    return frame;
  }

  /** The documents of this page are gone. */
  endAll(): void {
    for (const id of [...this.#contexts.keys()]) this.#end(id);
  }

  #end(id: number): void {
    const context = this.#contexts.get(id);
    this.#contexts.delete(id);
    for (const [port, double] of context?.ports ?? []) {
      note('port ended with its page', { port });
      double.close();
    }
  }

  #post(frame: string, channel: string, message: unknown, transfer: Electron.MessagePortMain[]): void {
    const context = [...this.#contexts.values()].findLast((one) => one.frame === frame);
    if (!context) throw new Error('the frame has no preload');
    const handed = transfer.map((shown) => ({ id: ++lastPort, double: doubleOf(shown) }));
    this.#in(context, { kind: 'message', channel, args: [message], ports: handed.map(({ id }) => id) });
    for (const { id, double } of handed) {
      note('port given', { port: id });
      context.ports.set(id, double);
      double.hand({
        frame: (data) => this.#in(context, { kind: 'frame', port: id, data }),
        close: () => this.#in(context, { kind: 'close', port: id }),
      });
    }
  }

  #in(context: Context, message: object): void {
    const expression = `${wayIn}(${JSON.stringify(JSON.stringify(message))})`;
    // A document that has just gone takes what was sent to it along.
    this.#cdp.send('Runtime.evaluate', { contextId: context.id, expression }).catch(() => undefined);
  }

  #out(context: Context, message: Out): void {
    switch (message.kind) {
      case 'send':
        this.emit('send', this.frame(context.frame), message.channel, message.args);
        return;
      case 'frame':
        context.ports.get(message.port)?.send(message.data);
        return;
      case 'closed':
        note('port closed', { port: message.port });
        context.ports.get(message.port)?.close();
        context.ports.delete(message.port);
        return;
      case 'preload failed':
        this.emit('preload failed', new Error(message.text));
        return;
      default:
        throw unplanned(message.text);
    }
  }
}
