import { beforeEach, describe, expect, it } from 'vitest';
import { VirtualTimers } from '../../tests/doubles/time/virtual-timers.ts';
import type { Moment, NotYet } from './moment.ts';
import { Schedule } from './schedule.ts';
import type { Round } from './updates.ts';

const hour = 3_600_000;
const nothing = () => undefined;
const silentLog = { info: nothing, warn: nothing, error: nothing };

describe('when the server is asked', () => {
  let timers: VirtualTimers;
  let rounds: number;
  let backUps: number;
  let answer: Round;
  let obstacle: NotYet | null | undefined;
  let schedule: Schedule;
  const open = async () => ({
    held: null,
    obstacle: () => obstacle,
    round: async () => {
      rounds += 1;
      return answer;
    },
  });
  beforeEach(() => {
    timers = new VirtualTimers();
    rounds = 0;
    backUps = 0;
    answer = { outcome: 'not_taken', reason: 'same_version' };
    obstacle = undefined;
    schedule = new Schedule({
      open,
      moment: async () => ({}) as Moment,
      backUp: async () => {
        backUps += 1;
      },
      timers,
      // A dead battery: the date of this clock never changes anything.
      clock: { wall: () => Math.random() * 1e13 },
      monotonic: () => timers.now,
      random: () => 0.5,
      log: silentLog,
    });
    schedule.start();
  });

  it('soon after a start, not at the same moment as everybody, and then every six hours', async () => {
    await timers.advance(5 * 60_000);
    expect(rounds).toBe(0);
    await timers.advance(2 * 60_000);
    expect(rounds).toBe(1);
    await timers.advance(6 * hour);
    expect(rounds).toBe(1);
    await timers.advance(hour);
    expect(rounds).toBe(2);
  });

  it('more and more seldom where it does not answer, and as before once it does', async () => {
    answer = { outcome: 'failed', reason: 'ECONNREFUSED' };
    await timers.advance(2 * hour);
    const inTwoHours = rounds;
    expect(inTwoHours).toBeGreaterThan(2);
    await timers.advance(72 * hour);
    expect(rounds - inTwoHours).toBeLessThan(10);
    answer = { outcome: 'not_taken', reason: 'same_version' };
    await timers.advance(25 * hour);
    const answered = rounds;
    await timers.advance(14 * hour);
    expect(rounds - answered).toBeGreaterThanOrEqual(2);
  });

  it('again as soon as what was fetched may be installed', async () => {
    answer = { outcome: 'waiting', reason: 'lounge_open' };
    obstacle = 'lounge_open';
    await timers.advance(hour);
    expect(rounds).toBe(1);
    obstacle = null;
    await timers.advance(5 * 60_000);
    expect(rounds).toBe(2);
  });

  it('after a backup, where only that is missing; a backup that fails is not made all the time', async () => {
    answer = { outcome: 'waiting', reason: 'no_fresh_backup' };
    obstacle = 'no_fresh_backup';
    await timers.advance(30 * 60_000);
    expect([backUps, rounds]).toEqual([1, 1]);
    await timers.advance(2 * hour);
    expect(backUps).toBeLessThanOrEqual(3);
  });

  it('at once when a supervisor wants it, one question at a time, and never after the end', async () => {
    await Promise.all([schedule.checkNow(), schedule.checkNow()]);
    expect(rounds).toBe(1);
    expect(schedule.last?.round).toEqual(answer);
    schedule.close();
    await timers.advance(48 * hour);
    expect(rounds).toBe(1);
    expect(timers.running).toBe(0);
  });
});
