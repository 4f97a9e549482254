/** The first start, a step each; every step saves by itself, so that one may stop anywhere. */
export const steps = [
  'office',
  'hours',
  'services',
  'counters',
  'printer',
  'machines',
  'people',
  'backup',
  'test',
] as const;
export type Step = (typeof steps)[number];

export const nextStep = (step: Step): Step | null => steps[steps.indexOf(step) + 1] ?? null;
export const previousStep = (step: Step): Step | null => steps[steps.indexOf(step) - 1] ?? null;
