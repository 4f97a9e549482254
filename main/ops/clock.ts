/** Where time comes from: the machine, or a test. Both in milliseconds. */
export interface TimeSource {
  /** Unix time as the machine believes it; may jump. */
  wall(): number;
  /** Time since some moment of this run; never jumps. */
  monotonic(): number;
}

export const machineTime: TimeSource = { wall: () => Date.now(), monotonic: () => performance.now() };

/** The machine's time shifted so that it is `start` now; for demonstrations and tests (`--now`). */
export function timeStartingAt(start: number, source: TimeSource = machineTime): TimeSource {
  const shift = start - source.wall();
  return { wall: () => source.wall() + shift, monotonic: () => source.monotonic() };
}

/** A jump of the wall clock that is an event, not drift. */
const stepMs = 120_000;

/**
 * The lounge's clock. `wall` is what people read and calendars use; `tick` is what waits are measured on: it runs
 * steadily, never goes backwards, not even across restarts, and a corrected wall clock does not move it.
 */
export class LoungeClock {
  readonly #source: TimeSource;
  #offset: number;
  #tickBase: number;
  readonly #started: number;
  #stepped: ((stepMs: number) => void) | undefined;

  /** @param lastTick the newest tick ever stored (ms), or 0 on new data */
  constructor(source: TimeSource, lastTick = 0) {
    this.#source = source;
    this.#started = source.monotonic();
    const wall = source.wall();
    this.#offset = wall - this.#started;
    this.#tickBase = Math.max(Math.floor(wall), lastTick + 1);
  }

  /** Calls back when the wall clock jumps by more than two minutes against the monotonic one. */
  onStep(stepped: (stepMs: number) => void): void {
    this.#stepped = stepped;
  }

  /** Unix time in whole milliseconds. */
  wall(): number {
    const wall = this.#source.wall();
    const step = wall - this.#source.monotonic() - this.#offset;
    // Small differences are drift that NTP slews; absorbing them keeps many of them from adding up to a "step".
    if (step !== 0) this.#offset += step;
    if (Math.abs(step) > stepMs) this.#stepped?.(Math.round(step));
    return Math.floor(wall);
  }

  /** Steady milliseconds; starts near Unix time, then only ever grows. */
  tick(): number {
    return this.#tickBase + Math.floor(this.#source.monotonic() - this.#started);
  }
}

/** Why a clock is not believed until a person confirms it. `behind`: it shows a moment that has already been. */
export type ClockDoubt = 'behind' | 'long_silence';

const longSilenceMs = 24 * 3_600_000;

/**
 * Whether the clock found at a start can be believed: a dead battery shows a time before the newest stored event or
 * before this program was released; more than a day of silence may be a wrong date as well.
 */
export function doubtClock(wall: number, newestEvent: number | null, releasedAt: number): ClockDoubt | null {
  if (wall < releasedAt || (newestEvent !== null && wall < newestEvent)) return 'behind';
  if (newestEvent !== null && wall - newestEvent > longSilenceMs) return 'long_silence';
  return null;
}
