import type { Cancel, Timers } from '../timers.ts';
import { LinkLost, NotConnected, type Transport, type TransportEvents } from '../transports/transport.ts';
import type { LentLine, LineNews } from './lent-line.ts';

export interface LentTransportParts {
  readonly events: TransportEvents;
  readonly timers: Timers;
  readonly started: () => void;
  /** The machine's line, if it lends its printer now. */
  readonly lent: () => LentLine | undefined;
  readonly closed: () => void;
}

/** How long a machine may take to lend its printer after a start before people hear that there is none, ms. */
const firstWait = 3000;

interface Write {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * A printer at another machine. Its connection stands while the machine lends it and its own connection to the printer
 * stands; when the machine goes away, that is a lost connection like a pulled cable.
 */
export class LentTransport implements Transport {
  readonly proof = 'replies';
  readonly #its: LentTransportParts;
  readonly #writes = new Map<number, Write>();
  #line: LentLine | null = null;
  #open = false;
  #closed = false;
  #lastWrite = 0;
  #cancelWait: Cancel = () => undefined;

  constructor(parts: LentTransportParts) {
    this.#its = parts;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  start(): void {
    if (this.#closed) return;
    this.#its.started();
    // A line that is there already: its printer is met anew, so that nothing it said to others is believed.
    const line = this.#its.lent();
    line?.order({ kind: 'connect', line: line.id });
    this.#cancelWait = this.#its.timers.after(firstWait, () => this.#lose('nobody lends it'));
  }

  async write(bytes: Uint8Array): Promise<void> {
    const line = this.#line;
    if (line === null || !this.#open) throw new NotConnected('The machine does not lend its printer');
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#lastWrite += 1;
    const id = this.#lastWrite;
    this.#writes.set(id, { resolve, reject });
    line.order({ kind: 'write', id, bytes: Buffer.from(bytes).toString('base64') });
    await promise;
  }

  drop(reason: string): void {
    // The machine lends its printer anew in a moment, over a connection that works.
    if (this.#line) this.#line.end(reason);
    else this.#lose(reason);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelWait();
    this.#open = false;
    this.#fail(new LinkLost('closed'));
    this.#its.closed();
    const line = this.#line;
    this.#line = null;
    line?.end('closed');
  }

  /** What the machine tells, or what became of its line. */
  hear(line: LentLine, news: LineNews): void {
    if (this.#closed) return;
    switch (news.kind) {
      case 'opened':
        this.#cancelWait();
        this.#line = line;
        if (this.#open) this.#lose('opened anew');
        this.#open = true;
        return this.#its.events.opened();
      case 'received':
        if (this.#open && line === this.#line) this.#its.events.received(Buffer.from(news.bytes, 'base64'));
        return;
      case 'lost':
        return this.#lose(news.reason);
      case 'written':
        return this.#settle(news.id)?.resolve();
      case 'failed':
        return this.#settle(news.id)?.reject(new (news.begun ? LinkLost : NotConnected)(news.reason));
      case 'over':
        if (this.#line !== null && line !== this.#line) return;
        this.#line = null;
        return this.#lose(news.reason);
    }
  }

  #settle(id: number): Write | undefined {
    const write = this.#writes.get(id);
    this.#writes.delete(id);
    return write;
  }

  #lose(reason: string): void {
    if (this.#closed) return;
    this.#cancelWait();
    this.#open = false;
    this.#fail(new LinkLost(reason));
    this.#its.events.lost(reason);
  }

  #fail(error: Error): void {
    const writes = [...this.#writes.values()];
    this.#writes.clear();
    for (const { reject } of writes) reject(error);
  }
}
