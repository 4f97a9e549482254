import Database from 'better-sqlite3';
import { expect, vi } from 'vitest';
import type { PrinterCondition, PrintJobState } from '../../contract/printing.ts';
import { usualProfile } from '../../main/printing/paper.ts';
import { Spooler } from '../../main/printing/spooler.ts';
import type { Timers } from '../../main/printing/timers.ts';
import type { OpenTransport } from '../../main/printing/transports/transport.ts';
import { wordsOf } from '../doubles/printer/decoder.ts';
import type { SimulatedPrinter } from '../doubles/printer/simulator.ts';
import { journalSchema } from './journal-schema.ts';
import { sampleSlip, sampleTest } from './sample-slip.ts';

/** Everything here runs eight times as fast as in a lounge, and still on real sockets. */
const hurry = 8;

/** Timers that hurry, and that can be counted. */
export class HurriedTimers implements Timers {
  readonly #speed: number;
  #running = 0;

  constructor(speed = hurry) {
    this.#speed = speed;
  }

  get running(): number {
    return this.#running;
  }

  after(ms: number, act: () => void): () => void {
    let live = true;
    this.#running += 1;
    const end = (): void => {
      if (live) this.#running -= 1;
      live = false;
    };
    const timer = setTimeout(() => {
      end();
      act();
    }, ms / this.#speed);
    return () => {
      clearTimeout(timer);
      end();
    };
  }
}

interface Row {
  readonly state: PrintJobState;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly attempt: number;
}

interface PrintingLoungeOptions {
  /** The image of an earlier lounge's database, as a power cut leaves it. */
  readonly journal?: Buffer | undefined;
  readonly speed?: number | undefined;
  /** Test slips come out after a change of paper. */
  readonly tests?: boolean | undefined;
  /** TCP, unless another way is given. */
  readonly connect?: OpenTransport;
}

/** A lounge reduced to its printer: tickets go in, paper comes out. */
export class PrintingLounge {
  readonly timers: HurriedTimers;
  readonly db: Database.Database;
  readonly spooler: Spooler;
  readonly conditions: PrinterCondition[] = [];
  #minutesLater = 0;
  #tests = 0;

  constructor(uri: string | null, { journal, speed = hurry, tests = false, connect }: PrintingLoungeOptions = {}) {
    this.timers = new HurriedTimers(speed);
    this.db = new Database(journal ?? ':memory:');
    if (journal === undefined) this.db.exec(journalSchema);
    this.spooler = new Spooler({
      db: this.db,
      clock: {
        wall: () => Date.now() + this.#minutesLater * 60_000,
        tick: () => performance.now() * speed + this.#minutesLater * 60_000,
      },
      timers: this.timers,
      ...(connect ? { connect } : {}),
      ...(tests ? { testSlip: () => ({ id: `test-${(this.#tests += 1)}`, slip: sampleTest() }) } : {}),
    });
    this.spooler.use({ id: 'printer', uri, profile: usualProfile(80) });
    this.spooler.onCondition((_, condition) => this.conditions.push(condition));
  }

  get condition(): PrinterCondition {
    return this.spooler.condition('printer');
  }

  /** A person takes a number; the id is the number, so that a test reads like the paper. */
  take(number: string): string {
    this.db.transaction(() => {
      this.spooler.enqueue({ id: number, printerId: 'printer', ticketId: number, slip: sampleSlip({ number }) });
    })();
    this.spooler.wake('printer');
    return number;
  }

  row(id: string): Row | undefined {
    return this.db
      .prepare<[string], Row>('SELECT state, reason, evidence, attempt FROM print_job WHERE id = ?')
      .get(id);
  }

  /** What the person at the kiosk is told about a slip. */
  state(id: string): PrintJobState | undefined {
    return this.spooler.job(id)?.state;
  }

  async sees(id: string, state: PrintJobState): Promise<void> {
    await eventually(() => expect(this.state(id)).toBe(state));
  }

  async becomes(condition: PrinterCondition): Promise<void> {
    await eventually(() => expect(this.condition).toBe(condition));
  }

  /** Its printer is there, and known to the hub. */
  async meetsPrinter(): Promise<void> {
    await this.becomes('ready');
    await eventually(() => expect(this.spooler.care.of('printer').means.queue).toBe(true));
  }

  minutesPass(minutes: number): void {
    this.#minutesLater += minutes;
  }

  /** The disk as it is at this instant. */
  powerCut(): Buffer {
    return this.db.serialize();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.spooler.close();
    this.db.close();
  }
}

/** Opens it for the day. */
export function openLounge(uri: string | null, journal?: Buffer, speed?: number): PrintingLounge {
  const lounge = new PrintingLounge(uri, { journal, speed });
  lounge.spooler.start();
  return lounge;
}

/** The numbers on the papers that came out, in order. */
export function numbersOn(printer: SimulatedPrinter): string[] {
  return printer.slips.flatMap((slip) => wordsOf(slip).filter((words) => /^[A-Z]+\d+$/.test(words)));
}

export async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 15_000, interval: 5 });
}

/** A while in which nothing should happen: `ms` of the lounge's time. */
export async function quietly(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms / hurry));
}
