import type { Call } from '../../contract/queue.ts';

/** What a display remembers over a reload. */
export interface Announced {
  /** The last call that was announced. */
  readonly callSeq: number;
  /** The newest moment of a call announced so far, ms since 1970: by it a numbering that began anew is recognised. */
  readonly newest: number;
}

/** A call whose turn it is. */
export interface Turn {
  readonly call: Call;
  readonly manner: 'spoken' | 'flashed';
}

/** What decides how a call is announced. */
export interface Circumstances {
  /** The hub's time, ms since 1970. */
  readonly at: number;
  readonly muted: boolean;
  /** The loudspeaker sounds. */
  readonly audible: boolean;
}

/** A display that starts, or can be heard again, does not call what has long been called. */
const oldAtStart = 20_000;
/** A call that waited so long is on the screen, and is spoken no more. */
const tooOld = 180_000;
/** The hub repeats calls for two minutes: what is gone sooner was taken back. */
const repeated = 110_000;
/** No hub comes back from a backup in less, and no rounding of a time is more. */
const renewed = 60_000;
/** With more calls in the line each is said once only, so that the voice catches up. */
const longLine = 4;

/**
 * The line of calls a display has yet to announce: each once, in their order, over reloads and lost connections. Pure:
 * what to remember is `announced`, and somebody else keeps it.
 */
export class Announcements {
  #announced: Announced | null;
  #line: Call[] = [];
  /** Shown while nothing could be heard; the youngest are said as soon as that is possible. */
  #unheard: Call[] = [];

  /** @param announced as remembered; null at the first start */
  constructor(announced: Announced | null) {
    this.#announced = announced;
  }

  get announced(): Announced | null {
    return this.#announced;
  }

  get length(): number {
    return this.#line.length;
  }

  /** What the hub says now. @param at the hub's time of it, ms since 1970 */
  hear(at: number, calls: readonly Call[]): void {
    this.#announced ??= announcedBefore(at - oldAtStart, calls);
    const stand = (call: Call) => stands(call, at, calls);
    const waiting = this.#line.filter(stand);
    this.#unheard = this.#unheard.filter((call) => stand(call) && at - timeOf(call) <= oldAtStart);
    const known = new Set(waiting.map(identity));
    const fresh = calls.filter((call) => !known.has(identity(call)) && this.#isNew(call));
    this.#line = [...waiting, ...fresh].sort((a, b) => a.callSeq - b.callSeq);
  }

  /** The next call to announce, which counts as announced from now on; null when there is none. */
  take({ at, muted, audible }: Circumstances): Turn | null {
    if (audible) {
      const call = this.#unheard.shift();
      if (call !== undefined)
        return muted || at - timeOf(call) > oldAtStart ? this.take({ at, muted, audible }) : say(call);
    }
    for (let call = this.#line.shift(); call !== undefined; call = this.#line.shift()) {
      this.#announced = {
        callSeq: call.callSeq,
        newest: Math.max(this.#announced?.newest ?? 0, timeOf(call)),
      };
      if (at - timeOf(call) > tooOld) continue;
      if (!audible && !muted) this.#unheard.push(call);
      return muted || !audible ? { call, manner: 'flashed' } : say(call);
    }
    return null;
  }

  /** Whether a call is to be said a second time. */
  get repeats(): boolean {
    return this.#line.length <= longLine;
  }

  #isNew(call: Call): boolean {
    const { callSeq, newest } = this.#announced ?? { callSeq: -1, newest: 0 };
    // A smaller number that was called much later: the hub's numbering began anew, e.g. from a backup.
    return call.callSeq > callSeq || timeOf(call) > newest + renewed;
  }
}

/** Whether a call that was once heard was not taken back since. @param at the hub's time of `calls` */
export function stands(call: Call, at: number, calls: readonly Call[]): boolean {
  return at - timeOf(call) >= repeated || calls.some((other) => identity(other) === identity(call));
}

const timeOf = (call: Call): number => Date.parse(call.calledAt);
const identity = (call: Call): string => `${call.callSeq} ${call.calledAt}`;
const say = (call: Call): Turn => ({ call, manner: 'spoken' });

/** As if everything called before `moment` had been announced. */
function announcedBefore(moment: number, calls: readonly Call[]): Announced {
  const old = calls.filter((call) => timeOf(call) < moment);
  return { callSeq: Math.max(-1, ...old.map((call) => call.callSeq)), newest: moment };
}
