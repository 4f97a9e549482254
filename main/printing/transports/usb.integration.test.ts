import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PrinterCable } from '../../../tests/doubles/printer/pty-cable.ts';
import { SimulatedPrinter } from '../../../tests/doubles/printer/simulator.ts';
import {
  eventually,
  HurriedTimers,
  numbersOn,
  PrintingLounge,
  quietly,
} from '../../../tests/printing/printing-lounge.ts';
import { onCable } from './cable-suite.ts';
import { MendingTransport } from './mending.ts';
import { describeTransport } from './transport-suite.ts';
import { dialUsb } from './usb.ts';

let printer: SimulatedPrinter;
let cable: PrinterCable;

beforeEach(async () => {
  printer = await SimulatedPrinter.listen();
  cable = new PrinterCable(printer);
});
afterEach(async () => {
  await cable.end();
  await printer.switchOff();
});

const speaksUsb = process.platform === 'linux';

describe.runIf(speaksUsb)('by the kernel’s driver for printers', () => {
  describeTransport('a printer on a USB cable', () => onCable('lp0', (folder) => dialUsb(null, folder)));
});

describe.runIf(speaksUsb)('a USB cable', () => {
  let timers: HurriedTimers;
  let heard: string[];
  let transport: MendingTransport;
  const open = () => {
    timers = new HurriedTimers();
    heard = [];
    transport = new MendingTransport(
      'replies',
      dialUsb(null, cable.folder),
      {
        opened: () => heard.push('opened'),
        received: (bytes) => heard.push(bytes.toString('hex')),
        lost: (reason) => heard.push(`lost: ${reason}`),
      },
      timers,
    );
    transport.start();
  };
  afterEach(async () => {
    await transport.close();
    expect(timers.running).toBe(0);
  });

  it('is found under another number after it was pulled', async () => {
    await cable.plugIn();
    open();
    await eventually(() => expect(transport.isOpen).toBe(true));
    await cable.pull();
    // The stand-in's end shows with the next bytes only; the link asks for the status every few seconds.
    void transport.write(Buffer.of(0)).catch(() => undefined);
    await eventually(() => expect(heard).toContain('lost: no printer is plugged in'));
    await cable.plugIn('lp1');
    await eventually(() => expect(transport.isOpen).toBe(true));
  });

  it('never makes a file of a printer that is not there, nor prints into one', async () => {
    open();
    await quietly(8000);
    expect(readdirSync(cable.folder)).toEqual([]);
    await transport.close();
    closeSync(openSync(join(cable.folder, 'lp0'), 'w'));
    open();
    await eventually(() => expect(heard.join()).toContain('is not a device'));
    expect(readFileSync(join(cable.folder, 'lp0'), 'utf8')).toBe('');
  });

  it('does not take a folder or another device’s name for a printer', async () => {
    mkdirSync(join(cable.folder, 'lp0.d'));
    writeFileSync(join(cable.folder, 'lpx'), '');
    open();
    await eventually(() => expect(heard).toContain('lost: no printer is plugged in'));
  });
});

describe.runIf(speaksUsb)('slips over a USB cable', () => {
  const openLounge = () => {
    const lounge = new PrintingLounge('usb:', {
      connect: (_, events, timers) => new MendingTransport('replies', dialUsb(null, cable.folder), events, timers),
    });
    lounge.spooler.start();
    return lounge;
  };

  it('come out once, in order, and are known to have come out', async () => {
    await cable.plugIn();
    await using lounge = openLounge();
    for (const number of ['A001', 'A002', 'A003']) lounge.take(number);
    await lounge.sees('A003', 'done');
    expect(numbersOn(printer)).toEqual(['A001', 'A002', 'A003']);
    expect(lounge.row('A001')).toEqual({ state: 'done', reason: null, evidence: 'completion', attempt: 1 });
    expect(printer.garbage).toEqual([]);
  });

  it('wait for paper, also in the middle of one', async () => {
    await cable.plugIn();
    await using lounge = openLounge();
    await lounge.becomes('ready');
    printer.behave({ slow: 5, paperLines: 4 });
    lounge.take('A001');
    await lounge.becomes('paper_out');
    printer.behave({ slow: 0 });
    printer.set({ paperOut: false });
    await lounge.sees('A001', 'done');
    expect(numbersOn(printer)).toEqual(['A001']);
  });

  it('are of unknown fate when the cable is pulled in the middle, are not sent again, and hold up nobody behind', async () => {
    await cable.plugIn();
    await using lounge = openLounge();
    await lounge.becomes('ready');
    printer.behave({ slow: 50 });
    lounge.take('A001');
    await eventually(() => expect(printer.unfinished.length).toBeGreaterThan(0));
    await cable.pull();
    await lounge.sees('A001', 'unknown');
    lounge.take('A002');
    printer.behave({ slow: 0 });
    await cable.plugIn();
    await lounge.sees('A002', 'done');
    expect(numbersOn(printer).filter((number) => number === 'A001').length).toBeLessThanOrEqual(1);
    expect(numbersOn(printer).filter((number) => number === 'A002')).toEqual(['A002']);
    expect(lounge.row('A001')?.state).toBe('unknown');
  });
});
