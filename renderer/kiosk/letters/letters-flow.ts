import type { LetterInfo } from '../../../contract/documents.ts';
import { answer, answerPhone, draftOf, firstOpen, phonePlace, questionAt, questionsOf, toBring } from './draft.ts';
import { askedAgain, heard } from './letters-heard.ts';
import {
  beginning,
  type Draft,
  type LettersEvent,
  type LettersScreen,
  type LettersState,
  letterTimes,
} from './letters-state.ts';
import { code, longestCode } from './tracking.ts';

/**
 * The flow "Surat" as one state machine: state + event → state, without effects. What was typed stays in the draft until
 * the request is filed or the session ends.
 */
export function reduce(state: LettersState, event: LettersEvent, now: number): LettersState {
  if (event.type === 'discard') return beginning(now);
  if (fromOutside.has(event.type)) return heard(state, event, now);
  if (!steady.has(event.type) && now - state.changedAt < letterTimes.settle) return state;
  return tapped(state, event, now);
}

/** Events that no finger made. */
const fromOutside = new Set<LettersEvent['type']>([
  'opened',
  'openFailed',
  'filed',
  'unreachable',
  'wrong',
  'broken',
  'tick',
  'tracked',
  'trackFailed',
  'takenBack',
  'takeBackFailed',
]);

/** Events that are as good twice as once, or that type; and the scanner. */
const steady = new Set<LettersEvent['type']>(['type', 'scannedCode', 'scannedDigits', 'leave']);

const shown = (state: LettersState, screen: LettersScreen, now: number): LettersState => ({
  ...state,
  screen,
  leaving: false,
  changedAt: now,
});

const go = (state: LettersState, screen: LettersScreen, now: number): LettersState =>
  shown({ ...state, trail: [...state.trail, state.screen] }, screen, now);

function tapped(state: LettersState, event: LettersEvent, now: number): LettersState {
  const { screen, draft } = state;
  switch (event.type) {
    case 'view':
      return screen.name === 'list' ? go(state, { name: 'list', view: event.view, page: 0 }, now) : state;
    case 'page':
      return 'page' in screen ? shown(state, { ...screen, page: event.page }, now) : state;
    case 'search':
      return screen.name === 'list' ? go(state, { name: 'search', typed: '' }, now) : state;
    case 'type':
      return typing(state, event.typed);
    case 'open':
      if (screen.name !== 'list' && screen.name !== 'search') return state;
      return go(state, { name: 'opening', id: event.id, failed: false }, now);
    case 'retry':
      if (screen.name === 'opening' && screen.failed) return shown(state, { ...screen, failed: false }, now);
      return screen.name === 'sending' && screen.retryAt !== null ? askedAgain(state) : state;
    case 'apply':
      return screen.name === 'standard' ? applying(state, screen.info, now) : state;
    case 'for':
      if (screen.name !== 'forWhom' || draft === null) return state;
      return afterQuestion({ ...state, draft: { ...draft, forWhom: event.whom } }, null, now);
    case 'next':
      if (screen.name === 'phone') return phoned(state, event.today, now);
      return answered(state, event.today, now);
    case 'choose':
      return chosen(state, event.value, event.today, now);
    case 'same': {
      if (screen.name !== 'question' || draft === null) return state;
      const source = questionAt(draft, screen.place)?.field.sameAs?.field ?? '';
      return chosen(state, draft.typed[source] ?? draft.values[source] ?? '', event.today, now);
    }
    case 'other':
      return screen.name === 'question' ? shown(state, { ...screen, other: true }, now) : state;
    case 'skip':
      return skipped(state, now);
    case 'bring': {
      if (screen.name !== 'bring' || draft === null) return state;
      const next = { ...state, draft: { ...draft, broughtAll: event.all } };
      return go(next, event.all ? { name: 'phone', edit: false, problem: null } : { name: 'missing' }, now);
    }
    case 'goOn':
      return screen.name === 'missing' ? go(state, { name: 'phone', edit: false, problem: null }, now) : state;
    case 'priority':
      if (screen.name !== 'priority' || draft === null) return state;
      return go({ ...state, draft: { ...draft, priority: event.priority } }, { name: 'review', page: 0 }, now);
    case 'edit':
      return screen.name === 'review' ? editing(state, event.place, now) : state;
    case 'send':
      return screen.name === 'review' && draft !== null ? sending(state, draft, event.requestKey, now) : state;
    case 'track':
      if (screen.name !== 'list') return state;
      return go(state, { name: 'track', typed: '', looking: false, problem: null }, now);
    case 'look':
      if (screen.name !== 'track' || screen.looking || screen.typed.length < longestCode) return state;
      return { ...state, screen: { ...screen, looking: true, problem: null } };
    case 'scannedCode':
      return scannedCode(state, code(event.code), now);
    case 'scannedDigits':
      return scannedDigits(state, event.digits);
    case 'withdraw':
      if (screen.name !== 'tracked' || !screen.request.cancellable) return state;
      return go(state, { name: 'withdraw', code: screen.code, typed: '', requestKey: null, problem: null }, now);
    case 'takeBack':
      if (screen.name !== 'withdraw' || screen.requestKey !== null || screen.typed.length !== 4) return state;
      return { ...state, screen: { ...screen, requestKey: event.requestKey, problem: null } };
    case 'back':
      return back(state, now);
    case 'leave':
      return typedAnything(state) ? { ...state, leaving: true, changedAt: now } : state;
    case 'stay':
      return { ...state, leaving: false, changedAt: now };
    default:
      return state;
  }
}

