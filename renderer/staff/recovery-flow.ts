/** The way back from a lost PIN: the code that the hub's own user was given, whose PIN it is, and a new one. */
export type RecoveryStep = 'code' | 'person' | 'name' | 'pin' | 'sending';

export interface Recovery {
  readonly step: RecoveryStep;
  readonly code: string;
  /** Of somebody who works here, or of a supervisor who is new. */
  readonly name: string;
  readonly pin: string;
  /** A code of the contract, told at the step it belongs to. */
  readonly problem: string | null;
}

export type RecoveryEvent =
  | { type: 'code'; code: string }
  /** Chosen from the list, or written. */
  | { type: 'person'; name: string }
  /** Whoever gets the PIN is not in the list. */
  | { type: 'unlisted' }
  | { type: 'pin'; pin: string }
  | { type: 'back' }
  | { type: 'refused'; code: string };

/** @param name of the person who was asked for their PIN; null when nobody was */
export function beginRecovery(name: string | null): Recovery {
  return { step: 'code', code: '', name: name ?? '', pin: '', problem: null };
}

export function recovery(state: Recovery, event: RecoveryEvent): Recovery {
  switch (event.type) {
    case 'code':
      return state.step === 'code' ? onward({ ...state, code: event.code }) : state;
    case 'person': {
      const name = event.name.trim().replace(/\s+/g, ' ');
      return (state.step === 'person' || state.step === 'name') && name.length >= 2
        ? onward({ ...state, name })
        : state;
    }
    case 'unlisted':
      return state.step === 'person' ? { ...state, step: 'name' } : state;
    case 'pin':
      return state.step === 'pin' ? onward({ ...state, pin: event.pin }) : state;
    case 'back':
      if (state.step === 'pin') return { ...state, step: 'person', name: '', pin: '', problem: null };
      if (state.step === 'name') return { ...state, step: 'person' };
      return state.step === 'person' ? { ...state, step: 'code' } : state;
    case 'refused':
      if (state.step !== 'sending') return state;
      return event.code === 'PIN_WEAK'
        ? { ...state, step: 'pin', pin: '', problem: event.code }
        : { ...state, step: 'code', problem: event.code };
  }
}

/** To the first thing that is missing: after a refusal nobody has to type again what was right. */
function onward(state: Recovery): Recovery {
  const { code, name, pin } = state;
  const step = code === '' ? 'code' : name === '' ? 'person' : pin === '' ? 'pin' : 'sending';
  return { ...state, step, problem: null };
}
