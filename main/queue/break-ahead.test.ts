import { describe, expect, it } from 'vitest';
import { breakAhead } from './break-ahead.ts';

const plan = (...serving: [number, number][]) => ({
  date: '2026-11-24',
  taking: [],
  holiday: null,
  serving: serving.map(([from, to]) => ({ from, to })),
});

describe('the break ahead', () => {
  it('lies between the morning and the afternoon', () => {
    expect(breakAhead([plan([8, 12], [13, 15])], 9)).toEqual({ from: 12, to: 13 });
  });
  it('is no break while another service goes on', () => {
    expect(breakAhead([plan([8, 12], [13, 15]), plan([10, 14])], 9)).toBeNull();
  });
  it('is over once it has begun, and after closing there is none', () => {
    expect(breakAhead([plan([8, 12], [13, 15])], 12)).toBeNull();
    expect(breakAhead([plan([8, 12], [13, 15])], 16)).toBeNull();
  });
  it('is that of everybody when their hours differ', () => {
    expect(breakAhead([plan([8, 11], [13, 15]), plan([8, 12], [14, 15])], 9)).toEqual({ from: 12, to: 13 });
  });
});