function typing(state: LettersState, typed: string): LettersState {
  const { screen, draft } = state;
  if (screen.name === 'search') return { ...state, screen: { ...screen, typed } };
  if (screen.name === 'track' && !screen.looking) return { ...state, screen: { ...screen, typed, problem: null } };
  if (screen.name === 'withdraw' && screen.requestKey === null) {
    return { ...state, screen: { ...screen, typed, problem: null } };
  }
  if (draft === null || (screen.name !== 'question' && screen.name !== 'phone')) return state;
  const place = screen.name === 'phone' ? phonePlace : screen.place;
  return {
    ...state,
    draft: { ...draft, typed: { ...draft.typed, [place]: typed } },
    screen: { ...screen, problem: null },
  };
}

/** The same letter goes on with what was typed before. */
function applying(state: LettersState, info: LetterInfo, now: number): LettersState {
  const { definition, queueService } = info;
  if (definition.kind !== 'letter' || definition.offered !== 'kiosk') return state;
  const draft = state.draft?.definition.id === definition.id ? state.draft : draftOf(definition, queueService);
  return go({ ...state, draft }, { name: 'forWhom' }, now);
}

function answered(state: LettersState, today: string, now: number): LettersState {
  const { screen, draft } = state;
  if (screen.name !== 'question' || draft === null) return state;
  const question = questionAt(draft, screen.place);
  if (question === undefined) return shown(state, { name: 'review', page: 0 }, now);
  const result = answer(draft, question, today);
  if (result.draft === null) return shown(state, { ...screen, problem: result.problem }, now);
  return afterQuestion({ ...state, draft: result.draft }, screen.place, now);
}

function chosen(state: LettersState, value: string, today: string, now: number): LettersState {
  const { screen, draft } = state;
  if (screen.name !== 'question' || draft === null) return state;
  return answered({ ...state, draft: { ...draft, typed: { ...draft.typed, [screen.place]: value } } }, today, now);
}

/** An optional question goes without an answer; what was typed to it is gone, as was asked for. */
function skipped(state: LettersState, now: number): LettersState {
  const { screen, draft } = state;
  if (draft === null) return state;
  if (screen.name === 'phone') {
    const next = { ...state, draft: { ...draft, phone: null, typed: { ...draft.typed, [phonePlace]: '' } } };
    return screen.edit ? back(next, now) : go(next, { name: 'priority' }, now);
  }
  if (screen.name !== 'question' || questionAt(draft, screen.place)?.field.required !== false) return state;
  const { place } = screen;
  const without = { ...draft, typed: { ...draft.typed, [place]: '' }, values: { ...draft.values, [place]: '' } };
  return afterQuestion({ ...state, draft: without }, place, now);
}

