import { type Health, isHealthy } from '../ops/health.ts';

/** How a version that is tried gets on, as the program itself sees it; the judge is outside and waits longer. */
export type Probation =
  | { readonly state: 'settled'; readonly why: 'healthy' | 'judged' | 'never_ends' }
  | {
      readonly state: 'trying';
      readonly since: number;
      /** Without a break; null while something is wrong. */
      readonly healthySince: number | null;
    };

/** Issue 6, point 5: without a break. */
export const healthyMs = 3 * 60_000;
/** Longer than any judge waits. Who is forgotten by its judge must not stay closed for ever. */
export const longestMs = 30 * 60_000;

/**
 * One look at a version on probation.
 * @param isTried the judge says so still
 * @param now monotonic ms
 */
export function afterLook(probation: Probation, isTried: boolean, health: Health, now: number): Probation {
  if (probation.state === 'settled') return probation;
  if (!isTried) return { state: 'settled', why: 'judged' };
  const { since } = probation;
  if (now - since >= longestMs) return { state: 'settled', why: 'never_ends' };
  if (!isHealthy(health)) return { state: 'trying', since, healthySince: null };
  const healthySince = probation.healthySince ?? now;
  if (now - healthySince >= healthyMs) return { state: 'settled', why: 'healthy' };
  return { state: 'trying', since, healthySince };
}
