import type { Timers } from '../timers.ts';

/** What a transport tells its owner. No call comes after `close()`. */
export interface TransportEvents {
  /** A connection stands; nothing of an earlier one will be heard any more. */
  opened(): void;
  received(bytes: Buffer): void;
  /** The connection died, or an attempt to make one failed. The transport tries again by itself. */
  lost(reason: string): void;
}

/**
 * Who can tell that a slip came out: the printer itself, whose answers come back (`replies`); the operating system, for
 * which a write is one job and which says when that is done (`system`); or nobody (`bytes`).
 */
export type Proof = 'replies' | 'system' | 'bytes';

/** A pipe to one printer that mends itself. It knows no printer language and never sends a byte twice. */
export interface Transport {
  readonly proof: Proof;
  readonly isOpen: boolean;
  start(): void;
  /**
   * Resolves when the operating system has taken every byte, which proves no more than that; with a peer that does not
   * read it stays pending. Where the system gives the proof, it resolves when the system calls the job finished, and
   * stays pending while the job waits, also for paper. After a rejection any part of the bytes may have arrived, unless
   * it is NotConnected.
   * @throws NotConnected (rejects) before the first byte, when there is no connection
   * @throws LinkLost (rejects) when the connection died before all bytes were taken, or the system gave up the job
   */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends a connection that is no good any more; the next one is tried soon. */
  drop(reason: string): void;
  /** Ends everything: no timer, no socket and no event is left. */
  close(): Promise<void>;
}

export type OpenTransport = (uri: string, events: TransportEvents, timers: Timers) => Transport;

export class NotConnected extends Error {
  override readonly name = 'NotConnected';
}

export class LinkLost extends Error {
  override readonly name = 'LinkLost';
}

export class BadPrinterUri extends Error {
  override readonly name = 'BadPrinterUri';
}

/** Why something failed, as the log and the journal say it: the system's code where there is one. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
