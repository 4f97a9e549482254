import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobFlags, WindowsSpooler } from '../../../tests/doubles/printer/windows-spooler.ts';
import { eventually, HurriedTimers, quietly } from '../../../tests/printing/printing-lounge.ts';
import { MendingTransport } from './mending.ts';
import { dialQueue } from './print-queue.ts';
import { LinkLost, NotConnected } from './transport.ts';
import { describeTransport } from './transport-suite.ts';
import { isShut, WindowsQueue } from './windows.ts';

describeTransport('a printer behind the spooler of Windows', async () => {
  const spooler = new WindowsSpooler();
  return {
    flood: 262_144,
    proof: 'system',
    dial: dialQueue(() => new WindowsQueue('Loket 1', async () => spooler)),
    arrive: () => spooler.arrive(),
    leave: () => spooler.leave(),
    read: (reads) => {
      spooler.prints = reads;
      if (reads) spooler.printAll();
    },
    heard: () => spooler.heard,
    end: async () => expect(spooler.handles).toBe(0),
  };
});

describe('a slip in the spooler of Windows', () => {
  let spooler: WindowsSpooler;
  let timers: HurriedTimers;
  let lost: string[];
  let transport: MendingTransport;

  beforeEach(async () => {
    spooler = new WindowsSpooler();
    await spooler.arrive();
    lost = [];
    timers = new HurriedTimers();
    transport = at('Loket 1');
    transport.start();
    await eventually(() => expect(transport.isOpen).toBe(true));
  });
  afterEach(async () => {
    await transport.close();
    expect(timers.running).toBe(0);
    expect(spooler.handles).toBe(0);
  });
  const at = (name: string, load = async () => spooler) =>
    new MendingTransport(
      'system',
      dialQueue(() => new WindowsQueue(name, load)),
      { opened: () => undefined, received: () => undefined, lost: (reason) => lost.push(reason) },
      timers,
    );
  const underWay = async () => {
    spooler.prints = false;
    const written = transport.write(Buffer.from('slip'));
    written.catch(() => undefined);
    await eventually(() => expect(spooler.jobs.length).toBe(1));
    return { written };
  };

  it('is finished when Windows has forgotten it, or calls it printed', async () => {
    const { written } = await underWay();
    spooler.turn(jobFlags.printed | jobFlags.retained);
    await written;
  });

  it('is handed over whole to a spooler that takes little at a time', async () => {
    spooler.mouthful = 3;
    await transport.write(Buffer.from('a whole slip'));
    expect(spooler.heard.toString()).toBe('a whole slip');
  });

  it('waits while its printer has no paper, also when Windows calls that an error', async () => {
    const { written } = await underWay();
    spooler.turn(jobFlags.error | jobFlags.paperOut);
    let over = false;
    void written.then(() => (over = true));
    await quietly(12_000);
    expect(over).toBe(false);
    expect(transport.isOpen).toBe(true);
    spooler.printAll();
    await written;
  });

  it.each([
    ['cancelled by somebody', jobFlags.deleting],
    ['in an error that no hand at the printer mends', jobFlags.error],
  ])('is of unknown fate when it is %s, and does not come out later', async (_, flags) => {
    const { written } = await underWay();
    spooler.turn(flags);
    await expect(written).rejects.toThrow(LinkLost);
    spooler.printAll();
    expect(spooler.heard.length).toBe(0);
  });

  it('does not come out by half when the spooler breaks off', async () => {
    spooler.mouthful = 2;
    spooler.refusesAfter = 1;
    await expect(transport.write(Buffer.from('slip'))).rejects.toThrow(LinkLost);
    spooler.printAll();
    expect(spooler.heard.length).toBe(0);
  });

  it('is taken out of the queue when it is given up here, and stays there when the program ends', async () => {
    const { written: first } = await underWay();
    transport.drop('stalled');
    await expect(first).rejects.toThrow(LinkLost);
    await eventually(() => expect(transport.isOpen).toBe(true));
    expect(spooler.jobs.map(({ gone }) => gone)).toEqual([true]);
    const second = transport.write(Buffer.from('slip'));
    second.catch(() => undefined);
    await eventually(() => expect(spooler.jobs.length).toBe(2));
    await transport.close();
    expect(spooler.jobs.map(({ gone }) => gone)).toEqual([true, false]);
  });

  it.each([
    ['paused', 0x1],
    ['offline', 0x80],
  ])('is not tried while the printer is %s', async (word, flags) => {
    spooler.printerFlags = flags;
    await eventually(() => expect(lost).toContain(`the printer is ${word} in the system`));
    await expect(transport.write(Buffer.from('slip'))).rejects.toThrow(NotConnected);
    spooler.printerFlags = 0;
    await eventually(() => expect(transport.isOpen).toBe(true));
  });

  it('holds nobody up when the spooler does not come back from a call', async () => {
    const { written } = await underWay();
    spooler.hangs = true;
    await quietly(1000);
    await transport.close();
    await expect(written).rejects.toThrow(LinkLost);
    expect(timers.running).toBe(0);
    spooler.wake();
    await eventually(() => expect(spooler.handles).toBe(0));
  });

  it('finds its printer lost when the spooler says nothing for long', async () => {
    spooler.hangs = true;
    await eventually(() => expect(lost).toContain('the system does not answer'));
    spooler.wake();
    await eventually(() => expect(transport.isOpen).toBe(true));
  });

  it('does not come out later when it was given up while the spooler took it', async () => {
    spooler.prints = false;
    spooler.hangs = true;
    const written = transport.write(Buffer.from('slip'));
    written.catch(() => undefined);
    await quietly(100);
    transport.drop('stalled');
    await expect(written).rejects.toThrow(LinkLost);
    spooler.wake();
    await eventually(() => expect(transport.isOpen).toBe(true));
    spooler.printAll();
    expect(spooler.heard.length).toBe(0);
  });

  it.each([
    ['a printer that Windows does not know', 'Tidak', async () => spooler, 'OpenPrinterW was refused'],
    ['a machine without Windows', 'Loket 1', () => Promise.reject(new Error('no such library')), 'no such library'],
  ])('is not tried with %s', async (_, name, load, reason) => {
    const other = at(name, load);
    other.start();
    await eventually(() => expect(lost).toContain(reason));
    await other.close();
    expect(spooler.jobs.length).toBe(0);
  });
});

describe('a printer of Windows', () => {
  it('is shut only where Windows says so', async () => {
    const spooler = new WindowsSpooler();
    await spooler.arrive();
    const load = async () => spooler;
    expect(await isShut('Loket 1', load)).toBe(false);
    spooler.printerFlags = 0x80;
    expect(await isShut('Loket 1', load)).toBe(true);
    expect(spooler.handles).toBe(0);
    expect(await isShut('Tidak', load)).toBe(false);
    expect(await isShut('Loket 1', () => Promise.reject(new Error('no such library')))).toBe(false);
  });
});
