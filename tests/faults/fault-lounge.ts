import type { PrinterCondition, PrintJobState } from '../../contract/printing.ts';
import { Cable, type CableOptions } from '../doubles/printer/cable.ts';
import type { Manners } from '../doubles/printer/manners.ts';
import { PrinterMechanism } from '../doubles/printer/mechanism.ts';
import { VirtualTimers } from '../doubles/time/virtual-timers.ts';
import { Agent } from './agent.ts';
import { Hub, type MakeSpooler, ourSpooler } from './hub.ts';
import { isOnPaper, mostNamesOnOne, type Papers, papersOf, type SlipKind, slipOf, type TestedSlip } from './slips.ts';

export interface FaultLoungeOptions {
  readonly manners?: Partial<Manners>;
  readonly cable?: Pick<CableOptions, 'bytesPerSecond' | 'window'>;
  /** The printer stands at another machine, which lends it. */
  readonly isLent?: boolean;
  readonly makeSpooler?: MakeSpooler;
}

/** A common printer makes 150 mm a second. */
const lineMs = 20;

/** A lounge reduced to its printer, where time passes when it is told to and everything may break. */
export class FaultLounge {
  readonly timers = new VirtualTimers();
  readonly printer: PrinterMechanism;
  readonly cable: Cable;
  readonly slips: TestedSlip[] = [];
  readonly #isLent: boolean;
  readonly #makeSpooler: MakeSpooler;
  readonly #errors: string[] = [];
  #hub: Hub | null;
  #agent: Agent | null;
  #disk: Buffer | null = null;

  constructor({ manners = {}, cable = {}, isLent = false, makeSpooler = ourSpooler }: FaultLoungeOptions = {}) {
    this.printer = new PrinterMechanism({ timers: this.timers });
    this.printer.behave({ slow: lineMs, ...manners });
    this.cable = new Cable({ ...cable, printer: this.printer, timers: this.timers });
    this.#isLent = isLent;
    this.#makeSpooler = makeSpooler;
    this.#hub = this.#startHub();
    this.#agent = this.#startAgent();
  }

  get isRunning(): boolean {
    return this.#hub !== null;
  }

  /** What staff hear; `absent` while the hub is dead. */
  get condition(): PrinterCondition {
    return this.#hub?.condition ?? 'absent';
  }

  /** What went wrong inside the hub, which no fault of a printer may cause. */
  get errors(): readonly string[] {
    return [...this.#errors, ...(this.#hub?.errors ?? [])];
  }

  take(kind: SlipKind): TestedSlip {
    const slip = slipOf(kind, this.slips.length + 1);
    this.slips.push(slip);
    this.#hub?.take(slip);
    return slip;
  }

  state(slip: TestedSlip): PrintJobState | undefined {
    return this.#hub?.state(slip);
  }

  papers(slip: TestedSlip): Papers {
    return papersOf(slip.name, this.printer.slips);
  }

  /** Whether everything of it is on paper, cut off or not. */
  isOnPaper(slip: TestedSlip): boolean {
    return isOnPaper(slip.name, this.printer.slips, this.printer.unfinished);
  }

  /** Whether every paper is one person's. */
  get areApart(): boolean {
    return mostNamesOnOne(this.slips, this.printer.slips) <= 1;
  }

  /** Manners may change at any time. */
  behave(manners: Partial<Manners>): void {
    this.printer.behave(manners);
    this.cable.resume();
  }

  /** Calls back when the journal says `sending` and not one byte of the slip has left. */
  beforeNextSlip(act: () => void): void {
    this.#hub?.beforeNextSlip(act);
  }

  killHub(): void {
    if (this.#hub === null) return;
    this.#errors.push(...this.#hub.errors);
    this.#disk = this.#hub.kill();
    this.#hub = null;
  }

  startHub(): void {
    this.#hub ??= this.#startHub();
  }

  killAgent(): void {
    this.#agent?.kill();
    this.#agent = null;
  }

  startAgent(): void {
    this.#agent ??= this.#startAgent();
  }

  close(): void {
    this.killAgent();
    this.#hub?.forget();
    this.#hub = null;
  }

  #startHub(): Hub {
    const { timers, cable } = this;
    return new Hub({ timers, cable, isLent: this.#isLent, makeSpooler: this.#makeSpooler, disk: this.#disk });
  }

  #startAgent(): Agent | null {
    return this.#isLent ? new Agent(this.timers, this.cable, () => this.#hub) : null;
  }
}
