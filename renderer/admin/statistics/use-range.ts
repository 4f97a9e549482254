import { useEffect, useState } from 'react';
import type { RangeReport } from '../../../contract/statistics.ts';
import { CallError } from '../../client/call-error.ts';
import type { StatisticsClient } from './client.ts';
import { type Days, isRange, stepOf } from './periods.ts';

export interface Asked {
  /** Undefined while it is made. */
  readonly report: RangeReport | undefined;
  readonly problem: CallError | undefined;
  readonly again: () => void;
}

/** The report of some days, asked for anew when they change. @param days null: nothing is asked for */
export function useRange(client: StatisticsClient, days: Days | null): Asked {
  const [tries, setTries] = useState(0);
  const key = days !== null && isRange(days) ? `${days.from} ${days.to} ${tries}` : null;
  const [found, setFound] = useState<{ key: string; report?: RangeReport; problem?: CallError } | null>(null);
  useEffect(() => {
    if (key === null) return undefined;
    const [from = '', to = ''] = key.split(' ');
    let left = false;
    client.range({ from, to, by: stepOf({ from, to }) }).then(
      (report) => !left && setFound({ key, report }),
      (problem: unknown) => !left && setFound({ key, problem: asCallError(problem) }),
    );
    return () => {
      left = true;
    };
  }, [client, key]);
  const now = found !== null && found.key === key ? found : null;
  return { report: now?.report, problem: now?.problem, again: () => setTries((count) => count + 1) };
}

export function asCallError(error: unknown): CallError {
  return error instanceof CallError ? error : new CallError('INTERNAL_SERVER_ERROR', undefined, { cause: error });
}
