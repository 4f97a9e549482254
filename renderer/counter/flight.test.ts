import { describe, expect, it } from 'vitest';
import { answered, begin, landed, longestLanding } from './flight.ts';

describe('an act on its way', () => {
  const sent = begin('doneAndNext', null);
  const told = answered(sent, 'next-ticket', 100);

  it('has not landed before the hub answers', () => {
    expect(landed({ ...sent, seen: true }, 'next-ticket', 10_000)).toBe(false);
  });

  it('lands when a snapshot since the press shows whom the hub named', () => {
    expect(landed(told, 'next-ticket', 101)).toBe(false);
    expect(landed({ ...told, seen: true }, 'old-ticket', 101)).toBe(false);
    expect(landed({ ...told, seen: true }, 'next-ticket', 101)).toBe(true);
  });

  it('lands when the counter is empty and the hub said so', () => {
    expect(landed({ ...answered(sent, null, 100), seen: true }, null, 101)).toBe(true);
  });

  it('holds nobody up when somebody else has changed the counter again', () => {
    expect(landed(told, 'someone-else', 100 + longestLanding - 1)).toBe(false);
    expect(landed(told, 'someone-else', 100 + longestLanding)).toBe(true);
  });
});
