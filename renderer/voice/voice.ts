import type { Language } from '../i18n/index.ts';
import { audible, join, type Span } from './join.ts';

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
}

interface Clip {
  buffer: AudioBuffer;
  span: Span;
}

/** Decoded clips that are kept, the latest used. */
const kept = 64;
/** A clip that is not there by then is left out. */
const loadTimeout = 3_000;
/** Seconds until the first clip, so that it is not cut. */
const lead = 0.02;

/** The voice of this page; made once, since a page has one AudioContext. */
export function createVoice({ base = '../sounds' }: VoiceOptions = {}): Voice {
  return new ClipVoice(base, window);
}

class ClipVoice implements Voice {
  readonly #base: string;
  #context: AudioContext | null = null;
  #broken: boolean;
  #turn = new AbortController();
  /** In the order of their last use. */
  readonly #clips = new Map<string, Promise<Clip | null>>();
  readonly #missing = new Set<string>();

  constructor(base: string, page: Window) {
    this.#base = base;
    this.#broken = typeof AudioContext === 'undefined';
    const begun = new AbortController();
    const begin = () => {
      begun.abort();
      this.#begin();
    };
    // The end of a touch is the gesture, not its start; captured, so that the first button touched can already speak.
    for (const gesture of ['pointerup', 'keydown']) {
      page.addEventListener(gesture, begin, { capture: true, signal: begun.signal });
    }
  }

  say(language: Language, clips: readonly string[]): void {
    this.stop();
    const context = this.#context;
    if (context === null) return;
    this.#turn = new AbortController();
    void this.#play(
      context,
      clips.map((key) => this.#clip(context, `${language}/${key}`)),
      this.#turn.signal,
    );
  }

  stop(): void {
    this.#turn.abort();
  }

  available(): boolean {
    return !this.#broken;
  }

  #begin(): void {
    if (this.#broken) return;
    try {
      this.#context = new AudioContext();
    } catch (error) {
      this.#broken = true;
      console.warn('no sound on this machine', error);
    }
  }

  async #play(context: AudioContext, loading: Promise<Clip | null>[], turn: AbortSignal): Promise<void> {
    const clips = await Promise.all(loading);
    if (turn.aborted) return;
    // It is suspended after the machine has slept or its sound device has changed.
    if (context.state !== 'running') void context.resume().catch(() => undefined);
    for (const { clip, at } of join(clips, context.currentTime + lead)) {
      const source = context.createBufferSource();
      source.buffer = clip.buffer;
      source.connect(context.destination);
      source.start(at, clip.span.offset, clip.span.duration);
      turn.addEventListener('abort', () => source.stop());
    }
  }

  #clip(context: AudioContext, key: string): Promise<Clip | null> {
    const clip = this.#clips.get(key) ?? this.#load(context, key);
    this.#clips.delete(key);
    this.#clips.set(key, clip);
    for (const oldest of this.#clips.keys()) {
      if (this.#clips.size <= kept) break;
      this.#clips.delete(oldest);
    }
    return clip;
  }

  async #load(context: AudioContext, key: string): Promise<Clip | null> {
    try {
      const answer = await fetch(`${this.#base}/${key}.ogg`, { signal: AbortSignal.timeout(loadTimeout) });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const buffer = await context.decodeAudioData(await answer.arrayBuffer());
      return { buffer, span: audible(buffer.getChannelData(0), buffer.sampleRate) };
    } catch (error) {
      // Forgotten, so that it is asked for again next time.
      this.#clips.delete(key);
      if (!this.#missing.has(key)) console.warn(`clip ${key} is missing`, error);
      this.#missing.add(key);
      return null;
    }
  }
}
