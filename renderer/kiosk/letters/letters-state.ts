import type {
  FiledRequest,
  LetterInfo,
  LetterValues,
  TrackedRequest,
  ValueProblem,
} from '../../../contract/documents.ts';
import type { LetterCategory, LetterDefinition } from '../../../contract/letters.ts';
import type { Priority } from '../../../contract/queue.ts';
import type { VerifiedLetter } from './letters-client.ts';

/** What the flow "Surat" is made of. Everything a resident types lives here and nowhere else. Times are ms of the page's clock. */

export interface Draft {
  definition: LetterDefinition;
  /** The queue service its people stand in. */
  queueService: string;
  forWhom: 'self' | 'other';
  /** As it was typed, by `section.field`; the phone and what a resident is found by under names of their own. It stays, whichever way one goes. */
  typed: Readonly<Record<string, string>>;
  /** What was found right. */
  values: LetterValues;
  /** Who asks was found on the list of residents; which fields the hub fills in, whose values never come here. */
  match: { readonly id: string; readonly stored: readonly string[] } | null;
  /** Fields with the same answer as another one that only the hub knows. */
  same: readonly string[];
  /** How often a section that repeats is filled in, by its id; once when it is not named. */
  times: Readonly<Record<string, number>>;
  broughtAll: boolean;
  phone: string | null;
  priority: Priority | null;
}

/** Which of the letters are listed. */
export type ListView = 'everyday' | 'categories' | LetterCategory;

export type TrackProblem = 'unknown' | 'often' | 'unreachable';
export type WithdrawProblem = 'not_yours' | 'too_late' | 'often' | 'unreachable';
export type VerifyProblem = 'often' | 'unreachable';
export type IdentifyProblem = 'no_match' | 'over' | 'often';
/** What beside the NIK a resident is found by. */
export type IdentifyBy = 'kk' | 'name';

export type LettersScreen =
  | { name: 'list'; view: ListView; page: number }
  | { name: 'search'; typed: string }
  | { name: 'opening'; id: string; failed: boolean }
  | { name: 'standard'; info: LetterInfo; page: number }
  /**
   * `edit`: back to the review after it. `other`: not the same as the field that was offered. `news`: what became of the
   * search for the resident, said with the question that follows it.
   */
  | {
      name: 'question';
      place: string;
      edit: boolean;
      other: boolean;
      page: number;
      problem: ValueProblem | null;
      news: 'found' | 'unreachable' | null;
    }
  /** Who asks is looked for on the list of residents; `edit`: back to the review after it. */
  | { name: 'identify'; by: IdentifyBy; edit: boolean; looking: boolean; problem: IdentifyProblem | null }
  /** Another person, or another thing of the kind, after the last one that was filled in. */
  | { name: 'more'; section: string; filled: number }
  | { name: 'bring' }
  | { name: 'missing' }
  | { name: 'phone'; edit: boolean; problem: ValueProblem | null }
  | { name: 'priority' }
  | { name: 'review'; page: number }
  /** `retryAt` is null while an answer is awaited. */
  | { name: 'sending'; requestKey: string; attempt: number; retryAt: number | null }
  | { name: 'receipt'; filed: FiledRequest; definition: LetterDefinition }
  | { name: 'broken' }
  | { name: 'track'; typed: string; looking: boolean; problem: TrackProblem | null }
  | { name: 'tracked'; code: string; request: TrackedRequest }
  /** `requestKey` is null while nothing has been asked. */
  | { name: 'withdraw'; code: string; typed: string; requestKey: string | null; problem: WithdrawProblem | null }
  /** `token` is null while no code is being looked up. */
  | { name: 'verify'; token: string | null; problem: VerifyProblem | null }
  | { name: 'verified'; said: VerifiedLetter };

export interface LettersState {
  screen: LettersScreen;
  trail: readonly LettersScreen[];
  draft: Draft | null;
  /** The office has a list of its residents to be asked. */
  known: boolean;
  /** "Hapus isian?" stands over the screen. */
  leaving: boolean;
  /** When the picture last changed: a second tap that was meant for the one before it is not taken. */
  changedAt: number;
}

export type LettersEvent =
  | { type: 'view'; view: ListView }
  | { type: 'page'; page: number }
  | { type: 'search' }
  | { type: 'type'; typed: string }
  | { type: 'open'; id: string }
  | { type: 'opened'; id: string; info: LetterInfo }
  | { type: 'openFailed'; id: string }
  | { type: 'apply'; whom: 'self' | 'other' }
  /** `today`: the service day, `2026-11-24`. */
  | { type: 'next'; today: string }
  | { type: 'choose'; value: string; today: string }
  | { type: 'same'; today: string }
  | { type: 'other' }
  | { type: 'skip' }
  | { type: 'known'; known: boolean }
  | { type: 'by'; by: IdentifyBy }
  | { type: 'match' }
  | { type: 'matched'; match: { id: string; stored: readonly string[] } | null }
  | { type: 'matchFailed'; problem: 'often' | 'unreachable' }
  | { type: 'more'; another: boolean }
  /** `instance`: `heirs`, `heirs_2`. */
  | { type: 'remove'; instance: string }
  | { type: 'add'; section: string }
  | { type: 'bring'; all: boolean }
  | { type: 'goOn' }
  | { type: 'priority'; priority: Priority | null }
  | { type: 'edit'; place: string }
  | { type: 'send'; requestKey: string }
  | { type: 'filed'; requestKey: string; filed: FiledRequest }
  | { type: 'unreachable'; requestKey: string }
  | { type: 'wrong'; requestKey: string; wrong: readonly { field: string; problem: ValueProblem }[] }
  | { type: 'matchOver'; requestKey: string }
  | { type: 'broken'; requestKey: string }
  | { type: 'retry' }
  | { type: 'tick' }
  | { type: 'track' }
  | { type: 'look' }
  /** The scanner read the code of a request, sixteen digits of an identity card, the code of a letter, or something else. */
  | { type: 'scannedCode'; code: string }
  | { type: 'scannedDigits'; digits: string }
  | { type: 'scannedToken'; token: string }
  | { type: 'scannedOther' }
  | { type: 'verify' }
  | { type: 'verified'; token: string; said: VerifiedLetter }
  | { type: 'verifyFailed'; token: string; problem: VerifyProblem }
  | { type: 'tracked'; code: string; request: TrackedRequest }
  | { type: 'trackFailed'; code: string; problem: TrackProblem }
  | { type: 'withdraw' }
  | { type: 'takeBack'; requestKey: string }
  | { type: 'takenBack'; requestKey: string; request: TrackedRequest }
  | { type: 'takeBackFailed'; requestKey: string; problem: WithdrawProblem }
  | { type: 'back' }
  | { type: 'leave' }
  | { type: 'stay' }
  | { type: 'discard' };

export const letterTimes = { settle: 350, retry: 3_000 } as const;

export const beginning = (now: number, known = false): LettersState => ({
  screen: { name: 'list', view: 'everyday', page: 0 },
  trail: [],
  draft: null,
  known,
  leaving: false,
  changedAt: now - letterTimes.settle,
});
