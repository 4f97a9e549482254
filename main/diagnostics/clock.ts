import type { StepFinding } from '../../contract/diagnostics.ts';
import { found, type MachineStep } from './step.ts';

/** More than this apart, two machines tell people different times, ms. */
const apartMs = 2 * 60_000;

/** Whether the hub believes its own clock; there is nobody else to ask in a village without a network. */
export class HubClockStep implements MachineStep {
  readonly step = 'clock';
  readonly #confirmed: () => boolean;

  constructor(confirmed: () => boolean) {
    this.#confirmed = confirmed;
  }

  look(): StepFinding {
    return this.#confirmed() ? found('clock', 'good', 'clock_ok') : found('clock', 'attention', 'clock_unconfirmed');
  }
}

/** What a machine without a lounge of its own hears from its hub. */
export interface HubAnswer {
  /** Unix ms as the hub believes it; null: it does not say. */
  readonly hubWall: number | null;
  /** Until the answer was there, ms. */
  readonly tookMs: number;
  /** The hub still knows this machine. */
  readonly known: boolean;
}

/** Whether a paired machine shows the time that its hub shows. */
export class PairedClockStep implements MachineStep {
  readonly step = 'clock';
  readonly #ask: (signal: AbortSignal) => Promise<HubAnswer>;
  readonly #wall: () => number;

  constructor(ask: (signal: AbortSignal) => Promise<HubAnswer>, wall: () => number) {
    this.#ask = ask;
    this.#wall = wall;
  }

  async look(signal: AbortSignal): Promise<StepFinding> {
    const { hubWall } = await this.#ask(signal);
    if (hubWall === null) return found('clock', 'attention', 'clock_unconfirmed');
    const apart = this.#wall() - hubWall;
    return Math.abs(apart) <= apartMs
      ? found('clock', 'good', 'clock_ok')
      : found('clock', 'bad', 'clock_off', { minutes: Math.round(Math.abs(apart) / 60_000) });
  }
}
