import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import {
  copyData,
  neverClosed,
  neverClosedIds,
  newFolder,
  removeFolders,
  writeCatalogue,
} from '../doubles/lounge/data-folder.ts';
import { lookInto } from '../doubles/lounge/own-lounge.ts';
import { seeded } from '../doubles/lounge/seeded.ts';
import { startLounge } from '../doubles/lounge/start-lounge.ts';
import { SimulatedPrinter } from '../doubles/printer/simulator.ts';
import { killRounds } from './kill-rounds.ts';

/** The short form runs every time; `npm run crash` is the full one. `SEED` makes other moments. */
const rounds = Number(process.env['ROUNDS'] ?? 50);
const seed = Number(process.env['SEED'] ?? 20261124);

afterAll(removeFolders);

describe(`a lounge that is killed at random moments, ${rounds} times, while two kiosks give numbers`, () => {
  it('keeps every answered ticket, gives no number twice and leaves no gap', {
    timeout: 60_000 + rounds * 10_000,
  }, async () => {
    const report = await killRounds({ rounds, seed, auditEvery: 5 });
    console.log(report);
    expect(report).toMatchObject({ lost: 0, duplicates: 0, wrong: [] });
    expect(report.acknowledged).toBeGreaterThan(rounds);
    expect(report.slowestRecoveryMs).toBeLessThanOrEqual(10_000);
  });
});

describe('a lounge that is killed while slips come out', () => {
  it('never prints a slip twice, and knows whose fate is unknown', { timeout: 120_000 }, async () => {
    const random = seeded(seed + 1);
    const data = newFolder('kill-print');
    writeCatalogue(data, neverClosed);
    const printer = await SimulatedPrinter.listen();
    printer.behave({ slow: 2 });
    const answered = new Set<string>();
    const printedRounds = Math.min(6, rounds);
    for (let round = 0; round < printedRounds; round += 1) {
      const lounge = await startLounge({ data, printer: printer.uri });
      const client = lounge.client();
      for (let taken = 0; taken < 3; taken += 1) {
        const ticket = await client.ticket(neverClosedIds[taken] as string);
        answered.add(ticket.id);
      }
      await sleep(random() * 500);
      await lounge.kill();
    }
    const lounge = await startLounge({ data, printer: printer.uri });
    const journal = async () =>
      lookInto(join(copyOf(data)), (db) => db.prepare('SELECT ticket_id AS ticketId, state FROM print_job').all()) as {
        ticketId: string;
        state: string;
      }[];
    // Two kills in the middle of two slips, with none in between, stop the printer until somebody has looked at it.
    const isStopped = lookInto(
      copyOf(data),
      (db) => db.prepare('SELECT stopped IS NOT NULL FROM printer').pluck().get() === 1,
    );
    const onTheWay = ['queued', 'sending', ...(isStopped ? [] : ['held'])];
    await expect
      .poll(async () => (await journal()).filter((job) => onTheWay.includes(job.state)).length, {
        timeout: 30_000,
        interval: 300,
      })
      .toBe(0);
    await lounge.stop();
    await printer.switchOff();

    const printed = new Map<string, number>();
    for (const slip of printer.slips)
      for (const mark of slip) if (mark.kind === 'qr') printed.set(mark.data, (printed.get(mark.data) ?? 0) + 1);
    expect([...printed].filter(([, times]) => times > 1)).toEqual([]);
    const jobs = await journal();
    expect(new Set(jobs.map((job) => job.ticketId))).toEqual(answered);
    // A slip that surely came out is on paper; one that is not was marked for a person to look after.
    for (const { ticketId, state } of jobs) {
      if (state === 'done') expect(printed.get(`ANJ1:${ticketId}`), ticketId).toBe(1);
      else expect(isStopped ? ['unknown', 'held'] : ['unknown']).toContain(state);
    }
  });
});

let copies: string | undefined;

/** A copy to look at while a lounge runs. */
function copyOf(data: string): string {
  copies ??= newFolder('copy');
  copyData(data, copies);
  return copies;
}
