import { anyLounge } from './any-lounge.ts';
import { Dice } from './dice.ts';
import { FaultLounge } from './fault-lounge.ts';
import type { MakeSpooler } from './hub.ts';
import { arrange, type Mischief, mischiefFor } from './mischief.ts';
import { type TestedSlip } from './slips.ts';
import { add, isEnd, judge, noVerdict, type Verdict, wrong } from './verdict.ts';

export interface RandomRunOptions {
  readonly slips: number;
  /** The same seed makes the same run. */
  readonly seed: number;
  readonly makeSpooler?: MakeSpooler;
}

/** Slips of one morning: few enough that a finding is soon understood, enough to trip over each other. */
const morning = 20;
/** All in milliseconds. */
const wholeRun = 15 * 60_000;
const soon = 60_000;
/** A connection that a switch has forgotten is found out at the next beat: until then a slip may vanish in it. */
const aftermath = 5000;

/** Slip after slip in mornings of their own, with everything that may happen happening at any moment. */
export async function runAtRandom({ slips, seed, makeSpooler }: RandomRunOptions): Promise<Verdict> {
  const sum = noVerdict();
  for (let number = 0; sum.slips < slips; number += 1) {
    const size = Math.min(morning, slips - sum.slips);
    add(sum, await new Morning(seed, number, makeSpooler).run(size));
  }
  return sum;
}

/** One morning of such a run again, with its story. */
export async function tellMorning(seed: number, number: number): Promise<readonly string[]> {
  const one = new Morning(seed, number, undefined);
  const { findings } = await one.run(morning);
  return [...one.story, ...findings];
}

/** One lounge with one printer, which has the manners that it has. */
class Morning {
  /** What happened, for whoever wants to know why. */
  readonly story: string[] = [];
  readonly #where: string;
  readonly #dice: Dice;
  readonly #lounge: FaultLounge;
  readonly #mischief: readonly [Mischief, ...Mischief[]];
  readonly #verdict = noVerdict();
  readonly #standing = new Map<Mischief, () => void>();
  /** Slips in whose way there was nothing so far, with how much had happened when they were taken. */
  readonly #calm = new Map<TestedSlip, number>();
  readonly #seenDone = new Set<TestedSlip>();
  #happened = 0;
  #happenedAt = Number.NEGATIVE_INFINITY;

  constructor(seed: number, number: number, makeSpooler: MakeSpooler | undefined) {
    this.#where = `seed ${seed}, morning ${number}`;
    this.#dice = new Dice(seed * 1_000_003 + number);
    const { says, ...options } = anyLounge(this.#dice);
    this.story.push(JSON.stringify({ says, ...options }));
    this.#lounge = new FaultLounge({ ...options, ...(makeSpooler ? { makeSpooler } : {}) });
    this.#mischief = mischiefFor(says, options.isLent ?? false);
  }

  async run(size: number): Promise<Verdict> {
    const lounge = this.#lounge;
    const dice = this.#dice;
    await this.#meet();
    while (lounge.slips.length < size && !this.#isSeenToBeStopped) {
      if (dice.onceIn(3)) this.#plan(dice.pick(this.#mischief));
      if (lounge.isRunning) this.#take();
      await lounge.timers.advance(dice.onceIn(4) ? dice.between(0, 600) : dice.between(500, 12_000));
      this.#look();
    }
    await this.#quietDown();
    for (const slip of lounge.slips) judge(lounge, slip, this.#where, this.#verdict);
    if (!lounge.areApart) this.#wrong('two numbers on one paper');
    for (const error of lounge.errors) this.#wrong(error);
    lounge.close();
    this.#verdict.cases = 1;
    return this.#verdict;
  }

  /** A printer is met in good order, when it is set up; what it can do is known from then on. */
  async #meet(): Promise<void> {
    const lounge = this.#lounge;
    const first = lounge.take('test slip');
    const isDone = await lounge.timers.until(() => lounge.state(first) === 'done', soon);
    if (!isDone) this.#wrong(`the first slip is ${lounge.state(first)}`);
  }

  #take(): void {
    const slip = this.#lounge.take(this.#dice.onceIn(10) ? 'test slip' : this.#dice.onceIn(5) ? 'receipt' : 'ticket');
    const { now } = this.#lounge.timers;
    const isOver = this.#standing.size === 0 && now - this.#happenedAt > aftermath;
    if (isOver && !this.#mayBeStopped) this.#calm.set(slip, this.#happened);
  }

  #plan(mischief: Mischief): void {
    const { timers } = this.#lounge;
    arrange(this.#lounge, this.#dice, () => {
      if (this.#standing.has(mischief)) return;
      this.#happened += 1;
      this.#tell(mischief.name);
      mischief.strike(this.#lounge);
      if (mischief.mend === undefined) return;
      const stands = this.#dice.onceIn(30) ? 250_000 : this.#dice.between(50, 40_000);
      this.#standing.set(
        mischief,
        timers.after(stands, () => this.#mend(mischief)),
      );
    });
  }

  #mend(mischief: Mischief): void {
    if (!this.#standing.delete(mischief)) return;
    this.#happened += 1;
    this.#tell(`${mischief.name} mended`);
    mischief.mend?.(this.#lounge);
  }

  #wrong(what: string): void {
    wrong(this.#verdict, `${this.#where}: ${what}`);
  }

  #tell(what: string): void {
    this.#happenedAt = this.#lounge.timers.now;
    const stand = this.#lounge.slips.map((slip) => `${slip.name} ${this.#lounge.state(slip)}`);
    this.story.push(`${(this.#lounge.timers.now / 1000).toFixed(3)} s: ${what} [${stand.slice(-4).join(', ')}]`);
  }

  /** What is said to be done is on paper; a slip with nothing in its way is done. */
  #look(): void {
    for (const slip of this.#lounge.slips) {
      if (this.#lounge.state(slip) !== 'done' || this.#seenDone.has(slip)) continue;
      this.#seenDone.add(slip);
      if (!this.#lounge.isOnPaper(slip)) this.#wrong(`${slip.name} is done before it is on paper`);
    }
    for (const [slip, happened] of this.#calm) {
      if (happened !== this.#happened) {
        this.#calm.delete(slip);
        continue;
      }
      const state = this.#lounge.state(slip);
      if (!isEnd(state)) continue;
      this.#calm.delete(slip);
      if (state !== 'done') this.#wrong(`${slip.name} is ${state} with nothing in its way`);
    }
  }

  /** Nobody comes to let it go on: a few more slips show that it prints none. */
  get #isSeenToBeStopped(): boolean {
    return this.#mayBeStopped && this.#dice.onceIn(4);
  }

  /** Two slips of unknown fate in a row: the spooler may have stopped the printer. */
  get #mayBeStopped(): boolean {
    const ends = this.#lounge.slips.map((slip) => this.#lounge.state(slip)).filter((state) => state !== 'cancelled');
    return ends.some((state, index) => state === 'unknown' && ends[index + 1] === 'unknown');
  }

  /** Everything is mended; whatever can still come out does. */
  async #quietDown(): Promise<void> {
    const lounge = this.#lounge;
    lounge.printer.forgetMoments();
    for (const [mischief, cancel] of [...this.#standing]) {
      cancel();
      this.#mend(mischief);
    }
    await lounge.timers.until(() => lounge.slips.every((slip) => isEnd(lounge.state(slip))), wholeRun);
    await lounge.timers.advance(soon);
  }
}
