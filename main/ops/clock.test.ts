import { describe, expect, it } from 'vitest';
import { TestTime } from '../../tests/doubles/lounge/in-process.ts';
import { doubtClock, LoungeClock, timeStartingAt } from './clock.ts';

const nine = '2026-11-24T09:00:00+07:00';
const minute = 60_000;

describe('the lounge clock', () => {
  it('ticks on steadily when the wall clock is moved, and says by how much it was', () => {
    const time = new TestTime(nine);
    const clock = new LoungeClock(time);
    const steps: number[] = [];
    clock.onStep((step) => steps.push(step));
    const start = clock.tick();
    time.pass(10);
    time.step(180);
    clock.wall();
    time.pass(5);
    time.step(-360);
    clock.wall();
    expect(clock.tick() - start).toBe(15 * minute);
    expect(steps).toEqual([180 * minute, -360 * minute]);
  });

  it('takes small corrections as drift, however many', () => {
    const time = new TestTime(nine);
    const clock = new LoungeClock(time);
    let steps = 0;
    clock.onStep(() => (steps += 1));
    for (let i = 0; i < 20; i += 1) {
      time.pass(1);
      time.step(1);
      clock.wall();
    }
    expect(steps).toBe(0);
  });

  it('never ticks backwards across a restart, even with an older date', () => {
    const before = new LoungeClock(new TestTime(nine)).tick();
    expect(new LoungeClock(new TestTime('2000-01-01T00:00:00+07:00'), before).tick()).toBeGreaterThan(before);
  });

  it('can start at a chosen moment and run on', () => {
    const machine = new TestTime('2030-01-01T00:00:00Z');
    const clock = new LoungeClock(timeStartingAt(Date.parse(nine), machine));
    machine.pass(3);
    expect(clock.wall()).toBe(Date.parse(nine) + 3 * minute);
  });
});

describe('believing the clock at a start', () => {
  const released = Date.parse('2026-11-24T00:00:00Z');
  const now = Date.parse(nine);

  it.each([
    ['new data', now, null, null],
    ['a few hours after the last event', now, now - 3 * 60 * minute, null],
    ['a moment before the last event', now, now + 1, 'behind'],
    ['more than a day after the last event', now, now - 25 * 60 * minute, 'long_silence'],
    ['a dead battery on new data', Date.parse('2000-01-01T00:00:00Z'), null, 'behind'],
  ])('with %s', (_case, wall, newest, doubt) => {
    expect(doubtClock(wall, newest, released)).toBe(doubt);
  });
});
