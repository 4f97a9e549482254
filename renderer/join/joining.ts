import { codeLength, plainCode } from '../staff/code.ts';
import type { Refusal } from './ask.ts';
import type { Invitation } from './invitation.ts';

/** A machine on its way into a lounge: a person types a code, or says yes to the one that came with the address. */
export interface Joining {
  readonly ask: 'code' | 'yes';
  /** Plain, up to whole. */
  readonly code: string;
  readonly sending: boolean;
  readonly problem: Refusal | 'unreadable' | null;
}

export type JoiningEvent =
  | { type: 'typed'; text: string }
  /** Not the code of the address. */
  | { type: 'other' }
  | { type: 'sent' }
  | { type: 'refused'; why: Refusal };

export function beginJoining(invitation: Invitation): Joining {
  const typing = { ask: 'code', code: '', sending: false, problem: null } as const;
  if (invitation === null) return typing;
  if (invitation === 'unreadable') return { ...typing, problem: invitation };
  return { ...typing, ask: 'yes', code: invitation.code };
}

export function joining(state: Joining, event: JoiningEvent): Joining {
  if (event.type === 'refused') {
    if (!state.sending) return state;
    // A code that is not good is worth nothing: another is typed.
    return event.why === 'wrong'
      ? { ask: 'code', code: '', sending: false, problem: event.why }
      : { ...state, sending: false, problem: event.why };
  }
  if (state.sending) return state;
  switch (event.type) {
    case 'typed':
      return state.ask === 'code' ? { ...state, code: plainCode(event.text), problem: null } : state;
    case 'other':
      return { ...state, ask: 'code', code: '', problem: null };
    case 'sent':
      return whole(state) ? { ...state, sending: true, problem: null } : state;
  }
}

export const whole = ({ code }: Joining): boolean => code.length === codeLength;
