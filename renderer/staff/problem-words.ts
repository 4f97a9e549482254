import type { counters } from '../../contract/counters.ts';
import type { lounge } from '../../contract/lounge.ts';
import type { printing } from '../../contract/printing.ts';
import type { queue } from '../../contract/queue.ts';
import type { staff } from '../../contract/staff.ts';
import { CallError } from '../client/call-error.ts';
import type { CodesIn } from '../client/presses.ts';
import type { Catalogue } from '../i18n/staff.ts';

/** Every code that somebody at a counter's machine can be refused with: the catalogue has a sentence for each, or it does not compile. */
type Code =
  | CodesIn<typeof counters>
  | CodesIn<Pick<typeof staff, 'setUp' | 'signIn' | 'unlock' | 'signOut' | 'lock' | 'changePin'>>
  | CodesIn<Pick<typeof queue, 'take'>>
  | CodesIn<Pick<typeof lounge, 'answerHelp'>>
  | CodesIn<Pick<typeof printing, 'reprint' | 'jobs' | 'settle' | 'testSlip' | 'answerTest' | 'rollChanged' | 'divert'>>
  | 'UNREACHABLE';

/** Kindly, what went wrong. */
export function problemWords({ counter }: Catalogue, code: string): string {
  const known: Record<Code, string> = counter.problems;
  return code in known ? known[code as Code] : counter.problems.other;
}

export function codeOf(error: unknown): string {
  return error instanceof CallError ? error.code : 'INTERNAL_SERVER_ERROR';
}
