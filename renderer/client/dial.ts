import { type Dial, type Port, portWire, socketWire } from './wire.ts';

/** What the preload gives a page of an Electron window. */
export interface Bridge {
  /** Answered by a message `anjungan:port` to this window, which carries a fresh port. */
  requestPort(): void;
}

declare global {
  interface Window {
    readonly anjungan?: Bridge;
  }
}

const portMessage = 'anjungan:port';

/** Asks the main process for a fresh port with every attempt. Made once for a page: its listener stays. */
export function dialPort(page: Window, bridge: Bridge): Dial {
  let wanted: ((port: Port) => void) | null = null;
  page.addEventListener('message', (event) => {
    if (event.source !== page || event.data !== portMessage) return;
    const [port] = event.ports;
    // A port that comes too late is closed, so that the other side does not keep it.
    if (wanted === null) port?.close();
    else if (port !== undefined) wanted(port);
  });
  return (signal) =>
    new Promise((resolve, reject) => {
      const giveUp = () => {
        wanted = null;
        reject(new Error('no port was given'));
      };
      signal.addEventListener('abort', giveUp);
      wanted = (port) => {
        wanted = null;
        signal.removeEventListener('abort', giveUp);
        resolve(portWire(port));
      };
      bridge.requestPort();
    });
}

/** The hub that served the page, over a WebSocket admitted by a cookie. */
export function dialHub(page: Window): Dial {
  const { protocol, host } = page.location;
  const url = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/rpc`;
  let token = takeToken(page);
  /** Asked or gone already: a second departure would begin the first one anew. */
  let leaving: Promise<void> | null = null;
  return async (signal) => {
    if (token !== null) {
      const answer = await fetch('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
        signal,
      });
      // Used up, whatever the answer. Without one, the next attempt tries again.
      token = null;
      if (!answer.ok) console.warn(`the hub refused the token of this address: ${answer.status}`);
      signal.throwIfAborted();
    }
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url);
      const fail = () => reject(new Error('the socket did not open'));
      const giveUp = () => {
        socket.close();
        fail();
      };
      const refused = () => {
        signal.removeEventListener('abort', giveUp);
        fail();
        leaving ??= joinIfUnknown(page).then((left) => {
          if (!left) leaving = null;
        });
      };
      signal.addEventListener('abort', giveUp);
      socket.addEventListener('close', refused);
      socket.addEventListener('open', () => {
        signal.removeEventListener('abort', giveUp);
        socket.removeEventListener('close', refused);
        resolve(socketWire(socket));
      });
    });
  };
}

/** A browser that the hub does not know, or no longer, goes to the page where machines join. */
async function joinIfUnknown(page: Window): Promise<boolean> {
  // No answer: the hub is away, and the next attempt will tell.
  const answer = await fetch('/api/session').catch(() => null);
  if (answer?.status !== 401) return false;
  page.location.assign('/join');
  return true;
}

/** The single-use token in the address, which is cleared before anything is sent. */
function takeToken(page: Window): string | null {
  const token = new URLSearchParams(page.location.hash.slice(1)).get('token');
  if (token !== null) page.history.replaceState(null, '', page.location.pathname + page.location.search);
  return token;
}
