import type { Need, Outcome, PauseReason } from '../../../contract/counters.ts';
import type { Actor } from '../../../contract/principal.ts';
import type { Lounge } from '../../../main/lounge.ts';

const key = () => crypto.randomUUID();

/** One clerk at one counter: what a person would press there. Every press has a key of its own unless one is given. */
export class TestDesk {
  readonly by: Actor;
  readonly #test: { readonly lounge: Lounge };
  readonly #counterId: string;

  /** @param test whose lounge may be another one after a restart */
  constructor(test: { readonly lounge: Lounge }, counterId: string, person = `clerk-${counterId}`) {
    this.by = { role: 'operator', device: `counter-${counterId}`, person };
    this.#test = test;
    this.#counterId = counterId;
  }

  get sees() {
    return this.#lounge.desk.snapshot(this.by, this.#counterId);
  }

  open = (takeOver = false) => this.#lounge.duty.open(this.by, { ...this.#at(), takeOver });
  pause = (reason: PauseReason = 'break') => this.#lounge.duty.pause(this.by, { ...this.#at(), reason });
  resume = () => this.#lounge.duty.resume(this.by, this.#at());
  close = () => this.#lounge.duty.close(this.by, this.#at());
  callNext = (requestKey = key()): Outcome => this.#lounge.calling.callNext(this.by, this.#at(requestKey));
  call = (ticketId: string) => this.#lounge.calling.callTicket(this.by, { ...this.#at(), ticketId, reason: 'urgent' });
  callBack = (ticketId: string) => this.#lounge.calling.callBack(this.by, { ...this.#at(), ticketId });
  callSpare = (serviceId: string, spare: number) =>
    this.#lounge.calling.callSpare(this.by, { ...this.#at(), serviceId, spare });
  recall = () => this.#lounge.calling.recall(this.by, this.#at());
  serve = () => this.#lounge.calling.serve(this.by, this.#at());
  done = (requestKey = key()) => this.#lounge.calling.done(this.by, { ...this.#at(requestKey), files: 1 });
  doneAndNext = (requestKey = key()) =>
    this.#lounge.calling.doneAndNext(this.by, { ...this.#at(requestKey), files: 1 });
  noShow = () => this.#lounge.calling.noShow(this.by, this.#at());
  park = () => this.#lounge.errands.park(this.by, this.#at());
  returnToLine = (ticketId: string) => this.#lounge.errands.returnToLine(this.by, { ...this.#at(), ticketId });
  transfer = (serviceId: string, requestKey = key()) =>
    this.#lounge.errands.transfer(this.by, { ...this.#at(requestKey), serviceId });
  nextMatter = (serviceId: string, files = 1) =>
    this.#lounge.errands.nextMatter(this.by, { ...this.#at(), serviceId, files });
  setNeed = (ticketId: string, need: Need | null) =>
    this.#lounge.errands.setNeed(this.by, { ...this.#at(), ticketId, need });
  cancel = (ticketId: string) => this.#lounge.errands.cancel(this.by, { ...this.#at(), ticketId, reason: 'left' });
  undo = () => this.#lounge.calling.takeBack(this.by, this.#at());

  get #lounge() {
    return this.#test.lounge;
  }

  #at(requestKey = key()) {
    return { counterId: this.#counterId, requestKey };
  }
}

/** Somebody at a counter who calls one ticket after the other: whoever stands there is finished first. */
export function callTo(lounge: Lounge, ticketId: string, counterId: string): void {
  const desk = new TestDesk({ lounge }, counterId);
  if (desk.open(true).current) desk.done();
  desk.call(ticketId);
}
