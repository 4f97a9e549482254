import { useCallback, useEffect, useState } from 'react';
import type { Clock } from '../clock.ts';
import { reduce } from './flow.ts';
import { beginning, type FlowEvent, type FlowState } from './flow-state.ts';
import { nextWake } from './idle.ts';
import type { Preferences } from './preferences.ts';

export type Send = (event: FlowEvent) => void;

/** The flow, driven: events in, the state and the moment it was looked at out. It sleeps while nothing can run out. */
export function useFlow(clock: Clock, defaults: Preferences): { state: FlowState; now: number; send: Send } {
  const [moment, setMoment] = useState(() => ({ state: beginning(clock.now(), defaults), now: clock.now() }));
  const send = useCallback<Send>(
    (event) => {
      const now = clock.now();
      setMoment((was) => ({ state: reduce(was.state, event, now), now }));
    },
    [clock],
  );
  const wakeAt = nextWake(moment.state, moment.now);
  useEffect(
    () => (wakeAt === null ? undefined : clock.wake(wakeAt, () => send({ type: 'tick' }))),
    [wakeAt, clock, send],
  );
  return { ...moment, send };
}
