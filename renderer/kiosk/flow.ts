import { answered, checking, followed, looked, scanned } from './check.ts';
import { beginning, type Choice, type FlowEvent, type FlowState, type TicketShown, times } from './flow-state.ts';
import { awaiting, ending, settled, warningSeconds } from './idle.ts';
import { go, shown } from './moves.ts';
import { samePreferences } from './preferences.ts';
import {
  answerHeard,
  answering,
  answeringAgain,
  answerRetryAt,
  printingHeard,
  questionEnd,
  unanswered,
} from './slip.ts';

/**
 * The kiosk as one state machine: state + event → state, without effects. Back, Awal, time-outs, errors and double taps
 * are the same on every screen because they are here once.
 */

/** More numbers than this within `times.many` and staff are offered. */
const manyNumbers = 5;

export function reduce(state: FlowState, event: FlowEvent, now: number): FlowState {
  if (event.type === 'tick') return ticked(state, now);
  if (fromOutside.has(event.type)) return heard(state, event, now);
  if (state.screen.name === 'cleaning' || (!steady.has(event.type) && !settled(state, now))) return state;
  return tapped(state, event, now);
}

/** Events that no finger made. */
const fromOutside = new Set<FlowEvent['type']>([
  'taken',
  'closed',
  'unreachable',
  'broken',
  'printing',
  'slipAnswered',
  'slipRefused',
  'slipUnreachable',
  'found',
  'notFound',
  'followed',
  'defaults',
  'letters',
  'helpSent',
  'helpFailed',
  'helpEnded',
]);

/** Taps that are as good twice as once, or that type; and the scanner. */
const steady = new Set<FlowEvent['type']>(['touch', 'type', 'prefer', 'scanned']);

function ticked(state: FlowState, now: number): FlowState {
  const end = ending(state);
  if (end !== null && now >= end.at) return ended(state, now);
  const unansweredAt = questionEnd(state);
  if (unansweredAt !== null && now >= unansweredAt) return unanswered(state, now);
  const answerAt = answerRetryAt(state);
  if (answerAt !== null && now >= answerAt) return answeringAgain(state);
  const { screen } = state;
  if (screen.name === 'taking' && screen.retryAt !== null && now >= screen.retryAt) return asking(state);
  return state;
}

function tapped(before: FlowState, event: FlowEvent, now: number): FlowState {
  const state = { ...before, touchedAt: now };
  const { screen } = state;
  switch (event.type) {
    case 'start':
      // Who has seen that a number is over takes another one.
      if (screen.name === 'checked') return queue({ ...ended(state, now), preferences: state.preferences }, event, now);
      if (screen.name !== 'attract') return state;
      return event.features.length > 1 ? go(state, { name: 'home' }, now) : queue(state, event, now);
    case 'feature':
      if (screen.name !== 'home') return state;
      if (event.id === 'check') return checking(state, now);
      if (event.id === 'letters') return go(state, { name: 'letters', mode: 'browse', since: now }, now);
      return event.id === 'queue' ? queue(state, event, now) : state;
    case 'check':
      return checking(state, now);
    case 'look':
      return looked(state);
    case 'scanned':
      return scanned(state, event.wanted, now);
    case 'agency':
      return go(state, { name: 'services', agencyId: event.id, page: 0 }, now);
    case 'service':
      return chosen(state, event.choice, now);
    case 'page':
      if (screen.name !== 'agencies' && screen.name !== 'services') return state;
      return { ...state, screen: { ...screen, page: event.page }, changedAt: now };
    case 'search':
      return go(state, { name: 'search', typed: '' }, now);
    case 'type':
      if (screen.name === 'check') return { ...state, screen: { ...screen, typed: event.typed, problem: null } };
      return screen.name === 'search' ? { ...state, screen: { ...screen, typed: event.typed } } : state;
    case 'priority': {
      if (screen.name !== 'priority') return state;
      const order = { serviceId: screen.serviceId, priority: event.priority, requestKey: event.requestKey };
      return go(state, { name: 'taking', order, attempt: 1, retryAt: null }, now);
    }
    case 'retry':
      return screen.name === 'taking' && screen.retryAt !== null ? asking(state) : state;
    case 'answer':
      return answering(state, event, now);
    case 'touch':
      return warningSeconds(before, now) === null ? state : { ...state, changedAt: now };
    case 'back':
      return back(state, now);
    case 'end':
      return awaiting(screen) ? state : ended(state, now);
    case 'panel':
      return { ...state, dialog: { name: 'panel' }, changedAt: now };
    case 'prefer':
      return { ...state, preferences: { ...state.preferences, ...event.preferences } };
    case 'clean':
      return { ...ended(state, now), screen: { name: 'cleaning', until: now + times.cleaning } };
    case 'goOn':
      if (state.dialog?.name !== 'another' && state.dialog?.name !== 'many') return state;
      return go(state, { name: 'priority', serviceId: state.dialog.serviceId }, now);
    case 'dismiss':
      return { ...state, dialog: null, changedAt: now };
    case 'help':
      return calling(state, event.requestKey, now);
    default:
      return state;
  }
}

