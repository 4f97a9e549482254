import type { Outcome, PauseReason } from '../../contract/counters.ts';
import { type Actor, actorId } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { CallStore } from './call-store.ts';
import type { At, CounterAct, CounterActs } from './counter-act.ts';
import type { Counters } from './counters.ts';
import * as lifecycle from './lifecycle.ts';
import type { Moment } from './paces.ts';
import type { ServiceDays } from './service-days.ts';

/** Who works at which counter: opening, pausing, closing, taking over. */
export class Duty {
  readonly #acts: CounterActs;
  readonly #counters: Counters;
  readonly #callings: CallStore;
  readonly #days: ServiceDays;

  constructor(acts: CounterActs, counters: Counters, callings: CallStore, days: ServiceDays) {
    this.#acts = acts;
    this.#counters = counters;
    this.#callings = callings;
    this.#days = days;
  }

  /** @throws DomainError COUNTER_UNKNOWN, COUNTER_HELD, COUNTER_BUSY when the person's other counter still has a ticket */
  open(by: Actor, asked: At & { takeOver: boolean }): Outcome {
    return this.#acts.run(by, asked, ['open', asked.takeOver], (act) => {
      const held = this.#counters.heldBy(actorId(by));
      if (held && held.id !== asked.counterId && this.#ofToday(held.id)) throw new DomainError('COUNTER_BUSY');
      this.#counters.open(by, asked.counterId, asked.takeOver, act.now);
      this.#clearEarlierDay(act);
    });
  }

  pause(by: Actor, asked: At & { reason: PauseReason }): Outcome {
    return this.#acts.run(by, asked, ['pause', asked.reason], (act) => {
      this.#counters.pause(by, asked.counterId, asked.reason, act.now);
    });
  }

  resume(by: Actor, asked: At): Outcome {
    return this.#acts.run(by, asked, ['resume'], (act) => {
      this.#counters.resume(by, asked.counterId, act.now);
    });
  }

  /** @throws DomainError COUNTER_BUSY while somebody stands there */
  close(by: Actor, asked: At): Outcome {
    return this.#acts.run(by, asked, ['close'], (act) => {
      if (this.#callings.atCounter(asked.counterId)) throw new DomainError('COUNTER_BUSY');
      this.#counters.close(by, asked.counterId, act.now);
    });
  }

  /**
   * Closes every counter whose person has gone and at which nobody of today stands: it would be shown as one that calls,
   * and nobody is there to call. Inside the caller's transaction.
   * @param away whether a holder is a person who is signed in nowhere
   * @returns whether a counter was closed
   */
  closeDeserted(by: Actor, away: (holder: string) => boolean, now: Moment): boolean {
    const deserted = this.#counters.all.filter(({ id }) => {
      const { holder } = this.#counters.row(id);
      return holder !== null && away(holder) && !this.#ofToday(id);
    });
    for (const { id } of deserted) this.#counters.closeDeserted(by, id, now);
    return deserted.length > 0;
  }

  #ofToday(counterId: string): boolean {
    return this.#callings.atCounter(counterId)?.service_day === this.#days.current;
  }

  /** Somebody whom nobody finished on an earlier day is finished, so that the counter can begin. */
  #clearEarlierDay(act: CounterAct): void {
    const ticket = this.#callings.atCounter(act.counterId);
    if (!ticket || ticket.service_day === this.#days.current) return;
    const step = ticket.state === 'serving' ? lifecycle.done(ticket, 1, act.now) : lifecycle.cancelled(ticket, act.now);
    act.write(ticket, step, 'new_day');
  }
}
