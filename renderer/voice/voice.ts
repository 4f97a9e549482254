import type { Language } from '../i18n/index.ts';
import { Loudspeaker } from './loudspeaker.ts';

/** Speaks recorded clips. */
export interface Voice {
  /**
   * Says the clips one after another, instead of what is being said. A missing clip is left out.
   * Before the first touch or key a page may make no sound: nothing is said then.
   */
  say(language: Language, clips: readonly string[]): void;
  stop(): void;
  /** Whether this machine can play sound; true before the first touch, so that a speaker button can be shown. */
  available(): boolean;
}

export interface VoiceOptions {
  /** Where the clips are, as `<base>/<language>/<key>.ogg`; relative to the page. */
  base?: string;
  /** The page's loudspeaker, when something else sounds too. */
  speaker?: Pick<Loudspeaker, 'play' | 'sound'>;
}

/** The voice of this page; made once, since a page has one loudspeaker. */
export function createVoice({ base = '../sounds', speaker = new Loudspeaker(base, window) }: VoiceOptions = {}): Voice {
  let turn = new AbortController();
  return {
    say(language, clips) {
      turn.abort();
      turn = new AbortController();
      void speaker.play(
        clips.map((key) => `${language}/${key}`),
        { signal: turn.signal },
      );
    },
    stop: () => turn.abort(),
    available: () => speaker.sound !== 'failed',
  };
}
