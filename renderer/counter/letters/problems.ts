import type { documents, ValueProblem } from '../../../contract/documents.ts';
import type { letterPrinting } from '../../../contract/letter-printing.ts';
import { CallError } from '../../client/call-error.ts';
import type { LetterWords, Refusal } from '../../i18n/desk-letters.ts';

/** Errors of the hub in words. */

type CodesIn<Rooms> = {
  [Name in keyof Rooms]: Rooms[Name] extends { '~orpc': { errorMap: infer Errors } } ? keyof Errors : never;
}[keyof Rooms];

/** Every code that a clerk's press can be refused with, but for the two that bring their own reasons. */
type Code =
  | CodesIn<Pick<typeof letterPrinting, 'print' | 'again' | 'cancel' | 'cameOut'>>
  | Exclude<CodesIn<Omit<typeof documents, 'track' | 'withdraw' | 'watch'>>, 'STEP_REFUSED' | 'VALUES_WRONG'>
  | 'UNREACHABLE';

export interface WrongValue {
  readonly field: string;
  readonly problem: ValueProblem;
}

/** Which answers the hub refused; empty where it refused something else. */
export function wrongValues(error: unknown): readonly WrongValue[] {
  if (!(error instanceof CallError) || error.code !== 'VALUES_WRONG') return [];
  return (error.data as { wrong: WrongValue[] } | undefined)?.wrong ?? [];
}

/** Kindly, what went wrong. */
export function letterProblem(words: LetterWords, error: unknown): string {
  const known: Record<Code | 'other', string> = words.problems;
  if (!(error instanceof CallError)) return known.other;
  if (error.code === 'STEP_REFUSED') {
    const why = (error.data as { why: Refusal } | undefined)?.why;
    return why === undefined ? known.other : words.refusals[why];
  }
  const [wrong] = wrongValues(error);
  if (wrong !== undefined) return words.values[wrong.problem];
  return error.code in known ? known[error.code as Code] : known.other;
}
