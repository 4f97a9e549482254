/**
 * The pace of one service on one day, learned from nothing but its own takes and calls.
 *
 * Counters are shared between services, are left for a moment, and call numbers whose holder has gone. All of that is
 * already inside the minutes between two calls, so those are counted, not counters and not minutes of service: on real
 * tickets of municipal offices, estimates that divide by the open counters were worse.
 *
 * Minutes are on any clock that never goes backwards within a day; only differences are used.
 */

/** A gap up to this long always counts whole. Cutting here was best on real days; 15 to 30 are nearly as good. */
const ordinaryGap = 20;
/** Where the work is slow a gap counts whole up to this many times the day's mean so far. */
const gapToMean = 4;
/** And none counts for more than this: nobody was calling. */
const longestGap = 120;

/** Values seen so far: their sum and how many. */
export interface Tally {
  readonly sum: number;
  readonly count: number;
}

/** What later days learn from a day: a few JSON-safe numbers, one row per service and day. */
export interface DaySummary {
  /** Mean minutes between calls while a line stood, and over how many. */
  readonly gapMinutes: number | null;
  readonly gaps: number;
  /** Typical minutes from coming to an empty line until the next call, and over how many. */
  readonly emptyLineMinutes: number | null;
  readonly emptyLines: number;
}

const nothing: Tally = { sum: 0, count: 0 };

/** One service's day so far; fed with what happens, in order. */
export class DayPace {
  #waiting = 0;
  /** Since when people have stood without a call, and whether the line formed after the last one. */
  #standingSince = 0;
  #lineIsNew = false;
  #firstGap: number | null = null;
  #lineGaps = nothing;
  #emptyLineRoots = nothing;

  /** A ticket joined this line: taken at the kiosk, or handed over by another service. */
  taken(atMinute: number): void {
    if (this.#waiting === 0) this.#lineForms(atMinute);
    this.#waiting += 1;
  }

  /**
   * A ticket was called: when it had been taken and when it was called. `waitingBefore` is how many waited just before
   * the call, it included; that is also how tickets that left without a call are noticed.
   */
  called(takenMinute: number, atMinute: number, waitingBefore: number): void {
    // Alone, and taken since the last call: whoever stood before it had left, so it came to an empty line.
    if (waitingBefore === 1 && takenMinute > this.#standingSince) this.#lineForms(takenMinute);
    const gap = this.#cut(Math.max(0, atMinute - this.#standingSince));
    // The day's first call waits for the doors or for a counter to open; that is no pace.
    if (this.#firstGap === null) this.#firstGap = gap;
    else if (this.#lineIsNew) this.#emptyLineRoots = plus(this.#emptyLineRoots, Math.sqrt(gap));
    else this.#lineGaps = plus(this.#lineGaps, gap);
    this.#standingSince = atMinute;
    this.#lineIsNew = false;
    this.#waiting = Math.max(0, waitingBefore - 1);
  }

  summary(): DaySummary {
    const root = mean(this.#emptyLineRoots);
    return {
      gapMinutes: mean(this.#lineGaps),
      gaps: this.#lineGaps.count,
      emptyLineMinutes: root === null ? null : root * root,
      emptyLines: this.#emptyLineRoots.count,
    };
  }

  /** Minutes between calls while a line stood. */
  get lineGaps(): Tally {
    return this.#lineGaps;
  }

  /**
   * Square roots of the minutes from coming to an empty line until the call. Most of these waits are nothing and a few
   * are long; the mean root, squared, lies nearer to what most people meet than the mean does.
   */
  get emptyLineRoots(): Tally {
    return this.#emptyLineRoots;
  }

  /** Minutes the line had stood before the day's first call; null until then. */
  get firstGap(): number | null {
    return this.#firstGap;
  }

  #lineForms(atMinute: number): void {
    this.#standingSince = atMinute;
    this.#lineIsNew = true;
  }

  /** A long pause (lunch, prayer, a broken network) tells little about the next call, so it counts only in part. */
  #cut(gap: number): number {
    const slowWork = gapToMean * (mean(this.#lineGaps) ?? 0);
    return Math.min(gap, Math.max(ordinaryGap, slowWork), longestGap);
  }
}

export function mean(tally: Tally): number | null {
  return tally.count > 0 ? tally.sum / tally.count : null;
}

function plus(tally: Tally, value: number): Tally {
  return { sum: tally.sum + value, count: tally.count + 1 };
}
