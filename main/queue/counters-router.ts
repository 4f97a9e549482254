import type { CounterSnapshot } from '../../contract/counters.ts';
import { type Actor, actorId } from '../../contract/principal.ts';
import type { Api } from '../api.ts';
import { Live } from '../ops/live.ts';
import type { Calling } from './calling.ts';
import type { Desk } from './desk.ts';
import type { Duty } from './duty.ts';
import type { Errands } from './errands.ts';

/** A stream repeats its snapshot at least this often, so that a reader can tell silence from a dead link. */
const repeatMs = 8_000;

/** The screens at counters: one live snapshot a counter and person, made anew when something has changed. */
export class DeskScreens {
  readonly #desk: Desk;
  readonly #live = new Map<string, Live<CounterSnapshot>>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** @throws DomainError COUNTER_UNKNOWN */
  watch(by: Actor, counterId: string, signal: AbortSignal | undefined) {
    const key = `${counterId} ${actorId(by)}`;
    let live = this.#live.get(key);
    if (!live) {
      this.#desk.snapshot(by, counterId);
      live = new Live(() => this.#desk.snapshot(by, counterId), repeatMs);
      this.#live.set(key, live);
    }
    return live.watch(signal);
  }

  changed(): void {
    for (const live of this.#live.values()) live.changed();
  }
}

export interface CounterDomain {
  readonly duty: Duty;
  readonly calling: Calling;
  readonly errands: Errands;
  readonly desk: Desk;
  readonly screens: DeskScreens;
}

/** The counters' part of the API. */
export function countersRouter(api: Api['counters'], { duty, calling, errands, desk, screens }: CounterDomain) {
  return api.router({
    list: api.list.handler(() => desk.list()),
    watch: api.watch.handler(({ input, context, signal }) => screens.watch(context.by, input.counterId, signal)),
    open: api.open.handler(({ input, context }) => duty.open(context.by, input)),
    pause: api.pause.handler(({ input, context }) => duty.pause(context.by, input)),
    resume: api.resume.handler(({ input, context }) => duty.resume(context.by, input)),
    close: api.close.handler(({ input, context }) => duty.close(context.by, input)),
    callNext: api.callNext.handler(({ input, context }) => calling.callNext(context.by, input)),
    callTicket: api.callTicket.handler(({ input, context }) => calling.callTicket(context.by, input)),
    callBack: api.callBack.handler(({ input, context }) => calling.callBack(context.by, input)),
    callSpare: api.callSpare.handler(({ input, context }) => calling.callSpare(context.by, input)),
    recall: api.recall.handler(({ input, context }) => calling.recall(context.by, input)),
    serve: api.serve.handler(({ input, context }) => calling.serve(context.by, input)),
    done: api.done.handler(({ input, context }) => calling.done(context.by, input)),
    doneAndNext: api.doneAndNext.handler(({ input, context }) => calling.doneAndNext(context.by, input)),
    noShow: api.noShow.handler(({ input, context }) => calling.noShow(context.by, input)),
    park: api.park.handler(({ input, context }) => errands.park(context.by, input)),
    returnToLine: api.returnToLine.handler(({ input, context }) => errands.returnToLine(context.by, input)),
    transfer: api.transfer.handler(({ input, context }) => errands.transfer(context.by, input)),
    nextMatter: api.nextMatter.handler(({ input, context }) => errands.nextMatter(context.by, input)),
    setNeed: api.setNeed.handler(({ input, context }) => errands.setNeed(context.by, input)),
    cancel: api.cancel.handler(({ input, context }) => errands.cancel(context.by, input)),
    undo: api.undo.handler(({ input, context }) => calling.takeBack(context.by, input)),
    find: api.find.handler(({ input }) => desk.find(input)),
  });
}
