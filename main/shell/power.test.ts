import { EventEmitter } from 'node:events';
import type { PowerMonitor, PowerSaveBlocker } from 'electron';
import { expect, it } from 'vitest';
import { Power } from './power.ts';

it('keeps the display lit, also after a sleep that ended it, until it is closed', () => {
  const running = new Map<number, string>();
  let last = 0;
  const blocker = {
    start: (type: string) => {
      last += 1;
      running.set(last, type);
      return last;
    },
    isStarted: (id: number) => running.has(id),
    stop: (id: number) => running.delete(id),
  } as PowerSaveBlocker;
  const monitor = new EventEmitter() as PowerMonitor;
  const power = new Power(blocker, monitor, 'prevent-display-sleep');
  expect([...running]).toEqual([[1, 'prevent-display-sleep']]);
  monitor.emit('resume');
  expect([...running]).toEqual([[1, 'prevent-display-sleep']]);
  running.clear();
  monitor.emit('resume');
  expect([...running]).toEqual([[2, 'prevent-display-sleep']]);
  power.close();
  expect(running.size).toBe(0);
});
