import type { Health } from '../ops/health.ts';
import type { Log } from '../ops/log.ts';
import type { Standstill } from '../ops/standstill.ts';
import { afterLook, type Probation } from './probation.ts';
import type { Spool } from './spool.ts';

export interface TrialParts {
  readonly spool: Pick<Spool, 'trying' | 'reportHealthy'>;
  readonly version: string;
  readonly health: () => Health;
  readonly standstill: Pick<Standstill, 'say'>;
  readonly timers: { after(ms: number, act: () => void): () => void };
  readonly monotonic: () => number;
  readonly log: Log;
}

const lookMs = 5_000;

/** Keeps the lounge closed while this version is tried, and tells the judge outside when it is healthy. */
export class Trial {
  readonly #its: TrialParts;
  #probation: Probation;
  #cancel: () => void = () => undefined;

  /** The lounge is closed when this returns, if this version is on probation. */
  constructor(parts: TrialParts) {
    this.#its = parts;
    const { spool, version, standstill, timers, monotonic, log } = parts;
    if (spool.trying() !== version) {
      this.#probation = { state: 'settled', why: 'judged' };
      return;
    }
    this.#probation = { state: 'trying', since: monotonic(), healthySince: null };
    standstill.say('new_version', true);
    log.info({ version }, 'this version is on probation; the lounge gives no numbers yet');
    this.#cancel = timers.after(lookMs, () => this.#look());
  }

  get isOn(): boolean {
    return this.#probation.state === 'trying';
  }

  close(): void {
    this.#cancel();
  }

  #look(): void {
    const { spool, version, health, standstill, timers, monotonic, log } = this.#its;
    const next = afterLook(this.#probation, spool.trying() === version, health(), monotonic());
    // Unheard, the judge takes this version back, and with it every number given meanwhile.
    const isOver = next.state === 'settled' && (next.why !== 'healthy' || this.#report());
    if (!isOver) {
      if (next.state === 'trying') this.#probation = next;
      this.#cancel = timers.after(lookMs, () => this.#look());
      return;
    }
    this.#probation = next;
    standstill.say('new_version', false);
    log.info({ version, why: next.why }, 'probation is over; the lounge opens');
  }

  #report(): boolean {
    const { spool, version, log } = this.#its;
    try {
      spool.reportHealthy(version);
      return true;
    } catch (error) {
      log.error({ err: error }, 'the judge could not be told that this version is healthy; it is tried again');
      return false;
    }
  }
}
