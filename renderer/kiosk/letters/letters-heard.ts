import { questionAt } from './draft.ts';
import { heardIdentify, matchOver } from './identifying.ts';
import { question, shown } from './letters-moves.ts';
import { type LettersEvent, type LettersScreen, type LettersState, letterTimes } from './letters-state.ts';

/** What the hub's answers and the clock change in the flow "Surat". Only the answer to the wish on the screen counts. */

export function heard(state: LettersState, event: LettersEvent, now: number): LettersState {
  const { screen } = state;
  switch (event.type) {
    case 'tick':
      return screen.name === 'sending' && screen.retryAt !== null && now >= screen.retryAt ? askedAgain(state) : state;
    case 'opened':
      if (screen.name !== 'opening' || screen.id !== event.id) return state;
      return shown(state, { name: 'standard', info: event.info, page: 0 }, now);
    case 'openFailed':
      if (screen.name !== 'opening' || screen.id !== event.id) return state;
      return shown(state, { ...screen, failed: true }, now);
    case 'filed':
    case 'unreachable':
    case 'wrong':
    case 'matchOver':
    case 'broken':
      return screen.name === 'sending' && screen.requestKey === event.requestKey ? ofSending(state, event, now) : state;
    case 'tracked': {
      if (screen.name !== 'track' || !screen.looking || screen.typed !== event.code) return state;
      const { code, request } = event;
      const track: LettersScreen = { ...screen, looking: false };
      return shown({ ...state, trail: [...state.trail, track] }, { name: 'tracked', code, request }, now);
    }
    case 'trackFailed':
      if (screen.name !== 'track' || screen.typed !== event.code) return state;
      return shown(state, { ...screen, looking: false, problem: event.problem }, now);
    case 'takenBack': {
      if (screen.name !== 'withdraw' || screen.requestKey !== event.requestKey) return state;
      const trail = state.trail.filter(({ name }) => name !== 'tracked');
      return shown({ ...state, trail }, { name: 'tracked', code: screen.code, request: event.request }, now);
    }
    case 'takeBackFailed':
      if (screen.name !== 'withdraw' || screen.requestKey !== event.requestKey) return state;
      return shown(state, { ...screen, requestKey: null, problem: event.problem }, now);
    case 'known':
      return { ...state, known: event.known };
    case 'matched':
    case 'matchFailed':
      return heardIdentify(state, event, now);
    case 'verified':
      if (screen.name !== 'verify' || screen.token !== event.token) return state;
      return shown(state, { name: 'verified', said: event.said }, now);
    case 'verifyFailed':
      if (screen.name !== 'verify' || screen.token !== event.token) return state;
      return shown(state, { ...screen, token: null, problem: event.problem }, now);
    default:
      return state;
  }
}

type OfSending = Extract<LettersEvent, { type: 'filed' | 'unreachable' | 'wrong' | 'matchOver' | 'broken' }>;

function ofSending(state: LettersState, event: OfSending, now: number): LettersState {
  const { screen, draft } = state;
  if (screen.name !== 'sending' || draft === null) return state;
  switch (event.type) {
    case 'filed': {
      // From here on nothing of what was typed is needed any more.
      const { definition } = draft;
      const next: LettersScreen = { name: 'receipt', filed: event.filed, definition };
      return shown({ ...state, draft: null, trail: [] }, next, now);
    }
    case 'unreachable':
      return { ...state, screen: { ...screen, retryAt: now + letterTimes.retry } };
    case 'wrong': {
      const wrong = event.wrong.find(({ field }) => questionAt(draft, field) !== undefined);
      if (wrong === undefined) return broken(state, now);
      const { field: place, problem } = wrong;
      // Back leads to the review, which stands at the end of the trail.
      return shown(state, question(place, { edit: true, other: true, problem }), now);
    }
    case 'matchOver':
      return matchOver(state, now);
    case 'broken':
      return broken(state, now);
    default:
      return event satisfies never;
  }
}

/** It cannot be filed here: nothing of what was typed stays. */
const broken = (state: LettersState, now: number): LettersState =>
  shown({ ...state, draft: null, trail: [] }, { name: 'broken' }, now);

/** The same wish once more, with the same key: nobody's letter is filed twice. */
export const askedAgain = (state: LettersState): LettersState =>
  state.screen.name === 'sending'
    ? { ...state, screen: { ...state.screen, attempt: state.screen.attempt + 1, retryAt: null } }
    : state;
