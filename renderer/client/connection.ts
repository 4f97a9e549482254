import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../contract/index.ts';
import { CallError, unreachable } from './call-error.ts';
import type { Dial, Wire } from './wire.ts';

/**
 * Calls back with every snapshot and with link changes; reconnects by itself; returns a stop function.
 * `link(true)` comes before the first value. `link(false)` comes when the link is lost, could not be made, or is silent.
 */
export type Subscribe<T> = (listener: { value(value: T): void; link(up: boolean): void }) => () => void;

type Client = ContractRouterClient<Contract>;
type Invoke<T> = (client: Client, signal: AbortSignal) => Promise<T>;

/** How long to wait, in milliseconds. */
export const limits = {
  /** For an answer, counted from the call: the time to reconnect is in it. Also for a wire, and for a stream to open. */
  deadline: 5_000,
  /** For the next snapshot of a stream. The server repeats one at least every 10 s. */
  silence: 25_000,
  shortestPause: 250,
  longestPause: 5_000,
} as const;

/** Calls `then` after `ms` milliseconds, unless the returned function is called first. */
export type After = (ms: number, then: () => void) => () => void;

const afterTimeout: After = (ms, then) => {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
};

/**
 * The one way from a screen to the hub. It dials when something wants to go out and as long as a stream is followed;
 * one wire carries all calls and streams. An answer in time or an error: nothing here waits for ever.
 */
export class Connection {
  readonly #dial: Dial;
  readonly #after: After;
  readonly #random: () => number;
  readonly #closed = new AbortController();
  #link: Link | null = null;
  #dialling: Promise<Link> | null = null;
  /** Attempts in a row that brought no frame. */
  #failures = 0;

  constructor(dial: Dial, after: After = afterTimeout, random: () => number = Math.random) {
    this.#dial = dial;
    this.#after = after;
    this.#random = random;
  }

  /**
   * @param deadline ms; longer only for what is known to take its time
   * @throws CallError and nothing else
   */
  async call<T>(invoke: Invoke<T>, deadline: number = limits.deadline): Promise<T> {
    const end = new AbortController();
    // A link that is made only now had less than the whole time, and is not suspected.
    const cancelDeadline = this.#abortLater(end, deadline, this.#link);
    let link: Link | null = null;
    try {
      link = await this.#reachAtLast(end.signal);
      link.join(end);
      return await orAbort(invoke(link.client, end.signal), end.signal);
    } catch (error) {
      throw asCallError(error);
    } finally {
      cancelDeadline();
      link?.leave(end);
    }
  }

  /** A stream of snapshots that is opened anew for ever. Every use of the result opens a stream of its own. */
  stream<T>(open: Invoke<AsyncIterator<T>>): Subscribe<T> {
    return (listener) => {
      const stop = new AbortController();
      void this.#follow(open, listener, AbortSignal.any([stop.signal, this.#closed.signal]));
      return () => stop.abort();
    };
  }

  /** Ends everything: calls fail, streams stop without a word. */
  close(): void {
    this.#closed.abort();
    this.#link?.die();
  }

