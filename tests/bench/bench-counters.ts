import type { TimeSource } from '../../main/ops/clock.ts';
import { firstSupervisor, hire, joinAs, key } from '../doubles/lounge/front-desk.ts';
import { openBenchLounge, take } from './bench-lounge.ts';

/** PINs of their own, so that everybody signs in at the first try. */
const pinOf = (i: number) => `${834_019 + i * 7_321}`;

/**
 * Sets a lounge up with one clerk at each of these counters, opened, and with people who wait.
 * @returns the token of each counter's machine, for REST
 */
export async function staffCounters(
  dataFolder: string,
  counterIds: readonly string[],
  waiting: number,
  time?: TimeSource,
): Promise<string[]> {
  const lounge = openBenchLounge(dataFolder, time ? { time } : {});
  const supervisor = await firstSupervisor(lounge);
  const tokens: string[] = [];
  for (const [i, counterId] of counterIds.entries()) {
    const desk = await joinAs(lounge, supervisor, 'counter', `Loket ${counterId}`);
    const personId = await hire(supervisor, `Petugas ${counterId}`, 'operator', pinOf(i));
    await desk.client.staff.signIn({ personId, pin: pinOf(i), requestKey: key() });
    await desk.client.counters.open({ counterId, takeOver: false, requestKey: key() });
    tokens.push(desk.token);
  }
  // One commit for all who wait: how they came is not the question.
  lounge.db.transaction(() => {
    for (let turn = 0; turn < waiting; turn += 1) take(lounge, turn);
  })();
  await lounge.close();
  return tokens;
}
