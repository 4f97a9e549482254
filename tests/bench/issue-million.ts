import { statSync } from 'node:fs';
import { join } from 'node:path';
import { earlyToday, makeDataFolder, openBenchLounge, take } from './bench-lounge.ts';
import { bar, type Figure, figure, interleave, median, pairedRatio, timed } from './measure.ts';
import { seedMillion } from './million.ts';

const pairs = 9;
const takesAPair = 80;
/** Pairs before: the store without old tickets must not be measured while it is nearly empty. */
const warmUpPairs = 5;
const starts = 3;

/** A number in process with a million old tickets in the store, against the same with none. */
export async function issueMillion(): Promise<Figure> {
  const full = makeDataFolder();
  const empty = makeDataFolder();
  const seeding = performance.now();
  await seedMillion(full);
  const seededIn = performance.now() - seeding;
  const fileMegabytes = statSync(join(full, 'lounge.db')).size / 1e6;
  await openBenchLounge(empty, { time: earlyToday() }).close();

  const start = (folder: string) => async () => {
    const began = performance.now();
    const lounge = openBenchLounge(folder, { time: earlyToday() });
    const ms = performance.now() - began;
    await lounge.close();
    return ms;
  };
  const started = await interleave({ ours: start(full), floor: start(empty) }, { rounds: starts, warmUp: 0 });

  const old = openBenchLounge(full, { time: earlyToday() });
  const none = openBenchLounge(empty, { time: earlyToday() });
  const all = { ours: [] as number[], floor: [] as number[] };
  let turn = 0;
  let pair = 1 - warmUpPairs;
  const medians = await interleave(
    {
      pair: async () => {
        const samples = await interleave(
          {
            ours: () => timed(() => take(old, (turn += 1))),
            floor: () => timed(() => take(none, turn)),
          },
          { rounds: takesAPair, warmUp: 0 },
        );
        if (pair > 0) {
          all.ours.push(...samples.ours);
          all.floor.push(...samples.floor);
        }
        pair += 1;
        return median(samples.ours) / median(samples.floor);
      },
    },
    { rounds: pairs, warmUp: warmUpPairs },
  );
  await old.close();
  await none.close();
  const ratio = median(medians.pair);
  return figure(
    'issue-million',
    { what: 'take a number with 1,000,000 old tickets in the store', floorIs: 'the same with none' },
    all.ours,
    all.floor,
    {
      ratio,
      pairs,
      bars: [bar('ratio', ratio, 1.15)],
      also: {
        'start ms': median(started.ours),
        'start ms with none': median(started.floor),
        'start ratio': pairedRatio(started.ours, started.floor),
        'file MB': fileMegabytes,
        'seeded in s': seededIn / 1000,
      },
    },
  );
}
