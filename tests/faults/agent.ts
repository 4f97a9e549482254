import { PrinterAgent } from '../../main/printing/lent/printer-agent.ts';
import type { Cable } from '../doubles/printer/cable.ts';
import { MortalTimers, type VirtualTimers } from '../doubles/time/virtual-timers.ts';
import { type Hub, lender } from './hub.ts';

/** Until a machine calls a hub again that has hung up, ms. */
const recall = 1000;

/** The program of a machine that lends its printer, from its start until it is killed. */
export class Agent {
  readonly #timers: MortalTimers;
  readonly #end: ReturnType<Cable['end']>;
  readonly #agent: PrinterAgent;
  readonly #hub: () => Hub | null;
  readonly #dead = new AbortController();

  /** @param hub the one that runs now */
  constructor(timers: VirtualTimers, cable: Cable, hub: () => Hub | null) {
    this.#timers = new MortalTimers(timers);
    this.#end = cable.end();
    this.#hub = hub;
    this.#agent = new PrinterAgent({ uri: 'usb:', paper: 80, open: this.#end.open, timers: this.#timers });
    void this.#serve();
  }

  /** kill −9: the hub's line breaks, and the printer's. */
  kill(): void {
    this.#timers.kill();
    this.#end.kill();
    this.#dead.abort();
  }

  async #serve(): Promise<void> {
    while (!this.#dead.signal.aborted) {
      const hub = this.#hub();
      if (hub !== null) await this.#serveOne(hub);
      await new Promise<void>((resolve) => void this.#timers.after(recall, resolve));
    }
  }

  async #serveOne({ lent, hungUp }: Hub): Promise<void> {
    const over = AbortSignal.any([hungUp, this.#dead.signal]);
    await this.#agent.serve(
      {
        lend: async (_paper, signal) => lent.lend(lender, AbortSignal.any([signal, over])),
        report: async (line, news) => {
          if (over.aborted) throw new Error('Nobody is at the other end');
          lent.report(lender, { line, news });
        },
      },
      over,
    );
  }
}
