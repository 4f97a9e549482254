import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SimulatedPrinter } from '../../../tests/doubles/printer/simulator.ts';
import { UsbCable } from '../../../tests/doubles/printer/usb-cable.ts';
import {
  eventually,
  HurriedTimers,
  numbersOn,
  PrintingLounge,
  quietly,
} from '../../../tests/printing/printing-lounge.ts';
import { BadPrinterUri, LinkLost, NotConnected } from './transport.ts';
import { parseUsbUri, UsbTransport } from './usb.ts';

let printer: SimulatedPrinter;
let cable: UsbCable;

beforeEach(async () => {
  printer = await SimulatedPrinter.listen();
  cable = new UsbCable(printer);
});
afterEach(async () => {
  await cable.end();
  await printer.switchOff();
});

const speaksUsb = process.platform === 'linux';

describe('the address of a USB printer', () => {
  it.each([
    ['usb:', null],
    ['usb:/dev/usb/lp0', '/dev/usb/lp0'],
    ['usb:/dev/usb/by-port/1.2', '/dev/usb/by-port/1.2'],
  ])('is written %s', (uri, path) => {
    expect(parseUsbUri(uri)).toBe(path);
  });

  it.each(['', 'usb', 'usb:lp0', 'usb:/etc/passwd', 'usb:/dev/../etc/passwd', 'usb:/dev/usb/lp0 x', 'tcp://a:9100'])(
    'is not written %o',
    (uri) => {
      expect(() => parseUsbUri(uri)).toThrow(BadPrinterUri);
    },
  );
});

describe.runIf(speaksUsb)('a USB cable', () => {
  let timers: HurriedTimers;
  let heard: string[];
  let transport: UsbTransport;
  const open = () => {
    timers = new HurriedTimers();
    heard = [];
    transport = new UsbTransport(
      'usb:',
      {
        opened: () => heard.push('opened'),
        received: (bytes) => heard.push(bytes.toString('hex')),
        lost: (reason) => heard.push(`lost: ${reason}`),
      },
      timers,
      cable.folder,
    );
    transport.start();
  };
  afterEach(async () => {
    await transport.close();
    expect(timers.running).toBe(0);
  });

  it('takes bytes and gives the printer’s answers', async () => {
    await cable.plugIn();
    open();
    await eventually(() => expect(transport.isOpen).toBe(true));
    await transport.write(Buffer.from([0x10, 0x04, 0x01]));
    await eventually(() => expect(heard).toEqual(['opened', '16']));
  });

  it('is found when it is plugged in later, and under another number after it was pulled', async () => {
    open();
    await eventually(() => expect(heard).toContain('lost: no printer is plugged in'));
    await expect(transport.write(Buffer.from('slip'))).rejects.toThrow(NotConnected);
    await cable.plugIn();
    await eventually(() => expect(transport.isOpen).toBe(true));
    await cable.pull();
    await expect
      .poll(
        () =>
          transport.write(Buffer.from([0])).then(
            () => null,
            (error: Error) => error.name,
          ),
        { timeout: 15_000 },
      )
      .toMatch(/LinkLost|NotConnected/);
    await cable.plugIn('lp1');
    await eventually(() => expect(transport.isOpen).toBe(true));
  });

  it('calls nothing written while the printer does not read, and waits without holding anything up', async () => {
    printer.behave({ swallows: true });
    await cable.plugIn();
    open();
    await eventually(() => expect(transport.isOpen).toBe(true));
    let settled = 'pending';
    const written = transport.write(Buffer.alloc(32 * 1024 * 1024)).then(
      () => (settled = 'written'),
      (error: unknown) => (settled = error instanceof LinkLost ? 'lost' : 'odd'),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(settled).toBe('pending');
    transport.drop('stalled');
    await written;
    expect(settled).toBe('lost');
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
      connect: (uri, events, timers) => new UsbTransport(uri, events, timers, cable.folder),
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
    expect(lounge.row('A001')).toEqual({ state: 'done', reason: null, attempt: 1 });
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
