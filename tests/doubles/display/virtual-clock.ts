import type { Clock } from '../../../renderer/clock.ts';

/** A clock whose time goes from one waking to the next, as fast as the page can follow. */
export interface VirtualClock extends Clock {
  /** Runs until `until`, ms; every waking sees its own moment and what it set off is done before the next. */
  run(until: number): Promise<void>;
}

export function virtualClock(): VirtualClock {
  let now = 0;
  const waiting = new Set<{ at: number; call: () => void }>();
  const channel = new MessageChannel();
  const told: (() => void)[] = [];
  channel.port1.onmessage = () => told.shift()?.();
  /** After React has rendered what was set off: its scheduler takes turns the same way. */
  const settled = () =>
    new Promise<void>((done) => {
      told.push(done);
      channel.port2.postMessage(null);
    });
  return {
    now: () => now,
    wake(at, call) {
      const wake = { at, call };
      waiting.add(wake);
      return () => waiting.delete(wake);
    },
    async run(until) {
      while (true) {
        await settled();
        await settled();
        let next: { at: number; call: () => void } | undefined;
        for (const wake of waiting) if (next === undefined || wake.at < next.at) next = wake;
        if (next === undefined || next.at > until) break;
        waiting.delete(next);
        now = Math.max(now, next.at);
        next.call();
      }
      now = until;
    },
  };
}
