import { type FlowState, type Screen, times } from './flow-state.ts';
import { samePreferences } from './preferences.ts';
import { answerRetryAt, questionEnd } from './slip.ts';

/** What runs out and when: everything the flow does because nobody touched anything. Pure, like the flow. */

export const settled = (state: FlowState, now: number): boolean => now - state.changedAt >= times.settle;

/** When the session ends by itself, and whether a warning comes before; null while nothing runs out. */
export function ending(state: FlowState): { at: number; warned: boolean } | null {
  const { screen } = state;
  if (screen.name === 'cleaning' || screen.name === 'outOfOrder') return { at: screen.until, warned: false };
  if (state.dialog?.name === 'help') return { at: state.touchedAt + times.idleWhileHelpComes, warned: true };
  if (screen.name === 'ticket') {
    const stay = screen.printing === 'out' ? times.slipOut : times.slipFailed;
    return { at: Math.max(state.touchedAt, screen.settledAt) + stay, warned: false };
  }
  if (awaiting(screen)) return null;
  if (screen.name === 'letters' && screen.mode !== 'browse') {
    if (screen.mode === 'receipt') {
      return { at: Math.max(state.touchedAt, screen.since) + times.letterReceipt, warned: false };
    }
    return { at: state.touchedAt + times.letterForm + times.warning, warned: true };
  }
  if (screen.name === 'attract' && state.dialog === null) {
    if (samePreferences(state.preferences, state.defaults)) return null;
    return { at: state.touchedAt + times.idle, warned: false };
  }
  return { at: state.touchedAt + times.idle + times.warning, warned: true };
}

/** Whole seconds of the warning that are left, or null when it is not shown. */
export function warningSeconds(state: FlowState, now: number): number | null {
  const end = ending(state);
  if (end === null || !end.warned || now < end.at - times.warning) return null;
  return Math.max(0, Math.ceil((end.at - now) / 1000));
}

/** Whole seconds until the screen goes by itself, for screens that show them. */
export function secondsLeft(state: FlowState, now: number): number | null {
  const end = ending(state);
  return end === null ? null : Math.max(0, Math.ceil((end.at - now) / 1000));
}

/** Whole seconds that are left to answer whether the slip came out; null when that is not asked. */
export function questionSeconds(state: FlowState, now: number): number | null {
  const end = questionEnd(state);
  return end === null ? null : Math.max(0, Math.ceil((end - now) / 1000));
}

/** When the machine must look at the clock again; null while it may sleep. */
export function nextWake(state: FlowState, now: number): number | null {
  const wakes: number[] = [];
  if (!settled(state, now)) wakes.push(state.changedAt + times.settle);
  if (state.screen.name === 'taking' && state.screen.retryAt !== null) wakes.push(state.screen.retryAt);
  if (state.help !== null && now < state.help.since + times.helpLate) wakes.push(state.help.since + times.helpLate);
  const answerAt = answerRetryAt(state);
  if (answerAt !== null) wakes.push(answerAt);
  const unansweredAt = questionEnd(state);
  if (unansweredAt !== null) wakes.push(nextSecond(unansweredAt, now));
  const end = ending(state);
  if (end !== null) {
    const counts = countsDown(state.screen) ? now : end.at - (end.warned ? times.warning : 0);
    wakes.push(now < counts ? counts : nextSecond(end.at, now));
  }
  return wakes.length === 0 ? null : Math.min(...wakes);
}

/** When a countdown to `at` next shows another number. */
const nextSecond = (at: number, now: number): number => Math.min(at, at - Math.floor((at - now - 1) / 1000) * 1000);

const countsDown = (screen: Screen): boolean =>
  screen.name === 'ticket' || screen.name === 'cleaning' || (screen.name === 'letters' && screen.mode === 'receipt');

/** The first answer is still awaited: it comes or fails within 5 s, and leaving would waste a number. */
export const awaiting = (screen: Screen): boolean =>
  (screen.name === 'taking' && screen.retryAt === null && screen.attempt === 1) ||
  (screen.name === 'letters' && screen.mode === 'sending');
