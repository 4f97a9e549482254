import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MortalTimers, VirtualTimers } from './virtual-timers.ts';

const delay = fc.integer({ min: 0, max: 50 });
const plan = fc.array(fc.record({ ms: delay, cancelled: fc.boolean() }), { maxLength: 60 });

describe('virtual time', () => {
  it('runs every timer once, at its moment, in the order in which they fall due', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.array(delay, { maxLength: 10 }), async (timersSet, steps) => {
        const timers = new VirtualTimers();
        const ran: { at: number; index: number }[] = [];
        const cancels = timersSet.map(({ ms }, index) => timers.after(ms, () => ran.push({ at: timers.now, index })));
        for (const [index, { cancelled }] of timersSet.entries()) if (cancelled) cancels[index]?.();
        let passed = 0;
        for (const step of steps) {
          await timers.advance(step);
          passed += step;
          expect(timers.now).toBe(passed);
        }
        const expected = timersSet
          .map(({ ms, cancelled }, index) => ({ at: ms, index, cancelled }))
          .filter(({ at, cancelled }) => !cancelled && at <= passed && steps.length > 0)
          .sort((one, other) => one.at - other.at || one.index - other.index)
          .map(({ at, index }) => ({ at, index }));
        expect(ran).toEqual(expected);
        expect(timers.running).toBe(timersSet.filter(({ cancelled }) => !cancelled).length - ran.length);
      }),
    );
  });

  it('passes in one piece or in many with the same result, also for timers that set timers', async () => {
    const chain = fc.array(fc.tuple(delay, delay), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(chain, fc.array(delay, { minLength: 1, maxLength: 20 }), async (pairs, pieces) => {
        const run = async (steps: readonly number[]): Promise<string[]> => {
          const timers = new VirtualTimers();
          const seen: string[] = [];
          for (const [index, [first, second]] of pairs.entries()) {
            timers.after(first, () => {
              seen.push(`${index} at ${timers.now}`);
              timers.after(second, () => seen.push(`${index} again at ${timers.now}`));
            });
          }
          for (const step of steps) await timers.advance(step);
          return seen;
        };
        expect(await run(pieces)).toEqual(await run([pieces.reduce((sum, piece) => sum + piece, 0)]));
      }),
    );
  });

  it('lets everyone who waits for a promise act before the next timer', async () => {
    const timers = new VirtualTimers();
    const seen: string[] = [];
    const wait = (ms: number) => new Promise<void>((resolve) => void timers.after(ms, resolve));
    const walk = async (): Promise<void> => {
      await wait(1);
      for (let step = 1; step <= 5; step += 1) await Promise.resolve();
      seen.push('walked');
    };
    void walk();
    timers.after(1, () => seen.push('next timer'));
    await timers.advance(1);
    expect(seen).toEqual(['walked', 'next timer']);
  });

  it('stands still as soon as what was waited for is so, and gives up at the limit', async () => {
    const timers = new VirtualTimers();
    let rings = 0;
    const ring = (): void => {
      rings += 1;
      timers.after(10, ring);
    };
    timers.after(10, ring);
    expect(await timers.until(() => rings === 3, 1000)).toBe(true);
    expect(timers.now).toBe(30);
    expect(await timers.until(() => rings === 100, 45)).toBe(false);
    expect(timers.now).toBe(75);
  });

  it('is over for a program that is killed, and goes on for the others', async () => {
    const timers = new VirtualTimers();
    const killed = new MortalTimers(timers);
    const other = new MortalTimers(timers);
    const seen: string[] = [];
    killed.after(5, () => seen.push('killed'));
    other.after(5, () => seen.push('other'));
    killed.kill();
    killed.after(1, () => seen.push('from the grave'));
    await timers.advance(10);
    expect(seen).toEqual(['other']);
    expect(timers.running).toBe(0);
  });
});
