import { describe, expect, it } from 'vitest';
import { Live } from './live.ts';

describe('a live value', () => {
  it('gives a reader the value now, then each later one', async () => {
    let value = 1;
    const live = new Live(() => value, 60_000);
    const reader = live.watch(undefined);
    expect((await reader.next()).value).toBe(1);
    const next = reader.next();
    value = 2;
    live.changed();
    expect((await next).value).toBe(2);
  });

  it('keeps one value for a slow reader, the latest', async () => {
    let value = 1;
    const live = new Live(() => value, 60_000);
    const reader = live.watch(undefined);
    await reader.next();
    for (value = 2; value < 50; value += 1) live.changed();
    expect((await reader.next()).value).toBe(50);
  });

  it('is read once a change, however many read it', async () => {
    let reads = 0;
    const live = new Live(() => ++reads, 60_000);
    const readers = Array.from({ length: 50 }, () => live.watch(undefined));
    await Promise.all(readers.map((reader) => reader.next()));
    expect(reads).toBe(1);
    const next = readers.map((reader) => reader.next());
    live.changed();
    await Promise.all(next);
    expect(reads).toBe(2);
  });

  it('repeats itself when nothing changes, read anew', async () => {
    let reads = 0;
    const live = new Live(() => ++reads, 5);
    const reader = live.watch(undefined);
    await reader.next();
    expect((await reader.next()).value).toBe(2);
  });

  it('ends when the reader goes away', async () => {
    const gone = new AbortController();
    const live = new Live(() => 1, 60_000);
    const reader = live.watch(gone.signal);
    await reader.next();
    const next = reader.next();
    gone.abort();
    expect((await next).done).toBe(true);
  });
});
