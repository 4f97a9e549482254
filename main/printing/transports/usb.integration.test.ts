import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PrinterCable } from '../../../tests/doubles/printer/pty-cable.ts';
import { SimulatedPrinter } from '../../../tests/doubles/printer/simulator.ts';
import { eventually, HurriedTimers, quietly } from '../../../tests/printing/printing-lounge.ts';
import { describeSlips, onCable } from './cable-suite.ts';
import { MendingTransport } from './mending.ts';
import { describeTransport } from './transport-suite.ts';
import { dialUsb } from './usb.ts';

const speaksUsb = process.platform === 'linux';

describe.runIf(speaksUsb)('by the kernel’s driver for printers', () => {
  describeTransport('a printer on a USB cable', () => onCable('lp0', (folder) => dialUsb(null, folder)));
  describeSlips('a USB cable', 'lp0', (folder) => dialUsb(null, folder));
});

describe.runIf(speaksUsb)('a USB cable', () => {
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
