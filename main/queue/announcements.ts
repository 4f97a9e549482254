import type { CallRow, CallStore } from './call-store.ts';

/** How long a call stays among those that displays may still have to announce. */
const keptMs = 120_000;
/** A call takes about eight seconds to say twice: more could not be spoken in that time. The rest is shown only. */
const mostKept = 16;
/** More than any lounge writes in that time. */
const mostEvents = 2_000;

/**
 * The calls of the last two minutes. A snapshot carries them all, so that a display that skipped some snapshots, or came
 * late, has missed no call; a call that was taken back is gone.
 */
export class Announcements {
  readonly #clock: { tick(): number };
  #recent: { call: CallRow; tick: number }[];

  constructor(callings: CallStore, clock: { wall(): number; tick(): number }) {
    this.#clock = clock;
    const wall = clock.wall();
    const tick = clock.tick();
    this.#recent = callings
      .announced(mostEvents, wall - keptMs)
      .map((call) => ({ call, tick: tick - Math.max(0, wall - call.at) }));
  }

  add(call: CallRow): void {
    this.#recent.push({ call, tick: this.#clock.tick() });
  }

  /** The calls of these tickets after a call that stands (0: none does) were taken back. */
  withdraw(ticketId: string, standing: number): void {
    this.#recent = this.#recent.filter(({ call }) => call.ticket_id !== ticketId || call.call_seq <= standing);
  }

  /** Oldest first. */
  get recent(): CallRow[] {
    const since = this.#clock.tick() - keptMs;
    this.#recent = this.#recent.filter(({ tick }) => tick >= since).slice(-mostKept);
    return this.#recent.map(({ call }) => call);
  }
}
