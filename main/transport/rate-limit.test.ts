import { beforeEach, describe, expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

let now: number;
let limit: RateLimit;
beforeEach(() => {
  now = 5_000;
  limit = new RateLimit({ burst: 10, perMinute: 60, monotonic: () => now });
});
const takeMany = (times: number, key = 'kiosk-2') => Array.from({ length: times }, () => limit.take(key));

describe('a device that asks too often', () => {
  it('has its burst, then is told how long to wait, and is served again after that', () => {
    expect(takeMany(10)).toEqual(Array(10).fill(0));
    expect(limit.take('kiosk-2')).toBe(1);
    now += 999;
    expect(limit.take('kiosk-2')).toBe(1);
    now += 1;
    expect(takeMany(2)).toEqual([0, 1]);
    now += 600_000;
    expect(takeMany(11)).toEqual([...Array(10).fill(0), 1]);
  });

  it('gains nothing and loses nothing by asking while it must wait', () => {
    takeMany(10);
    for (let i = 0; i < 100; i += 1) {
      now += 10;
      if (i < 99) expect(limit.take('kiosk-2')).toBe(1);
    }
    expect(limit.take('kiosk-2')).toBe(0);
  });

  it('does not slow another one', () => {
    takeMany(50);
    expect(takeMany(10, 'counter-1')).toEqual(Array(10).fill(0));
  });

  it('waits longer where tokens come rarely', () => {
    const rare = new RateLimit({ burst: 1, perMinute: 2, monotonic: () => now });
    expect([rare.take('a'), rare.take('a')]).toEqual([0, 30]);
  });

  it('is not forgotten while thousands of others come and go', () => {
    takeMany(10);
    for (let i = 0; i < 5_000; i += 1) limit.take(`10.0.${i >> 8}.${i & 255}`);
    expect(limit.take('kiosk-2')).toBe(1);
  });
});
