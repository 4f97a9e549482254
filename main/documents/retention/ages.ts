import type { VillageFile } from '../../../contract/village.ts';
import type { Log } from '../../ops/log.ts';
import type { LogSweep } from '../../store/log-sweep.ts';
import type { Store } from '../../store/open.ts';
import type { RequestStore } from '../requests/request-store.ts';
import { follow } from '../requests/workflow.ts';
import type { Erasures } from './erasures.ts';
import type { RetentionStore } from './retention-store.ts';
import { daysBefore } from './rules.ts';

export interface AgesParts {
  readonly store: Pick<Store, 'immediate'>;
  readonly kept: RetentionStore;
  readonly requests: RequestStore;
  readonly erasures: Erasures;
  readonly sweep: LogSweep;
  readonly retention: () => VillageFile['retention'];
  readonly clock: { wall(): number };
  readonly clockConfirmed: () => boolean;
  readonly changed: () => void;
  readonly log: Log;
}

/** Whom an event names that nobody took. */
export const loungeItself = 'lounge';

/** As many requests a transaction: no caller waits noticeably for one. */
const batchSize = 50;

/** Looks through the ages of requests: what nobody goes on with runs out, and what is over for long enough is forgotten. */
export class Ages {
  readonly #its: AgesParts;
  #looking: Promise<void> | null = null;
  #closed = false;

  constructor(parts: AgesParts) {
    this.#its = parts;
  }

  /** Nothing runs out, and nothing goes, by a date that nobody stands behind. Never fails: the next look goes on. */
  look(): Promise<void> {
    this.#looking ??= this.#look()
      .catch((error: unknown) => this.#its.log.error({ err: error }, 'personal data could not be looked through'))
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { kept, clock, clockConfirmed, retention, sweep, changed } = this.#its;
    if (!clockConfirmed()) return;
    const now = clock.wall();
    const { openDays, unfinishedDays } = retention();
    const expired = await this.#inBatches(() => this.#expire(kept.expiring(daysBefore(now, openDays), batchSize), now));
    const old = daysBefore(now, unfinishedDays);
    const purged = await this.#inBatches(() => this.#erase('purged', () => kept.over(old, batchSize)));
    const reduced = await this.#inBatches(() => this.#erase('reduced', () => kept.handedOver(old, batchSize)));
    if (this.#closed) return;
    kept.ran({ at: now, expired, purged: purged + reduced });
    if (purged + reduced > 0) sweep.sweep();
    if (expired + purged + reduced > 0) changed();
  }

  /** The main loop has its turn between the batches. */
  async #inBatches(batch: () => number): Promise<number> {
    for (let sum = 0; ; ) {
      const done = this.#closed ? 0 : batch();
      sum += done;
      if (done < batchSize) return sum;
      await new Promise((resolve) => void setImmediate(resolve));
    }
  }

  #expire(ids: readonly string[], now: number): number {
    const { store, requests } = this.#its;
    return store.immediate(() => {
      for (const id of ids) {
        const request = requests.find(id);
        const led = request && follow(request.state, 'expire', 'lounge', { note: false, camat: false });
        if (!led || 'refused' in led) throw new Error(`The request ${id} cannot run out`);
        const by = { at: now, actor: loungeItself, device: loungeItself };
        requests.moved(id, { step: 'expire', state: led.to, undoes: null, note: null }, by);
      }
      return ids.length;
    });
  }

  #erase(how: 'purged' | 'reduced', find: () => string[]): number {
    const { store, erasures } = this.#its;
    const ids = find();
    if (ids.length > 0) erasures.whole(() => store.immediate(() => erasures.erase({ [how]: ids })));
    return ids.length;
  }
}
