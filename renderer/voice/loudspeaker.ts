import type { SoundState } from '../../contract/display.ts';
import { audible, join, type Span } from './join.ts';

/** A clip by its path under the sounds, without its ending (`id/letter.A`, `chime`), or a pause in seconds. */
export type Sound = string | number;

export interface Playing {
  /** 0 to 1. */
  readonly volume?: number;
  /** Ends it at once. */
  readonly signal?: AbortSignal;
  /** Everything else falls silent for it and begins only after it: a call must be heard. */
  readonly first?: boolean;
}

interface Clip {
  readonly buffer: AudioBuffer;
  readonly span: Span;
}

/** Decoded clips that are kept, the latest used. */
const kept = 64;
/** A clip that is not there by then is left out. */
const loadTimeout = 3_000;
/** Seconds until the first clip, so that it is not cut. */
const lead = 0.02;
/** A browser that lets a page sound by itself has begun by then. */
const startTimeout = 1_000;
/** When a sound has not ended by so many seconds after its time, nothing is sounding. */
const overdue = 2;

/** The page's loudspeaker: its one AudioContext, and recorded clips played one after another. Made once per page. */
export class Loudspeaker {
  readonly #base: string;
  readonly #changed = new Set<() => void>();
  #context: AudioContext | null = null;
  #broken: boolean;
  /** The machine has nothing to sound with. */
  #deviceless = false;
  /** Where the context's time stood when a sound did not come to its end. */
  #stalledAt: number | null = null;
  /** In the order of their last use. */
  readonly #clips = new Map<string, Promise<Clip | null>>();
  readonly #missing = new Set<string>();
  #yielding = new AbortController();
  #first: Promise<void> | null = null;

  /** @param base where the clips are, as `<base>/<path>.ogg`; relative to the page */
  constructor(base: string, page: Pick<Window, 'addEventListener'>) {
    this.#base = base;
    this.#broken = typeof AudioContext === 'undefined';
    // The end of a touch is the gesture, not its start; captured, so that the first button touched can already speak.
    for (const gesture of ['pointerup', 'keydown']) {
      page.addEventListener(gesture, () => this.#wake(), { capture: true });
    }
  }

  /** Begins without a gesture, where the browser allows that; answers when it sounds or is seen to be blocked. */
  async open(): Promise<void> {
    this.#wake();
    const context = this.#context;
    if (context === null || context.state === 'running') return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, startTimeout);
    const stop = this.watch(() => context.state === 'running' && resolve());
    await promise;
    clearTimeout(timer);
    stop();
  }

  get sound(): SoundState {
    if (this.#broken) return 'failed';
    if (this.#deviceless || this.#stalled()) return 'no_device';
    return this.#context?.state === 'running' ? 'on' : 'blocked';
  }

  /** Calls when `sound` may have changed; gives the way to stop that. */
  watch(changed: () => void): () => void {
    this.#changed.add(changed);
    return () => this.#changed.delete(changed);
  }

  /** Plays one after another, without what is missing; ready when it was heard, was ended, or cannot be heard. */
  async play(sounds: readonly Sound[], { volume = 1, signal, first = false }: Playing = {}): Promise<void> {
    const context = this.#context;
    if (context === null) return;
    if (!first) return this.#sound(context, sounds, volume, [signal, this.#yielding.signal], () => this.#first);
    this.#yielding.abort();
    this.#yielding = new AbortController();
    const playing = this.#sound(context, sounds, volume, [signal], () => null);
    this.#first = playing;
    await playing;
    if (this.#first === playing) this.#first = null;
  }

  #wake(): void {
    if (this.#broken) return;
    if (this.#context !== null) {
      if (this.#context.state !== 'running') void this.#context.resume().catch(() => undefined);
      return;
    }
    try {
      const context: AudioContext & { onerror?: () => void } = new AudioContext();
      this.#context = context;
      const tell = () => {
        for (const changed of this.#changed) changed();
      };
      context.onstatechange = () => {
        if (context.state === 'running') this.#deviceless = false;
        tell();
      };
      // Fired when the sound device cannot be opened or has gone.
      context.onerror = () => {
        this.#deviceless = true;
        tell();
      };
    } catch (error) {
      this.#broken = true;
      console.warn('no sound on this machine', error);
    }
  }

  /** Time that stands still although the context runs; it counts again as soon as it moves. */
  #stalled(): boolean {
    if (this.#stalledAt !== null && (this.#context?.currentTime ?? 0) > this.#stalledAt) this.#stalledAt = null;
    return this.#stalledAt !== null;
  }

  async #sound(
    context: AudioContext,
    sounds: readonly Sound[],
    volume: number,
    ends: readonly (AbortSignal | undefined)[],
    turn: () => Promise<void> | null,
  ): Promise<void> {
    const end = AbortSignal.any(ends.filter((signal) => signal !== undefined));
    const loading = sounds.map((sound) =>
      typeof sound === 'number' ? Promise.resolve(sound) : this.#clip(context, sound),
    );
    const clips = await Promise.all(loading);
    for (let before = turn(); before !== null && !end.aborted; before = turn()) await before;
    if (end.aborted) return;
    // It is suspended after the machine has slept or its sound device has changed.
    if (context.state !== 'running') void context.resume().catch(() => undefined);
    await this.#schedule(context, join(clips, context.currentTime + lead), volume, end);
  }

  #schedule(
    context: AudioContext,
    joined: readonly { clip: Clip; at: number }[],
    volume: number,
    end: AbortSignal,
  ): Promise<void> {
    const last = joined.at(-1);
    if (last === undefined) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const gain = volume === 1 ? null : context.createGain();
    if (gain !== null) {
      gain.gain.value = volume;
      gain.connect(context.destination);
    }
    const sources = joined.map(({ clip, at }) => {
      const source = context.createBufferSource();
      source.buffer = clip.buffer;
      source.connect(gain ?? context.destination);
      source.start(at, clip.span.offset, clip.span.duration);
      return source;
    });
    const started = context.currentTime;
    const left = last.at + last.clip.span.duration - started;
    const timer = setTimeout(
      () => {
        if (context.currentTime === started) this.#stalledAt = started;
        done();
      },
      (left + overdue) * 1_000,
    );
    const done = () => {
      clearTimeout(timer);
      end.removeEventListener('abort', stop);
      gain?.disconnect();
      resolve();
    };
    const stop = () => {
      for (const source of sources) source.stop();
      done();
    };
    end.addEventListener('abort', stop);
    const final = sources.at(-1);
    if (final !== undefined) final.onended = done;
    return promise;
  }

  #clip(context: AudioContext, path: string): Promise<Clip | null> {
    const clip = this.#clips.get(path) ?? this.#load(context, path);
    this.#clips.delete(path);
    this.#clips.set(path, clip);
    for (const oldest of this.#clips.keys()) {
      if (this.#clips.size <= kept) break;
      this.#clips.delete(oldest);
    }
    return clip;
  }

  async #load(context: AudioContext, path: string): Promise<Clip | null> {
    try {
      const answer = await fetch(`${this.#base}/${path}.ogg`, { signal: AbortSignal.timeout(loadTimeout) });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const buffer = await context.decodeAudioData(await answer.arrayBuffer());
      return { buffer, span: audible(buffer.getChannelData(0), buffer.sampleRate) };
    } catch (error) {
      // Forgotten, so that it is asked for again next time.
      this.#clips.delete(path);
      if (!this.#missing.has(path)) console.warn(`clip ${path} is missing`, error);
      this.#missing.add(path);
      return null;
    }
  }
}
