import { describe, expect, it } from 'vitest';
import type { DayReport } from '../../contract/statistics.ts';
import { LiveDay } from './live-day.ts';

const report = { day: '2026-11-24' } as DayReport;

describe('today’s report for who watches it', () => {
  it('is made once for all of them, and not again while it is young', async () => {
    let made = 0;
    const live = new LiveDay(() => {
      made += 1;
      return Promise.resolve(report);
    });
    const readers = [live.watch(undefined), live.watch(undefined)];
    for (const next of await Promise.all(readers.map((reader) => reader.next()))) expect(next.value).toBe(report);
    expect((await live.watch(undefined).next()).value).toBe(report);
    expect(made).toBe(1);
  });

  it('is not made before anybody watches', () => {
    let made = 0;
    new LiveDay(() => {
      made += 1;
      return Promise.resolve(report);
    }).watch(undefined);
    expect(made).toBe(0);
  });

  it('fails for who begins to watch when it cannot be made, and is tried anew for the next', async () => {
    let fails = true;
    const live = new LiveDay(() => (fails ? Promise.reject(new Error('broken')) : Promise.resolve(report)));
    await expect(live.watch(undefined).next()).rejects.toThrow('broken');
    fails = false;
    expect((await live.watch(undefined).next()).value).toBe(report);
  });
});
