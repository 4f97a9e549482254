import type { DiagnosticStep, StepFinding } from '../../contract/diagnostics.ts';

/** The colours of the screen's test, in their order. */
export const colours = ['red', 'green', 'blue', 'white', 'black'] as const;
/** How many marks are to be touched: three rows of three reach every corner and edge. */
export const marks = 9;

const allSteps: readonly DiagnosticStep[] = [
  'storage',
  'database',
  'clock',
  'network',
  'hub',
  'printer',
  'sound',
  'display',
  'touch',
  'update',
];
const askedSteps = ['sound', 'display', 'touch'] as const;
type AskedStep = (typeof askedSteps)[number];

/** What the person sees: the machine's own steps, a question, the colours, or all that was found. */
export type Stage = 'machine' | AskedStep | 'colours' | 'displayed' | 'results';

export interface SelfTestState {
  readonly stage: Stage;
  readonly findings: readonly StepFinding[];
  /** The machine has told all that it will. */
  readonly told: boolean;
  readonly played: boolean;
  /** Which colour is shown; counted from 0. */
  readonly colour: number;
  /** Which marks were touched; counted from 0. */
  readonly touched: readonly number[];
}

export const beginning: SelfTestState = {
  stage: 'machine',
  findings: [],
  told: false,
  played: false,
  colour: 0,
  touched: [],
};

export type SelfTestAct =
  | { readonly act: 'found'; readonly finding: StepFinding }
  /** The machine has told everything, or fell silent. */
  | { readonly act: 'ended' }
  | { readonly act: 'begin' | 'played' | 'show' | 'next_colour' | 'cannot_touch' }
  | { readonly act: 'answer'; readonly yes: boolean }
  | { readonly act: 'touch'; readonly mark: number };

/** The next state of the test; an act that does not belong to the stage changes nothing. */
export function next(state: SelfTestState, act: SelfTestAct): SelfTestState {
  const { stage } = state;
  switch (act.act) {
    case 'found':
      return stage === 'machine' && !state.told ? withFinding(state, act.finding) : state;
    case 'ended':
      return stage === 'machine' && !state.told ? { ...completed(state), told: true } : state;
    case 'begin':
      return stage === 'machine' && state.told ? { ...state, stage: afterStep(state, -1) } : state;
    case 'played':
      return stage === 'sound' ? { ...state, played: true } : state;
    case 'show':
      return stage === 'display' ? { ...state, stage: 'colours', colour: 0 } : state;
    case 'next_colour':
      return stage === 'colours' ? nextColour(state) : state;
    case 'answer':
      return answered(state, act.yes);
    case 'touch':
      return stage === 'touch' ? touchedAt(state, act.mark) : state;
    case 'cannot_touch':
      return stage === 'touch' ? touchEnded(state) : state;
  }
}

function nextColour(state: SelfTestState): SelfTestState {
  const isLast = state.colour + 1 >= colours.length;
  return isLast ? { ...state, stage: 'displayed' } : { ...state, colour: state.colour + 1 };
}

function answered(state: SelfTestState, yes: boolean): SelfTestState {
  const verdict = yes ? 'good' : 'bad';
  if (state.stage === 'sound' && state.played)
    return asked(state, { step: 'sound', verdict, finding: yes ? 'sound_heard' : 'sound_silent', figures: {} });
  if (state.stage === 'displayed')
    return asked(state, { step: 'display', verdict, finding: yes ? 'display_whole' : 'display_flawed', figures: {} });
  return state;
}

function touchedAt(state: SelfTestState, mark: number): SelfTestState {
  if (!Number.isInteger(mark) || mark < 0 || mark >= marks || state.touched.includes(mark)) return state;
  const touched = [...state.touched, mark];
  return touched.length === marks ? touchEnded({ ...state, touched }) : { ...state, touched };
}

function touchEnded(state: SelfTestState): SelfTestState {
  const touched = state.touched.length;
  const isWhole = touched === marks;
  return asked(state, {
    step: 'touch',
    verdict: isWhole ? 'good' : 'bad',
    finding: isWhole ? 'touch_whole' : 'touch_missed',
    figures: isWhole ? { marks } : { touched, marks },
  });
}

/** A person has answered a step; on to the next that needs one. */
function asked(state: SelfTestState, finding: StepFinding): SelfTestState {
  const known = withFinding(state, finding);
  return { ...known, stage: afterStep(known, askedSteps.indexOf(finding.step as AskedStep)) };
}

/** The next step that only a person can answer, after the one at `place`. */
function afterStep({ findings }: SelfTestState, place: number): Stage {
  const isAsked = (step: AskedStep) => findings.some((finding) => finding.step === step && finding.verdict === 'ask');
  return askedSteps.find((step, nth) => nth > place && isAsked(step)) ?? 'results';
}

function withFinding(state: SelfTestState, finding: StepFinding): SelfTestState {
  return { ...state, findings: [...state.findings.filter(({ step }) => step !== finding.step), finding] };
}

/** What the machine has not told has failed; what only a person can say is still asked. */
function completed(state: SelfTestState): SelfTestState {
  const missing = allSteps.filter((step) => !state.findings.some((finding) => finding.step === step));
  return missing.reduce((so, step) => {
    const finding: StepFinding = (askedSteps as readonly DiagnosticStep[]).includes(step)
      ? { step, verdict: 'ask', finding: `${step as AskedStep}_ask`, figures: {} }
      : { step, verdict: 'bad', finding: 'step_failed', figures: {} };
    return withFinding(so, finding);
  }, state);
}

/** The findings in the order of their numbers. */
export function inOrder(findings: readonly StepFinding[]): StepFinding[] {
  return allSteps.flatMap((step) => findings.filter((finding) => finding.step === step));
}
