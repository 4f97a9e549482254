import type { Need, Outcome, PauseReason } from '../../../contract/counters.ts';
import type { Actor } from '../../../contract/principal.ts';
import type { TestLounge } from './in-process.ts';

const key = () => crypto.randomUUID();

/** One clerk at one counter: what a person would press there. Every press has a key of its own unless one is given. */
export class TestDesk {
  readonly by: Actor;
  readonly #test: TestLounge;
  readonly #counterId: string;

  constructor(test: TestLounge, counterId: string, person = `clerk-${counterId}`) {
    this.by = { role: 'operator', device: `counter-${counterId}`, person };
    this.#test = test;
    this.#counterId = counterId;
  }

  get sees() {
    return this.#test.lounge.desk.snapshot(this.by, this.#counterId);
  }

  open = (takeOver = false) => this.#calling.open(this.by, { ...this.#at(), takeOver });
  pause = (reason: PauseReason = 'break') => this.#calling.pause(this.by, { ...this.#at(), reason });
  resume = () => this.#calling.resume(this.by, this.#at());
  close = () => this.#calling.close(this.by, this.#at());
  callNext = (requestKey = key()): Outcome => this.#calling.callNext(this.by, this.#at(requestKey));
  call = (ticketId: string) => this.#calling.callTicket(this.by, { ...this.#at(), ticketId, reason: 'urgent' });
  callBack = (ticketId: string) => this.#calling.callBack(this.by, { ...this.#at(), ticketId });
  recall = () => this.#calling.recall(this.by, this.#at());
  serve = () => this.#calling.serve(this.by, this.#at());
  done = (requestKey = key()) => this.#calling.done(this.by, { ...this.#at(requestKey), files: 1 });
  doneAndNext = (requestKey = key()) => this.#calling.doneAndNext(this.by, { ...this.#at(requestKey), files: 1 });
  noShow = () => this.#calling.noShow(this.by, this.#at());
  park = () => this.#calling.park(this.by, this.#at());
  returnToLine = (ticketId: string) => this.#calling.returnToLine(this.by, { ...this.#at(), ticketId });
  transfer = (serviceId: string, requestKey = key()) =>
    this.#calling.transfer(this.by, { ...this.#at(requestKey), serviceId });
  nextMatter = (serviceId: string, files = 1) => this.#calling.nextMatter(this.by, { ...this.#at(), serviceId, files });
  setNeed = (ticketId: string, need: Need | null) => this.#calling.setNeed(this.by, { ...this.#at(), ticketId, need });
  cancel = (ticketId: string) => this.#calling.cancel(this.by, { ...this.#at(), ticketId, reason: 'left' });
  undo = () => this.#calling.takeBack(this.by, this.#at());

  get #calling() {
    return this.#test.lounge.calling;
  }

  #at(requestKey = key()) {
    return { counterId: this.#counterId, requestKey };
  }
}
