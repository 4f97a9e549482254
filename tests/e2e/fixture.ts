import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import type { PauseReason } from '../../contract/queue.ts';
import { type Hub, openHub } from '../../main/hub.ts';
import { timeStartingAt } from '../../main/ops/clock.ts';
import { programFiles } from '../../main/program-files.ts';
import { FileKey } from '../../main/store/key.ts';
import { callTo, TestDesk } from '../doubles/lounge/desk.ts';
import { silentLog } from '../doubles/lounge/in-process.ts';
import { cable } from '../doubles/lounge/lan-lounge.ts';
import { type Mark, wordsOf } from '../doubles/printer/decoder.ts';
import { SimulatedPrinter } from '../doubles/printer/simulator.ts';

type Catalogue = Readonly<Record<string, unknown>>;

/** A lounge that runs in the test, its printer, and what staff would do: no counter screen is needed to call. */
export class LoungeUnderTest {
  readonly printer: SimulatedPrinter;
  readonly #data = mkdtempSync(join(tmpdir(), 'anjungan-e2e-'));
  readonly #now: string;
  #hub: Hub | undefined;
  #port = 0;
  /** How far a test has moved the clock on, ms. */
  readonly #time = { ahead: 0 };

  private constructor(printer: SimulatedPrinter, now: string) {
    this.printer = printer;
    this.#now = now;
  }

  /** @param catalogue files that replace the shipped ones, by name without `.json` */
  static async open(now: string, catalogue: Catalogue = {}): Promise<LoungeUnderTest> {
    const lounge = new LoungeUnderTest(await SimulatedPrinter.listen(), now);
    mkdirSync(join(lounge.#data, 'catalogue'));
    for (const [name, content] of Object.entries(catalogue))
      writeFileSync(join(lounge.#data, 'catalogue', `${name}.json`), JSON.stringify(content));
    await lounge.start();
    return lounge;
  }

  get hub(): Hub {
    if (!this.#hub) throw new Error('the hub is off');
    return this.#hub;
  }

  /** The address as the ready line gives it. */
  get url(): string {
    return `http://127.0.0.1:${this.hub.port}/kiosk#token=${this.hub.tokens.page}`;
  }

  async start(): Promise<void> {
    // As with `--now`, at each start anew.
    const time = timeStartingAt(Date.parse(this.#now));
    this.#time.ahead = 0;
    this.#hub = await openHub({
      options: {
        port: this.#port,
        data: this.#data,
        printer: this.printer.uri,
        paper: undefined,
        now: undefined,
      },
      time: {
        wall: () => time.wall() + this.#time.ahead,
        monotonic: () => time.monotonic() + this.#time.ahead,
      },
      files: programFiles(import.meta.dirname),
      key: new FileKey(this.#data),
      log: silentLog,
      // Its LAN, once somebody switches it on, is this machine's own loopback.
      network: { interfaces: () => [{ name: cable, address: '127.0.0.1' }], names: () => ['localhost', 'hub.test'] },
    });
    this.#port = this.#hub.port;
  }

  /** The hub has found its printer, and knows what that answers. */
  async meetsPrinter(): Promise<void> {
    await expect.poll(() => this.hub.lounge.printers().map(({ condition }) => condition)).toEqual(['ready']);
  }

  /** The hub goes away; `start` brings it back on the same port and data. */
  async stop(): Promise<void> {
    await this.#hub?.close();
    this.#hub = undefined;
  }

  /** Staff call a waiting number. */
  call(number: string, counterId: string): void {
    const { lounge } = this.hub;
    const id = lounge.db.prepare("SELECT id FROM ticket WHERE number = ? AND state = 'waiting'").pluck().get(number);
    callTo(lounge, String(id), counterId);
  }

  /** The person who was called is called again and does not come; the clerk goes on without them. */
  miss(counterId: string): void {
    const desk = new TestDesk(this.hub, counterId);
    this.pass(60);
    desk.recall();
    this.pass(60);
    desk.noShow();
  }

  /** Every counter of a service that has only this one stands still. */
  pause(counterId: string, reason: PauseReason): void {
    const desk = new TestDesk(this.hub, counterId);
    desk.open(true);
    desk.pause(reason);
  }

  /** Time goes by for the lounge, in seconds; the screens' own clocks go on as they are. */
  pass(seconds: number): void {
    this.#time.ahead += seconds * 1000;
  }

  stateOf(number: string): string | undefined {
    return this.hub.lounge.db.prepare('SELECT state FROM ticket WHERE number = ?').pluck().get(number) as string;
  }

  /** The `callSeq` of every call so far, in order. */
  callEvents(): number[] {
    const kinds = "kind IN ('called', 'recalled')";
    return this.hub.lounge.db
      .prepare(`SELECT id FROM ticket_event WHERE ${kinds} ORDER BY id`)
      .pluck()
      .all() as number[];
  }

  /** Makes the next stop look like a power cut: nobody wrote down that the run ended. */
  async losePower(): Promise<void> {
    const { db } = this.hub.lounge;
    db.exec('CREATE TEMP TRIGGER power_cut BEFORE UPDATE OF stopped_at ON run BEGIN SELECT RAISE(IGNORE); END');
    await this.stop();
  }

  numbersGiven(): string[] {
    return this.hub.lounge.db.prepare('SELECT number FROM ticket ORDER BY id').pluck().all() as string[];
  }

  /** Every slip of a ticket and its fate, oldest first. */
  printJobs(): unknown[] {
    return this.hub.lounge.db
      .prepare(
        `SELECT number, print_job.state, print_job.reason, evidence
         FROM print_job JOIN ticket ON ticket.id = print_job.ticket_id ORDER BY print_job.id`,
      )
      .all();
  }

  /** The first line of every paper that can stand for it: a number, or that it is a test. */
  papers(): string[] {
    return this.printer.slips.flatMap((slip) => wordsOf(slip).filter((line) => /^([A-Z]\d{3}|UJI CETAK)$/.test(line)));
  }

  /** Words on the newest paper. */
  slip(): string {
    return wordsOf(this.printer.slips.at(-1) ?? []).join('\n');
  }

  /** Payloads of the QR codes on the newest paper. */
  slipCodes(): string[] {
    const isCode = (mark: Mark): mark is Extract<Mark, { kind: 'qr' }> => mark.kind === 'qr';
    return (this.printer.slips.at(-1) ?? []).filter(isCode).map((mark) => mark.data);
  }

  async end(): Promise<void> {
    await this.stop();
    await this.printer.switchOff();
    rmSync(this.#data, { recursive: true, force: true });
  }
}

interface Fixtures {
  /** When the lounge believes it is. */
  now: string;
  /** Files that replace the shipped ones. */
  catalogue: Catalogue;
  lounge: LoungeUnderTest;
  kiosk: Page;
}

/** `kiosk` is the resident's screen, open on the real lounge. */
export const test = base.extend<Fixtures>({
  now: ['2026-11-24T09:14:00+07:00', { option: true }],
  catalogue: [{}, { option: true }],
  viewport: { width: 1080, height: 1920 },
  lounge: async ({ now, catalogue }, provide) => {
    const lounge = await LoungeUnderTest.open(now, catalogue);
    await provide(lounge);
    await lounge.end();
  },
  kiosk: async ({ page, lounge }, provide) => {
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.goto(lounge.url);
    await provide(page);
    if (wrong.length > 0) throw new Error(`the page threw: ${wrong.join('; ')}`);
  },
});

export { expect } from '@playwright/test';
