import { useEffect, useMemo, useState } from 'react';

/** A steady clock, ms from an arbitrary moment; the only source of time on the screens, so that tests can step it. */
export interface Clock {
  now(): number;
  /** Calls once when `now()` has reached `at`; gives the way to take it back. */
  wake(at: number, call: () => void): () => void;
}

export const steadyClock: Clock = {
  now: () => performance.now(),
  wake(at, call) {
    let timer: ReturnType<typeof setTimeout>;
    // A browser's timer may ring a fraction of a millisecond early; an early call would find nothing due and be lost.
    const ring = () => {
      const left = at - performance.now();
      if (left > 0) timer = setTimeout(ring, Math.ceil(left));
      else call();
    };
    timer = setTimeout(ring, Math.max(0, Math.ceil(at - performance.now())));
    return () => clearTimeout(timer);
  },
};

const minuteMs = 60_000;

/** The hub's time, ms since 1970. */
export interface HubTime {
  now: number;
  /** The hub's time at a moment of this page's clock. */
  of(local: number): number;
}

/** Known to the minute: the latest snapshot's `at` plus what has passed here since. Null before the first snapshot. */
export function useHubTime(at: string | undefined, clock: Clock): HubTime | null {
  const ahead = useMemo(() => (at === undefined ? null : Date.parse(at) - clock.now()), [at, clock]);
  const [, setMinute] = useState(0);
  const now = ahead === null ? null : clock.now() + ahead;
  const minute = now === null ? null : Math.floor(now / minuteMs);
  useEffect(() => {
    if (ahead === null || minute === null) return;
    return clock.wake((minute + 1) * minuteMs - ahead, () => setMinute(minute + 1));
  }, [ahead, minute, clock]);
  return ahead === null || now === null ? null : { now, of: (local) => local + ahead };
}
