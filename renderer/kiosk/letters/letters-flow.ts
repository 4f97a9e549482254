import type { LetterInfo } from '../../../contract/documents.ts';
import { adding, more } from './adding.ts';
import { answer, answerPhone, draftOf, firstOpen, phonePlace, questionAt, sameIsStored } from './draft.ts';
import { byPlaces, identifies, identifying, longestBy, otherPerson, tappedIdentify } from './identifying.ts';
import { askedAgain, heard } from './letters-heard.ts';
import { afterPapers, back, backToReview, go, onward, question, shown } from './letters-moves.ts';
import { beginning, type Draft, type LettersEvent, type LettersState, letterTimes } from './letters-state.ts';
import { without } from './repeats.ts';
import { noLetter, scannedCode, scannedToken, verifying } from './scanning.ts';
import { code, longestCode } from './tracking.ts';

/**
 * The flow "Surat" as one state machine: state + event → state, without effects. What was typed stays in the draft until
 * the request is filed or the session ends.
 */
export function reduce(state: LettersState, event: LettersEvent, now: number): LettersState {
  if (event.type === 'discard') return beginning(now, state.known);
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
  'matchOver',
  'broken',
  'known',
  'matched',
  'matchFailed',
  'tick',
  'tracked',
  'trackFailed',
  'takenBack',
  'takeBackFailed',
  'verified',
  'verifyFailed',
]);

/** Events that are as good twice as once, or that type; and the scanner. */
const steady = new Set<LettersEvent['type']>([
  'type',
  'scannedCode',
  'scannedDigits',
  'scannedToken',
  'scannedOther',
  'leave',
]);

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
      return screen.name === 'standard' ? applying(state, screen.info, event.whom, now) : state;
    case 'by':
    case 'match':
      return tappedIdentify(state, event, now);
    case 'more':
      return more(state, event.another, now);
    case 'remove':
      if (screen.name !== 'review' || draft === null) return state;
      return shown({ ...state, draft: without(draft, event.instance) }, { name: 'review', page: 0 }, now);
    case 'next':
      if (screen.name === 'phone') return phoned(state, event.today, now);
      return answered(state, event.today, now);
    case 'choose':
      return chosen(state, event.value, event.today, now);
    case 'same':
      return same(state, event.today, now);
    case 'other':
      return screen.name === 'question' ? shown(state, { ...screen, other: true }, now) : state;
    case 'skip':
      return screen.name === 'identify' ? tappedIdentify(state, event, now) : skipped(state, now);
    case 'bring': {
      if (screen.name !== 'bring' || draft === null) return state;
      const next = { ...state, draft: { ...draft, broughtAll: event.all } };
      return event.all ? afterPapers(next, now) : go(next, { name: 'missing' }, now);
    }
    case 'goOn':
      return screen.name === 'missing' ? afterPapers(state, now) : state;
    case 'priority':
      if (screen.name !== 'priority' || draft === null) return state;
      return go({ ...state, draft: { ...draft, priority: event.priority } }, { name: 'review', page: 0 }, now);
    case 'add':
      return screen.name === 'review' ? adding(state, event.section, now) : state;
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
      return scannedDigits(state, event.digits, now);
    case 'scannedToken':
      return scannedToken(state, event.token, now);
    case 'scannedOther':
      return noLetter(state, now);
    case 'verify':
      return verifying(state, now);
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
  if (draft === null) return state;
  if (screen.name === 'identify') {
    if (screen.looking || screen.problem === 'often') return state;
    const said = { ...draft.typed, [byPlaces[screen.by]]: typed.slice(0, longestBy[screen.by]) };
    return { ...state, draft: { ...draft, typed: said }, screen: { ...screen, problem: null } };
  }
  if (screen.name !== 'question' && screen.name !== 'phone') return state;
  const place = screen.name === 'phone' ? phonePlace : screen.place;
  return {
    ...state,
    draft: { ...draft, typed: { ...draft.typed, [place]: typed } },
    screen: { ...screen, problem: null },
  };
}

/** The same letter goes on with what was typed before. */
function applying(state: LettersState, info: LetterInfo, whom: Draft['forWhom'], now: number): LettersState {
  const { definition, queueService } = info;
  if (definition.kind !== 'letter' || definition.offered !== 'kiosk') return state;
  const before = state.draft?.definition.id === definition.id ? state.draft : draftOf(definition, queueService);
  return onward({ ...state, draft: { ...before, forWhom: whom } }, null, now);
}

function answered(state: LettersState, today: string, now: number): LettersState {
  const { screen, draft } = state;
  if (screen.name !== 'question' || draft === null) return state;
  const asked = questionAt(draft, screen.place);
  if (asked === undefined) return shown(state, { name: 'review', page: 0 }, now);
  const result = answer(draft, asked, today);
  if (result.draft === null) return shown(state, { ...screen, problem: result.problem }, now);
  return afterQuestion({ ...state, draft: otherPerson(result.draft, draft) }, screen.place, now);
}

function afterQuestion(state: LettersState, place: string, now: number): LettersState {
  const edit = state.screen.name === 'question' && state.screen.edit;
  if (identifies(state, place)) return identifying(state, edit, now);
  return edit ? backToReview(state, now) : onward(state, place, now);
}

function chosen(state: LettersState, value: string, today: string, now: number): LettersState {
  const { screen, draft } = state;
  if (screen.name !== 'question' || draft === null) return state;
  return answered({ ...state, draft: { ...draft, typed: { ...draft.typed, [screen.place]: value } } }, today, now);
}

/** As another field is; where only the hub knows that one, it gives the same answer. */
function same(state: LettersState, today: string, now: number): LettersState {
  const { screen, draft } = state;
  if (screen.name !== 'question' || draft === null) return state;
  const field = questionAt(draft, screen.place)?.field;
  if (field?.sameAs === undefined) return state;
  const source = field.sameAs.field;
  if (!sameIsStored(draft, field)) return chosen(state, draft.typed[source] ?? draft.values[source] ?? '', today, now);
  const { place } = screen;
  const values = { ...draft.values, [place]: '' };
  return afterQuestion(
    { ...state, draft: { ...draft, values, same: [...new Set([...draft.same, place])] } },
    place,
    now,
  );
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

function editing(state: LettersState, place: string, now: number): LettersState {
  if (place === phonePlace) return go(state, { name: 'phone', edit: true, problem: null }, now);
  if (state.draft === null || questionAt(state.draft, place) === undefined) return state;
  return go(state, question(place, { edit: true, other: true }), now);
}

/** A required question may have been opened by a later answer: it comes first. */
function sending(state: LettersState, draft: Draft, requestKey: string, now: number): LettersState {
  const open = firstOpen(draft);
  if (open !== undefined) return editing(state, open.place, now);
  return go(state, { name: 'sending', requestKey, attempt: 1, retryAt: null }, now);
}

/** Sixteen digits count where sixteen digits are asked. */
function scannedDigits(state: LettersState, digits: string, now: number): LettersState {
  const { screen, draft } = state;
  if (screen.name === 'identify') return screen.by === 'kk' ? typing(state, digits) : state;
  if (screen.name !== 'question' || draft === null) return noLetter(state, now);
  const type = questionAt(draft, screen.place)?.field.type;
  return type === 'nik' || type === 'kk' ? typing(state, digits) : state;
}

/** Something would be lost by leaving. */
export const typedAnything = ({ draft, screen }: LettersState): boolean => draft !== null && screen.name !== 'receipt';
