import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Child, told } from './child.ts';

/**
 * How late the event loop of a process is. Node lets a timer of 1 ms go off again and again and keeps the time from one
 * to the next: that time is the timer's own millisecond and, on top of it, how long the loop was busy with something else.
 */

const resolutionMs = 1;

/** What a process is told to do, and what it answers. */
type Order = 'begin' | 'end';
interface Stretch {
  /** From one timer to the next, ascending. */
  readonly intervalsMs: readonly number[];
}

/** Lets the process that started this one measure this one's loop over their channel. */
export function answerAboutDelays(): void {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  process.on('message', (order) => {
    if (order === 'begin') {
      histogram.reset();
      histogram.enable();
    }
    if (order !== 'end') return;
    histogram.disable();
    const { count } = histogram;
    // Every single one, in the histogram's own three digits.
    const intervalsMs = Array.from({ length: count }, (_, i) => histogram.percentile(((i + 0.5) / count) * 100) / 1e6);
    process.send?.({ intervalsMs } satisfies Stretch);
  });
}

/** Begins to measure a process that answers about its delays; what is returned ends that. */
export function watchDelays({ process: child }: Child): () => Promise<number[]> {
  child.send('begin' satisfies Order);
  return async () => {
    const stretch = told<Stretch>(child, 'intervalsMs');
    child.send('end' satisfies Order);
    return (await stretch).intervalsMs.map(lateness);
  };
}

/**
 * What is the loop's and not the timer's (ms). A timer that was late goes off once more right after, too early by its
 * own measure: nothing was late then.
 */
export function lateness(intervalMs: number): number {
  return Math.max(0, intervalMs - resolutionMs);
}

/**
 * The delay (ms) that all but this share of moments are spared. A loop that stands still for 200 ms misses 199 timers and
 * has one late one to show: among the timers of ten seconds it is one in ten thousand, and yet whoever asks at a random
 * moment meets it with one in fifty. Somebody who comes while the loop is late waits for the rest of it.
 * @param lateMs of each timer
 */
export function delayOfMoments(lateMs: readonly number[], share: number): number {
  const wholeMs = lateMs.reduce((sum, late) => sum + late + resolutionMs, 0);
  const worse = (limit: number) => lateMs.reduce((sum, late) => sum + Math.max(0, late - limit), 0) / wholeMs;
  let [low, high] = [0, Math.max(0, ...lateMs)];
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    if (worse(middle) > share) low = middle;
    else high = middle;
  }
  return high;
}
