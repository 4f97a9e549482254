import { EventEmitter } from 'node:events';
import type { MessageChannelMain, MessagePortMain, WebContents, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { programPage } from './page.ts';
import { isOwnFrame, Ports } from './ports.ts';

const kioskPage = programPage('kiosk');

const frame = (origin: string, parent: object | null = null) => {
  const sent: unknown[][] = [];
  return { origin, parent, url: `${origin}/kiosk`, sent, postMessage: (...args: unknown[]) => sent.push(args) };
};
const asFrame = (one: object) => one as unknown as WebFrameMain;

describe('the frame that may have a port', () => {
  const main = frame('app://anjungan');

  it('is the main frame with our origin', () => {
    expect(isOwnFrame(asFrame(main), asFrame(main), kioskPage)).toBe(true);
  });

  it('is no frame within it, though the origin is the same', () => {
    expect(isOwnFrame(asFrame(frame('app://anjungan', main)), asFrame(main), kioskPage)).toBe(false);
  });

  it.each(['https://example.com', 'app://elsewhere', 'null', 'file://', ''])('is no main frame of %s', (origin) => {
    const foreign = asFrame(frame(origin));
    expect(isOwnFrame(foreign, foreign, kioskPage)).toBe(false);
  });
});

describe('ports', () => {
  function make() {
    const main = frame('app://anjungan');
    const ipc = new EventEmitter();
    const served: object[] = [];
    const closed: object[] = [];
    const warnings: object[] = [];
    let made = 0;
    const port = (name: string) => ({ name, close: () => closed.push(name as unknown as object) });
    new Ports({
      contents: { ipc, mainFrame: asFrame(main) } as unknown as WebContents,
      page: kioskPage,
      makeChannel: () => {
        made += 1;
        return { port1: port(`ours ${made}`), port2: port(`theirs ${made}`) } as unknown as MessageChannelMain;
      },
      serve: (one: MessagePortMain) => served.push(one),
      log: { info: () => undefined, warn: (data) => warnings.push(data), error: () => undefined },
    });
    const ask = (senderFrame: object | null) => ipc.emit('port', { senderFrame });
    return { main, ask, served, closed, warnings };
  }

  it('are given to the page that asks, through its frame', () => {
    const { main, ask, served } = make();
    ask(main);
    expect(served).toMatchObject([{ name: 'ours 1' }]);
    expect(main.sent).toMatchObject([['port', null, [{ name: 'theirs 1' }]]]);
  });

  it('are fresh for every request, and the one before is closed', () => {
    const { main, ask, served, closed } = make();
    ask(main);
    expect(closed).toEqual([]);
    ask(main);
    expect(closed).toEqual(['ours 1']);
    expect(served).toHaveLength(2);
  });

  it('are not given to a foreign frame, nor to one that has gone; the page keeps its own', () => {
    const { main, ask, served, closed, warnings } = make();
    ask(main);
    ask(frame('app://anjungan', main));
    ask(null);
    expect(served).toHaveLength(1);
    expect(closed).toEqual([]);
    expect(warnings).toHaveLength(2);
  });
});
