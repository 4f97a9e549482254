import { beforeEach, describe, expect, it } from 'vitest';
import { LinkLost, NotConnected, type Transport } from '../../../main/printing/transports/transport.ts';
import { VirtualTimers } from '../time/virtual-timers.ts';
import { Cable, type CableEnd, type CableOptions } from './cable.ts';
import { wordsOf } from './decoder.ts';
import { PrinterMechanism } from './mechanism.ts';

let timers: VirtualTimers;
let printer: PrinterMechanism;
let cable: Cable;
let end: CableEnd;
let transport: Transport;
let told: string[];
let written: string[];

const slip = Buffer.from('A001\nA002\n');
const lines = () => wordsOf(printer.unfinished);

async function plug(options: Partial<CableOptions> = {}): Promise<void> {
  timers = new VirtualTimers();
  printer = new PrinterMechanism({ timers });
  cable = new Cable({ printer, timers, latency: 5, ...options });
  told = [];
  written = [];
  end = cable.end();
  transport = openWith(end);
  await timers.advance(20);
}

function openWith(one: CableEnd): Transport {
  const events = {
    opened: () => void told.push('opened'),
    received: (bytes: Buffer) => void told.push(`received ${bytes.toString('hex')}`),
    lost: (reason: string) => void told.push(`lost: ${reason}`),
  };
  const opened = one.open('tcp://printer:9100', events, timers);
  opened.start();
  return opened;
}

function write(bytes = slip): void {
  transport.write(bytes).then(
    () => written.push('taken'),
    (error: Error) => written.push(error.name),
  );
}

beforeEach(() => plug());

describe('a cable without sockets', () => {
  it('carries bytes there and answers back, each in its time', async () => {
    write(Buffer.from([0x10, 0x04, 0x01]));
    await timers.advance(9);
    expect(told).toEqual(['opened']);
    await timers.advance(1);
    expect(told).toEqual(['opened', 'received 16']);
    expect(written).toEqual(['taken']);
  });

  it('that is pulled takes with it what is on the way, and mends itself when it is plugged in', async () => {
    write();
    await timers.advance(2);
    cable.pull();
    await timers.advance(10_000);
    expect(lines()).toEqual([]);
    await expect(transport.write(slip)).rejects.toThrow(NotConnected);
    cable.plugIn();
    await timers.advance(10_000);
    expect(told).toContain('lost: cable pulled');
    expect(told.at(-1)).toBe('opened');
    write();
    await timers.advance(5);
    expect(lines()).toEqual(['A001', 'A002']);
  });

  it('to a printer that does not read keeps the writer waiting, and loses it with the connection', async () => {
    printer.behave({ swallows: true });
    write();
    await timers.advance(60_000);
    expect(written).toEqual([]);
    cable.pull();
    await timers.advance(1);
    expect(written).toEqual([LinkLost.name]);
    expect(lines()).toEqual([]);
  });

  it('whose system takes bytes for a printer that does not read delivers them when it does', async () => {
    await plug({ window: 1000 });
    printer.behave({ swallows: true });
    write();
    await timers.advance(1000);
    expect({ written, lines: lines() }).toEqual({ written: ['taken'], lines: [] });
    printer.behave({ swallows: false });
    cable.resume();
    await timers.advance(5);
    expect(lines()).toEqual(['A001', 'A002']);
  });

  it('with a forgotten connection takes everything, delivers nothing, and tells nobody', async () => {
    cable.goDeaf();
    write();
    await timers.advance(60_000);
    expect({ written, told, lines: lines() }).toEqual({ written: ['taken'], told: ['opened'], lines: [] });
    cable.hearAgain();
    write();
    await timers.advance(1000);
    expect(lines()).toEqual([]);
    transport.drop('silent');
    await timers.advance(1000);
    write();
    await timers.advance(5);
    expect(lines()).toEqual(['A001', 'A002']);
  });

  it('serves one program at a time, and is stolen by another', async () => {
    openWith(cable.end());
    await timers.advance(20);
    expect(told).toEqual(['opened', 'lost: ECONNREFUSED']);
    cable.steal();
    await timers.advance(20_000);
    expect(cable.connections).toBe(0);
    expect(told).toContain('lost: ECONNRESET');
    cable.giveBack();
    await timers.advance(10_000);
    expect(cable.connections).toBe(1);
  });

  it('of 9600 baud takes its time', async () => {
    await plug({ bytesPerSecond: 960 });
    write(Buffer.from(`${'A'.repeat(480)}\n`));
    await timers.advance(480);
    expect({ written, lines: lines() }).toEqual({ written: ['taken'], lines: [] });
    await timers.advance(30);
    expect(lines()).toHaveLength(1);
  });

  it('delivers what the system had taken of a program that is killed, tells it nothing, and is free again', async () => {
    write();
    end.kill();
    await timers.advance(60_000);
    expect(lines()).toEqual(['A001', 'A002']);
    expect({ written, told }).toEqual({ written: ['taken'], told: ['opened'] });
    transport = openWith(cable.end());
    await timers.advance(20);
    expect(transport.isOpen).toBe(true);
  });

  it('lets a program be killed as its slip leaves: not one byte of it does', async () => {
    end.onSlip = () => end.kill();
    write(Buffer.from('A'.repeat(500)));
    await timers.advance(60_000);
    expect({ written, received: printer.received }).toEqual({ written: [], received: 0 });
  });
});