  async #follow<T>(
    open: Invoke<AsyncIterator<T>>,
    listener: Parameters<Subscribe<T>>[0],
    stop: AbortSignal,
  ): Promise<void> {
    let up: boolean | undefined;
    let refusals = 0;
    const say = (now: boolean) => {
      if (now === up) return;
      up = now;
      listener.link(now);
    };
    while (!stop.aborted) {
      try {
        const link = await orAbort(this.#reach(), stop);
        await this.#read(link, open, stop, (value) => {
          say(true);
          // The word about the link may have made the listener stop.
          if (!stop.aborted) listener.value(value);
        });
        // The server had nothing more to say, which is no fault of the link.
        await this.#pause(limits.longestPause, stop);
      } catch (error) {
        if (stop.aborted) return;
        say(false);
        const { code } = asCallError(error);
        if (code === 'UNREACHABLE') continue;
        console.error('stream failed:', code, error);
        refusals += 1;
        await this.#pause(this.#backoff(refusals), stop);
      }
    }
  }

  /** Reads one stream to its end. Fails when it is not opened in time, falls silent, or loses its link. */
  async #read<T>(
    link: Link,
    open: Invoke<AsyncIterator<T>>,
    stop: AbortSignal,
    value: (value: T) => void,
  ): Promise<void> {
    const end = new AbortController();
    const abort = () => end.abort();
    let cancelTimeout = this.#abortLater(end, limits.deadline, link);
    link.join(end);
    stop.addEventListener('abort', abort);
    try {
      const stream = await orAbort(open(link.client, end.signal), end.signal);
      while (true) {
        cancelTimeout();
        cancelTimeout = this.#abortLater(end, limits.silence, link);
        const next = await orAbort(stream.next(), end.signal);
        if (next.done) return;
        value(next.value);
      }
    } finally {
      cancelTimeout();
      link.leave(end);
      stop.removeEventListener('abort', abort);
      // Tells the server that nobody reads any more.
      end.abort();
    }
  }

  /** Aborts `end` after a while. If by then nothing at all came over the link that was used, that link is dead too. */
  #abortLater(end: AbortController, ms: number, link: Link | null): () => void {
    const frames = link?.frames;
    return this.#after(ms, () => {
      end.abort();
      if (link?.frames === frames) link?.die();
    });
  }

  /** The link, however many attempts it takes. */
  async #reachAtLast(signal: AbortSignal): Promise<Link> {
    while (true) {
      try {
        return await orAbort(this.#reach(), signal);
      } catch (error) {
        if (signal.aborted || this.#closed.signal.aborted) throw error;
      }
    }
  }

  /** The link, or the outcome of the attempt that is under way. */
  #reach(): Promise<Link> {
    if (this.#closed.signal.aborted) return Promise.reject(unreachable());
    if (this.#link !== null) return Promise.resolve(this.#link);
    this.#dialling ??= this.#connect().finally(() => {
      this.#dialling = null;
    });
    return this.#dialling;
  }

  async #connect(): Promise<Link> {
    const end = new AbortController();
    const closed = this.#closed.signal;
    const abort = () => end.abort();
    closed.addEventListener('abort', abort);
    let cancelTimeout: (() => void) | null = null;
    try {
      if (this.#failures > 0) await this.#pause(this.#backoff(this.#failures), closed);
      if (closed.aborted) throw unreachable();
      cancelTimeout = this.#abortLater(end, limits.deadline, null);
      const wire = await orAbort(this.#dial(end.signal), end.signal);
      const link = new Link(wire, () => this.#lost(link));
      this.#link = link;
      link.start();
      return link;
    } catch (error) {
      this.#failures += 1;
      throw unreachable(error);
    } finally {
      cancelTimeout?.();
      closed.removeEventListener('abort', abort);
    }
  }

  #lost(link: Link): void {
    this.#link = null;
    // Even after a good link there is a pause: when a hub restarts, all its devices come back at once.
    this.#failures = link.frames > 0 ? 1 : this.#failures + 1;
  }

  /** Doubles with every failure; spread at random. */
  #backoff(failures: number): number {
    const { shortestPause, longestPause } = limits;
    const most = Math.min(longestPause, shortestPause * 2 ** failures);
    return shortestPause + this.#random() * (most - shortestPause);
  }

  #pause(ms: number, stop: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#after(ms, resolve);
    const abort = () => {
      cancel();
      resolve();
    };
    if (stop.aborted) abort();
    stop.addEventListener('abort', abort);
    return promise.finally(() => stop.removeEventListener('abort', abort));
  }
}

/** One wire with the client that speaks over it. */
class Link {
  readonly client: Client;
  /** Whom to tell at once when the link dies: by itself, a call on a dead wire would hang for ever. */
  readonly #users = new Set<AbortController>();
  readonly #wire: Wire;
  readonly #lost: () => void;
  readonly #events = new EventTarget();
  #frames = 0;
  #dead = false;

  constructor(wire: Wire, lost: () => void) {
    this.#wire = wire;
    this.#lost = lost;
    // The frames are the same over every wire, so the one adapter serves all. Without Blob or File they are strings.
    this.client = createORPCClient<Client>(
      new RPCLink({
        port: {
          addEventListener: this.#events.addEventListener.bind(this.#events),
          postMessage: (frame: unknown) => {
            if (typeof frame !== 'string') throw new TypeError('a frame must be a string');
            if (!this.#dead) wire.send(frame);
          },
        },
      }),
    );
  }

  /** Grows with every frame that arrives. */
  get frames(): number {
    return this.#frames;
  }

  /** Has `user` aborted when the link dies, or now if it has died. */
  join(user: AbortController): void {
    if (this.#dead) user.abort();
    else this.#users.add(user);
  }

  leave(user: AbortController): void {
    this.#users.delete(user);
  }

  start(): void {
    this.#wire.open({
      frame: (text) => {
        this.#frames += 1;
        this.#events.dispatchEvent(new MessageEvent('message', { data: text }));
      },
      closed: () => this.die(),
    });
  }

  die(): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#lost();
    for (const user of this.#users) user.abort();
    this.#events.dispatchEvent(new Event('close'));
    this.#wire.close();
  }
}

/** The outcome of `work`, or `UNREACHABLE` as soon as `signal` aborts. */
function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(unreachable());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function asCallError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  if (error instanceof ORPCError) return new CallError(error.code, error.data, { cause: error });
  return new CallError('INTERNAL_SERVER_ERROR', undefined, { cause: error });
}
