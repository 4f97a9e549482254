import type { Page } from 'playwright-core';
import { growthOf } from './growth.ts';

/** What a day on a display came to. */
export interface DayReport {
  hours: number;
  calls: number;
  /** Bytes after a forced collection, every ten minutes of the day. */
  heap: number[];
  /** What the heap would grow by in these hours, by regression, in parts of its mean. */
  growth: number;
  /** Numbers that should have been spoken and were not, in the order of the calls. */
  missed: string[];
  /** Numbers that were announced more than once, or without need. */
  doubled: string[];
  inOrder: boolean;
  seconds: number;
}

const chunkMinutes = 10;

/**
 * Chromium for it: without compiled code, which grows for hours as functions grow hot and would hide what the page keeps.
 */
export const soakArguments = [
  '--disable-gpu',
  '--no-sandbox',
  '--disable-background-networking',
  '--js-flags=--no-opt --no-maglev --no-sparkplug',
];

/**
 * Plays hours of calls to the display at `address` as fast as it follows.
 * @param warmUpMinutes in which the page fills its caches; the slope is taken from then on
 */
export async function playDay(
  page: Page,
  address: string,
  { hours, warmUpMinutes, seed }: { hours: number; warmUpMinutes: number; seed: number },
): Promise<DayReport> {
  const started = performance.now();
  await page.goto(`${address}#day`);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await page.evaluate((begin) => window.day.begin(begin), seed);
  const log = { called: [] as string[], undone: [] as string[], muted: [] as string[], spoken: [] as string[] };
  const heap: number[] = [];
  const chunks = (hours * 60 + warmUpMinutes) / chunkMinutes;
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const part = await page.evaluate((minutes) => window.day.run(minutes), chunkMinutes);
    for (const key of ['called', 'undone', 'muted', 'spoken'] as const) log[key].push(...part[key]);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    if ((chunk + 1) * chunkMinutes > warmUpMinutes) heap.push(usedSize);
  }
  const announced = announcedNumbers(log.spoken);
  const [undone, muted] = [new Set(log.undone), new Set(log.muted)];
  const times = new Map<string, number>();
  for (const number of announced) times.set(number, (times.get(number) ?? 0) + 1);
  // The last calls of the day may still be in the line.
  const due = log.called.slice(0, log.called.indexOf(announced.at(-1) ?? '') + 1);
  const order = announced.map((number) => log.called.indexOf(number));
  return {
    hours,
    calls: log.called.length,
    heap,
    growth: growthOf(heap),
    missed: due.filter((number) => !undone.has(number) && !muted.has(number) && !times.has(number)),
    doubled: [...times].filter(([, count]) => count > 1).map(([number]) => number),
    inOrder: order.every((place, index) => index === 0 || place > (order[index - 1] ?? 0)),
    seconds: Math.round((performance.now() - started) / 1_000),
  };
}

/** The numbers as they were announced: a chime begins each. */
function announcedNumbers(spoken: readonly string[]): string[] {
  const numbers: string[] = [];
  let reading: string | null = null;
  for (const clip of spoken) {
    if (clip === 'chime') reading = '';
    else if (reading !== null && /^id\/(letter|digit)\./.test(clip)) reading += clip.slice(-1);
    else if (clip === 'id/word.proceed' && reading !== null) {
      numbers.push(reading);
      reading = null;
    }
  }
  return numbers;
}
