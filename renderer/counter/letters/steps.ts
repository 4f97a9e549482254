import type { RequestState, RequestStep } from '../../../contract/documents.ts';
import type { StaffRole } from '../../../contract/principal.ts';

/** Which steps stand where on the page of a request, and which states stand together in the list. */

/** The natural order of the work at a desk; each leads on. */
const onward = ['check', 'resume', 'approve', 'signed', 'camat_signed', 'hand_over'] as const satisfies RequestStep[];
const beside = ['ask', 'reject', 'cancel', 'undo'] as const satisfies RequestStep[];

export type OfferedStep = (typeof onward)[number] | (typeof beside)[number];
/** A step that is asked about before it is taken. */
export type AskedStep = (typeof beside)[number];

/** `main` leads on; `others` ask for something or lead back. Nothing that the hub does not offer is among them. */
export function offered(steps: readonly RequestStep[]): { main: OfferedStep[]; others: AskedStep[] } {
  return {
    main: onward.filter((step) => steps.includes(step)),
    others: beside.filter((step) => steps.includes(step)),
  };
}

/** At least three letters where a reason is needed; for `cancel` it may be left out. */
export function noteIsGood(step: AskedStep, note: string): boolean {
  const { length } = note.trim();
  return length >= 3 || (step === 'cancel' && length === 0);
}

/** Somebody still has to do something about these. */
export const openStates = [
  'submitted',
  'checking',
  'incomplete',
  'awaiting_signature',
  'awaiting_camat',
  'ready',
] as const satisfies RequestState[];
export const endedStates = ['collected', 'rejected', 'cancelled', 'expired'] as const satisfies RequestState[];

/** How many requests are not at their end yet. */
export function openCount(counts: Readonly<Partial<Record<RequestState, number>>>): number {
  return openStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
}

/** Past its promise while it is not made yet. A letter that lies ready has kept it. */
export function isLate(row: { state: RequestState; promisedAt: string | null }, now: number): boolean {
  const waits = row.state !== 'ready' && openStates.some((state) => state === row.state);
  return waits && row.promisedAt !== null && Date.parse(row.promisedAt) < now;
}

export const maySignMany = (role: StaffRole): boolean => role !== 'operator';
export const mayReserve = (role: StaffRole): boolean => role === 'verifier' || role === 'supervisor';
export const mayExport = (role: StaffRole): boolean => role === 'verifier' || role === 'supervisor';
export const mayVoid = (role: StaffRole): boolean => role === 'supervisor';

/** Answers and requirements are open until the letter has its number. The hub has the last word. */
export const stillOpen = (state: RequestState): boolean =>
  state === 'submitted' || state === 'checking' || state === 'incomplete';
