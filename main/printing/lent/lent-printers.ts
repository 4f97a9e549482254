import { randomUUID } from 'node:crypto';
import type { PrinterNews, PrinterOrder } from '../../../contract/printing.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { Timers } from '../timers.ts';
import type { TransportEvents } from '../transports/transport.ts';
import { LentLine } from './lent-line.ts';
import { LentTransport } from './lent-transport.ts';

const scheme = 'machine:';

/** How the printer at a machine is written where a printer's address stands. */
export function lentUri(device: string): string {
  return scheme + device;
}

/** The device in such an address; null: it is another kind of address. */
export function lentBy(uri: string): string | null {
  return uri.startsWith(scheme) ? uri.slice(scheme.length) : null;
}

/**
 * Printers at other machines of the lounge, which their programs lend to the hub. All that is decided about a slip is
 * decided here, at the hub, as for a printer of its own; the machine only carries bytes there and back.
 */
export class LentPrinters {
  readonly #lines = new Map<string, LentLine>();
  readonly #transports = new Map<string, LentTransport>();

  /** The hub's end of a printer that a machine lends, or will. */
  open(device: string, events: TransportEvents, timers: Timers): LentTransport {
    const transport: LentTransport = new LentTransport({
      events,
      timers,
      // From its start on: until then the machine's news are for the one before, which may have a slip out.
      started: () => this.#transports.set(device, transport),
      lent: () => this.#lines.get(device),
      closed: () => {
        if (this.#transports.get(device) === transport) this.#transports.delete(device);
      },
    });
    return transport;
  }

  /** What a machine is to do with its printer, until it hangs up or lends it anew. */
  async *lend(device: string, signal: AbortSignal | undefined): AsyncGenerator<PrinterOrder, void, void> {
    this.#lines.get(device)?.end('another line of the machine');
    const line = new LentLine(randomUUID(), (news) => this.#transports.get(device)?.hear(line, news));
    this.#lines.set(device, line);
    const hangUp = () => line.end('the machine hung up');
    signal?.addEventListener('abort', hangUp);
    try {
      yield { kind: 'connect', line: line.id };
      yield* line.orders();
    } finally {
      signal?.removeEventListener('abort', hangUp);
      line.end('the machine hung up');
      if (this.#lines.get(device) === line) this.#lines.delete(device);
    }
  }

  /** @throws DomainError LINE_OVER */
  report(device: string, { line: id, news }: { line: string; news: readonly PrinterNews[] }): void {
    const line = this.#lines.get(device);
    if (line?.id !== id || line.isOver) throw new DomainError('LINE_OVER');
    for (const one of news) line.told(one);
  }
}
