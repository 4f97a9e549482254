import type { StepFinding } from '../../contract/diagnostics.ts';
import { found, type MachineStep } from './step.ts';

/** What the feed of new versions said last. */
export interface FeedState {
  /** Whether it could be reached when it was asked last; null: it was not asked yet since the start. */
  readonly reachable: boolean | null;
  /** Since its last answer, ms; null: it has never answered. */
  readonly answeredAgoMs: number | null;
  /** A version that waits to be installed. */
  readonly waiting: string | null;
}

/** Null where no feed is set up. */
export type AskFeed = (signal: AbortSignal) => FeedState | null | Promise<FeedState | null>;

const hourMs = 3_600_000;
/** The feed is asked every six hours; a week without an answer is nobody's chance. */
const staleMs = 7 * 24 * hourMs;

/** Whether new versions would reach this machine. */
export class UpdateStep implements MachineStep {
  readonly step = 'update';
  readonly #feed: AskFeed;

  constructor(feed: AskFeed) {
    this.#feed = feed;
  }

  async look(signal: AbortSignal): Promise<StepFinding> {
    const state = await this.#feed(signal);
    if (state === null) return found('update', 'not_here', 'update_not_set_up');
    const { reachable, answeredAgoMs, waiting } = state;
    if (reachable === null) return found('update', 'good', 'update_not_asked');
    if (answeredAgoMs === null) return found('update', 'attention', 'update_unreachable');
    if (answeredAgoMs >= staleMs)
      return found('update', 'attention', 'update_stale', { days: Math.floor(answeredAgoMs / (24 * hourMs)) });
    if (!reachable) return found('update', 'attention', 'update_unreachable');
    return waiting === null
      ? found('update', 'good', 'update_current', { hours: Math.floor(answeredAgoMs / hourMs) })
      : found('update', 'good', 'update_waiting', { version: waiting });
  }
}
