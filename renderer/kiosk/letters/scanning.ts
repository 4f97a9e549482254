import { go, shown } from './letters-moves.ts';
import type { LettersScreen, LettersState } from './letters-state.ts';
import { longestCode } from './tracking.ts';

/** Codes that the scanner read: of a request, and of a letter whose authenticity is asked for. Pure, like the flow. */

export function scannedCode(state: LettersState, typed: string, now: number): LettersState {
  const { screen } = state;
  if (typed.length !== longestCode) return state;
  const track: LettersScreen = { name: 'track', typed, looking: true, problem: null };
  if (screen.name === 'track') return shown(state, track, now);
  return screen.name === 'list' ? go(state, track, now) : noLetter(state, now);
}

/** Waits for the code of a letter, or of another one. */
export function verifying(state: LettersState, now: number): LettersState {
  const verify: LettersScreen = { name: 'verify', token: null, problem: null };
  if (state.screen.name === 'verified') return shown(state, verify, now);
  return state.screen.name === 'list' ? go(state, verify, now) : state;
}

/** The code of a letter counts where nobody is in the middle of something. */
export function scannedToken(state: LettersState, token: string, now: number): LettersState {
  const verify: LettersScreen = { name: 'verify', token, problem: null };
  if (state.screen.name === 'verify' || state.screen.name === 'verified') return shown(state, verify, now);
  return state.screen.name === 'list' ? go(state, verify, now) : state;
}

/** Another code, where that of a letter is waited for: the hub need not be asked. */
export const noLetter = (state: LettersState, now: number): LettersState =>
  state.screen.name === 'verify' || state.screen.name === 'verified'
    ? shown(state, { name: 'verified', said: { result: 'false' } }, now)
    : state;
