import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssuedTicket } from '../../contract/queue.ts';
import { auditQueue } from '../doubles/lounge/books.ts';
import {
  copyData,
  neverClosed,
  neverClosedIds,
  newFolder,
  newFolderInMemory,
  removeFolders,
  writeCatalogue,
} from '../doubles/lounge/data-folder.ts';
import { TestTime } from '../doubles/lounge/in-process.ts';
import { lookInto, openOwnLounge } from '../doubles/lounge/own-lounge.ts';
import { seeded } from '../doubles/lounge/seeded.ts';
import { startLounge, tuesdayMorning } from '../doubles/lounge/start-lounge.ts';
import { readTrace, type SystemCall } from '../doubles/lounge/system-calls.ts';
import { SimulatedPrinter } from '../doubles/printer/simulator.ts';

afterAll(removeFolders);

const isLogWrite = (call: SystemCall) => call.name === 'pwrite64' && call.file.endsWith('/lounge.db-wal');
const isSync = (call: SystemCall) => call.name === 'fdatasync' || call.name === 'fsync';
const isLogSync = (call: SystemCall) => isSync(call) && call.file.endsWith('/lounge.db-wal');
const isAnswer = (call: SystemCall) => /^HTTP\/1\.1 \d/.test(call.text);

describe('the answer of a ticket', () => {
  /** Starts a traced lounge, asks, and gives the system calls in the order in which they happened. */
  async function traced(printer: string | undefined, ask: Parameters<typeof asking>[1]) {
    const data = newFolder('traced');
    const trace = join(newFolder('trace'), 'trace');
    writeCatalogue(data, neverClosed);
    const lounge = await startLounge({
      data,
      ...(printer === undefined ? {} : { printer }),
      // -y names the file behind each descriptor.
      under: [
        'strace',
        '-f',
        '-y',
        '-s',
        '2000',
        '-e',
        'trace=pwrite64,write,writev,sendto,fdatasync,fsync',
        '-o',
        trace,
      ],
    });
    await asking(lounge, ask);
    await lounge.stop();
    return readTrace(readFileSync(trace, 'utf8'));
  }

  async function asking(
    lounge: Awaited<ReturnType<typeof startLounge>>,
    ask: (client: ReturnType<typeof lounge.client>) => Promise<void>,
  ): Promise<void> {
    await ask(lounge.client());
  }

  it('leaves after its number has been written and synced to the disk; a repeated key writes nothing', async () => {
    const tickets: IssuedTicket[] = [];
    const keys = Array.from({ length: 20 }, () => crypto.randomUUID());
    const calls = await traced(undefined, async (client) => {
      // The first tickets of a day warm things up; what is held for a printer that is not there comes after the answer.
      for (const [i, key] of keys.entries()) tickets.push(await client.ticket(neverClosedIds[i % 3] as string, key));
      for (const [i, key] of keys.entries()) await client.ticket(neverClosedIds[i % 3] as string, key);
    });

    const firstAnswers = tickets.map((ticket) =>
      calls.findIndex((call) => isAnswer(call) && call.text.includes(ticket.id)),
    );
    expect(firstAnswers).not.toContain(-1);
    let from = calls.findIndex(isAnswer) === firstAnswers[0] ? 0 : calls.findIndex(isAnswer);
    for (const [i, answer] of firstAnswers.entries()) {
      const before = calls.slice(from, answer);
      const written = before.findLastIndex(isLogWrite);
      const synced = before.findLastIndex(isLogSync);
      expect(written, `ticket ${i}: written before its answer`).toBeGreaterThanOrEqual(0);
      expect(synced, `ticket ${i}: synced after it was written`).toBeGreaterThan(written);
      from = answer + 1;
    }

    const steady = calls.slice((firstAnswers[4] as number) + 1, (firstAnswers.at(-1) as number) + 1);
    const perTicket = (count: number) => (count / 15).toFixed(2);
    console.log(
      `without a printer: ${perTicket(steady.filter(isSync).length)} syncs and ` +
        `${perTicket(steady.filter(isLogWrite).length)} writes to the log a ticket`,
    );
    const lastFirst = firstAnswers.at(-1) as number;
    const lastAnswer = calls.findLastIndex(isAnswer);
    const secondAnswers = calls.slice(lastFirst + 1, lastAnswer + 1);
    // What the 20th ticket still had to write after its answer is not the repeats'.
    const repeats = secondAnswers.slice(secondAnswers.findIndex(isAnswer) + 1);
    expect(secondAnswers.filter(isAnswer)).toHaveLength(20);
    expect(repeats.filter((call) => isLogWrite(call) || isSync(call))).toEqual([]);
  });

  it('does not wait for the printer, and costs few syncs when slips come out', async () => {
    const printer = await SimulatedPrinter.listen();
    const taken = 10;
    const calls = await traced(printer.uri, async (client) => {
      for (let i = 0; i < taken; i += 1) {
        await client.ticket(neverClosedIds[0]);
        await expect.poll(() => printer.slips.length, { timeout: 10_000 }).toBe(i + 1);
      }
    });
    await printer.switchOff();
    const answers = calls.flatMap((call, i) => (isAnswer(call) ? [i] : []));
    expect(answers).toHaveLength(taken);
    const syncs = calls.slice((answers[0] as number) + 1, (answers.at(-1) as number) + 1).filter(isSync).length;
    console.log(`with a printer: ${(syncs / (taken - 1)).toFixed(2)} syncs a ticket, its slip's journal included`);
    // The ticket with its job; the slip before its first byte; the slip when it is out.
    expect(syncs / (taken - 1)).toBeLessThanOrEqual(3);
  });
});

/** SQLite's write-ahead log, in clear whatever the cipher: a header of 32 bytes, then frames (sqlite.org/fileformat2.html#walformat). */
const logHeader = 32;
const frameHeader = 24;

