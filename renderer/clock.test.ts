import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { steadyClock } from './clock.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

it('never wakes before its time, even when the timer is early', () => {
  const call = vi.fn(() => expect(steadyClock.now()).toBeGreaterThanOrEqual(at));
  const at = steadyClock.now() + 350.7;
  const now = vi.spyOn(performance, 'now');
  now.mockReturnValueOnce(at - 350.7);
  steadyClock.wake(at, call);
  now.mockReturnValueOnce(at - 0.4);
  vi.advanceTimersByTime(351);
  expect(call).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(call).toHaveBeenCalledTimes(1);
});

it('is taken back', () => {
  const call = vi.fn();
  const cancel = steadyClock.wake(steadyClock.now() + 100, call);
  cancel();
  vi.advanceTimersByTime(200);
  expect(call).not.toHaveBeenCalled();
});
