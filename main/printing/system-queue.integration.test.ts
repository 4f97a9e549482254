import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decode, wordsOf } from '../../tests/doubles/printer/decoder.ts';
import { jobFlags, WindowsSpooler } from '../../tests/doubles/printer/windows-spooler.ts';
import { eventually, PrintingLounge, quietly } from '../../tests/printing/printing-lounge.ts';
import { MendingTransport } from './transports/mending.ts';
import { dialQueue } from './transports/print-queue.ts';
import { WindowsQueue } from './transports/windows.ts';

let windows: WindowsSpooler;
let lounge: PrintingLounge;

beforeEach(async () => {
  windows = new WindowsSpooler();
  await windows.arrive();
  lounge = new PrintingLounge('windows:Loket 1', {
    tests: true,
    connect: (_, events, timers) =>
      new MendingTransport(
        'system',
        dialQueue(() => new WindowsQueue('Loket 1', async () => windows)),
        events,
        timers,
      ),
  });
  lounge.spooler.start();
});
afterEach(() => lounge[Symbol.asyncDispose]());

/** The words of everything that the system was given to print. */
const printed = () => wordsOf(decode(windows.heard)).join('\n');

describe('a printer behind the operating system', () => {
  it('is asked nothing, for it would print every question', async () => {
    await lounge.becomes('ready');
    await quietly(20_000);
    expect(windows.jobs).toEqual([]);
  });

  it('prints each number as one job, and it is done when the system says so', async () => {
    lounge.take('A001');
    await lounge.sees('A001', 'done');
    lounge.take('A002');
    await lounge.sees('A002', 'done');
    expect(lounge.row('A001')).toEqual({ state: 'done', reason: null, evidence: 'system', attempt: 1 });
    expect(windows.jobs).toHaveLength(2);
    expect(printed()).toContain('A002');
  });

  it('is not sent a number again that waits there for paper', async () => {
    windows.prints = false;
    lounge.take('A001');
    lounge.take('A002');
    await eventually(() => expect(windows.jobs).toHaveLength(1));
    await quietly(30_000);
    expect(lounge.state('A001')).toBe('sending');
    windows.prints = true;
    windows.printAll();
    await lounge.sees('A002', 'done');
    expect(lounge.row('A001')).toMatchObject({ state: 'done', attempt: 1 });
    expect(windows.jobs).toHaveLength(2);
  });

  it('leaves a number of unknown fate that somebody cancelled there, and cuts off what may be of it', async () => {
    windows.prints = false;
    lounge.take('A001');
    await eventually(() => expect(windows.jobs).toHaveLength(1));
    windows.turn(jobFlags.deleting);
    await lounge.sees('A001', 'unknown');
    windows.prints = true;
    windows.printAll();
    lounge.take('A002');
    await lounge.sees('A002', 'done');
    expect(lounge.row('A001')).toMatchObject({ state: 'unknown', attempt: 1 });
  });

  it('that refuses every job is tried a few times a minute, and the number is still to be printed', async () => {
    await lounge.becomes('ready');
    windows.startRefused = true;
    lounge.take('A001');
    await quietly(20_000);
    expect(windows.starts).toBeLessThan(12);
    expect(lounge.state('A001')).not.toBe('done');
    windows.startRefused = false;
    await lounge.sees('A001', 'done');
  });

  it('that gives up one job after the other needs a person to look at it, and is not flooded', async () => {
    windows.prints = false;
    lounge.take('A001');
    await eventually(() => expect(windows.jobs).toHaveLength(1));
    const giveUp = setInterval(() => windows.turn(jobFlags.deleting), 5);
    await lounge.sees('A001', 'unknown');
    await lounge.becomes('needs_check');
    const before = windows.jobs.length;
    await quietly(20_000);
    clearInterval(giveUp);
    expect(windows.jobs.length - before).toBeLessThan(25);
  });
});
