import { setTimeout as sleep } from 'node:timers/promises';
import { staffCounters } from './bench-counters.ts';
import { earlyToday, makeDataFolder } from './bench-lounge.ts';
import { type Child, startChild, told } from './child.ts';
import { delayOfMoments, watchDelays } from './delays.ts';
import { LoopWork } from './loop-work.ts';
import { bar, type Figure, figure, interleave, median, p99 } from './measure.ts';
import { RestHub } from './rest-client.ts';
import type { WatchOrder, WatchRound } from './watchers.ts';
import { seedYear } from './year.ts';

const counterIds = ['1', '2', '3', '4'];
const displays = 50;
const waiting = 1_000;
const busyMs = 12_000;
const quietMs = 4_000;
const rounds = 4;

/**
 * How late the hub's event loop is while four counters call, slips are printed, fifty displays follow, and one report
 * of a year and one backup after another is made. Beside it, in the same seconds, a process that does nothing.
 */
export async function loopDelay(): Promise<Figure> {
  const data = makeDataFolder();
  const year = seedYear(data);
  const deskTokens = await staffCounters(data, counterIds, waiting, earlyToday());
  const sink = await startChild('tests/bench/sink.ts');
  const hub = await RestHub.start('tests/bench/loop-hub.ts', data, String(sink.ready['uri']));
  const [bystander, screens] = [await startChild('tests/bench/idle.ts'), await startChild('tests/bench/watchers.ts')];
  await showEverybody(screens, hub, deskTokens);

  const seen = { busy: [] as number[], quiet: [] as number[], beside: [] as number[], besideQuiet: [] as number[] };
  const work = new LoopWork(hub, counterIds, deskTokens, year);
  const ratios: number[] = [];
  const measured = async (ms: number, begin: () => () => Promise<void>) => {
    const ends = [watchDelays(hub.child), watchDelays(bystander)];
    const stop = begin();
    await sleep(ms);
    const [ours = [], theirs = []] = await Promise.all(ends.map((end) => end()));
    await stop();
    return { ours, theirs };
  };
  await interleave(
    {
      quiet: async () => {
        await sleep(1_000);
        const { ours, theirs } = await measured(quietMs, () => async () => undefined);
        seen.quiet.push(...ours);
        seen.besideQuiet.push(...theirs);
        return p99(ours);
      },
      busy: async () => {
        const { ours, theirs } = await measured(busyMs, () => work.begin());
        seen.busy.push(...ours);
        seen.beside.push(...theirs);
        ratios.push(p99(ours) / p99(theirs));
        return p99(ours);
      },
    },
    { rounds, warmUp: 1 },
  );
  await Promise.all([screens.stop(), bystander.stop()]);
  await hub.stop();
  await sink.stop();
  const longest = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0);
  return figure(
    'loop-delay',
    {
      what: "how late the hub's loop is with 4 counters, 50 displays, a year's report and a backup",
      floorIs: 'a process that does nothing, in the same seconds',
    },
    seen.busy,
    seen.beside,
    {
      ratio: median(ratios),
      pairs: rounds,
      bars: [bar('p99', p99(seen.busy), 30)],
      also: {
        'p99 of moments': delayOfMoments(seen.busy, 0.01),
        longest: longest(seen.busy),
        'floor p99 of moments': delayOfMoments(seen.beside, 0.01),
        'floor longest': longest(seen.beside),
        'idle hub median': median(seen.quiet),
        'idle hub p99': p99(seen.quiet),
        'idle hub longest': longest(seen.quiet),
        'floor p99 beside an idle hub': p99(seen.besideQuiet),
        'acts (count)': work.acts,
        'reports (count)': work.reports.length,
        'report median': median(work.reports),
        'backups (count)': work.backups.length,
        'backup median': median(work.backups),
        'backup MB': work.megabytes,
      },
    },
  );
}

/** Fifty displays, and the page of each counter. */
async function showEverybody({ process: screens }: Child, hub: RestHub, deskTokens: readonly string[]): Promise<void> {
  const url = String(hub.child.ready['url']).replace(/^http(.*?)\/?$/, 'ws$1/rpc');
  const order = (u: string, token: string, count: number, b: object = {}): WatchOrder => ({
    url,
    token,
    subscribe: JSON.stringify({ i: '1', p: { u, b: { json: b } } }),
    count,
  });
  const orders = [
    order('/display/watch', String(hub.child.ready['token']), displays),
    ...counterIds.map((counterId, i) => order('/counters/watch', deskTokens[i] as string, 1, { counterId })),
  ];
  for (const one of orders) {
    const first = told<WatchRound>(screens, 'round');
    screens.send(one);
    await first;
  }
}
