import { setTimeout as sleep } from 'node:timers/promises';
import { staffCounters } from './bench-counters.ts';
import { makeDataFolder } from './bench-lounge.ts';
import { bar, type Figure, figure, interleave, pairedRatio } from './measure.ts';
import { RestHub } from './rest-client.ts';

const waiting = 1_000;
const counterId = '3';
/** Between two requests, so that what a hub does after its answer does not slow the other one. */
const pauseMs = 4;

/** Calls the next of 1,000 who wait, over REST; then finishes with them and lets another come, untimed. */
export async function callNext(): Promise<Figure> {
  const [ourData, floorData] = [makeDataFolder(), makeDataFolder()];
  const [token] = await staffCounters(ourData, [counterId], waiting);
  const [hub, floor] = await Promise.all([
    RestHub.start('main/headless.ts', '--port', '0', '--data', ourData),
    RestHub.start('tests/bench/floor-counter.ts', floorData, String(waiting)),
  ]);
  const over = (from: RestHub, own?: string) => {
    const [desk, kiosk] = [from.client(own), from.client()];
    return async () => {
      await sleep(pauseMs);
      const { ms, status, body } = await desk.post(`/api/counters/${counterId}/call-next`, {});
      if (status !== 200 || body['current'] === null) throw new Error(`nobody was called: ${status}`);
      await desk.post(`/api/counters/${counterId}/done`, {});
      await kiosk.take('surat-desa');
      return ms;
    };
  };
  const samples = await interleave({ ours: over(hub, token), floor: over(floor) }, { rounds: 400, warmUp: 150 });
  await Promise.all([hub.stop(), floor.stop()]);
  const ratio = pairedRatio(samples.ours, samples.floor);
  return figure(
    'call-next',
    {
      what: 'call the next of 1,000 who wait, over REST',
      floorIs: 'a hand-written HTTP server around the same SQL transaction',
    },
    samples.ours,
    samples.floor,
    { ratio, bars: [bar('ratio', ratio, 1.6)] },
  );
}
