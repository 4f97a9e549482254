import { type DiagnosticStep, diagnosticSteps, type StepFinding, stepFinding } from '../../contract/diagnostics.ts';
import { found, type MachineStep } from './step.ts';

/** What takes longer has no answer, ms. */
const patienceMs = 10_000;

/** Only the person before the machine can say. */
const asked: Partial<Record<DiagnosticStep, StepFinding>> = {
  sound: found('sound', 'ask', 'sound_ask'),
  display: found('display', 'ask', 'display_ask'),
  touch: found('touch', 'ask', 'touch_ask'),
};

/**
 * Goes through every step at once and tells them in their order, each as soon as it and those before it are known. A
 * step that hangs, throws or talks nonsense is told as such; none can hold up or end the others. Never throws.
 * @param signal ends it: nothing more is told
 * @param limitMs for each step
 */
export async function* runMachineSteps(
  steps: readonly MachineStep[],
  signal: AbortSignal,
  limitMs: number = patienceMs,
): AsyncGenerator<StepFinding, void, void> {
  const looking = diagnosticSteps.map((step) => {
    const own = steps.find((one) => one.step === step);
    if (own === undefined) return asked[step] ?? found(step, 'not_here', 'not_here');
    return lookFor(own, signal, limitMs);
  });
  for (const one of looking) {
    const finding = await one;
    if (signal.aborted) return;
    yield finding;
  }
}

function lookFor(step: MachineStep, signal: AbortSignal, limitMs: number): Promise<StepFinding> {
  const { promise, resolve } = Promise.withResolvers<StepFinding>();
  const over = new AbortController();
  const late = setTimeout(
    () => resolve(found(step.step, 'bad', 'step_late', { seconds: Math.round(limitMs / 1000) })),
    limitMs,
  );
  const leave = () => resolve(failure(step.step));
  signal.addEventListener('abort', leave, { once: true });
  const look = async (): Promise<unknown> => step.look(AbortSignal.any([signal, over.signal]));
  look().then(
    (said) => resolve(sensible(step.step, said)),
    () => resolve(failure(step.step)),
  );
  return promise.finally(() => {
    clearTimeout(late);
    signal.removeEventListener('abort', leave);
    // What is still under way for it may stop.
    over.abort();
  });
}

const failure = (step: DiagnosticStep) => found(step, 'bad', 'step_failed');

/** A finding leaves this machine in a file: only what the contract knows, and figures that can name nobody. */
function sensible(step: DiagnosticStep, said: unknown): StepFinding {
  const read = stepFinding.safeParse(said);
  if (!read.success || read.data.step !== step) return failure(step);
  return Object.values(read.data.figures).every(isImpersonal) ? read.data : failure(step);
}

const privateAddress = /^(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}$/;
const version = /^\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[a-z]{1,8}\.\d{1,4})?$/;

/** A NIK has 16 digits, a phone number 10 and more; no figure of a machine has. */
function isImpersonal(figure: number | string): boolean {
  if (typeof figure === 'number') return Number.isFinite(figure) && Math.abs(figure) < 1e9;
  return isPrivateAddress(figure) || version.test(figure);
}

/** Whether an address is of a network of one's own (RFC 1918), which tells nobody where it is. */
export function isPrivateAddress(address: string): boolean {
  return privateAddress.test(address);
}
