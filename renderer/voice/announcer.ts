import type { DisplaySnapshot, SoundState } from '../../contract/display.ts';
import type { Clock } from '../clock.ts';
import { type Announced, Announcements, stands, type Turn } from './announcements.ts';
import type { Loudspeaker, Sound } from './loudspeaker.ts';
import { callSounds } from './words.ts';

/** The part of a snapshot that is announced. */
export type Announceable = Pick<DisplaySnapshot, 'at' | 'announcements' | 'sound'>;

/** Keeps what was announced over a reload. */
export interface Memory {
  read(): Announced | null;
  write(announced: Announced): void;
}

/** What screens show of the voice. */
export interface VoiceState {
  /** The call being spoken or flashed now. */
  readonly turn: Turn | null;
  readonly sound: SoundState;
  /** `callSeq` of the last call that was spoken since the page was loaded. */
  readonly lastSpoken: number | null;
}

export interface AnnouncerParts {
  readonly speaker: Pick<Loudspeaker, 'open' | 'play' | 'watch' | 'sound'>;
  readonly memory: Memory;
  readonly clock: Clock;
}

/** Between the first and the second time, ms. */
const repeatPause = 900;
/** Between two calls, ms. */
const callPause = 700;
/** A call that is not heard is seen for so long, ms. */
export const flashTime = 5_000;

/**
 * Announces every call once, one after another: chime, the sentence twice, in English too where that is wanted. While
 * muted or without sound the call flashes instead. Made once per page; `hear` gets every snapshot.
 */
export class Announcer {
  readonly #speaker: AnnouncerParts['speaker'];
  readonly #memory: Memory;
  readonly #clock: Clock;
  readonly #line: Announcements;
  readonly #listeners = new Set<() => void>();
  readonly #end = new AbortController();
  #state: VoiceState;
  #heard: { snapshot: Announceable; ahead: number } | null = null;
  #running = false;
  #remembered: Announced | null = null;

  constructor({ speaker, memory, clock }: AnnouncerParts) {
    this.#speaker = speaker;
    this.#memory = memory;
    this.#clock = clock;
    this.#line = new Announcements(memory.read());
    // Until it is known, nobody is told that there is no sound.
    this.#state = { turn: null, sound: 'on', lastSpoken: null };
    const unwatch = speaker.watch(() => this.#listen());
    this.#end.signal.addEventListener('abort', unwatch);
    void speaker.open().then(() => this.#listen());
  }

  get state(): VoiceState {
    return this.#state;
  }

  /** Calls when `state` is another; gives the way to stop that. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  hear(snapshot: Announceable): void {
    this.#heard = { snapshot, ahead: Date.parse(snapshot.at) - this.#clock.now() };
    this.#line.hear(Date.parse(snapshot.at), snapshot.announcements);
    this.#remember();
    this.#go();
  }

  /** Falls silent for good. */
  close(): void {
    this.#end.abort();
    this.#listeners.clear();
  }

  /** The loudspeaker has changed: what was only flashed may be spoken now. */
  #listen(): void {
    if (this.#running) return;
    this.#set({ sound: this.#speaker.sound });
    this.#go();
  }

  #go(): void {
    if (this.#running || this.#end.signal.aborted) return;
    this.#running = true;
    void this.#announceAll().finally(() => {
      this.#running = false;
    });
  }

  async #announceAll(): Promise<void> {
    await this.#speaker.open();
    for (let turn = this.#next(); turn !== null; turn = this.#next()) {
      this.#remember();
      this.#set({ turn });
      if (turn.manner === 'flashed') await this.#pause(flashTime);
      else await this.#speak(turn);
      if (this.#end.signal.aborted) return;
    }
    this.#set({ turn: null });
  }

  #next(): Turn | null {
    const sound = this.#speaker.sound;
    this.#set({ sound });
    const now = this.#now();
    return now === null ? null : this.#line.take({ at: now, muted: this.#muted(now), audible: sound === 'on' });
  }

  async #speak({ call }: Turn): Promise<void> {
    await this.#say('chime', ...this.#sentence(call));
    this.#set({ lastSpoken: call.callSeq });
    await this.#pause(repeatPause);
    const now = this.#now();
    // Muted or taken back in between: once was enough.
    if (now !== null && !this.#muted(now) && this.#line.repeats && this.#stands(call))
      await this.#say(...this.#sentence(call));
    await this.#pause(callPause);
  }

  #sentence({ number, counterName }: Turn['call']): Sound[] {
    const sentence = callSounds(number, counterName.id, 'id');
    if (this.#heard?.snapshot.sound.english !== true) return sentence;
    return [...sentence, repeatPause / 1_000, ...callSounds(number, counterName.id, 'en')];
  }

  #stands(call: Turn['call']): boolean {
    const snapshot = this.#heard?.snapshot;
    return snapshot === undefined || stands(call, Date.parse(snapshot.at), snapshot.announcements);
  }

  #say(...sounds: Sound[]): Promise<void> {
    const volume = this.#heard?.snapshot.sound.volume ?? 1;
    return this.#speaker.play(sounds, { volume, signal: this.#end.signal, first: true });
  }

  /** The hub's time, ms since 1970. */
  #now(): number | null {
    return this.#heard === null ? null : this.#clock.now() + this.#heard.ahead;
  }

  #muted(now: number): boolean {
    const until = this.#heard?.snapshot.sound.mutedUntil ?? null;
    return until !== null && Date.parse(until) > now;
  }

  #pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#clock.wake(this.#clock.now() + ms, resolve);
    const end = () => {
      cancel();
      resolve();
    };
    this.#end.signal.addEventListener('abort', end);
    return promise.finally(() => this.#end.signal.removeEventListener('abort', end));
  }

  #remember(): void {
    const { announced } = this.#line;
    if (announced === null || announced === this.#remembered) return;
    this.#remembered = announced;
    this.#memory.write(announced);
  }

  #set(change: Partial<VoiceState>): void {
    const next = { ...this.#state, ...change };
    const same = (Object.keys(change) as (keyof VoiceState)[]).every((key) => this.#state[key] === next[key]);
    if (same) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

/** Memory in the browser, for its origin. @param name tells apart displays that share a browser */
export function storedMemory(storage: Pick<Storage, 'getItem' | 'setItem'>, name: string): Memory {
  const key = `anjungan.announced.${name}`;
  return {
    read() {
      try {
        const { callSeq, newest } = JSON.parse(storage.getItem(key) ?? 'null') ?? {};
        return Number.isFinite(callSeq) && Number.isFinite(newest) ? { callSeq, newest } : null;
      } catch {
        return null;
      }
    },
    write(announced) {
      try {
        storage.setItem(key, JSON.stringify(announced));
      } catch (error) {
        // A full or forbidden storage costs the memory over a reload, never the voice.
        console.warn('what was announced could not be remembered', error);
      }
    },
  };
}
