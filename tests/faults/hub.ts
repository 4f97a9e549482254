import Database from 'better-sqlite3';
import type { PrinterCondition, PrintJobState } from '../../contract/printing.ts';
import { LentPrinters, lentBy, lentUri } from '../../main/printing/lent/lent-printers.ts';
import { usualProfile } from '../../main/printing/paper.ts';
import { Spooler, type SpoolerOptions } from '../../main/printing/spooler.ts';
import type { OpenTransport } from '../../main/printing/transports/transport.ts';
import type { Cable, CableEnd } from '../doubles/printer/cable.ts';
import { MortalTimers, type VirtualTimers } from '../doubles/time/virtual-timers.ts';
import { journalSchema } from '../printing/journal-schema.ts';
import type { TestedSlip } from './slips.ts';

/** What the harness asks of a spooler; a bad one can take the place of ours. */
export type SpoolerUnderTest = Pick<Spooler, 'use' | 'start' | 'enqueue' | 'wake' | 'job' | 'condition'>;
export type MakeSpooler = (options: SpoolerOptions) => SpoolerUnderTest;

export const ourSpooler: MakeSpooler = (options) => new Spooler(options);

interface HubParts {
  readonly timers: VirtualTimers;
  readonly cable: Cable;
  readonly isLent: boolean;
  readonly makeSpooler: MakeSpooler;
  /** The disk as the hub before left it; null on the first day. */
  readonly disk: Buffer | null;
}

/** The machine whose printer is lent to the hub. */
export const lender = 'kiosk-2';
const printerId = 'printer';
/** 24 November 2026, 08:00 in Jakarta. */
const opening = Date.UTC(2026, 10, 24, 1);

/** The hub's program as far as printing goes, from its start until it is killed. */
export class Hub {
  readonly lent = new LentPrinters();
  /** What went wrong inside, which no fault of a printer may cause. */
  readonly errors: string[] = [];
  readonly #db: Database.Database;
  readonly #spooler: SpoolerUnderTest;
  readonly #timers: MortalTimers;
  readonly #end: CableEnd;
  readonly #hungUp = new AbortController();

  constructor({ timers, cable, isLent, makeSpooler, disk }: HubParts) {
    this.#timers = new MortalTimers(timers);
    this.#db = new Database(disk ?? ':memory:');
    if (disk === null) this.#db.exec(journalSchema);
    this.#end = cable.end();
    const connect: OpenTransport = (uri, events, itsTimers) => {
      const device = lentBy(uri);
      return device === null ? this.#end.open(uri, events, itsTimers) : this.lent.open(device, events, itsTimers);
    };
    this.#spooler = makeSpooler({
      db: this.#db,
      clock: { wall: () => opening + timers.now, tick: () => timers.now },
      timers: this.#timers,
      connect,
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (data, message) => void this.errors.push(`${message} ${JSON.stringify(data)}`),
      },
    });
    this.#spooler.use({
      id: printerId,
      uri: isLent ? lentUri(lender) : 'tcp://printer:9100',
      profile: usualProfile(80),
    });
    this.#spooler.start();
  }

  /** Ends when the hub does. */
  get hungUp(): AbortSignal {
    return this.#hungUp.signal;
  }

  get condition(): PrinterCondition {
    return this.#spooler.condition(printerId);
  }

  state(slip: TestedSlip): PrintJobState | undefined {
    return this.#spooler.job(slip.id)?.state;
  }

  take({ id, ticketId, slip }: TestedSlip): void {
    this.#db.transaction(() => this.#spooler.enqueue({ id, printerId, ticketId, slip }))();
    this.#spooler.wake(printerId);
  }

  /** Calls back when the journal says `sending` and not one byte of the slip has left. */
  beforeNextSlip(act: () => void): void {
    this.#end.onSlip = () => {
      this.#end.onSlip = null;
      act();
    };
  }

  /** kill −9. @returns the disk as it is at this instant */
  kill(): Buffer {
    const disk = this.#db.serialize();
    this.#timers.kill();
    this.#end.kill();
    this.#hungUp.abort();
    return disk;
  }

  /** Nothing of it is needed any more. */
  forget(): void {
    this.#timers.kill();
    this.#end.kill();
    this.#db.close();
  }
}
