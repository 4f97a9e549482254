import { makeDataFolder } from './bench-lounge.ts';
import { bar, type Figure, figure, interleave, median, p99, pairedRatio } from './measure.ts';
import { RestHub, type Taken } from './rest-client.ts';

/** Short rounds, so that a slow moment of the machine meets both. */
const rounds = 40;
const eachClientARound = 25;

/** 2,000 numbers for two clients at once, as fast as they get them; the floor takes its turns between. */
export async function issueTwoClients(): Promise<Figure> {
  const [hub, floor] = await Promise.all([
    RestHub.start('main/headless.ts', '--port', '0', '--data', makeDataFolder()),
    RestHub.start('tests/bench/floor-server.ts', makeDataFolder()),
  ]);
  const ours = twoClients(hub);
  const bare = twoClients(floor);
  await ours(25);
  await bare(25);
  const taken: Taken[] = [];
  const times = { ours: [] as number[], floor: [] as number[] };
  const medians = await interleave(
    {
      ours: async () => {
        const round = await ours(eachClientARound);
        taken.push(...round);
        times.ours.push(...round.map(({ ms }) => ms));
        return median(round.map(({ ms }) => ms));
      },
      floor: async () => {
        const round = await bare(eachClientARound);
        times.floor.push(...round.map(({ ms }) => ms));
        return median(round.map(({ ms }) => ms));
      },
    },
    { rounds, warmUp: 0 },
  );
  await Promise.all([hub.stop(), floor.stop()]);

  const given = taken.filter(({ status }) => status === 201).map(({ number }) => number);
  const duplicates = given.length - new Set(given).size;
  const errors = taken.length - given.length;
  const tail = p99(times.ours) / p99(times.floor);
  return figure(
    'issue-two-clients',
    { what: '2,000 numbers over REST for two clients at once', floorIs: 'the hand-written server, same clients' },
    times.ours,
    times.floor,
    {
      ratio: pairedRatio(medians.ours, medians.floor),
      pairs: rounds,
      bars: [bar('duplicates', duplicates, 0), bar('errors', errors, 0), bar('p99 to floor p99', tail, 4)],
      also: { 'p99 ratio': tail },
    },
  );
}

/** @returns takes so many numbers with each of two clients, both at once */
function twoClients(hub: RestHub): (each: number) => Promise<Taken[]> {
  const clients = [hub.client(), hub.client()];
  return async (each) => {
    const all = await Promise.all(
      clients.map(async (client) => {
        const taken: Taken[] = [];
        for (let i = 0; i < each; i += 1) {
          const failed = { ms: 0, status: 0, number: '' };
          taken.push(await client.take(hub.nextService()).catch(() => failed));
        }
        return taken;
      }),
    );
    return all.flat();
  };
}
