import { setTimeout as sleep } from 'node:timers/promises';
import { makeDataFolder } from './bench-lounge.ts';
import { FloorStore } from './floor-store.ts';
import { bar, type Figure, figure, interleave, pairedRatio, timed } from './measure.ts';
import { RestHub } from './rest-client.ts';

/** Between two requests, so that what a hub does after its answer does not slow the other one. */
const pauseMs = 4;

/** A number over REST from a client that keeps its connection, hub against hand-written hub, each in its own process. */
export async function issueRest(): Promise<Figure> {
  const [hub, floor] = await Promise.all([
    RestHub.start('main/headless.ts', '--port', '0', '--data', makeDataFolder()),
    RestHub.start('tests/bench/floor-server.ts', makeDataFolder()),
  ]);
  const bare = new FloorStore(makeDataFolder());
  const over = (from: RestHub) => {
    const client = from.client();
    return async () => {
      await sleep(pauseMs);
      const { ms, status } = await client.take(from.nextService());
      if (status !== 201) throw new Error(`a ticket was refused with ${status}`);
      return ms;
    };
  };
  const samples = await interleave(
    { ours: over(hub), floor: over(floor), bare: () => timed(() => bare.insertBare()) },
    { rounds: 600, warmUp: 200 },
  );
  bare.close();
  await Promise.all([hub.stop(), floor.stop()]);
  const ratio = pairedRatio(samples.ours, samples.floor);
  return figure(
    'issue-rest',
    { what: 'take a number over REST', floorIs: 'a hand-written HTTP server around the same SQL transaction' },
    samples.ours,
    samples.floor,
    {
      ratio,
      bars: [bar('ratio', ratio, 1.6)],
      also: { 'ratio to one bare insert': pairedRatio(samples.ours, samples.bare) },
    },
  );
}
