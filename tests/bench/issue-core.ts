import { makeDataFolder, openBenchLounge, serviceAt, take } from './bench-lounge.ts';
import { FloorStore } from './floor-store.ts';
import { type Figure, figure, interleave, timed } from './measure.ts';

/** A number in process: what our rules, promise and slip add to the SQL they cause. */
export async function issueCore(): Promise<Figure> {
  const lounge = openBenchLounge(makeDataFolder());
  const floor = new FloorStore(makeDataFolder());
  let turn = 0;
  const samples = await interleave(
    {
      ours: () => timed(() => take(lounge, (turn += 1))),
      floor: () => timed(() => floor.issue(serviceAt(turn), crypto.randomUUID())),
    },
    { rounds: 600, warmUp: 150 },
  );
  floor.close();
  await lounge.close();
  return figure(
    'issue-core',
    { what: 'take a number in process', floorIs: 'the same SQL transaction bare' },
    samples.ours,
    samples.floor,
  );
}
