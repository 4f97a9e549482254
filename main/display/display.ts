import type { LoungeFile } from '../../contract/catalogue.ts';
import type { Counter } from '../../contract/counters.ts';
import type { DisplaySetting } from '../../contract/devices.ts';
import type { DisplaySnapshot, SoundReport, SoundState } from '../../contract/display.ts';
import type { Actor } from '../../contract/principal.ts';
import type { Call } from '../../contract/queue.ts';
import { Live } from '../ops/live.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { Mute } from './mute.ts';

/** What a display shows of the queue. */
export interface QueueOnDisplay {
  counters(): Counter[];
  calls(): Call[];
  announcements(): Call[];
  missed(limit: number): string[];
  /** The next stretch of today, Unix ms, in which nothing is served between two that are. */
  nextBreak(wall: number): { from: number; to: number } | null;
}

export interface DisplayParts {
  readonly queue: QueueOnDisplay;
  readonly lounge: () => Pick<LoungeFile, 'name' | 'timeZone' | 'texts' | 'voice'>;
  readonly iso: (wall: number) => string;
  readonly clock: { wall(): number; tick(): number };
  readonly keys: RequestKeys;
  readonly mute: Mute;
  /** How one display is set; null for another machine. */
  readonly settingOf: (device: string) => DisplaySetting | null;
}

/** What one display said of itself last; ticks in ms. */
type Heard = Omit<SoundReport, 'seconds'> & { readonly tick: number };

const repeatMs = 8_000;
const shownMissed = 12;

/** The public screens: who is called where, what is spoken, and whether each can be heard. */
export class Display {
  readonly #its: DisplayParts;
  readonly #live: Live<DisplaySnapshot>;
  readonly #asSet = new WeakMap<DisplaySnapshot, Map<string, DisplaySnapshot>>();
  readonly #reports = new Map<string, Heard>();

  constructor(parts: DisplayParts) {
    this.#its = parts;
    this.#live = new Live(() => this.snapshot(), repeatMs);
  }

  /** What a screen shows, live, as that display is set. */
  watch(by: Actor, signal: AbortSignal | undefined) {
    return this.#live.watch(signal, (snapshot) => {
      const setting = this.#its.settingOf(by.device);
      return setting === null ? snapshot : this.#setTo(setting, snapshot);
    });
  }

  /** One snapshot for all that are set alike: it is checked once, however many they are. */
  #setTo(setting: DisplaySetting, snapshot: DisplaySnapshot): DisplaySnapshot {
    const known = this.#asSet.get(snapshot) ?? new Map<string, DisplaySnapshot>();
    this.#asSet.set(snapshot, known);
    const key = JSON.stringify(setting);
    const found = known.get(key);
    if (found) return found;
    const { volume, counters, language } = setting;
    const sound = volume === null ? snapshot.sound : { ...snapshot.sound, volume };
    // A display whose counters are all gone shows the others instead of nothing.
    const left = counters?.filter((id) => snapshot.counters.some((counter) => counter.id === id)) ?? [];
    const shows = { counters: left.length === 0 ? null : left, language };
    const set = { ...snapshot, shows, sound };
    known.set(key, set);
    return set;
  }

  changed(): void {
    this.#live.changed();
  }

  snapshot(): DisplaySnapshot {
    const { queue, iso, clock, mute } = this.#its;
    const lounge = this.#its.lounge();
    const wall = clock.wall();
    const gap = queue.nextBreak(wall);
    const mutedUntil = mute.until(wall);
    return {
      at: iso(wall),
      timeZone: lounge.timeZone,
      name: lounge.name,
      counters: queue
        .counters()
        .map(({ id, name, state, pauseReason, number }) => ({ id, name, state, pauseReason, number })),
      calls: queue.calls(),
      announcements: queue.announcements(),
      missed: queue.missed(shownMissed),
      texts: lounge.texts,
      nextBreak: gap && { from: iso(gap.from), to: iso(gap.to) },
      shows: { counters: null, language: 'id' },
      sound: { ...lounge.voice, mutedUntil: mutedUntil === null ? null : iso(mutedUntil) },
    };
  }

  /** A display says whether it can be heard and what it spoke last. */
  report(by: Actor, { sound, lastSpoken }: { sound: SoundState; lastSpoken: number | null }): Record<string, never> {
    this.#reports.set(by.device, { device: by.device, sound, lastSpoken, tick: this.#its.clock.tick() });
    return {};
  }

  /** What every display said of itself last. */
  sounds(): SoundReport[] {
    const now = this.#its.clock.tick();
    return [...this.#reports.values()].map(({ tick, ...said }) => ({
      ...said,
      seconds: Math.max(0, Math.floor((now - tick) / 1000)),
    }));
  }

  /** Silence for some minutes, or its end. */
  silence(by: Actor, { minutes, requestKey }: { minutes: number | null; requestKey: string }) {
    const { keys, mute, clock, iso } = this.#its;
    const { answer, acted } = keys.once(by, requestKey, ['display.mute', minutes], () => {
      const until = mute.set(by, minutes, clock.wall());
      return { mutedUntil: until === null ? null : iso(until) };
    });
    if (acted) this.changed();
    return answer;
  }
}
