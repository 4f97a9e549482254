import { mostNews, type Paper, type PrinterNews, type PrinterOrder } from '../../../contract/printing.ts';
import type { Timers } from '../timers.ts';
import { NotConnected, type OpenTransport, type Transport, type TransportEvents } from '../transports/transport.ts';

/** The hub, as the machine that lends its printer speaks with it. */
export interface LendingHub {
  lend(paper: Paper, signal: AbortSignal): Promise<AsyncIterable<PrinterOrder>>;
  report(line: string, news: PrinterNews[]): Promise<unknown>;
}

export interface PrinterAgentOptions {
  /** See `readPrinterUri`; never of a queue in the system, which carries no answers. */
  readonly uri: string;
  readonly paper: Paper;
  readonly open: OpenTransport;
  readonly timers: Timers;
}

/** As much of what a printer says goes into one piece of news, bytes. */
const largestPiece = 4096;

/**
 * Lends the printer of this machine to the hub: carries its bytes to the printer and the printer's answers back. It
 * decides nothing and keeps nothing; which slip is printed, and what became of it, is the hub's to know.
 */
export class PrinterAgent {
  readonly #options: PrinterAgentOptions;

  constructor(options: PrinterAgentOptions) {
    this.#options = options;
  }

  /**
   * Over one connection with the hub, until it or `signal` ends. The connection to the printer ends with it.
   * @throws what the hub's client throws
   */
  async serve(hub: LendingHub, signal: AbortSignal): Promise<void> {
    const { paper } = this.#options;
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    let transport: Transport | null = null;
    let outbox: Outbox | null = null;
    try {
      for await (const order of await hub.lend(paper, either)) {
        if (order.kind === 'connect') {
          await transport?.close();
          // A report that cannot be made is the end of the line: the hub would wait for what it does not hear.
          const next = new Outbox(
            (news) => hub.report(order.line, news),
            () => over.abort(),
          );
          outbox = next;
          transport = this.#connect(next);
        } else if (transport !== null && outbox !== null) {
          write(transport, outbox, order);
        }
      }
    } catch (error) {
      if (!over.signal.aborted && !signal.aborted) throw error;
    } finally {
      outbox?.close();
      await transport?.close();
    }
  }

  #connect(outbox: Outbox): Transport {
    const { uri, open, timers } = this.#options;
    const events: TransportEvents = {
      opened: () => outbox.put({ kind: 'opened' }),
      received: (bytes) => {
        for (let from = 0; from < bytes.length; from += largestPiece) {
          const piece = bytes.subarray(from, from + largestPiece);
          outbox.put({ kind: 'received', bytes: piece.toString('base64') });
        }
      },
      lost: (reason) => outbox.put({ kind: 'lost', reason: reason.slice(0, 200) }),
    };
    const transport = open(uri, events, timers);
    transport.start();
    return transport;
  }
}

function write(transport: Transport, outbox: Outbox, { id, bytes }: Extract<PrinterOrder, { kind: 'write' }>): void {
  transport.write(Buffer.from(bytes, 'base64')).then(
    () => outbox.put({ kind: 'written', id }),
    (error: unknown) => {
      const reason = (error instanceof Error ? error.message : String(error)).slice(0, 200);
      outbox.put({ kind: 'failed', id, begun: !(error instanceof NotConnected), reason });
    },
  );
}

/** News on their way to the hub, one report at a time: in their order, and together while the one before is out. */
class Outbox {
  readonly #report: (news: PrinterNews[]) => Promise<unknown>;
  readonly #failed: () => void;
  readonly #waiting: PrinterNews[] = [];
  #sending = false;
  #closed = false;

  constructor(report: (news: PrinterNews[]) => Promise<unknown>, failed: () => void) {
    this.#report = report;
    this.#failed = failed;
  }

  put(news: PrinterNews): void {
    if (this.#closed) return;
    this.#waiting.push(news);
    if (!this.#sending) void this.#send();
  }

  close(): void {
    this.#closed = true;
  }

  async #send(): Promise<void> {
    this.#sending = true;
    try {
      while (this.#waiting.length > 0 && !this.#closed) await this.#report(this.#waiting.splice(0, mostNews));
    } catch {
      this.#closed = true;
      this.#failed();
    }
    this.#sending = false;
  }
}
