import { useEffect, useState } from 'react';
import type { CounterSnapshot } from '../../../contract/counters.ts';
import type { CounterInfo } from '../../client/staff-client.ts';
import { useDesk } from '../desk.ts';
import { useList } from '../use-work.ts';

export interface SeenCounter {
  readonly info: CounterInfo;
  /** Undefined until its stream has said something. */
  readonly snapshot: CounterSnapshot | undefined;
}

/** ms; counters are added and renamed seldom. */
const listMs = 30_000;

/** Every counter with what happens there, in the lounge's order. */
export function useCounters(): readonly SeenCounter[] | undefined {
  const { client } = useDesk();
  const { value: infos } = useList(client.counters.list, listMs);
  const [snapshots, setSnapshots] = useState<ReadonlyMap<string, CounterSnapshot>>(new Map());
  const ids = infos?.map(({ id }) => id).join(' ') ?? '';
  useEffect(() => {
    const stops = ids
      .split(' ')
      .filter(Boolean)
      .map((id) =>
        client.counters.watch(id)({
          value: (snapshot) => setSnapshots((was) => new Map(was).set(id, snapshot)),
          link: () => undefined,
        }),
      );
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, ids]);
  return infos?.map((info) => ({ info, snapshot: snapshots.get(info.id) }));
}
