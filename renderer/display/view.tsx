import type { Dispatch } from 'react';
import type { DisplaySnapshot } from '../../contract/display.ts';
import type { MediaItem } from '../../contract/media.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/display.ts';
import type { Sayings } from '../i18n/format.ts';
import { useShape } from '../ui/shape.ts';
import type { VoiceState } from '../voice/announcer.ts';
import { boardOf } from './board.ts';
import { BoardView } from './board-view.tsx';
import { Foot } from './foot.tsx';
import { MediaView } from './media/media-view.tsx';
import { arrowFits, mediaPlace, openNames } from './media/place.ts';
import type { Playlist, PlaylistAct } from './media/playlist.ts';
import { Message } from './message.tsx';
import { NoticeStrip, noticeOf } from './notice.tsx';
import { NowCalled } from './now-called.tsx';
import css from './view.module.css';

interface Props {
  snapshot: DisplaySnapshot | undefined;
  voice: VoiceState;
  /** The hub has been out of reach for a while. */
  lost: boolean;
  /** The hub's time, ms since 1970. */
  hubNow: number | null;
  say: Sayings | null;
  clock: Clock;
  media: { list: Playlist; act: Dispatch<PlaylistAct> };
  addressOf: (item: MediaItem) => string;
}

/** The whole picture of a display. */
export function View({ snapshot, voice, lost, hubNow, say, clock, media, addressOf }: Props) {
  const { words, pick } = useWords();
  const shape = useShape();
  if (snapshot === undefined || say === null || hubNow === null) {
    return lost ? <Unreachable /> : <Alone text={null} />;
  }
  const { turn } = voice;
  // Eye and ear agree: while a call is spoken, it is the one that is shown.
  const call = turn?.call ?? snapshot.calls[0] ?? null;
  const board = boardOf(snapshot, pick, shape);
  const anyOpen = snapshot.counters.some(({ state }) => state !== 'closed');
  const mutedUntil = muteEnd(snapshot, hubNow);
  const notice = noticeOf(
    { lost, sound: voice.sound, mutedUntil: mutedUntil && say.timeOf(mutedUntil) },
    words.display,
  );
  const place = mediaPlace({
    board,
    names: openNames(snapshot.counters, pick),
    shape,
    open: anyOpen || call !== null,
    called: call !== null,
    announcing: turn !== null,
    notice: notice === null ? 'none' : notice.urgent ? 'urgent' : 'calm',
  });
  const shownIn = media.list.shown === null ? null : place;
  return (
    <main
      className={css.display}
      data-lost={lost || undefined}
      data-alone={board.pages.length === 0 || undefined}
      data-media={shownIn ?? undefined}
    >
      {anyOpen || call !== null ? (
        <div className={css.calls}>
          <NowCalled
            call={call}
            manner={turn?.manner ?? null}
            arrow={shownIn !== 'corner' || call === null || arrowFits(pick(call.counterName), shape)}
            asOf={lost ? words.display.lastKnown(say.timeOf(snapshot.at)) : null}
          />
          {board.pages.length > 0 && <BoardView board={board} call={call} held={turn !== null} clock={clock} />}
        </div>
      ) : (
        <Message heading={pick(snapshot.name)} text={words.display.allClosed} />
      )}
      <MediaView {...media} {...{ place, clock, addressOf }} quiet={turn !== null} />
      {notice !== null && <NoticeStrip {...notice} />}
      <Foot snapshot={snapshot} say={say} clock={clock} />
    </main>
  );
}

/** Nothing is known, or nothing can be drawn: people listen for the staff. */
export function Unreachable() {
  const { words } = useWords();
  return <Alone text={words.display.unreachable} />;
}

function Alone({ text }: { text: string | null }) {
  return (
    <main className={css.display}>
      <Message text={text} />
    </main>
  );
}

function muteEnd({ sound }: DisplaySnapshot, now: number): string | null {
  return sound.mutedUntil !== null && Date.parse(sound.mutedUntil) > now ? sound.mutedUntil : null;
}
