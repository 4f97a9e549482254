import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PrinterCable } from '../../../tests/doubles/printer/pty-cable.ts';
import { SimulatedPrinter } from '../../../tests/doubles/printer/simulator.ts';
import { eventually, numbersOn, PrintingLounge } from '../../../tests/printing/printing-lounge.ts';
import { onCable } from './cable-suite.ts';
import { MendingTransport } from './mending.ts';
import { dialSerial } from './serial.ts';
import { describeTransport } from './transport-suite.ts';

describe.runIf(process.platform === 'linux')('by the terminals of Linux', () => {
  describeTransport('a printer on a serial cable', () =>
    onCable('ttyUSB0', (folder) => dialSerial({ device: join(folder, 'ttyUSB0'), baud: 115_200 })),
  );

  describe('slips over a serial cable', () => {
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
    const openLounge = () => {
      const lounge = new PrintingLounge('serial:/dev/ttyUSB0?baud=9600', {
        connect: (_, events, timers) =>
          new MendingTransport(
            'replies',
            dialSerial({ device: join(cable.folder, 'ttyUSB0'), baud: 9600 }),
            events,
            timers,
          ),
      });
      lounge.spooler.start();
      return lounge;
    };

    it('come out once, in order, and are known to have come out', async () => {
      await cable.plugIn('ttyUSB0');
      await using lounge = openLounge();
      for (const number of ['A001', 'A002', 'A003']) lounge.take(number);
      await lounge.sees('A003', 'done');
      expect(numbersOn(printer)).toEqual(['A001', 'A002', 'A003']);
      expect(lounge.row('A001')).toEqual({ state: 'done', reason: null, evidence: 'completion', attempt: 1 });
      expect(printer.garbage).toEqual([]);
    });

    it('are of unknown fate when the adapter is pulled in the middle, and hold up nobody behind', async () => {
      await cable.plugIn('ttyUSB0');
      await using lounge = openLounge();
      await lounge.becomes('ready');
      printer.behave({ slow: 50 });
      lounge.take('A001');
      await eventually(() => expect(printer.unfinished.length).toBeGreaterThan(0));
      await cable.pull();
      await lounge.sees('A001', 'unknown');
      lounge.take('A002');
      printer.behave({ slow: 0 });
      await cable.plugIn('ttyUSB0');
      await lounge.sees('A002', 'done');
      expect(numbersOn(printer).filter((number) => number === 'A001').length).toBeLessThanOrEqual(1);
      expect(numbersOn(printer).filter((number) => number === 'A002')).toEqual(['A002']);
    });
  });
});
