import { expect, it } from 'vitest';
import { SpaceWatch } from './space-watch.ts';

const mb = 1_000_000;

/** A disk whose free bytes a test says, and what the watch did to it. */
function disk(start: number, ballastThere = true) {
  const its = { free: start * mb, there: ballastThere, said: [] as string[] };
  const watch = new SpaceWatch({
    free: () => {
      if (Number.isNaN(its.free)) throw new Error('EIO');
      return its.free;
    },
    ballast: {
      bytes: 64 * mb,
      get isThere() {
        return its.there;
      },
      lay: async () => {
        its.there = true;
        its.free -= 64 * mb;
      },
      throwOff: () => {
        its.there = false;
        its.free += 64 * mb;
      },
    },
    log: { info: () => undefined, warn: (_, text) => its.said.push(text), error: (_, text) => its.said.push(text) },
  });
  const at = (free: number) => {
    its.free = free * mb;
    watch.look();
    return watch;
  };
  return { its, watch, at };
}

it('takes no requests under 500 MB and gives no tickets under 200', () => {
  const { at } = disk(800);
  expect(at(499)).toMatchObject({ takesRequests: false, givesTickets: true });
  expect(at(199)).toMatchObject({ takesRequests: false, givesTickets: false });
  expect(at(300)).toMatchObject({ takesRequests: false, givesTickets: true });
  expect(at(800)).toMatchObject({ takesRequests: true, givesTickets: true });
});

it('throws the ballast off at 50 MB, already at the start, and gives no tickets for it', () => {
  const { its, watch } = disk(10);
  expect(its.there).toBe(false);
  expect(its.free).toBe(74 * mb);
  watch.look();
  expect(watch.level).toBe('no_tickets');
});

it('lays the ballast down again when there is room, and not before', async () => {
  const { its, watch } = disk(560, false);
  await watch.layBallast();
  expect(its.there).toBe(false);
  its.free = 900 * mb;
  await watch.layBallast();
  expect(its.there).toBe(true);
});

it('tells of a change once', () => {
  const { its, watch, at } = disk(800);
  let told = 0;
  watch.onChange(() => {
    told += 1;
  });
  at(300);
  at(310);
  at(800);
  expect(told).toBe(2);
  expect(its.said.length).toBe(2);
});

it('keeps what it knew when the disk does not answer', () => {
  const { its, watch, at } = disk(800);
  at(300);
  its.free = Number.NaN;
  watch.look();
  expect(watch.level).toBe('no_requests');
});
