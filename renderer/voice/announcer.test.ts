import { beforeEach, describe, expect, it } from 'vitest';
import type { SoundState } from '../../contract/display.ts';
import type { Call } from '../../contract/queue.ts';
import type { Clock } from '../clock.ts';
import { type Announceable, Announcer, type Memory, storedMemory } from './announcer.ts';
import type { Sound } from './loudspeaker.ts';

const start = Date.parse('2026-11-24T09:00:00+07:00');
let now: number;
let wakes: { at: number; call: () => void }[];
/** Sentences as the loudspeaker got them, with the moment. */
let played: string[];
let volumes: number[];
let sound: SoundState;
let soundChanged: (() => void) | undefined;
let kept: ReturnType<Memory['read']>;
/** Every reading takes four seconds. */
const reading = 4_000;

const clock: Clock = {
  now: () => now,
  wake(at, call) {
    const wake = { at, call };
    wakes.push(wake);
    return () => {
      wakes = wakes.filter((other) => other !== wake);
    };
  },
};

const memory: Memory = {
  read: () => kept,
  write: (announced) => {
    kept = announced;
  },
};

const announcer = () =>
  new Announcer({
    speaker: {
      get sound() {
        return sound;
      },
      open: () => Promise.resolve(),
      watch(changed) {
        soundChanged = changed;
        return () => undefined;
      },
      async play(sounds: readonly Sound[], { volume = 1 } = {}) {
        const words = sounds.filter((each) => typeof each === 'string').join(' ');
        played.push(words.replaceAll('id/', '').replaceAll(/(word|digit|letter|number)\./g, ''));
        volumes.push(volume);
        await new Promise<void>((done) => clock.wake(now + reading, done));
      },
    },
    memory,
    clock,
  });

/** Lets time pass in small steps, so that what waits for a moment sees that moment. */
async function pass(ms: number) {
  for (const end = now + ms; now < end; now += 100) {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    const due = wakes.filter(({ at }) => at <= now);
    wakes = wakes.filter(({ at }) => at > now);
    for (const { call } of due) call();
  }
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

const call = (callSeq: number, counter = 'Loket 3'): Call => ({
  callSeq,
  number: `A00${callSeq}`,
  counterId: '3',
  counterName: { id: counter, en: counter.replace('Loket', 'Counter') },
  calledAt: new Date(start + now).toISOString(),
});
const said = (announcements: Call[], change: Partial<Announceable['sound']> = {}): Announceable => ({
  at: new Date(start + now).toISOString(),
  announcements,
  sound: { volume: 0.6, mutedUntil: null, english: false, ...change },
});

beforeEach(() => {
  now = 0;
  wakes = [];
  played = [];
  volumes = [];
  sound = 'on';
  kept = { callSeq: 0, newest: start };
});

describe('the announcer', () => {
  it('says a call twice, with the chime before the first time only', async () => {
    const voice = announcer();
    voice.hear(said([call(1)]));
    await pass(20_000);
    expect(played).toEqual(['chime number A 0 0 1 proceed counter 3', 'number A 0 0 1 proceed counter 3']);
    expect(volumes).toEqual([0.6, 0.6]);
    expect(voice.state).toEqual({ turn: null, sound: 'on', lastSpoken: 1 });
  });

  it('adds English where that is wanted', async () => {
    announcer().hear(said([call(1)], { english: true }));
    await pass(1_000);
    expect(played[0]).toBe(
      'chime number A 0 0 1 proceed counter 3 en/number en/A en/0 en/0 en/1 en/proceed en/counter en/3',
    );
  });

  it('never cuts a call off, and shows the call that is being said', async () => {
    const voice = announcer();
    const first = call(1);
    voice.hear(said([first]));
    await pass(1_000);
    voice.hear(said([first, call(2)]));
    await pass(1_000);
    expect(voice.state.turn?.call.callSeq).toBe(1);
    await pass(9_000);
    expect(voice.state.turn?.call.callSeq).toBe(2);
    await pass(20_000);
    expect(played.map((words) => words.replace('chime ', '').slice(0, 14))).toEqual([
      'number A 0 0 1',
      'number A 0 0 1',
      'number A 0 0 2',
      'number A 0 0 2',
    ]);
  });

  it('says nothing again after a reload, not even what a reload cut off', async () => {
    const first = call(1);
    announcer().hear(said([first]));
    await pass(1_000);
    wakes = [];
    const again = announcer();
    again.hear(said([first, call(2)]));
    await pass(30_000);
    expect(played.filter((words) => words.includes('A 0 0 1'))).toHaveLength(1);
    expect(played.filter((words) => words.includes('A 0 0 2'))).toHaveLength(2);
  });

  it('does not say a second time what was taken back after the first', async () => {
    const voice = announcer();
    voice.hear(said([call(1)]));
    await pass(3_000);
    voice.hear(said([]));
    await pass(10_000);
    expect(played).toHaveLength(1);
  });

  it('catches up with a long line by saying each once', async () => {
    const voice = announcer();
    voice.hear(said([1, 2, 3, 4, 5, 6, 7].map((seq) => call(seq))));
    await pass(120_000);
    const times = (seq: number) => played.filter((words) => words.includes(`A 0 0 ${seq}`)).length;
    expect([1, 2, 3, 4, 5, 6, 7].map(times)).toEqual([1, 1, 2, 2, 2, 2, 2]);
  });

  it('flashes a call for five seconds while muted, and is heard again by itself', async () => {
    const voice = announcer();
    const muted = call(1);
    voice.hear(said([muted], { mutedUntil: new Date(start + 8_000).toISOString() }));
    await pass(1_000);
    expect(voice.state.turn).toEqual({ call: muted, manner: 'flashed' });
    await pass(5_000);
    expect(voice.state).toMatchObject({ turn: null, lastSpoken: null });
    await pass(4_000);
    voice.hear(said([muted, call(2)], { mutedUntil: new Date(start + 8_000).toISOString() }));
    await pass(20_000);
    expect(played.map((words) => words.includes('A 0 0 2'))).toEqual([true, true]);
  });

  it('flashes while the browser blocks the sound, and speaks as soon as the screen is touched', async () => {
    sound = 'blocked';
    const voice = announcer();
    voice.hear(said([call(1)]));
    await pass(8_000);
    expect(voice.state.sound).toBe('blocked');
    expect(played).toEqual([]);
    sound = 'on';
    soundChanged?.();
    await pass(1_000);
    expect(voice.state.sound).toBe('on');
    expect(played).toHaveLength(1);
  });
});

describe('the memory in the browser', () => {
  it('gives back what was written, and nothing for what it does not understand', () => {
    const shelf = new Map<string, string>();
    const storage = {
      getItem: (key: string) => shelf.get(key) ?? null,
      setItem: (key: string, value: string) => void shelf.set(key, value),
    };
    const all = storedMemory(storage, 'all');
    expect(all.read()).toBeNull();
    all.write({ callSeq: 7, newest: 12 });
    expect(storedMemory(storage, 'all').read()).toEqual({ callSeq: 7, newest: 12 });
    expect(storedMemory(storage, '1,2').read()).toBeNull();
    for (const key of shelf.keys()) shelf.set(key, '{"callSeq":"x"');
    expect(all.read()).toBeNull();
  });
});