function heard(state: FlowState, event: FlowEvent, now: number): FlowState {
  const { screen, help } = state;
  if (event.type === 'printing') return printingHeard(state, event, now);
  if (event.type === 'slipAnswered' || event.type === 'slipRefused' || event.type === 'slipUnreachable') {
    return answerHeard(state, event, now);
  }
  if (event.type === 'found' || event.type === 'notFound') return answered(state, event, now);
  if (event.type === 'followed') return followed(state, event.ticket);
  if (event.type === 'letters') {
    return screen.name === 'letters' ? { ...state, screen: { ...screen, mode: event.mode, since: now } } : state;
  }
  if (event.type === 'defaults') return defaulted(state, event.defaults);
  if (event.type === 'helpEnded') {
    return { ...state, help: null, dialog: state.dialog?.name === 'help' ? null : state.dialog };
  }
  if (event.type === 'helpSent' || event.type === 'helpFailed') {
    if (help?.requestKey !== event.requestKey) return state;
    if (event.type === 'helpFailed') return { ...state, help: { ...help, state: 'failed' } };
    return { ...state, help: { ...help, state: 'sent', id: event.id } };
  }
  // Only the answer to the wish on the screen counts.
  if (screen.name !== 'taking' || !('requestKey' in event) || screen.order.requestKey !== event.requestKey)
    return state;
  const { order } = screen;
  switch (event.type) {
    case 'taken': {
      const given = [...state.given.filter((at) => now - at < times.many), now];
      const paper = { print: null, printing: 'under way', settledAt: now, question: null, again: false } as const;
      const next: TicketShown = { name: 'ticket', order, ticket: event.ticket, takenAt: now, ...paper };
      return { ...state, screen: next, trail: [], dialog: null, given, changedAt: now };
    }
    case 'closed': {
      const trail = state.trail.filter((was) => was.name !== 'priority');
      return shown({ ...state, trail }, { name: 'closed', serviceId: order.serviceId, closure: event.closure }, now);
    }
    case 'unreachable':
      return { ...state, screen: { ...screen, retryAt: now + times.retry } };
    case 'broken':
      return { ...ended(state, now), screen: { name: 'outOfOrder', until: now + times.outOfOrder } };
    default:
      return state;
  }
}

/** The queue's own first question; with one service that service is chosen already. */
function queue(state: FlowState, event: { only: Choice | null; byAgency: boolean }, now: number): FlowState {
  if (event.only !== null) return chosen(state, event.only, now);
  if (event.byAgency) return go(state, { name: 'agencies', page: 0 }, now);
  return go(state, { name: 'services', agencyId: null, page: 0 }, now);
}

function chosen(state: FlowState, { serviceId, closure }: Choice, now: number): FlowState {
  if (closure !== null) return go(state, { name: 'closed', serviceId, closure }, now);
  const within = (ms: number) => state.given.filter((at) => now - at < ms).length;
  if (within(times.many) >= manyNumbers) return { ...state, dialog: { name: 'many', serviceId }, changedAt: now };
  if (within(times.another) > 0) return { ...state, dialog: { name: 'another', serviceId }, changedAt: now };
  return go(state, { name: 'priority', serviceId }, now);
}

/** The device's own look was set anew; who has chosen another one keeps it. */
function defaulted(state: FlowState, defaults: FlowState['defaults']): FlowState {
  if (samePreferences(state.defaults, defaults)) return state;
  const untouched = samePreferences(state.preferences, state.defaults);
  return { ...state, defaults, preferences: untouched ? defaults : state.preferences };
}

const asking = (state: FlowState): FlowState =>
  state.screen.name === 'taking'
    ? { ...state, screen: { ...state.screen, attempt: state.screen.attempt + 1, retryAt: null } }
    : state;

function back(state: FlowState, now: number): FlowState {
  if (state.dialog !== null) return { ...state, dialog: null, changedAt: now };
  const previous = state.trail.at(-1);
  if (previous === undefined || !canGoBack(state)) return state;
  if (previous.name === 'attract') return ended(state, now);
  return { ...state, screen: previous, trail: state.trail.slice(0, -1), lookup: null, changedAt: now };
}

/** Wipes the session: nothing of one person is left for the next. What the kiosk gave and called stays. */
const ended = (state: FlowState, now: number): FlowState => ({
  ...beginning(now, state.defaults),
  changedAt: now,
  given: state.given,
  help: state.help,
});

function calling(state: FlowState, requestKey: string, now: number): FlowState {
  const open: FlowState = { ...state, dialog: { name: 'help' }, changedAt: now };
  if (state.help !== null && state.help.state !== 'failed') return open;
  return { ...open, help: { requestKey, state: 'sending', id: null, since: now } };
}

/** A wish that got no answer may have been granted: going back to ask again could give a second number. */
export const canGoBack = ({ trail, screen }: FlowState): boolean =>
  trail.length > 0 &&
  screen.name !== 'taking' &&
  (screen.name !== 'letters' || screen.mode === 'browse' || screen.mode === 'form');

/** There is something to leave. */
export const canEnd = ({ screen }: FlowState): boolean => screen.name !== 'attract' && !awaiting(screen);
