/** Ends a timer; harmless when it has already run. */
export type Cancel = () => void;

/** The only source of delays in this folder, so that tests need not wait for them. */
export interface Timers {
  /** Runs `act` once, `ms` milliseconds from now. */
  after(ms: number, act: () => void): Cancel;
}

export const systemTimers: Timers = {
  after(ms, act) {
    if (ms <= 0) {
      // A timer of nothing takes a millisecond, which is longer than a slip takes to be sent.
      const next = setImmediate(act);
      return () => clearImmediate(next);
    }
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
