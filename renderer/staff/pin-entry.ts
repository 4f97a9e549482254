import { CallError } from '../client/call-error.ts';

/** Six digits that a person types: as a state machine, the same for signing in, unlocking and a new PIN. */

export const pinLength = 6;

export type PinProblem =
  | { kind: 'wrong' }
  | { kind: 'weak' }
  | { kind: 'different' }
  /** Nothing can be tried until then, ms of the page's clock: after a wrong PIN, too early, or on a locked machine. */
  | { kind: 'wait'; until: number; after: 'wrong' | 'early' | 'locked' }
  | { kind: 'other'; code: string };

export interface PinEntry {
  readonly digits: string;
  /** The digits are with the hub. */
  readonly sending: boolean;
  readonly problem: PinProblem | null;
}

export type PinEvent =
  | { type: 'digit'; digit: string }
  | { type: 'erase' }
  | { type: 'clear' }
  | { type: 'sent' }
  | { type: 'refused'; problem: PinProblem }
  | { type: 'taken' };

export const emptyEntry: PinEntry = { digits: '', sending: false, problem: null };

/** @param now ms of the page's clock */
export function enter(state: PinEntry, event: PinEvent, now: number): PinEntry {
  if (event.type === 'refused') return { digits: '', sending: false, problem: event.problem };
  if (event.type === 'taken') return emptyEntry;
  if (event.type === 'sent') return { ...state, sending: true, problem: null };
  if (state.sending || waits(state, now)) return state;
  switch (event.type) {
    case 'digit':
      if (!/^\d$/.test(event.digit) || state.digits.length === pinLength) return state;
      return { ...state, digits: state.digits + event.digit, problem: null };
    case 'erase':
      return { ...state, digits: state.digits.slice(0, -1), problem: null };
    case 'clear':
      return { ...state, digits: '', problem: null };
  }
}

export function waits({ problem }: PinEntry, now: number): boolean {
  return problem?.kind === 'wait' && now < problem.until;
}

/** Whole and ready to be sent. */
export function complete({ digits, sending }: PinEntry): boolean {
  return digits.length === pinLength && !sending;
}

/** What the hub's refusal means for the person who typed. */
export function pinProblem(error: unknown, now: number): PinProblem {
  if (!(error instanceof CallError)) return { kind: 'other', code: 'INTERNAL_SERVER_ERROR' };
  const data = (error.data ?? {}) as { retrySeconds?: number; seconds?: number };
  switch (error.code) {
    case 'PIN_WRONG':
      // A first mistake costs nothing; later ones make the account slow.
      return (data.retrySeconds ?? 0) > 0
        ? { kind: 'wait', until: now + (data.retrySeconds ?? 0) * 1000, after: 'wrong' }
        : { kind: 'wrong' };
    case 'PIN_SLOW':
      return { kind: 'wait', until: now + (data.retrySeconds ?? 0) * 1000, after: 'early' };
    case 'DEVICE_LOCKED':
      return { kind: 'wait', until: now + (data.seconds ?? 0) * 1000, after: 'locked' };
    case 'PIN_WEAK':
      return { kind: 'weak' };
    default:
      return { kind: 'other', code: error.code };
  }
}

/** The hub's own rule, told before anything is sent: one digit, a run up or down, or a group that repeats. */
export function weakPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10);
  if (steps.every((step) => step === steps[0]) && [0, 1, 9].includes(steps[0] ?? -1)) return true;
  // A text that stands in its own double at another place than its ends consists of a repeated part.
  return (pin + pin).indexOf(pin, 1) < pin.length;
}
