import type { Clock } from '../../../renderer/clock.ts';

/** Web Audio by a virtual clock: nothing sounds, and what would have sounded is written down, `id/letter.A`. */
export function silentAudio(clock: Clock) {
  const spoken: string[] = [];
  const seconds = () => clock.now() / 1_000;
  const names = new WeakMap<object, string>();

  class Source {
    buffer: object | null = null;
    #ends = 0;
    #cancel: (() => void) | undefined;
    /** Only the last source of a sentence is waited for. */
    set onended(ended: () => void) {
      this.#cancel = clock.wake(this.#ends * 1_000, ended);
    }
    connect(): void {}
    start(at: number, _offset: number, duration: number): void {
      const name = this.buffer === null ? undefined : names.get(this.buffer);
      if (name !== undefined) spoken.push(name);
      this.#ends = at + duration;
    }
    stop(): void {
      this.#cancel?.();
    }
  }

  class Context {
    readonly state = 'running';
    readonly destination = {};
    get currentTime(): number {
      return seconds();
    }
    async decodeAudioData(bytes: ArrayBuffer): Promise<object> {
      const name = new TextDecoder().decode(bytes);
      const samples = new Float32Array(8_000 * (name === 'chime' ? 1.9 : 0.6)).fill(0.5);
      const buffer = { sampleRate: 8_000, getChannelData: () => samples };
      names.set(buffer, name);
      return buffer;
    }
    createBufferSource(): Source {
      return new Source();
    }
    createGain(): object {
      return { gain: { value: 1 }, connect: () => undefined, disconnect: () => undefined };
    }
  }

  return {
    spoken,
    Context,
    /** Every clip is there, and says its own name. */
    fetch: async (url: string) => new Response(/\/sounds\/(.*)\.ogg$/.exec(url)?.[1] ?? ''),
  };
}
