import type { DiagnosticStep, Finding, StepFinding, StepVerdict } from '../../contract/diagnostics.ts';

/** One thing that a machine can find out about itself. */
export interface MachineStep {
  readonly step: DiagnosticStep;
  /** What it found; it may throw, hang or talk nonsense: `runMachineSteps` makes a finding of that too. */
  look(signal: AbortSignal): StepFinding | Promise<StepFinding>;
}

/** Steps word what they found with this. */
export function found(
  step: DiagnosticStep,
  verdict: StepVerdict,
  finding: Finding,
  figures: StepFinding['figures'] = {},
): StepFinding {
  return { step, verdict, finding, figures };
}
