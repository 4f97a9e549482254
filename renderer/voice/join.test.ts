import { describe, expect, it } from 'vitest';
import { audible, join } from './join.ts';

describe('audible', () => {
  const rate = 1000;

  it('leaves out the silence on both sides, but for a margin', () => {
    const samples = new Float32Array(1000);
    samples.fill(0.5, 200, 700);
    const { offset, duration } = audible(samples, rate);
    expect(offset).toBeCloseTo(0.19);
    expect(duration).toBeCloseTo(0.52);
  });

  it('keeps what is soft inside, and does not reach over the ends', () => {
    const samples = new Float32Array(100);
    samples[0] = -0.4;
    samples[99] = 0.4;
    expect(audible(samples, rate)).toEqual({ offset: 0, duration: 0.1 });
  });

  it('finds nothing in silence', () => {
    expect(audible(new Float32Array(100).fill(0.001), rate).duration).toBe(0);
  });
});

describe('join', () => {
  const clip = (name: string, duration: number) => ({ name, span: { offset: 0, duration } });

  it('puts one clip after the other, without those that are missing or silent', () => {
    const joined = join([clip('a', 1), null, clip('b', 0.5), clip('hush', 0), clip('c', 2)], 10);
    expect(joined.map(({ clip: { name }, at }) => [name, at])).toEqual([
      ['a', 10],
      ['b', 11],
      ['c', 11.5],
    ]);
  });

  it('keeps the pauses between the clips', () => {
    const joined = join([clip('a', 1), 0.25, null, clip('b', 0.5), 0.5, clip('c', 2)], 0);
    expect(joined.map(({ clip: { name }, at }) => [name, at])).toEqual([
      ['a', 0],
      ['b', 1.25],
      ['c', 2.25],
    ]);
  });
});
