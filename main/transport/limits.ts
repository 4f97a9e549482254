import type { Caller } from '../ops/caller.ts';
import { RateLimit } from './rate-limit.ts';

/** How often the network may ask. Each says after how many seconds to come again; 0: now. */
export interface Limits {
  /** A machine of the lounge, or a program with a token of its own. */
  caller(caller: Caller): number;
  /** Somebody who shows a code: five wrong ones end a pairing, so this only keeps noise away. */
  stranger(address: string | undefined): number;
  /** Somebody unknown who asks whether the hub is well: a watchman does so once or twice a minute. */
  watchman(address: string | undefined): number;
}

/** A kiosk at its busiest makes some 100 calls a minute: 20 numbers, with what each screen asks. */
export function lanLimits(monotonic: () => number): Limits {
  const callers = new RateLimit({ burst: 120, perMinute: 600, monotonic });
  const strangers = new RateLimit({ burst: 10, perMinute: 20, monotonic });
  const watchmen = new RateLimit({ burst: 10, perMinute: 30, monotonic });
  return {
    caller: ({ id }) => callers.take(id),
    stranger: (address) => strangers.take(address ?? ''),
    watchman: (address) => watchmen.take(address ?? ''),
  };
}
