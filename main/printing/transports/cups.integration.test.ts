import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobStates, PrintServer } from '../../../tests/doubles/printer/print-server.ts';
import { eventually, HurriedTimers, quietly } from '../../../tests/printing/printing-lounge.ts';
import { CupsQueue } from './cups.ts';
import { MendingTransport } from './mending.ts';
import { dialQueue } from './print-queue.ts';
import { LinkLost, NotConnected } from './transport.ts';
import { describeTransport } from './transport-suite.ts';

describeTransport('a printer behind CUPS', async () => {
  const server = new PrintServer();
  return {
    flood: 1_048_576,
    proof: 'system',
    dial: dialQueue(() => new CupsQueue('Loket', server.socketPath)),
    arrive: () => server.arrive(),
    leave: () => server.leave(),
    read: (reads) => {
      server.prints = reads;
      if (reads) server.turn(jobStates.completed);
    },
    heard: () => server.heard,
    end: () => server.end(),
  };
});

describe('a slip in CUPS', () => {
  let server: PrintServer;
  let timers: HurriedTimers;
  let lost: string[];
  let transport: MendingTransport;

  beforeEach(async () => {
    server = new PrintServer();
    await server.arrive();
    lost = [];
    timers = new HurriedTimers();
    transport = at('Loket');
    transport.start();
    await eventually(() => expect(transport.isOpen).toBe(true));
  });
  afterEach(async () => {
    await transport.close();
    expect(timers.running).toBe(0);
    await server.end();
  });
  const at = (name: string) =>
    new MendingTransport(
      'system',
      dialQueue(() => new CupsQueue(name, server.socketPath)),
      { opened: () => undefined, received: () => undefined, lost: (reason) => lost.push(reason) },
      timers,
    );
  const underWay = async () => {
    server.prints = false;
    const written = transport.write(Buffer.from('slip'));
    written.catch(() => undefined);
    await eventually(() => expect(server.states.length).toBe(1));
    return { written };
  };

  it.each([
    ['cancelled by somebody', jobStates.canceled],
    ['given up', jobStates.aborted],
  ])('is of unknown fate when it is %s', async (_, state) => {
    const { written } = await underWay();
    server.turn(state);
    await expect(written).rejects.toThrow(LinkLost);
    expect(transport.isOpen).toBe(true);
  });

  it('is of unknown fate when the server remembers nothing of it', async () => {
    const { written } = await underWay();
    server.forget();
    await expect(written).rejects.toThrow(LinkLost);
  });

  it('waits while its printer is stopped, and is finished when somebody has brought paper', async () => {
    const { written } = await underWay();
    server.turn(jobStates.stopped);
    server.printerState = 5;
    await quietly(12_000);
    expect(transport.isOpen).toBe(true);
    server.printerState = 3;
    server.turn(jobStates.completed);
    await written;
    expect(server.heard.toString()).toBe('slip');
  });

  it('outlives a server that starts anew', async () => {
    const { written } = await underWay();
    await server.leave();
    await quietly(2000);
    await server.arrive();
    server.turn(jobStates.completed);
    await written;
    expect(lost).toEqual([]);
  });

  it('is taken out of the queue when it is given up here', async () => {
    const { written } = await underWay();
    transport.drop('stalled');
    await expect(written).rejects.toThrow(LinkLost);
    await eventually(() => expect(server.states).toEqual([jobStates.canceled]));
  });

  it('stays in the queue when the program ends', async () => {
    const { written } = await underWay();
    await transport.close();
    await expect(written).rejects.toThrow(LinkLost);
    expect(server.states).toEqual([jobStates.processing]);
  });

  it('has not begun when the server refuses it', async () => {
    server.accepting = false;
    await expect(transport.write(Buffer.from('slip'))).rejects.toThrow(NotConnected);
  });

  it.each([
    ['is paused', () => void (server.printerState = 5), 'paused'],
    ['takes no jobs', () => void (server.accepting = false), 'takes no jobs'],
  ])('is not tried while the printer %s', async (_, shut, reason) => {
    shut();
    await eventually(() => expect(lost.join()).toContain(reason));
    await expect(transport.write(Buffer.from('slip'))).rejects.toThrow(NotConnected);
    server.printerState = 3;
    server.accepting = true;
    await eventually(() => expect(transport.isOpen).toBe(true));
  });

  it('is not tried with a printer that the system does not know', async () => {
    const other = at('Tidak');
    other.start();
    await eventually(() => expect(lost).toContain('the system has no such printer'));
    await other.close();
    expect(server.states).toEqual([]);
  });

  it.each([
    ['is none', { status: 200, body: Buffer.from('<html>') }],
    ['is cut off', { status: 200, body: Buffer.from([1, 1, 0, 0, 0, 0, 0, 1, 1, 0x21, 0, 6]) }],
    ['is empty', { status: 200, body: Buffer.alloc(0) }],
    ['names no job', { status: 200, body: Buffer.from([1, 1, 0, 0, 0, 0, 0, 1, 3]) }],
    ['has no end', { status: 200, body: Buffer.alloc(1_000_000) }],
    ['is a refusal of HTTP', { status: 401, body: Buffer.alloc(0) }],
  ])('is of unknown fate when the answer of the server %s', async (_, babble) => {
    server.babble = babble;
    await expect(transport.write(Buffer.from('slip'))).rejects.toThrow(LinkLost);
  });

  it('holds nobody up when the server says nothing at all', async () => {
    server.babble = 'silence';
    const written = transport.write(Buffer.from('slip'));
    await eventually(() => expect(server.asked).toContain(2));
    transport.drop('stalled');
    await expect(written).rejects.toThrow(LinkLost);
  });
});
