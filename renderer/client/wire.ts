/** Something that carries strings both ways until it closes: a MessagePort, a WebSocket. */
export interface Wire {
  /** Starts the flow. Called once; `closed` follows when the other side or the wire ends, also if it already has. */
  open(events: { frame: (text: string) => void; closed: () => void }): void;
  /** Never throws; what is sent over a closed wire is lost. */
  send(text: string): void;
  close(): void;
}

/** Makes a wire, or fails. When `signal` aborts, the attempt is given up and nothing is left behind. */
export type Dial = (signal: AbortSignal) => Promise<Wire>;

/** The part of a MessagePort used here; Node's ports fit too. */
export type Port = Pick<MessagePort, 'addEventListener' | 'postMessage' | 'start' | 'close'>;

export function portWire(port: Port): Wire {
  return {
    open: ({ frame, closed }) => {
      port.addEventListener('message', (event) => {
        const { data } = event as MessageEvent<unknown>;
        if (typeof data === 'string') frame(data);
      });
      port.addEventListener('close', closed);
      port.start();
    },
    send: (text) => port.postMessage(text),
    close: () => port.close(),
  };
}

/** @param socket an open socket */
export function socketWire(socket: WebSocket): Wire {
  return {
    open: ({ frame, closed }) => {
      socket.addEventListener('message', (event: MessageEvent<unknown>) => {
        if (typeof event.data === 'string') frame(event.data);
      });
      socket.addEventListener('close', closed);
      if (socket.readyState !== socket.OPEN) closed();
    },
    // A closing or closed socket drops the text without an error.
    send: (text) => socket.send(text),
    close: () => socket.close(),
  };
}
