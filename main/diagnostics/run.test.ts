import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { diagnosticSteps, type StepFinding } from '../../contract/diagnostics.ts';
import { isPrivateAddress, runMachineSteps } from './run.ts';
import { found, type MachineStep } from './step.ts';

const never = new AbortController().signal;
const good: readonly MachineStep[] = [
  { step: 'storage', look: () => found('storage', 'good', 'storage_ok', { megabytes: 40_000 }) },
  { step: 'clock', look: () => Promise.resolve(found('clock', 'good', 'clock_ok')) },
];

async function told(steps: readonly MachineStep[], signal = never, limitMs = 20): Promise<StepFinding[]> {
  const all: StepFinding[] = [];
  for await (const finding of runMachineSteps(steps, signal, limitMs)) all.push(finding);
  return all;
}
const of = (findings: readonly StepFinding[], step: string) => findings.find((finding) => finding.step === step);

/** A step of the printer that says what it should not. */
const saying = (said: unknown): MachineStep => ({ step: 'printer', look: () => said as StepFinding });

describe('the self-test of a machine', () => {
  it('tells ten steps in their order, asks the person three, and says what the machine does not have', async () => {
    const all = await told(good);
    expect(all.map(({ step }) => step)).toEqual(diagnosticSteps);
    expect(all.map(({ verdict }) => verdict)).toEqual([
      'good',
      'not_here',
      'good',
      'not_here',
      'not_here',
      'not_here',
      'ask',
      'ask',
      'ask',
      'not_here',
    ]);
  });

  it('tells the first steps while a later one still looks', async () => {
    const { promise, resolve } = Promise.withResolvers<StepFinding>();
    const run = runMachineSteps([...good, { step: 'hub', look: () => promise }], never, 5_000);
    expect((await run.next()).value).toMatchObject({ step: 'storage', verdict: 'good' });
    for (const step of ['database', 'clock', 'network']) expect((await run.next()).value).toMatchObject({ step });
    resolve(found('hub', 'good', 'hub_ok', { port: 4780 }));
    expect((await run.next()).value).toMatchObject({ step: 'hub', verdict: 'good' });
  });

  it('waits for all steps together no longer than for one, and lets what hangs go', async () => {
    const letGo: string[] = [];
    const hanging = diagnosticSteps.map(
      (step): MachineStep => ({
        step,
        look: (signal) => {
          signal.addEventListener('abort', () => letGo.push(step));
          return new Promise(() => undefined);
        },
      }),
    );
    vi.useFakeTimers();
    const telling = told(hanging, never, 10_000);
    await vi.advanceTimersByTimeAsync(10_000);
    const all = await telling;
    vi.useRealTimers();
    expect(all.map(({ finding }) => finding)).toEqual(diagnosticSteps.map(() => 'step_late'));
    expect(letGo).toEqual([...diagnosticSteps]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['fails', () => Promise.reject(new Error('no'))],
    ['throws nothing that is an error', () => Promise.reject('no' as unknown as Error)],
  ])('goes on when a step %s', async (_how, look) => {
    const all = await told([...good, { step: 'printer', look: look as MachineStep['look'] }]);
    expect(of(all, 'printer')).toEqual(found('printer', 'bad', 'step_failed'));
    expect(all).toHaveLength(10);
  });

  it('takes a step that fails only after its time for late, and nobody hears of it again', async () => {
    const late = () => new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('late')), 40));
    expect(of(await told([{ step: 'hub', look: late }]), 'hub')).toMatchObject({ finding: 'step_late' });
    await new Promise((resolve) => setTimeout(resolve, 40));
  });

  it('believes no step that talks nonsense', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (said) => {
        expect(of(await told([saying(said)]), 'printer')).toEqual(found('printer', 'bad', 'step_failed'));
      }),
      { numRuns: 50 },
    );
    const foreign = found('clock', 'good', 'clock_ok');
    expect(of(await told([saying(foreign)]), 'printer')).toEqual(found('printer', 'bad', 'step_failed'));
  });

  it('lets no figure out that could name a person or a place', async () => {
    const figures = [
      'Wongsodimejo',
      'wongsodimejo',
      '3510160508900001',
      3510160508900001,
      '+6285298877',
      85298877000,
      '8.8.8.8',
      'anjungan.local',
      '/home/desa',
      Number.NaN,
    ];
    for (const figure of figures) {
      const said = { step: 'printer', verdict: 'good', finding: 'printer_ready', figures: { printers: figure } };
      expect(of(await told([saying(said)]), 'printer'), String(figure)).toMatchObject({ finding: 'step_failed' });
    }
    const kept = found('printer', 'good', 'printer_ready', { printers: 2, address: '192.168.1.10', version: '1.2.3' });
    expect(of(await told([saying(kept)]), 'printer')).toEqual(kept);
  });

  it('ends without another word when nobody wants it any more', async () => {
    const left = new AbortController();
    const run = runMachineSteps([{ step: 'storage', look: () => new Promise(() => undefined) }], left.signal, 5_000);
    const first = run.next();
    left.abort();
    expect(await first).toMatchObject({ done: true });
  });

  it('knows the networks of one’s own', () => {
    for (const own of ['10.0.0.1', '192.168.1.10', '172.16.0.1', '172.31.255.255'])
      expect(isPrivateAddress(own), own).toBe(true);
    for (const other of ['8.8.8.8', '172.32.0.1', '192.169.0.1', '100.64.0.1', 'fe80::1', '192.168.1.10.evil'])
      expect(isPrivateAddress(other), other).toBe(false);
  });
});
