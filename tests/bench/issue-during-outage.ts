import { setTimeout as sleep } from 'node:timers/promises';
import type { TimeSource } from '../../main/ops/clock.ts';
import { earlyToday, makeDataFolder, openBenchLounge, take } from './bench-lounge.ts';
import { startChild } from './child.ts';
import { bar, type Figure, figure, interleave, pairedRatio, timed } from './measure.ts';

const outageMs = 10 * 60_000;
const rounds = 300;
/** Between two numbers, so that the slip of the healthy printer comes out and everything rests. */
const restMs = 25;

/** A clock of today that can be moved on: ten minutes of an outage need not be waited for. */
class LeapingTime implements TimeSource {
  readonly #base = earlyToday();
  #leaptMs = 0;

  wall(): number {
    return this.#base.wall() + this.#leaptMs;
  }

  monotonic(): number {
    return this.#base.monotonic() + this.#leaptMs;
  }

  leap(ms: number): void {
    this.#leaptMs += ms;
  }
}

/** Numbers while the printer is off, for ten minutes: slips pile up, are held and expire, and nobody waits for it. */
export async function issueDuringOutage(): Promise<Figure> {
  const sink = await startChild('tests/bench/sink.ts');
  const time = new LeapingTime();
  const healthy = openBenchLounge(makeDataFolder(), { printer: String(sink.ready['uri']), time });
  // Nothing listens there.
  const out = openBenchLounge(makeDataFolder(), { printer: 'tcp://127.0.0.1:1', time });
  let turn = 0;
  const leg = (lounge: typeof healthy) => async () => {
    await sleep(restMs);
    time.leap(outageMs / rounds / 2);
    return timed(() => take(lounge, (turn += 1)));
  };
  const samples = await interleave({ ours: leg(out), floor: leg(healthy) }, { rounds, warmUp: 40 });
  const jobs = out.db
    .prepare<[], { held: number; expired: number }>(
      `SELECT count(*) FILTER (WHERE state = 'held') AS held, count(*) FILTER (WHERE reason = 'expired') AS expired
       FROM print_job`,
    )
    .get();
  await out.close();
  await healthy.close();
  await sink.stop();
  const ratio = pairedRatio(samples.ours, samples.floor);
  return figure(
    'issue-during-outage',
    { what: 'take a number while the printer is off, for ten minutes', floorIs: 'the same while it prints' },
    samples.ours,
    samples.floor,
    {
      ratio,
      bars: [bar('ratio', ratio, 1.05)],
      also: { 'slips held': jobs?.held ?? 0, 'slips expired': jobs?.expired ?? 0 },
    },
  );
}
