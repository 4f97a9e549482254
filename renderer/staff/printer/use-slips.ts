import { useMemo } from 'react';
import type { PrintJobView } from '../../../contract/printing.ts';
import type { CounterClient } from '../../client/staff-client.ts';
import type { Clock } from '../../clock.ts';
import { useAsked } from '../use-asked.ts';

/** Another function for another moment: that is what makes the question asked again. */
const asking = (printing: CounterClient['printing'], device: string, _moment: string) => () => printing.jobs(device);

/**
 * The slips of a kiosk's printer, the newest known ones while they are asked for again.
 * @param seen plain data; when any of it changes, the slips may have changed too
 */
export function useSlips(
  printing: CounterClient['printing'],
  device: string,
  seen: unknown,
  clock: Clock,
): { slips: PrintJobView[] | undefined; problem: string | null } {
  const moment = JSON.stringify(seen);
  const ask = useMemo(() => asking(printing, device, moment), [printing, device, moment]);
  const { value, problem } = useAsked(ask, clock);
  return { slips: value, problem };
}
