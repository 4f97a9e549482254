import type { Log } from '../ops/log.ts';
import type { Moment } from './moment.ts';
import { pauseBeforeCheck } from './pace.ts';
import type { Held, Round, Updates } from './updates.ts';

export interface ScheduleParts {
  /** Made at the first question: what it is made of takes its time to load. */
  readonly open: () => Promise<Pick<Updates, 'round' | 'obstacle' | 'held'>>;
  readonly moment: () => Promise<Moment>;
  /** Makes a backup now; never throws. */
  readonly backUp: () => Promise<void>;
  readonly timers: { after(ms: number, act: () => void): () => void };
  readonly clock: { wall(): number };
  /** ms that never jump, so that a clock that lies asks neither too often nor never. */
  readonly monotonic: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly log: Log;
}

/** A village switches on at eight, as the 216 others do. */
const firstCheckMs = 60_000;
const firstJitterMs = 10 * 60_000;
/** How often it is looked whether what was fetched may be installed. */
const lookMs = 5 * 60_000;
/** A backup that failed is not asked for again at each look. */
const backUpAgainMs = 3_600_000;

/** When the server is asked, and when what was fetched is installed. */
export class Schedule {
  readonly #its: ScheduleParts;
  #updates: Pick<Updates, 'round' | 'obstacle' | 'held'> | null = null;
  #running: Promise<void> | null = null;
  #last: { readonly at: number; readonly round: Round } | null = null;
  #failures = 0;
  #checkAt = 0;
  #backUpAt = 0;
  #cancel: () => void = () => undefined;
  #closed = false;

  constructor(parts: ScheduleParts) {
    this.#its = parts;
  }

  get checking(): boolean {
    return this.#running !== null;
  }

  /** Unix ms, and how it ended; null before the first. */
  get last(): { readonly at: number; readonly round: Round } | null {
    return this.#last;
  }

  get held(): Held | null {
    return this.#updates?.held ?? null;
  }

  start(): void {
    this.#after(firstCheckMs + Math.floor(this.#its.random() * firstJitterMs));
  }

  /** Asks the server, or waits for the answer to the question that is under way. Never throws. */
  checkNow(): Promise<void> {
    this.#running ??= this.#check().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  close(): void {
    this.#closed = true;
    this.#cancel();
  }

  #after(ms: number): void {
    if (this.#closed) return;
    this.#cancel = this.#its.timers.after(ms, () => {
      this.#look().then(
        () => this.#after(lookMs),
        (error: unknown) => {
          this.#its.log.error({ err: error }, 'it cannot be told whether a new version may be installed');
          this.#after(lookMs);
        },
      );
    });
  }

  /** The server is asked again before an install: what was fetched may have been withdrawn since. */
  async #look(): Promise<void> {
    if (this.#its.monotonic() >= this.#checkAt || (await this.#mayInstall())) await this.checkNow();
  }

  async #mayInstall(): Promise<boolean> {
    const { moment, backUp, monotonic } = this.#its;
    const obstacle = this.#updates?.obstacle(await moment());
    if (obstacle !== 'no_fresh_backup' || monotonic() < this.#backUpAt) return obstacle === null;
    this.#backUpAt = monotonic() + backUpAgainMs;
    await backUp();
    return this.#updates?.obstacle(await moment()) === null;
  }

  async #check(): Promise<void> {
    const { open, moment, clock, monotonic, random, log } = this.#its;
    const round = await this.#round(open, moment);
    if (this.#closed) return;
    this.#last = { at: clock.wall(), round };
    this.#failures = round.outcome === 'failed' || round.outcome === 'refused' ? this.#failures + 1 : 0;
    this.#checkAt = monotonic() + pauseBeforeCheck(this.#failures, random());
    const say = round.outcome === 'refused' ? 'warn' : 'info';
    log[say]({ ...round, failures: this.#failures }, 'the server was asked for a new version');
  }

  async #round(open: ScheduleParts['open'], moment: ScheduleParts['moment']): Promise<Round> {
    try {
      this.#updates ??= await open();
      return await this.#updates.round(moment);
    } catch (error) {
      if (!this.#closed) this.#its.log.error({ err: error }, 'the server cannot be asked for a new version');
      return { outcome: 'failed', reason: 'unknown' };
    }
  }
}
