import type { DayReport } from '../../../contract/statistics.ts';
import type { StatisticsClient } from '../../../renderer/admin/statistics/client.ts';
import { CallError } from '../../../renderer/client/call-error.ts';
import { rangeReport } from './data.ts';

/** What a picture begins with; plain data, so that the script can hand it to the page. */
export interface Scene {
  language: 'id' | 'en';
  today: DayReport | null;
  /** What a report or a file is refused with. */
  refusal: { code: string; data?: unknown } | null;
  /** The hub takes its time over reports and files. */
  slow: boolean;
}

/** A hub of paper. */
export function standInClient({ today, refusal, slow }: Scene): StatisticsClient {
  const watch: ReturnType<StatisticsClient['watch']> = (listener) => {
    listener.link(true);
    if (today !== null) listener.value(today);
    return () => undefined;
  };
  const answer = <T>(value: T): Promise<T> => {
    if (slow) return new Promise(() => undefined);
    if (refusal !== null) return Promise.reject(new CallError(refusal.code, refusal.data));
    return Promise.resolve(value);
  };
  return {
    watch: () => watch,
    range: ({ from, to, by = 'day' }) => answer(rangeReport(from, to, by)),
    export: () => answer({ name: 'statistik.csv', content: new Blob(['']) }),
  };
}
