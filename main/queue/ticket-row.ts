import type { Need } from '../../contract/counters.ts';
import type { Priority, TicketState } from '../../contract/queue.ts';

/** What is written when a number is given and never changes. `*_at` is Unix ms, `*_tick` ms on the steady clock. */
export interface IssuedRow {
  readonly id: string;
  readonly service_day: string;
  readonly series_id: string;
  readonly serial: number;
  readonly number: string;
  readonly priority: Priority | null;
  readonly device_id: string;
  readonly print_job_id: string | null;
  readonly taken_at: number;
  readonly taken_tick: number;
  readonly people_ahead: number;
  readonly promise_point: number | null;
  readonly promise_from: number | null;
  readonly promise_to: number | null;
  readonly promise_not_before: number | null;
  readonly follows: string | null;
}

/** What happens to a ticket after that; see `lifecycle.ts` for the rules. */
export interface Standing {
  readonly service_id: string;
  readonly state: TicketState;
  readonly files: number;
  readonly need: Need | null;
  readonly called_at: number | null;
  readonly called_tick: number | null;
  readonly waited_ms: number | null;
  readonly calls: number;
  readonly announced_tick: number | null;
  readonly counter_id: string | null;
  readonly person_id: string | null;
  readonly call_seq: number | null;
  readonly serving_tick: number | null;
  readonly left_tick: number | null;
}

export type TicketRow = IssuedRow & Standing;

export type EventKind =
  | 'taken'
  | 'followed'
  | 'called'
  | 'recalled'
  | 'served'
  | 'done'
  | 'missed'
  | 'parked'
  | 'returned'
  | 'transferred'
  | 'need'
  | 'cancelled'
  | 'undone';

export interface TicketEvent {
  readonly ticketId: string;
  readonly kind: EventKind;
  readonly state: TicketState;
  /** The line it stands in after the event. */
  readonly serviceId: string;
  readonly at: number;
  readonly tick: number;
  readonly actor: string;
  readonly counterId: string | null;
  /** Which rule chose it for a call, or why something was done. */
  readonly rule: string | null;
}
