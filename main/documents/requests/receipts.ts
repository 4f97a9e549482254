import type { LetterDefinition, LetterRequirement } from '../../../contract/letters.ts';
import type { WaitPromise } from '../../../contract/queue.ts';
import type { Receipt } from '../../queue/tickets.ts';
import type { RequestRecord } from './request-store.ts';
import { writeTrackingCode } from './tracking-code.ts';

const minuteMs = 60_000;
/** Work that takes longer is promised by the desk, which knows who is there to do it. */
const longestPromisedMinutes = 240;

/**
 * When a letter is promised: after the wait for the counter and the minutes of the service standard.
 * @param closesAt when the counter closes, Unix ms; null: not known
 * @returns Unix ms; null where it would go beyond closing, or where the desk says it
 */
export function promisedAt(
  { standard }: LetterDefinition,
  wait: WaitPromise | null,
  now: number,
  closesAt: number | null,
): number | null {
  if (standard.minutes === null || standard.minutes > longestPromisedMinutes) return null;
  const served = now + (wait?.toMinutes ?? 0) * minuteMs;
  const begun = wait?.notBefore ? Math.max(served, Date.parse(wait.notBefore)) : served;
  const ready = begun + standard.minutes * minuteMs;
  return closesAt !== null && ready > closesAt ? null : ready;
}

/** What the paper says of a request: what to bring is what the letter asks for in every case. */
export function receiptOf(
  definition: LetterDefinition,
  request: Pick<RequestRecord, 'tracking' | 'promised_at'>,
  iso: (wall: number) => string,
): Receipt {
  return {
    tracking: writeTrackingCode(request.tracking),
    letter: definition.sensitive ? null : definition.name,
    promisedAt: request.promised_at === null ? null : iso(request.promised_at),
    bring: definition.requirements.filter(isBrought).map(({ name }) => name),
  };
}

const isBrought = ({ kind, optional, when }: LetterRequirement): boolean => kind !== 'check' && !optional && !when;
