import { useEffect, useMemo } from 'react';
import type { MediaItem } from '../../contract/media.ts';
import type { DisplayClient } from '../client/display-client.ts';
import { mediaAddress } from '../client/media-files.ts';
import { type Clock, steadyClock, useHubTime } from '../clock.ts';
import { sayings } from '../i18n/format.ts';
import { LanguageContext } from '../i18n/index.ts';
import { useLive } from '../live.ts';
import type { Announcer } from '../voice/announcer.ts';
import { useAnnouncer } from '../voice/use-announcer.ts';
import type { DisplaySettings } from './address.ts';
import { restrict } from './board.ts';
import { useMedia } from './media/use-media.ts';
import { useLost } from './use-lost.ts';
import { useReport } from './use-report.ts';
import { View } from './view.tsx';

interface Props {
  client: DisplayClient;
  announcer: Announcer;
  settings: DisplaySettings;
  clock?: Clock;
  /** Where a picture or video is fetched. */
  addressOf?: (item: MediaItem) => string;
}

/** A public screen: what the hub says, what the voice is saying, and the picture that both make. */
export function Display({ client, announcer, settings, clock = steadyClock, addressOf = mediaAddress }: Props) {
  const live = useLive(client.display.watch());
  const language = settings.language ?? live.value?.shows.language ?? 'id';
  const snapshot = useMemo(
    () => live.value && restrict(live.value, settings.counters ?? live.value.shows.counters),
    [live.value, settings.counters],
  );
  const voice = useAnnouncer(announcer, snapshot);
  const hub = useHubTime(snapshot?.at, clock);
  const media = useMedia(client, clock);
  const lost = useLost(live.up, clock);
  useReport(client, voice, clock);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <View
        {...{ snapshot, voice, lost, clock, addressOf }}
        media={media}
        hubNow={hub?.now ?? null}
        say={hub === null || snapshot === undefined ? null : sayings(hub.now, language, snapshot.timeZone)}
      />
    </LanguageContext>
  );
}
