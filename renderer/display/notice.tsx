import { BellOff, Unplug, VolumeX } from 'lucide-react';
import type { SoundState } from '../../contract/display.ts';
import type { Catalogue } from '../i18n/display.ts';
import css from './notice.module.css';

interface Notice {
  icon: typeof BellOff;
  text: string;
  /** Somebody has to do something, or listen. */
  urgent: boolean;
}

interface Circumstances {
  lost: boolean;
  sound: SoundState;
  /** A time of day while muted. */
  mutedUntil: string | null;
}

/** The one thing people must know beside the numbers; null when all is well. */
export function noticeOf({ lost, sound, mutedUntil }: Circumstances, words: Catalogue['display']): Notice | null {
  if (lost) return { icon: Unplug, text: words.unreachable, urgent: true };
  if (mutedUntil !== null) return { icon: BellOff, text: words.soundMuted(mutedUntil), urgent: false };
  if (sound === 'on') return null;
  return sound === 'blocked'
    ? { icon: VolumeX, text: words.soundBlocked, urgent: true }
    : { icon: VolumeX, text: words.soundless, urgent: false };
}

export function NoticeStrip({ icon: Icon, text, urgent }: Notice) {
  return (
    <p className={css.notice} data-urgent={urgent || undefined} role="status">
      <Icon />
      <span>{text}</span>
    </p>
  );
}
