import { type Dispatch, useEffect, useEffectEvent } from 'react';
import type { MediaItem } from '../../../contract/media.ts';
import type { Clock } from '../../clock.ts';
import css from './media-view.module.css';
import type { MediaPlace } from './place.ts';
import { Film, Picture } from './players.tsx';
import { keyOf, type Playlist, type PlaylistAct, playable } from './playlist.ts';

interface Props {
  list: Playlist;
  act: Dispatch<PlaylistAct>;
  place: MediaPlace;
  /** A call is announced: nothing moves and nothing is bright beside it. */
  quiet: boolean;
  clock: Clock;
  addressOf: (item: MediaItem) => string;
}

/** How long a picture stands, ms. */
export const pictureTime = 12_000;
/** What is not there after this time is left out, ms. */
const patience = 30_000;
/** As in the style sheet, and a little more. */
const fadeTime = 900;

/** The lounge's own pictures and silent videos, one at a time. What cannot be seen leaves no hole: the one before stays. */
export function MediaView({ list, act, place, quiet, clock, addressOf }: Props) {
  const { shown, coming, leaving } = list;
  const hide = useEffectEvent(() => act({ act: 'hidden' }));
  const isPlaced = place !== null;
  useEffect(() => {
    if (!isPlaced) hide();
  }, [isPlaced]);

  const shownKey = shown && keyOf(shown);
  const comingKey = coming && keyOf(coming);
  const alone = playable(list).length < 2;
  const isPicture = shown?.kind === 'picture';
  useEffect(() => {
    if (shownKey === null || !isPicture || quiet || alone || !isPlaced) return;
    return clock.wake(clock.now() + pictureTime, () => act({ act: 'due' }));
  }, [shownKey, isPicture, quiet, alone, isPlaced, clock, act]);
  useEffect(() => {
    if (comingKey === null || !isPlaced) return;
    return clock.wake(clock.now() + patience, () => act({ act: 'failed', key: comingKey }));
  }, [comingKey, isPlaced, clock, act]);
  const leavingKey = leaving && keyOf(leaving);
  useEffect(() => {
    if (leavingKey === null) return;
    return clock.wake(clock.now() + fadeTime, () => act({ act: 'faded' }));
  }, [leavingKey, clock, act]);

  if (!isPlaced || (shown === null && coming === null)) return null;
  const layers = [
    { item: leaving, state: 'leaving' as const },
    { item: shown, state: 'shown' as const },
    { item: coming, state: 'coming' as const },
  ];
  return (
    // What is in the pictures nobody here can say; the office tells it in words where it matters.
    <div
      className={css.media}
      data-place={place}
      data-idle={shown === null || undefined}
      data-quiet={quiet || undefined}
      aria-hidden="true"
    >
      {layers.map(({ item, state }) => {
        if (item === null) return null;
        const key = keyOf(item);
        const its = {
          src: addressOf(item),
          state,
          onReady: () => act({ act: 'ready', key }),
          onFailed: () => act({ act: 'failed', key }),
        };
        return item.kind === 'picture' ? (
          <Picture key={key} {...its} />
        ) : (
          <Film key={key} {...its} quiet={quiet} again={alone} clock={clock} onEnded={() => act({ act: 'due' })} />
        );
      })}
    </div>
  );
}
