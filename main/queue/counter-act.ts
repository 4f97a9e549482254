import type { Outcome } from '../../contract/counters.ts';
import type { Actor } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { Announcements } from './announcements.ts';
import type { CallStore } from './call-store.ts';
import type { Counters, KnownCounter } from './counters.ts';
import type { Step } from './lifecycle.ts';
import type { Moment } from './paces.ts';
import type { ServiceDays } from './service-days.ts';
import type { Circumstances, StepWriter } from './step-writer.ts';
import type { TicketRow } from './ticket-row.ts';
import type { Moved, Undo, UndoableAct } from './undo.ts';

export interface CounterActParts {
  readonly callings: CallStore;
  readonly steps: StepWriter;
  readonly counters: Counters;
  readonly undo: Undo;
  readonly announcements: Announcements;
  readonly keys: RequestKeys;
  readonly days: ServiceDays;
  readonly clock: { wall(): number; tick(): number };
  /** The transaction was committed: screens and printers may look. */
  readonly changed: (by: Actor) => void;
}

/** Which counter, and the key of the press. */
export interface At {
  readonly counterId: string;
  readonly requestKey: string;
}

/** Runs what is done at counters: each act one transaction with its request key. */
export class CounterActs {
  readonly #its: CounterActParts;

  constructor(parts: CounterActParts) {
    this.#its = parts;
  }

  /** As `runFor`, for an act whose answer is what now stands at the counter. */
  run(by: Actor, at: At, body: readonly unknown[], perform: (act: CounterAct) => void): Outcome {
    return this.runFor(by, at, body, (act) => {
      perform(act);
      return {};
    });
  }

  /**
   * @param body the act's name and what else was asked
   * @param perform does it; what it gives is added to the answer
   * @throws DomainError COUNTER_UNKNOWN, REQUEST_KEY_REUSED, and whatever `perform` refuses
   */
  runFor<Extra extends object>(
    by: Actor,
    { counterId, requestKey }: At,
    body: readonly unknown[],
    perform: (act: CounterAct) => Extra,
  ): Outcome & Extra {
    this.#its.counters.known(counterId);
    const act = new CounterAct(this.#its, by, counterId);
    const { answer, acted } = this.#its.keys.once(by, requestKey, ['counters', counterId, ...body], () => {
      const extra = perform(act);
      const ticket = this.#its.callings.atCounter(counterId);
      return { current: ticket ? { ticketId: ticket.id, number: ticket.number } : null, ...extra };
    });
    if (acted) {
      act.committed();
      this.#its.changed(by);
    }
    return answer;
  }
}

/** One act at one counter while it happens: what is there, and what it writes. */
export class CounterAct {
  readonly by: Actor;
  readonly counterId: string;
  readonly now: Moment;
  readonly #its: CounterActParts;
  readonly #afterwards: (() => void)[] = [];

  constructor(parts: CounterActParts, by: Actor, counterId: string) {
    this.#its = parts;
    this.by = by;
    this.counterId = counterId;
    this.now = { wall: parts.clock.wall(), tick: parts.clock.tick() };
  }

  /** Tells the memory of this process once the transaction stands. */
  after(then: () => void): void {
    this.#afterwards.push(then);
  }

  committed(): void {
    // Whoever goes on has let the moment to take the act before back go by.
    this.#its.undo.forget(this.counterId);
    for (const then of this.#afterwards) then();
  }

  /** The person who asks must hold the counter. @throws DomainError COUNTER_CLOSED, COUNTER_HELD */
  held(): KnownCounter {
    return this.#its.counters.ofHolder(this.by, this.counterId).counter;
  }

  /** And it works and has nobody. @throws DomainError COUNTER_CLOSED, COUNTER_HELD, COUNTER_BUSY */
  free(): KnownCounter {
    const counter = this.#its.counters.working(this.by, this.counterId);
    if (this.#its.callings.atCounter(this.counterId)) throw new DomainError('COUNTER_BUSY');
    return counter;
  }

  /** The person at the counter. @throws DomainError NO_TICKET */
  current(): TicketRow {
    this.held();
    const ticket = this.#its.callings.atCounter(this.counterId);
    if (!ticket) throw new DomainError('NO_TICKET');
    return ticket;
  }

  /** A ticket of today: numbers of another day are not called any more. @throws DomainError TICKET_UNKNOWN */
  ticket(id: string): TicketRow {
    const ticket = this.#its.callings.find(id);
    if (!ticket || ticket.service_day !== this.#its.days.current) throw new DomainError('TICKET_UNKNOWN');
    return ticket;
  }

  /** @param rule which rule chose, or why */
  write(ticket: TicketRow, step: Step, rule: string | null = null): Moved {
    return this.#its.steps.write(ticket, step, this.#circumstances(rule));
  }

  /** Writes a call; displays announce it. */
  announce(ticket: TicketRow, step: Step, rule: string | null = null): Moved {
    const moved = this.#its.steps.writeCall(ticket, step, this.#circumstances(rule));
    const call_seq = moved.became.call_seq as number;
    const call = {
      call_seq,
      ticket_id: ticket.id,
      number: ticket.number,
      counter_id: this.counterId,
      at: this.now.wall,
    };
    this.after(() => this.#its.announcements.add(call));
    return moved;
  }

  /** This act can be taken back for ten seconds. @param moved in the order in which they are to be taken back */
  canBeTakenBack(act: UndoableAct, moved: readonly Moved[]): void {
    this.after(() => this.#its.undo.keep(this.counterId, act, moved, this.now.tick));
  }

  #circumstances(rule: string | null): Circumstances {
    return { by: this.by, now: this.now, counterId: this.counterId, rule };
  }
}
