import type { LetterPrintReason, LetterPrintState } from '../../../contract/letter-printing.ts';

/** Where a print stands. */
export interface Standing {
  readonly state: LetterPrintState;
  /** The system's number of it, from the moment the system has it. */
  readonly job: string | null;
  /** Refusals in a row since a person last asked for it. */
  readonly failures: number;
  readonly reason: LetterPrintReason | null;
  /** Unix ms. */
  readonly retryAt: number | null;
}

/** What can happen to a print. Of these only `again` is a person's, and only it leads from a doubt back into the line. */
export type Happening =
  /** It is its turn: from here on, it may come out. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'taken'; readonly job: string }
  /** The system has certainly taken nothing. */
  | { readonly kind: 'refused'; readonly reason: LetterPrintReason }
  /** Nobody knows whether the system has it, or what became of it there. */
  | { readonly kind: 'lost'; readonly reason: LetterPrintReason }
  /** The system has it, and says why it waits. */
  | { readonly kind: 'waits'; readonly reason: LetterPrintReason | null }
  | { readonly kind: 'out' }
  /** It will not come out any more. */
  | { readonly kind: 'dropped'; readonly reason: LetterPrintReason | null }
  | { readonly kind: 'again' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'came_out' };

/** How long a refused print waits before it is tried again by itself, ms; then it waits for a person. */
export const backoffMs = [10_000, 30_000, 120_000] as const;
export const longestBackoffMs = backoffMs[2];

/** Of an earlier day, nobody can say any more whether it came out. */
export const doubtMs = 18 * 3_600_000;
/** How long prints that are over stay on record: as long as slips. */
export const keptMs = 30 * 24 * 3_600_000;

export const newPrint: Standing = { state: 'queued', job: null, failures: 0, reason: null, retryAt: null };

/**
 * What a print is after something has happened to it; null where that cannot be. A print that may be with the system is
 * never put into the line again without a person's `again`.
 * @param now Unix ms
 */
export function after(print: Standing, happening: Happening, now: number): Standing | null {
  const { state } = print;
  switch (happening.kind) {
    case 'begin':
      if (state === 'queued' || (state === 'failed' && isDue(print, now)))
        return { ...print, state: 'sending', job: null, reason: null, retryAt: null };
      return null;
    case 'taken':
      return state === 'sending' ? { ...print, state: 'sent', job: happening.job, failures: 0, reason: null } : null;
    case 'refused':
      return state === 'sending' ? refused(print, happening.reason, now) : null;
    case 'lost':
      return state === 'sending' || state === 'sent'
        ? { ...print, state: 'unknown', reason: happening.reason, retryAt: null }
        : null;
    case 'waits':
      // What somebody is taking back stays so until the system has said what became of it.
      if (state !== 'sent' || print.reason === 'cancelling' || print.reason === happening.reason) return null;
      return { ...print, reason: happening.reason };
    case 'out':
      return state === 'sent' ? over(print, 'done', null) : null;
    case 'dropped':
      return state === 'sent' || state === 'queued' || state === 'failed'
        ? over(print, 'cancelled', happening.reason)
        : null;
    case 'again':
      return state === 'failed' || state === 'unknown' ? newPrint : null;
    case 'cancel':
      if (state === 'queued' || state === 'failed') return over(print, 'cancelled', null);
      return state === 'sent' ? { ...print, reason: 'cancelling' } : null;
    case 'came_out':
      return state === 'unknown' ? over(print, 'done', null) : null;
  }
}

/** Whether it is tried again now; also when the clock was put back meanwhile, which must not make it wait for hours. */
function isDue({ retryAt }: Standing, now: number): boolean {
  return retryAt !== null && (retryAt <= now || retryAt > now + longestBackoffMs);
}

function refused(print: Standing, reason: LetterPrintReason, now: number): Standing {
  const wait = backoffMs[print.failures];
  const retryAt = wait === undefined ? null : now + wait;
  return { ...print, state: 'failed', failures: print.failures + 1, reason, retryAt };
}

function over(print: Standing, state: 'done' | 'cancelled', reason: LetterPrintReason | null): Standing {
  return { ...print, state, reason, retryAt: null };
}
