import { describe, expect, it } from 'vitest';
import { delayOfMoments, lateness } from './delays.ts';

describe('how late a timer of a millisecond was', () => {
  it('is what went by beyond its own millisecond', () => {
    expect(lateness(1)).toBe(0);
    expect(lateness(31)).toBe(30);
  });

  it('is nothing for the one that goes off right after a late one', () => {
    expect(lateness(0.01)).toBe(0);
  });
});

describe('the delay of moments', () => {
  /** A second of timers in time. */
  const calm = Array.from({ length: 1_000 }, () => 0);

  it('counts a loop that stood still by the time it took, where one late timer among a thousand would hide', () => {
    // 199 of 1,200 ms are late; in 12 of them whoever comes waits for more than 187 ms.
    expect(delayOfMoments([...calm, 199], 0.01)).toBeCloseTo(187, 0);
    expect([...calm, 199].toSorted((a, b) => a - b)[Math.floor(1_001 * 0.99)]).toBe(0);
  });

  it('is nothing when fewer moments than the share were late', () => {
    expect(delayOfMoments([...calm, 9], 0.01)).toBeCloseTo(0, 2);
    expect(delayOfMoments(calm, 0.01)).toBe(0);
  });

  it('adds up what many short ones took', () => {
    // 500 of 1,500 ms are late, each by one: whoever comes then waits for half of one in the middle.
    const late = Array.from({ length: 1_000 }, (_, i) => i % 2);
    expect(delayOfMoments(late, 1 / 6)).toBeCloseTo(0.5, 1);
  });
});
