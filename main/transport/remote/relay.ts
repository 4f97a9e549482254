import { type RawData, WebSocket } from 'ws';
import type { FramePort } from '../message-port.ts';
import type { KnownHub } from './known-hub.ts';
import { type ReachOptions, reachHub } from './reach.ts';

export interface RelayOptions extends ReachOptions {
  /** How often the hub is asked for a sign of life; after two without one it counts as gone. */
  readonly pingMs?: number;
}

/**
 * How a relay ended: the page closed its port, the hub does not (or no longer) answer, or it does not know this machine
 * any more, and only a new pairing helps.
 */
export type RelayEnd = 'page_gone' | 'unreachable' | 'turned_away';

/** The largest frame that the hub sends: a snapshot or a page of a report. */
const maxFrameBytes = 4 * 1024 * 1024;

/**
 * Carries frames between a window's port and the hub, until either side is gone; then the other is closed too. The page
 * sees a port like the hub's own window has, and asks for the next one when it closes.
 */
export async function relay(port: FramePort, hub: KnownHub, options: RelayOptions = {}): Promise<RelayEnd> {
  const { pingMs = 5_000, ...reach } = options;
  let pageGone = false;
  let hangUp: (() => void) | undefined;
  port.on('close', () => {
    pageGone = true;
    hangUp?.();
  });
  try {
    const link = await openLink(hub, reach);
    if (link === 'turned_away') return pageGone ? 'page_gone' : link;
    hangUp = () => link.terminate();
    if (pageGone) hangUp();
    const gone = linkEnd(link, pingMs);
    link.on('message', (data: RawData, isBinary: boolean) => {
      if (isBinary) return link.terminate();
      if (!pageGone) port.postMessage((data as Buffer).toString('utf8'));
    });
    port.on('message', ({ data }) => {
      // The hub reads what a frame holds; whatever is no string is none.
      if (typeof data === 'string') link.send(data);
      else link.terminate();
    });
    port.start();
    await gone;
    return pageGone ? 'page_gone' : 'unreachable';
  } catch {
    return pageGone ? 'page_gone' : 'unreachable';
  } finally {
    if (!pageGone) port.close();
  }
}

async function openLink(hub: KnownHub, reach: ReachOptions): Promise<WebSocket | 'turned_away'> {
  const { socket, host } = await reachHub(hub, reach);
  return new Promise((resolve, reject) => {
    const link = new WebSocket(`wss://${host}:${hub.port}/rpc`, {
      headers: { authorization: `Bearer ${hub.token}` },
      createConnection: () => socket,
      maxPayload: maxFrameBytes,
      perMessageDeflate: false,
      handshakeTimeout: 5_000,
    });
    link.once('open', () => resolve(link));
    link.on('error', reject);
    link.once('unexpected-response', (_request, { statusCode }) => {
      socket.destroy();
      if (statusCode === 401) resolve('turned_away');
      else reject(new Error(`the hub answered ${statusCode}`));
    });
  });
}

/** Resolves when the link is gone, whether it says so or falls silent. */
async function linkEnd(link: WebSocket, pingMs: number): Promise<void> {
  let silent = 0;
  link.on('pong', () => {
    silent = 0;
  });
  const timer = setInterval(() => {
    silent += 1;
    if (silent > 2) link.terminate();
    else link.ping();
  }, pingMs);
  await new Promise<void>((resolve) => {
    link.once('close', () => resolve());
  });
  clearInterval(timer);
}
