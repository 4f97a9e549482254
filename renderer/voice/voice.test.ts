import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createVoice, type Voice } from './voice.ts';

/** Clips that exist, with their length in seconds. */
const lengths: Record<string, number> = { 'letter.A': 0.5, 'digit.0': 0.25, 'digit.1': 0.3 };
let contexts: number;
let fetched: string[];
let started: { key: string; at: number }[];
let stopped: string[];
let page: EventTarget;
let voice: Voice;

class FakeContext {
  readonly state = 'running';
  readonly currentTime = 100;
  readonly destination = {};
  constructor() {
    contexts += 1;
  }
  async decodeAudioData(bytes: ArrayBuffer) {
    const key = new TextDecoder().decode(bytes);
    const samples = new Float32Array((lengths[key] ?? 0) * 1000).fill(1);
    return { key, sampleRate: 1000, getChannelData: () => samples };
  }
  createBufferSource() {
    const source = {
      buffer: { key: '' },
      connect: () => undefined,
      start: (at: number) => started.push({ key: source.buffer.key, at }),
      stop: () => stopped.push(source.buffer.key),
    };
    return source;
  }
}

beforeEach(() => {
  contexts = 0;
  fetched = [];
  started = [];
  stopped = [];
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('AudioContext', FakeContext);
  vi.stubGlobal('fetch', async (url: string) => {
    fetched.push(url);
    const key = /([^/]+)\.ogg$/.exec(url)?.[1] ?? '';
    return key in lengths ? new Response(key) : new Response(null, { status: 404 });
  });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  voice = createVoice({ base: '/sounds' });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const touch = () => page.dispatchEvent(new Event('pointerup'));
const keys = () => started.map(({ key }) => key);

it('says nothing before the first touch, and makes one context with it', async () => {
  expect(voice.available()).toBe(true);
  voice.say('id', ['letter.A']);
  expect(contexts).toBe(0);
  touch();
  touch();
  page.dispatchEvent(new Event('keydown'));
  expect(contexts).toBe(1);
  expect(fetched).toEqual([]);
});

it('plays the clips of the language one after another, without the missing one', async () => {
  touch();
  voice.say('en', ['letter.A', 'digit.9', 'digit.0', 'digit.1']);
  await vi.waitFor(() => expect(keys()).toEqual(['letter.A', 'digit.0', 'digit.1']));
  expect(started.map(({ at }) => Math.round((at - 100.02) * 1000))).toEqual([0, 500, 750]);
  expect(fetched).toContain('/sounds/en/letter.A.ogg');
});

it('warns once of a missing clip, and asks for it again', async () => {
  touch();
  for (let i = 1; i <= 3; i += 1) {
    voice.say('id', ['digit.9', 'digit.0']);
    await vi.waitFor(() => expect(started).toHaveLength(i));
  }
  expect(vi.mocked(console.warn).mock.calls.map(([text]) => text)).toEqual(['clip id/digit.9 is missing']);
  expect(fetched.filter((url) => url.includes('digit.9'))).toHaveLength(3);
  expect(fetched.filter((url) => url.includes('digit.0'))).toHaveLength(1);
});

it('interrupts what is being said or loaded', async () => {
  touch();
  voice.say('id', ['letter.A']);
  voice.say('id', ['digit.0']);
  await vi.waitFor(() => expect(keys()).toEqual(['digit.0']));
  voice.say('id', ['digit.1']);
  expect(stopped).toEqual(['digit.0']);
  await vi.waitFor(() => expect(keys()).toEqual(['digit.0', 'digit.1']));
  voice.stop();
  expect(stopped).toEqual(['digit.0', 'digit.1']);
});

it('keeps the 64 clips used last', async () => {
  touch();
  for (let i = 0; i < 70; i += 1) lengths[`word.${i}`] = 0.1;
  for (let i = 0; i < 70; i += 1) {
    voice.say('id', ['letter.A', `word.${i}`]);
    await vi.waitFor(() => expect(started).toHaveLength(2 * (i + 1)), { interval: 1 });
  }
  voice.say('id', ['letter.A', 'word.69', 'word.0']);
  await vi.waitFor(() => expect(started).toHaveLength(143));
  const times = (key: string) => fetched.filter((url) => url.endsWith(`/${key}.ogg`)).length;
  expect([times('letter.A'), times('word.69'), times('word.0')]).toEqual([1, 1, 2]);
});

it('is not available where there is no sound', () => {
  vi.stubGlobal('AudioContext', undefined);
  expect(createVoice().available()).toBe(false);
  vi.stubGlobal('AudioContext', function Broken() {
    throw new Error('no device');
  });
  const broken = createVoice();
  touch();
  expect(broken.available()).toBe(false);
  broken.say('id', ['letter.A']);
});
