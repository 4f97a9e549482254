import type { FaultCase, Standing } from './fault-case.ts';
import { FaultLounge } from './fault-lounge.ts';
import type { MakeSpooler } from './hub.ts';
import { matrix } from './matrix.ts';
import { type SlipKind, slipKinds, type TestedSlip } from './slips.ts';
import { add, judge, noVerdict, type Verdict, wrong } from './verdict.ts';

/** All in milliseconds. Until something shows that is to show, and for how long it must go on as it is. */
const patience = 60_000;
const longWhile = 20_000;
/** How long a hub is dead. */
const down = 3000;

/** Every fault with every kind of slip, and the hub killed at the worst moment or not. */
export async function runMatrix(makeSpooler?: MakeSpooler, cases = matrix): Promise<Verdict> {
  const sum = noVerdict();
  for (const fault of cases)
    for (const kind of slipKinds)
      for (const isKilled of [false, true]) add(sum, await new CaseRun(fault, kind, isKilled, makeSpooler).run());
  return sum;
}

/**
 * One case: a slip that comes out, one that meets the fault, a ticket that is taken while the fault stands, and one
 * after it is mended.
 */
class CaseRun {
  readonly #fault: FaultCase;
  readonly #kind: SlipKind;
  readonly #isKilled: boolean;
  readonly #lounge: FaultLounge;
  readonly #verdict = noVerdict();

  constructor(fault: FaultCase, kind: SlipKind, isKilled: boolean, makeSpooler: MakeSpooler | undefined) {
    this.#fault = fault;
    this.#kind = kind;
    this.#isKilled = isKilled;
    this.#lounge = new FaultLounge({ ...fault.lounge, ...(makeSpooler ? { makeSpooler } : {}) });
  }

  async run(): Promise<Verdict> {
    const lounge = this.#lounge;
    const first = lounge.take(this.#kind);
    await this.#comes(first, 'the first slip', { staffHear: 'ready', slip: 'done' });
    const slip = await this.#meetFault();
    const next = lounge.take('ticket');
    await this.#comes(next, 'the next slip', { staffHear: 'ready', slip: 'done' });
    await lounge.timers.advance(longWhile);
    this.#verdict.cases = 1;
    for (const one of lounge.slips) judge(lounge, one, this.#where, this.#verdict);
    for (const one of lounge.slips.filter((other) => other !== slip))
      if (lounge.papers(one).unmarked !== 1)
        this.#wrong(`a slip with nothing in its way came out ${lounge.papers(one).unmarked} times`);
    const { papers } = this.#course.ends;
    const came = lounge.papers(slip).unmarked;
    if (came !== papers) this.#wrong(`${came} papers instead of ${papers}`);
    if (!lounge.areApart) this.#wrong('two numbers on one paper');
    for (const error of lounge.errors) this.#wrong(error);
    lounge.close();
    return this.#verdict;
  }

  async #meetFault(): Promise<TestedSlip> {
    const lounge = this.#lounge;
    const { standing, ends } = this.#course;
    this.#fault.strike(lounge);
    if (this.#fault.isKnown) await lounge.timers.until(() => lounge.condition === standing?.staffHear, patience);
    if (this.#isKilled) this.#arrangeKill();
    const slip = lounge.take(this.#kind);
    if (this.#isKilled) {
      await this.#kill(slip);
      await lounge.timers.advance(down);
      lounge.startHub();
    }
    const waiting = standing === null ? null : await this.#stands(slip, standing);
    this.#fault.mend(lounge);
    await this.#comes(slip, 'in the end', ends);
    if (waiting !== null) await this.#comes(waiting, 'the waiting slip', { staffHear: 'ready', slip: 'done' });
    return slip;
  }

  #arrangeKill(): void {
    const lounge = this.#lounge;
    const { at } = this.#fault.hubKilled;
    if (at === 'cut') lounge.printer.after(1, 'cut', () => lounge.killHub());
    if (at === 'first byte') lounge.beforeNextSlip(() => lounge.killHub());
  }

  async #kill(slip: TestedSlip): Promise<void> {
    const lounge = this.#lounge;
    const { at } = this.#fault.hubKilled;
    if (at === undefined) {
      const { standing } = this.#fault.hubLives;
      if (standing === null) throw new TypeError(`${this.#fault.name}: nothing says when to kill the hub`);
      await this.#comes(slip, 'before the kill', standing);
      lounge.killHub();
    } else if (at === 'cut' || at === 'first byte') {
      if (!(await lounge.timers.until(() => !lounge.isRunning, patience))) this.#wrong(`never came to the ${at}`);
    } else {
      if (!(await lounge.timers.until(() => lounge.state(slip) === at, patience))) this.#wrong(`was never ${at}`);
      lounge.killHub();
    }
  }

  /** @returns a ticket that was taken meanwhile, and waits */
  async #stands(slip: TestedSlip, expected: Standing): Promise<TestedSlip> {
    const lounge = this.#lounge;
    await this.#comes(slip, 'while the fault stands', expected);
    const waiting = lounge.take('ticket');
    await lounge.timers.advance(longWhile);
    const now = this.#see(slip);
    if (!isSame(now, expected)) this.#wrong(`while the fault stands ${say(now)}, no more ${say(expected)}`);
    const state = lounge.state(waiting);
    if (state !== 'held' && state !== 'queued') this.#wrong(`a ticket that should wait is ${state}`);
    return waiting;
  }

  async #comes(slip: TestedSlip, when: string, { staffHear, slip: state }: Standing): Promise<void> {
    const expected = { staffHear, slip: state };
    const came = await this.#lounge.timers.until(() => isSame(this.#see(slip), expected), patience);
    if (!came) this.#wrong(`${when} ${say(this.#see(slip))} instead of ${say(expected)}`);
  }

  #see(slip: TestedSlip): Partial<Standing> {
    const state = this.#lounge.state(slip);
    return { staffHear: this.#lounge.condition, ...(state ? { slip: state } : {}) };
  }

  get #course() {
    return this.#isKilled ? this.#fault.hubKilled : this.#fault.hubLives;
  }

  get #where(): string {
    return `${this.#fault.name}, ${this.#kind}${this.#isKilled ? ', hub killed' : ''}`;
  }

  #wrong(what: string): void {
    wrong(this.#verdict, `${this.#where}: ${what}`);
  }
}

function isSame(now: Partial<Standing>, { staffHear, slip }: Standing): boolean {
  return now.staffHear === staffHear && now.slip === slip;
}

function say({ staffHear, slip }: Partial<Standing>): string {
  return `staff hear ${staffHear} and the slip is ${slip}`;
}
