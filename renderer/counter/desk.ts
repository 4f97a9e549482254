import type { CounterSnapshot } from '../../contract/counters.ts';

/** What a counter's screen can do at a moment, read from the hub's snapshot alone. */

/** Everything a clerk does to the counter or to the person at it. */
export const acts = [
  'open',
  'resume',
  'callNext',
  'serve',
  'doneAndNext',
  'done',
  'recall',
  'noShow',
  'park',
  'transfer',
  'nextMatter',
  'setNeed',
  'cancel',
  'pause',
  'close',
  'callTicket',
  'callBack',
  'callSpare',
  'undo',
] as const;
export type Act = (typeof acts)[number];

/**
 * `elsewhere`: the counter is closed or somebody else holds it. `free`: open, and nobody stands here. `called`: somebody
 * is on the way; `serving`: they have come.
 */
export type Phase = 'elsewhere' | 'closed' | 'paused' | 'free' | 'called' | 'serving';

export function phaseOf({ mine, holder, counter, current }: CounterSnapshot): Phase {
  if (!mine && holder !== null) return 'elsewhere';
  if (!mine || counter.state === 'closed') return 'closed';
  if (counter.state === 'paused') return 'paused';
  return current === null ? 'free' : current.state;
}

/** A snapshot and how many whole seconds ago it came. */
export interface Moment {
  readonly snapshot: CounterSnapshot;
  readonly elapsed: number;
}

/** Why an act cannot be done now. */
export type Hindrance =
  | { why: 'phase' }
  /** Somebody still stands at the counter. */
  | { why: 'occupied'; number: string }
  | { why: 'nobodyWaits' }
  /** Call so many times more and wait so many seconds. */
  | { why: 'early'; calls: number; seconds: number }
  | { why: 'tooLate' };

const phases: Record<Act, readonly Phase[]> = {
  open: ['closed'],
  resume: ['paused'],
  callNext: ['free'],
  serve: ['called'],
  doneAndNext: ['called', 'serving'],
  done: ['called', 'serving'],
  recall: ['called', 'serving'],
  noShow: ['called'],
  park: ['called', 'serving'],
  transfer: ['called', 'serving'],
  nextMatter: ['called', 'serving'],
  setNeed: ['free', 'called', 'serving'],
  cancel: ['free', 'called', 'serving'],
  pause: ['free'],
  close: ['free', 'paused'],
  callTicket: ['free'],
  callBack: ['free'],
  callSpare: ['free'],
  undo: ['free', 'called', 'serving'],
};

/** Null: the act can be done now. */
export function hindrance(act: Act, { snapshot, elapsed }: Moment): Hindrance | null {
  const phase = phaseOf(snapshot);
  const { current, waiting, undo } = snapshot;
  if (!phases[act].includes(phase)) {
    const waitsForFree = phases[act].includes('free') && current !== null;
    return waitsForFree ? { why: 'occupied', number: current.number } : { why: 'phase' };
  }
  switch (act) {
    case 'callNext':
    case 'doneAndNext':
      return waiting === 0 ? { why: 'nobodyWaits' } : null;
    case 'noShow':
      return tooEarly(snapshot, elapsed);
    case 'undo':
      return undo === null || undo.seconds <= elapsed ? { why: 'tooLate' } : null;
    default:
      return null;
  }
}

function tooEarly({ current }: CounterSnapshot, elapsed: number): Hindrance | null {
  const missing = current?.noShowIn ?? null;
  if (missing === null) return null;
  const seconds = Math.max(0, missing.seconds - elapsed);
  return missing.calls === 0 && seconds === 0 ? null : { why: 'early', calls: missing.calls, seconds };
}

/**
 * The one next step: what the space bar does. Called is followed by "has come" and never by "done", so that a space bar
 * struck twice calls nobody past the person who is just getting up.
 */
export function nextStep(moment: Moment): Act | null {
  switch (phaseOf(moment.snapshot)) {
    case 'closed':
      return 'open';
    case 'paused':
      return 'resume';
    case 'free':
      return hindrance('callNext', moment) === null ? 'callNext' : null;
    case 'called':
      return 'serve';
    case 'serving':
      return hindrance('doneAndNext', moment) === null ? 'doneAndNext' : 'done';
    case 'elsewhere':
      return null;
  }
}

export type Pace = 'calm' | 'over';

/** How long the person has been here against what one person usually takes. */
export function pace(servingSeconds: number, targetMinutes: number | null): Pace {
  return targetMinutes !== null && servingSeconds > targetMinutes * 60 ? 'over' : 'calm';
}
