/** The first start: the code of the hub's own screen, the first supervisor, and the machine's maintenance PIN. */
export type SetUpStep = 'code' | 'name' | 'pin' | 'maintenance' | 'sending';

export interface SetUp {
  readonly step: SetUpStep;
  readonly code: string;
  readonly name: string;
  readonly pin: string;
  readonly maintenancePin: string;
  /** A code of the contract, told at the step it belongs to. */
  readonly problem: string | null;
}

export type SetUpEvent =
  | { type: 'code'; code: string }
  | { type: 'name'; name: string }
  | { type: 'pin'; pin: string }
  | { type: 'back' }
  | { type: 'refused'; code: string };

export const firstStep: SetUp = { step: 'code', code: '', name: '', pin: '', maintenancePin: '', problem: null };

/** For "2 of 4". */
export const setUpSteps = ['code', 'name', 'pin', 'maintenance'] as const;

export function setUp(state: SetUp, event: SetUpEvent): SetUp {
  switch (event.type) {
    case 'code': {
      const code = event.code.trim();
      return state.step === 'code' && code !== '' ? { ...state, code, step: 'name', problem: null } : state;
    }
    case 'name': {
      const name = event.name.trim().replace(/\s+/g, ' ');
      return state.step === 'name' && name.length >= 2 ? { ...state, name, step: 'pin', problem: null } : state;
    }
    case 'pin':
      if (state.step === 'pin') return { ...state, pin: event.pin, step: 'maintenance', problem: null };
      if (state.step === 'maintenance') return { ...state, maintenancePin: event.pin, step: 'sending', problem: null };
      return state;
    case 'back': {
      const at = setUpSteps.indexOf(state.step as (typeof setUpSteps)[number]);
      return at > 0 ? { ...state, step: setUpSteps[at - 1] ?? 'code', problem: null } : state;
    }
    case 'refused':
      return state.step === 'sending' ? { ...state, step: stepOf(event.code), problem: event.code } : state;
  }
}

/** Where the person can mend it. Nobody has to type again what was right. */
function stepOf(code: string): SetUpStep {
  if (code === 'PIN_WEAK') return 'pin';
  if (code === 'UNREACHABLE') return 'maintenance';
  return 'code';
}
