import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MediaItem } from '../../../contract/media.ts';
import { keyOf, nothing, type Playlist, type PlaylistAct, playable, played } from './playlist.ts';

const item = (name: string, version = '1'): MediaItem => ({ name, kind: 'picture', version });
const [a, b, c] = [item('a'), item('b'), item('c')];
const after = (...acts: PlaylistAct[]) => acts.reduce(played, nothing);
/** Each list that the hub sends is made of new objects. */
const list = (...items: MediaItem[]): PlaylistAct => ({ act: 'listed', items: structuredClone(items) });
const ready = (one: MediaItem): PlaylistAct => ({ act: 'ready', key: keyOf(one) });
const failed = (one: MediaItem): PlaylistAct => ({ act: 'failed', key: keyOf(one) });
const due: PlaylistAct = { act: 'due' };
const names = ({ shown, coming }: Playlist) => [shown?.name ?? null, coming?.name ?? null];

describe('pictures', () => {
  it('come one after the other and begin again, each only when it is ready', () => {
    let now = after(list(a, b, c));
    expect(names(now)).toEqual([null, 'a']);
    const seen: (string | undefined)[] = [];
    for (const one of [a, b, c, a, b]) {
      now = played(now, ready(one));
      seen.push(now.shown?.name);
      expect(now.coming).toBeNull();
      now = played(now, due);
    }
    expect(seen).toEqual(['a', 'b', 'c', 'a', 'b']);
  });

  it('stay while the next one loads, and for good when there is no other', () => {
    const waiting = after(list(a, b), ready(a), due);
    expect(names(waiting)).toEqual(['a', 'b']);
    expect(played(waiting, due)).toBe(waiting);
    expect(names(after(list(a), ready(a), due))).toEqual(['a', null]);
  });

  it('leave while the next one is seen', () => {
    const fading = after(list(a, b), ready(a), due, ready(b));
    expect(fading.leaving).toEqual(a);
    expect(played(fading, { act: 'faded' }).leaving).toBeNull();
  });

  it('that are broken are left out, and all of them together leave nothing', () => {
    const two = after(list(a, b, c), ready(a), due, failed(b));
    expect(names(two)).toEqual(['a', 'c']);
    expect(names([ready(c), due, ready(a), due].reduce(played, two))).toEqual(['a', 'c']);
    const none = after(list(a, b), failed(a), failed(b));
    expect(names(none)).toEqual([null, null]);
    expect(none.broken).toEqual([keyOf(a), keyOf(b)]);
    expect(names(played(none, { act: 'retry' }))).toEqual([null, 'a']);
  });

  it('that break off while they are shown stay until another one is ready', () => {
    expect(names(after(list(a, b), ready(a), failed(a)))).toEqual(['a', 'b']);
    expect(names(after(list(a), ready(a), failed(a)))).toEqual([null, null]);
  });

  it('that are taken away vanish at once, and the walk goes on where they stood', () => {
    expect(names(after(list(a, b, c), ready(a), due, ready(b), list(a, c)))).toEqual([null, 'c']);
    expect(names(after(list(a, b, c), ready(a), due, list(a, c)))).toEqual(['a', 'c']);
    expect(names(after(list(a, b), ready(a), list()))).toEqual([null, null]);
  });

  it('that are replaced by others of their name are loaded anew', () => {
    const newer = item('a', '2');
    expect(names(after(list(a), failed(a), list(newer)))).toEqual([null, 'a']);
    expect(after(list(a), ready(a), list(newer)).coming).toEqual(newer);
  });

  it('that came or went elsewhere in the list do not disturb what is shown', () => {
    expect(names(after(list(b), ready(b), list(a, b, c)))).toEqual(['b', null]);
    expect(names(after(list(b), ready(b), list(a, b, c), due))).toEqual(['b', 'c']);
  });

  it('come back where they were when there is room again', () => {
    expect(names(after(list(a, b, c), ready(a), due, ready(b), { act: 'hidden' }))).toEqual([null, 'b']);
    expect(names(after(list(a, b), { act: 'hidden' }))).toEqual([null, 'a']);
    expect(names(after(list(a, b), ready(a), failed(a), { act: 'hidden' }))).toEqual([null, 'b']);
  });
});

describe('whatever happens', () => {
  const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 }).map((all) => all.sort());
  const key = fc.constantFrom(...['a', 'b', 'c', 'd', 'e'].map((name) => keyOf(item(name))));
  const act: fc.Arbitrary<PlaylistAct> = fc.oneof(
    some.map((all) => list(...all.map((name) => item(name)))),
    key.map((one) => ({ act: 'ready' as const, key: one })),
    key.map((one) => ({ act: 'failed' as const, key: one })),
    fc.constantFrom<PlaylistAct>(due, { act: 'faded' }, { act: 'hidden' }, { act: 'retry' }),
  );

  it('nothing is shown or loaded that is not on the list, broken things are not loaded, and no more than one is', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let now = nothing;
        for (const one of acts) {
          now = played(now, one);
          for (const held of [now.shown, now.coming])
            if (held !== null) expect(now.items.map(keyOf)).toContain(keyOf(held));
          if (now.coming !== null) {
            expect(now.broken).not.toContain(keyOf(now.coming));
            expect(now.coming).not.toEqual(now.shown);
          }
          // A display with something to play is never left without.
          if (playable(now).length > 0) expect(now.shown ?? now.coming).not.toBeNull();
          expect(new Set(now.broken).size).toBe(now.broken.length);
          expect(now.broken.length).toBeLessThanOrEqual(now.items.length);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('a full round shows everything that can be played, once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 2 }), fc.nat(4), (all, bad) => {
        const items = all.map((name) => item(name));
        const broken = items[bad % items.length] as MediaItem;
        let now = after(list(...items));
        const seen: string[] = [];
        for (let step = 0; step < 3 * items.length; step += 1) {
          if (now.coming === null) now = played(now, due);
          else if (keyOf(now.coming) === keyOf(broken)) now = played(now, failed(broken));
          else {
            seen.push(now.coming.name);
            now = played(now, ready(now.coming));
          }
        }
        const good = items.filter((one) => one !== broken).map(({ name }) => name);
        expect(new Set(seen)).toEqual(new Set(good));
        expect(seen.slice(0, good.length)).toEqual(good);
      }),
    );
  });
});