function phoned(state: LettersState, today: string, now: number): LettersState {
  const { screen, draft } = state;
  if (screen.name !== 'phone' || draft === null) return state;
  const result = answerPhone(draft, today);
  if (result.draft === null) return shown(state, { ...screen, problem: result.problem }, now);
  const next = { ...state, draft: result.draft };
  return screen.edit ? back(next, now) : go(next, { name: 'priority' }, now);
}

const question = (place: string, edit: boolean, other = false): LettersScreen => ({
  name: 'question',
  place,
  edit,
  other,
  page: 0,
  problem: null,
});

/** The next question; after a changed answer the review, unless the change has opened another question. */
function afterQuestion(state: LettersState, place: string | null, now: number): LettersState {
  const { screen, draft } = state;
  if (draft === null) return state;
  if (screen.name === 'question' && screen.edit) {
    const open = firstOpen(draft);
    return open === undefined ? back(state, now) : shown(state, question(open.place, true), now);
  }
  const questions = questionsOf(draft);
  const next = questions[questions.findIndex((asked) => asked.place === place) + 1];
  if (next !== undefined) return go(state, question(next.place, false), now);
  const brings = toBring(draft.definition, draft.values).length > 0;
  return go(state, brings ? { name: 'bring' } : { name: 'phone', edit: false, problem: null }, now);
}

function editing(state: LettersState, place: string, now: number): LettersState {
  if (place === phonePlace) return go(state, { name: 'phone', edit: true, problem: null }, now);
  if (state.draft === null || questionAt(state.draft, place) === undefined) return state;
  return go(state, question(place, true, true), now);
}

/** A required question may have been opened by a later answer: it comes first. */
function sending(state: LettersState, draft: Draft, requestKey: string, now: number): LettersState {
  const open = firstOpen(draft);
  if (open !== undefined) return editing(state, open.place, now);
  return go(state, { name: 'sending', requestKey, attempt: 1, retryAt: null }, now);
}

function scannedCode(state: LettersState, typed: string, now: number): LettersState {
  const { screen } = state;
  if (typed.length !== longestCode) return state;
  const track: LettersScreen = { name: 'track', typed, looking: true, problem: null };
  if (screen.name === 'track') return shown(state, track, now);
  return screen.name === 'list' ? go(state, track, now) : state;
}

/** Sixteen digits count where sixteen digits are asked. */
function scannedDigits(state: LettersState, digits: string): LettersState {
  const { screen, draft } = state;
  if (screen.name !== 'question' || draft === null) return state;
  const type = questionAt(draft, screen.place)?.field.type;
  return type === 'nik' || type === 'kk' ? typing(state, digits) : state;
}

function back(state: LettersState, now: number): LettersState {
  if (state.leaving) return { ...state, leaving: false, changedAt: now };
  const previous = state.trail.at(-1);
  if (previous === undefined || !canGoBack(state)) return state;
  const trail = state.trail.slice(0, -1);
  // Nobody goes back to a screen that only waited.
  if (previous.name === 'opening') return back({ ...state, trail }, now);
  return shown({ ...state, trail }, previous, now);
}

/** A request that got no answer may have been filed, and one that is filed is not changed here. */
const canGoBack = ({ screen, trail }: LettersState): boolean =>
  trail.length > 0 && screen.name !== 'sending' && screen.name !== 'receipt' && screen.name !== 'broken';

/** There is a step back inside the flow; else Back leaves it. */
export const goesBack = (state: LettersState): boolean =>
  state.leaving || canGoBack(state) || state.screen.name === 'sending';

/** Something would be lost by leaving. */
export const typedAnything = ({ draft, screen }: LettersState): boolean =>
  draft !== null && screen.name !== 'receipt' && (draft.forWhom !== null || Object.keys(draft.typed).length > 0);
