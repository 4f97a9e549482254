import { useEffect, useState } from 'react';
import type { Subscribe } from './client.ts';

export interface LiveValue<T> {
  /** The newest snapshot; kept while the link is down, so that a screen goes on showing what it knew. */
  value: T | undefined;
  /** False once the link is known to be lost. At the start, before anything is known, it is true. */
  up: boolean;
}

/**
 * Follows a stream of snapshots while the component is shown.
 * @param subscribe must be the same function from render to render (see `KioskClient`); another one starts anew
 */
export function useLive<T>(subscribe: Subscribe<T>): LiveValue<T> {
  const [live, setLive] = useState<LiveValue<T> & { of: Subscribe<T> }>({ of: subscribe, value: undefined, up: true });
  useEffect(() => {
    const change = (part: Partial<LiveValue<T>>) =>
      setLive((was) => ({ ...(was.of === subscribe ? was : { of: subscribe, value: undefined, up: true }), ...part }));
    return subscribe({ value: (value) => change({ value }), link: (up) => change({ up }) });
  }, [subscribe]);
  // What came from another stream, e.g. of another print job, is never shown.
  return live.of === subscribe ? live : { value: undefined, up: true };
}
