import { describe, expect, it } from 'vitest';
import { boasting, resending } from './bad-spoolers.ts';
import { matrix } from './matrix.ts';
import { runAtRandom } from './random-run.ts';
import { runMatrix } from './run-matrix.ts';

/** A whole run takes seconds; a busy machine takes longer. */
const patience = { timeout: 120_000 };

const clean = { lost: 0, unmarkedDoubles: 0, wrongStates: 0 };

describe('whatever happens to printer, cable and hub', patience, () => {
  it('no slip is lost or printed twice without saying so, and staff hear what they should', async () => {
    const { findings, cases, ...counted } = await runMatrix();
    expect(findings).toEqual([]);
    expect(counted).toMatchObject(clean);
    expect(cases).toBeGreaterThan(100);
  });

  it('the same is so when everything happens at any moment', async () => {
    const { findings, ...counted } = await runAtRandom({ slips: 400, seed: 1 });
    expect(findings).toEqual([]);
    expect(counted).toMatchObject({ ...clean, slips: 400 });
  });
});

describe('the counters', patience, () => {
  const lostLinks = matrix.filter(({ name }) => /cable|session|reset/.test(name));

  it('count slips that come out again unmarked, of a spooler that sends a slip again', async () => {
    const { unmarkedDoubles } = await runMatrix(resending, lostLinks);
    expect(unmarkedDoubles).toBeGreaterThan(5);
    expect((await runAtRandom({ slips: 200, seed: 1, makeSpooler: resending })).unmarkedDoubles).toBeGreaterThan(0);
  });

  it('count slips that never came out, of a spooler that calls everything done', async () => {
    const { lost, wrongStates } = await runMatrix(boasting);
    expect(lost).toBeGreaterThan(5);
    expect(wrongStates).toBeGreaterThan(50);
    expect((await runAtRandom({ slips: 200, seed: 1, makeSpooler: boasting })).lost).toBeGreaterThan(0);
  });

  it('come out the same for the same seed', async () => {
    const once = await runAtRandom({ slips: 60, seed: 7, makeSpooler: resending });
    expect(await runAtRandom({ slips: 60, seed: 7, makeSpooler: resending })).toEqual(once);
    expect(once.slips).toBe(60);
  });
});
