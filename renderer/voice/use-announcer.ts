import { useCallback, useLayoutEffect, useSyncExternalStore } from 'react';
import type { Announceable, Announcer, VoiceState } from './announcer.ts';

/**
 * Lets the page's announcer hear the newest snapshot and gives what it is doing.
 * @param announcer made once per page; it goes on announcing while screens change
 */
export function useAnnouncer(announcer: Announcer, snapshot: Announceable | undefined): VoiceState {
  // Before the picture is painted: the call that is spoken first is also the first that is seen.
  useLayoutEffect(() => {
    if (snapshot !== undefined) announcer.hear(snapshot);
  }, [announcer, snapshot]);
  const watch = useCallback((changed: () => void) => announcer.watch(changed), [announcer]);
  return useSyncExternalStore(watch, () => announcer.state);
}
