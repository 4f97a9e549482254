import { useEffect, useEffectEvent, useRef } from 'react';
import type { Clock } from '../../clock.ts';
import css from './media-view.module.css';

interface Props {
  src: string;
  /** Loads out of sight, is seen, or fades away. */
  state: 'coming' | 'shown' | 'leaving';
  onReady: () => void;
  onFailed: () => void;
}

/** One picture; seen only when it is decoded. */
export function Picture({ src, state, onReady, onFailed }: Props) {
  const picture = useRef<HTMLImageElement>(null);
  const ready = useEffectEvent(onReady);
  const failed = useEffectEvent(onFailed);
  useEffect(() => {
    let over = false;
    picture.current?.decode().then(
      () => !over && ready(),
      () => !over && failed(),
    );
    return () => {
      over = true;
    };
  }, [src]);
  return <img ref={picture} className={css.layer} data-state={state} src={src} alt="" decoding="async" />;
}

interface FilmProps extends Props {
  /** Stands still while a call is announced. */
  quiet: boolean;
  /** There is nothing else: it begins anew by itself. */
  again: boolean;
  clock: Clock;
  onEnded: () => void;
}

/** A video that has not moved for so long is stuck, ms. */
const stuckTime = 20_000;

/** One video without its sound. */
export function Film({ src, state, quiet, again, clock, onReady, onFailed, onEnded }: FilmProps) {
  const film = useRef<HTMLVideoElement>(null);
  const failed = useEffectEvent(onFailed);
  const plays = state === 'shown' && !quiet;
  useEffect(() => {
    const video = film.current;
    if (video === null || !plays) return;
    // A silent video may play by itself everywhere; where it does not, it is stuck.
    video.play().catch(() => undefined);
    let before = -1;
    let cancel: () => void;
    const look = () => {
      if (video.currentTime === before) return failed();
      before = video.currentTime;
      cancel = clock.wake(clock.now() + stuckTime, look);
    };
    look();
    return () => {
      cancel();
      video.pause();
    };
  }, [plays, clock]);
  useEffect(() => {
    const video = film.current;
    return () => {
      // Its decoder is freed now and not when somebody tidies up.
      video?.removeAttribute('src');
      video?.load();
    };
  }, []);
  return (
    <video
      ref={film}
      className={css.layer}
      data-state={state}
      src={src}
      muted
      playsInline
      loop={again}
      preload="auto"
      disablePictureInPicture
      disableRemotePlayback
      onLoadedData={state === 'coming' ? onReady : undefined}
      onError={onFailed}
      onEnded={onEnded}
    />
  );
}
