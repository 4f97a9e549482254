import type { Ticket } from '../../contract/queue.ts';
import type { CheckProblem, FlowState, Screen, Wanted } from './flow-state.ts';
import { go, shown } from './moves.ts';

/** "Cek nomor saya" inside the flow: what is looked up, and what its answer changes. Pure, like the flow. */

/** No service gives more numbers a day. */
const mostDigits = 4;

/** Screens on which nobody is in the middle of something: a slip may be scanned there. */
const scannable = new Set<Screen['name']>(['attract', 'home', 'agencies', 'services', 'check', 'checked']);

/** The letter of what is typed, as its service has it; empty before it is typed. */
export const letterOf = (typed: string): string => typed.replace(/\d+$/, '');

/** As it stands on the paper: `C18` is C018. */
export const wholeNumber = (typed: string): string =>
  letterOf(typed) + typed.slice(letterOf(typed).length).padStart(3, '0');

/** Another letter takes the place of the one before: digits that stand already stay. */
export const withLetter = (typed: string, letter: string): string => letter + typed.slice(letterOf(typed).length);

export const withDigit = (typed: string, digit: string): string =>
  typed.length - letterOf(typed).length < mostDigits ? typed + digit : typed;

export const withoutLast = (typed: string): string => typed.replace(/(?:\d|[A-Z]+)$/, '');

/** Something that can be looked up: a letter and at least one digit. */
export const isNumber = (typed: string): boolean => /^[A-Z]{1,2}\d+$/.test(typed);

/** Asks for the number on the paper. */
export const checking = (state: FlowState, now: number): FlowState =>
  go(state, { name: 'check', typed: '', problem: null }, now);

/** A code came from the scanner; null when it is not one of ours. */
export function scanned(state: FlowState, wanted: Wanted | null, now: number): FlowState {
  if (!scannable.has(state.screen.name)) return state;
  return wanted === null ? troubled(state, 'foreign', '', now) : { ...state, lookup: wanted };
}

/** The number that was typed is looked up. */
export function looked(state: FlowState): FlowState {
  const { screen, lookup } = state;
  if (screen.name !== 'check' || lookup !== null || !isNumber(screen.typed)) return state;
  return { ...state, lookup: { number: wholeNumber(screen.typed) } };
}

/** The hub's answer; only the one to the latest wish counts, and only while nothing else was begun. */
export function answered(
  before: FlowState,
  { wanted, ticket, problem }: { wanted: Wanted; ticket?: Ticket; problem?: CheckProblem },
  now: number,
): FlowState {
  if (before.lookup !== wanted) return before;
  const state = { ...before, lookup: null };
  if (!scannable.has(state.screen.name)) return state;
  if (ticket === undefined) return troubled(state, problem ?? 'unknown', 'number' in wanted ? wanted.number : '', now);
  const next: Screen = { name: 'checked', ticket };
  return state.screen.name === 'checked' ? shown(state, next, now) : go(state, next, now);
}

/** The ticket on the screen as it is by now. */
export function followed(state: FlowState, ticket: Ticket): FlowState {
  const { screen } = state;
  if (screen.name !== 'checked' || screen.ticket.id !== ticket.id) return state;
  return { ...state, screen: { ...screen, ticket } };
}

/**
 * What was typed stays, so that it can be put right.
 * @param scanned the number on another paper, where it is known
 */
function troubled(state: FlowState, problem: CheckProblem, scanned: string, now: number): FlowState {
  const { screen } = state;
  if (screen.name === 'check') {
    const same = scanned === '' || scanned === wholeNumber(screen.typed);
    return shown(state, { ...screen, typed: same ? screen.typed : scanned, problem }, now);
  }
  const next: Screen = { name: 'check', typed: scanned, problem };
  if (screen.name !== 'checked') return go(state, next, now);
  return shown({ ...state, trail: state.trail.filter((was) => was.name !== 'check') }, next, now);
}
