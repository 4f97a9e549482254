import { describe, expect, it } from 'vitest';
import { guarded } from './guarded.ts';

/** A guard that a test makes refuse, and a stream that a test fills. */
function scene() {
  let refusal: Error | null = null;
  const listeners = new Set<() => void>();
  let ended = 0;
  const waiting: ((value: number) => void)[] = [];
  async function* numbers() {
    try {
      for (;;) yield await new Promise<number>((resolve) => waiting.push(resolve));
    } finally {
      ended += 1;
    }
  }
  const stream = guarded(numbers(), {
    refusal: () => refusal,
    onChange: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  });
  return {
    stream,
    send: (value: number) => waiting.shift()?.(value),
    change: (error: Error | null) => {
      refusal = error;
      for (const changed of listeners) changed();
    },
    listeners,
    ended: () => ended,
  };
}

const refused = new Error('not any more');

describe('a guarded stream', () => {
  it('goes on while its guard has nothing against it', async () => {
    const { stream, send, change } = scene();
    const next = stream.next();
    change(null);
    send(7);
    expect(await next).toEqual({ done: false, value: 7 });
  });

  it('fails at once while it waits, and is over then', async () => {
    const { stream, change, send, listeners, ended } = scene();
    const next = stream.next();
    change(refused);
    await expect(next).rejects.toBe(refused);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    expect(listeners.size).toBe(0);
    send(7);
    await expect.poll(ended).toBe(1);
  });

  it('gives nothing more when it is refused between two values', async () => {
    const { stream, send, change } = scene();
    const next = stream.next();
    send(7);
    await next;
    change(refused);
    await expect(stream.next()).rejects.toBe(refused);
    expect((await stream.next()).done).toBe(true);
  });

  it('stops listening when its reader goes', async () => {
    const { stream, send, listeners, ended } = scene();
    const next = stream.next();
    send(7);
    await next;
    await stream.return?.();
    expect(listeners.size).toBe(0);
    expect(ended()).toBe(1);
  });
});
