import type { RequestState, RequestStep } from '../../../contract/documents.ts';
import type { Role } from '../../../contract/principal.ts';

/**
 * The one table of how a request may go. There is no other way from one state to another; `undo` goes back along it.
 */
interface Way {
  readonly from: readonly RequestState[];
  readonly to: RequestState;
  readonly roles: readonly Role[];
  /** Somebody has to say why. */
  readonly note?: true;
}

const everybody: readonly Role[] = ['operator', 'verifier', 'signer', 'supervisor'];
const verifiers: readonly Role[] = ['verifier', 'supervisor'];
const sealers: readonly Role[] = ['verifier', 'signer', 'supervisor'];

const ways: Readonly<Record<Exclude<RequestStep, 'file' | 'undo'>, Way>> = {
  check: { from: ['submitted'], to: 'checking', roles: everybody },
  ask: { from: ['checking'], to: 'incomplete', roles: everybody, note: true },
  resume: { from: ['incomplete'], to: 'checking', roles: everybody },
  approve: { from: ['checking'], to: 'awaiting_signature', roles: verifiers },
  // Where the camat signs too, `afterSigned` says `awaiting_camat`.
  signed: { from: ['awaiting_signature'], to: 'ready', roles: sealers },
  camat_signed: { from: ['awaiting_camat'], to: 'ready', roles: everybody },
  hand_over: { from: ['ready'], to: 'collected', roles: everybody },
  reject: {
    from: ['submitted', 'checking', 'incomplete', 'awaiting_signature', 'awaiting_camat'],
    to: 'rejected',
    roles: verifiers,
    note: true,
  },
  cancel: { from: ['submitted', 'checking', 'incomplete'], to: 'cancelled', roles: [...everybody, 'kiosk'] },
  // By the lounge itself, when nobody went on with it.
  expire: { from: ['submitted', 'checking', 'incomplete'], to: 'expired', roles: [] },
};

/** Who may take the last step back. */
const undoers: readonly Role[] = ['supervisor'];

/** Steps in which numbers were given: taking one of them back, or refusing after it, voids the numbers. */
const numbered: readonly RequestState[] = ['awaiting_signature', 'awaiting_camat', 'ready', 'collected'];

/** Whether a request in this state has letters with numbers that count. */
export const hasNumbers = (state: RequestState): boolean => numbered.includes(state);

/** A step that was taken: its state, and whether it was taken back since. */
export interface TakenStep {
  readonly id: number;
  readonly step: RequestStep;
  readonly state: RequestState;
  readonly undoes: number | null;
}

export type StepRefusal = 'state' | 'role' | 'reason';

/**
 * Where a step leads.
 * @param camat whether the camat signs this letter after the village
 */
export function follow(
  state: RequestState,
  step: Exclude<RequestStep, 'file' | 'undo'>,
  by: Role | 'lounge',
  { note, camat }: { note: boolean; camat: boolean },
): { to: RequestState } | { refused: StepRefusal } {
  const way = ways[step];
  if (!way.from.includes(state)) return { refused: 'state' };
  if (by === 'lounge' ? way.roles.length > 0 : !way.roles.includes(by)) return { refused: 'role' };
  if (way.note && !note) return { refused: 'reason' };
  return { to: step === 'signed' && camat ? 'awaiting_camat' : way.to };
}

/**
 * The step that `undo` takes back, and the state that holds again: the last one that was not taken back. Never the filing
 * itself, nor a refusal that voided numbers: those are not given again.
 */
export function undoable(taken: readonly TakenStep[]): { step: TakenStep; back: RequestState } | null {
  const standing = standingSteps(taken);
  const last = standing.at(-1);
  const before = standing.at(-2);
  if (!last || !before) return null;
  if (last.step === 'reject' && hasNumbers(before.state)) return null;
  return { step: last, back: before.state };
}

/** What is left when every `undo` has taken away the step that it names. */
export function standingSteps(taken: readonly TakenStep[]): TakenStep[] {
  const gone = new Set(taken.map(({ undoes }) => undoes));
  return taken.filter(({ id, step }) => step !== 'undo' && !gone.has(id));
}

/** The state that events add up to; null before the first. */
export function replay(taken: readonly TakenStep[]): RequestState | null {
  return standingSteps(taken).at(-1)?.state ?? null;
}

/** What somebody of this role may do to a request in this state, in the usual order. */
export function stepsFor(state: RequestState, by: Role, taken: readonly TakenStep[]): RequestStep[] {
  const forward = (Object.keys(ways) as (keyof typeof ways)[]).filter(
    (step) => ways[step].from.includes(state) && ways[step].roles.includes(by),
  );
  return undoers.includes(by) && undoable(taken) ? [...forward, 'undo'] : forward;
}

/** Whether this role may take the last step back. */
export const mayUndo = (by: Role): boolean => undoers.includes(by);
