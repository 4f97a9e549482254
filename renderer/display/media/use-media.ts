import { type Dispatch, useEffect, useMemo, useReducer, useSyncExternalStore } from 'react';
import type { DisplayClient } from '../../client/display-client.ts';
import type { Clock } from '../../clock.ts';
import { useLive } from '../../live.ts';
import { keyOf, nothing, type Playlist, type PlaylistAct, played } from './playlist.ts';

/** How often the hub hears again what cannot be played, and how often that is tried again, ms. */
const reportEvery = 60_000;
const retryEvery = 3_600_000;

/** What there is to show and what is shown of it; keeps the hub told of what cannot be played. */
export function useMedia(client: DisplayClient, clock: Clock): { list: Playlist; act: Dispatch<PlaylistAct> } {
  const { value, up } = useLive(client.media.watch());
  const still = useStillness();
  const [list, act] = useReducer(played, nothing);
  const items = useMemo(() => value && value.items.filter(({ kind }) => !(still && kind === 'video')), [value, still]);
  useEffect(() => {
    if (items !== undefined) act({ act: 'listed', items });
  }, [items]);
  // What failed while the hub was away may be whole.
  useEffect(() => {
    if (up) act({ act: 'retry' });
  }, [up]);
  const broken = list.broken.length > 0;
  useEffect(
    () => (broken ? clock.wake(clock.now() + retryEvery, () => act({ act: 'retry' })) : undefined),
    [broken, clock],
  );
  useReport(client, list, clock);
  return { list, act };
}

/** Says it at once, and as long as something is broken again and again: the hub forgets it when it starts anew. */
function useReport(client: DisplayClient, { items, broken }: Playlist, clock: Clock): void {
  const said = broken.join('\n');
  const unplayable = useMemo(() => {
    const keys = new Set(said.split('\n'));
    return items.filter((item) => keys.has(keyOf(item))).map(({ name, version }) => ({ name, version }));
  }, [said, items]);
  const text = JSON.stringify(unplayable);
  useEffect(() => {
    let cancel: (() => void) | undefined;
    const report = () => {
      client.media.report({ unplayable: JSON.parse(text) as typeof unplayable }).catch(() => undefined);
      cancel = text === '[]' ? undefined : clock.wake(clock.now() + reportEvery, report);
    };
    report();
    return () => cancel?.();
  }, [client, text, clock]);
}

const stillness = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-reduced-motion: reduce)');
const watchStillness = (changed: () => void) => {
  stillness?.addEventListener('change', changed);
  return () => stillness?.removeEventListener('change', changed);
};

/** Whether this machine asks for nothing that moves. */
function useStillness(): boolean {
  return useSyncExternalStore(watchStillness, () => stillness?.matches ?? false);
}
