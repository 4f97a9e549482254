import type { Clock } from '../clock.ts';
import type { Loudspeaker } from '../voice/loudspeaker.ts';

type Speaker = Pick<Loudspeaker, 'open' | 'play' | 'watch' | 'sound'>;

/** A call does not wait longer for a reading: somebody could keep the whole lounge from being called. */
const longestWait = 20_000;

/**
 * One loudspeaker for two voices, of which only one speaks at a time: a call waits until what Bacakan reads has ended,
 * since the person at the screen would lose the thread. That a reading waits for a call, the loudspeaker sees to.
 */
export function takingTurns(speaker: Speaker, clock: Clock): { reading: Speaker; calling: Speaker } {
  let reading: Promise<void> | null = null;
  const rest: Omit<Speaker, 'play' | 'sound'> = {
    open: () => speaker.open(),
    watch: (changed) => speaker.watch(changed),
  };
  /** Nothing is read, or it is time to call all the same. */
  async function quiet(): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    let tooLate = false;
    const cancel = clock.wake(clock.now() + longestWait, () => {
      tooLate = true;
      resolve();
    });
    // Another reading may have begun when the first one ends.
    while (reading !== null && !tooLate) await Promise.race([reading, late]);
    cancel();
  }
  return {
    reading: {
      ...rest,
      get sound() {
        return speaker.sound;
      },
      play(sounds, how) {
        const mine = speaker.play(sounds, how).finally(() => {
          if (reading === mine) reading = null;
        });
        reading = mine;
        return mine;
      },
    },
    calling: {
      ...rest,
      get sound() {
        return speaker.sound;
      },
      async play(sounds, how) {
        await quiet();
        if (how?.signal?.aborted !== true) await speaker.play(sounds, how);
      },
    },
  };
}
