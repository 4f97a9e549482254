import type { IssuedTicket } from '../../../contract/queue.ts';
import { reduce } from '../../../renderer/kiosk/flow.ts';
import { beginning, type Choice, type FlowEvent, type FlowState } from '../../../renderer/kiosk/flow-state.ts';
import { nextWake } from '../../../renderer/kiosk/idle.ts';

/** Somebody at a kiosk who takes a number of one service, and the events of that. */

export const letters: Choice = { serviceId: 'letters', closure: null };
export const start: FlowEvent = { type: 'start', features: ['queue'], only: null, byAgency: false };
export const service: FlowEvent = { type: 'service', choice: letters };
export const ask = (requestKey: string): FlowEvent => ({ type: 'priority', priority: null, requestKey });
export const ticket: IssuedTicket = {
  id: 't1',
  number: 'C018',
  serviceDay: '2026-11-24',
  position: 1,
  peopleAhead: 0,
  promise: null,
  printJobId: 'job1',
};
export const taken = (requestKey: string): FlowEvent => ({ type: 'taken', requestKey, ticket });

/** A kiosk under a finger: every event comes a second after the one before, unless it is said otherwise. */
export class Finger {
  state: FlowState;
  now = 10_000;

  constructor() {
    this.state = beginning(this.now);
  }

  does(...events: FlowEvent[]): this {
    for (const event of events) {
      this.now += 1_000;
      this.state = reduce(this.state, event, this.now);
    }
    return this;
  }

  after(ms: number, event: FlowEvent = { type: 'tick' }): this {
    this.now += ms;
    this.state = reduce(this.state, event, this.now);
    return this;
  }

  /** Lets time pass as the page does: only when the flow asked to be woken. */
  waits(ms: number): this {
    const until = this.now + ms;
    for (let wake = nextWake(this.state, this.now); wake !== null && wake <= until; ) {
      this.now = wake;
      this.state = reduce(this.state, { type: 'tick' }, this.now);
      wake = nextWake(this.state, this.now);
    }
    this.now = until;
    return this;
  }

  get screen() {
    return this.state.screen.name;
  }
}

export const withTicket = () => new Finger().does(start, service, ask('k1'), taken('k1'));