interface Log {
  readonly bytes: Buffer;
  readonly frameSize: number;
  /** For each number of frames kept, how many transactions they complete. */
  readonly commits: readonly number[];
}

function readLog(bytes: Buffer): Log {
  const frameSize = frameHeader + bytes.readUInt32BE(8);
  const salts = bytes.subarray(16, 24);
  const commits = [0];
  for (let at = logHeader; at + frameSize <= bytes.length; at += frameSize) {
    // Frames of an earlier round of the log carry other salts.
    if (!bytes.subarray(at + 8, at + 16).equals(salts)) break;
    const pagesAfterCommit = bytes.readUInt32BE(at + 4);
    commits.push((commits.at(-1) as number) + (pagesAfterCommit > 0 ? 1 : 0));
  }
  return { bytes, frameSize, commits };
}

describe('a log that was cut off by a crash', () => {
  const taken = 24;
  let data: string;
  let log: Log;
  /** Tickets that stand in the database file itself, without the log. */
  let base: number;
  const numbers: string[] = [];
  const copy = newFolderInMemory('cut');

  beforeAll(async () => {
    data = newFolderInMemory('whole');
    writeCatalogue(data, neverClosed);
    writeCatalogue(copy, neverClosed);
    const time = new TestTime(tuesdayMorning);
    const live = newFolderInMemory('live');
    writeCatalogue(live, neverClosed);
    await openOwnLounge(live, time).close();
    const lounge = openOwnLounge(live, time);
    for (let i = 0; i < 2; i += 1) take(lounge, i);
    // From here on, everything is in the log alone.
    lounge.db.pragma('wal_checkpoint(TRUNCATE)');
    base = 2;
    for (let i = 2; i < taken; i += 1) {
      time.pass(0.1);
      take(lounge, i);
    }
    copyData(live, data);
    await lounge.close();
    log = readLog(readFileSync(join(data, 'lounge.db-wal')));
    expect(existsSync(join(data, 'lounge.db-wal'))).toBe(true);
  });

  function take(lounge: ReturnType<typeof openOwnLounge>, i: number): IssuedTicket {
    const ticket = lounge.queue.take(lounge.kiosk, {
      serviceId: neverClosedIds[i % 3] as string,
      priority: i % 7 === 0 ? 'elderly' : null,
      requestKey: crypto.randomUUID(),
    });
    numbers.push(ticket.number);
    return ticket;
  }

  function cutTo(bytes: number, spoil?: (log: Buffer) => void): void {
    copyData(data, copy);
    const kept = Buffer.from(log.bytes.subarray(0, bytes));
    spoil?.(kept);
    writeFileSync(join(copy, 'lounge.db-wal'), kept);
  }

  const look = () =>
    lookInto(copy, (db) => ({
      wrong: auditQueue(db),
      tickets: db.prepare('SELECT count(*) FROM ticket').pluck().get() as number,
      jobs: db.prepare('SELECT count(*) FROM print_job').pluck().get() as number,
      intact: db.pragma('integrity_check(1)', { simple: true }),
    }));

  it('holds each ticket whole or not at all, at every frame', () => {
    const frames = log.commits.length - 1;
    expect(frames).toBeGreaterThan(taken);
    for (let kept = 0; kept <= frames; kept += 1) {
      cutTo(logHeader + kept * log.frameSize);
      const found = look();
      const tickets = base + (log.commits[kept] as number);
      expect(found, `${kept} of ${frames} frames`).toEqual({ wrong: [], tickets, jobs: tickets, intact: 'ok' });
    }
    console.log(`${frames} frames, ${log.commits.at(-1)} transactions: every cut holds whole tickets only`);
  });

  it('gives up the transaction whose frame was torn or spoilt, and nothing before it', () => {
    const random = seeded(7);
    const frames = log.commits.length - 1;
    for (let round = 0; round < 40; round += 1) {
      const frame = Math.floor(random() * frames);
      const start = logHeader + frame * log.frameSize;
      const inside = 1 + Math.floor(random() * (log.frameSize - 1));
      // Torn: the last frame is cut short. Spoilt: a later sector was written and an earlier one was not.
      if (round % 2 === 0) cutTo(start + inside);
      else {
        cutTo(log.bytes.length, (bytes) => {
          const at = start + inside;
          bytes[at] = (bytes[at] as number) ^ 0xff;
        });
      }
      const tickets = base + (log.commits[frame] as number);
      expect(look(), `frame ${frame}, byte ${inside}`).toEqual({ wrong: [], tickets, jobs: tickets, intact: 'ok' });
    }
  });

  it('lets the lounge go on with the next number of each service, at every frame', async () => {
    const frames = log.commits.length - 1;
    for (let kept = 0; kept <= frames; kept += 1) {
      cutTo(logHeader + kept * log.frameSize);
      const there = numbers.slice(0, base + (log.commits[kept] as number));
      const lounge = openOwnLounge(copy, new TestTime('2026-11-24T09:30:00+07:00'));
      try {
        for (const [i, letter] of ['A', 'B', 'C'].entries()) {
          const before = there.filter((number) => number.startsWith(letter)).length;
          const ticket = lounge.queue.take(lounge.kiosk, {
            serviceId: neverClosedIds[i] as string,
            priority: null,
            requestKey: crypto.randomUUID(),
          });
          expect(ticket.number, `${kept} of ${frames} frames`).toBe(`${letter}${String(before + 1).padStart(3, '0')}`);
        }
        expect(auditQueue(lounge.db)).toEqual([]);
        expect(lounge.house.snapshot('kiosk-1').powerReturnedAt, 'people who wait are told').not.toBeNull();
      } finally {
        await lounge.close();
      }
    }
  });
});
