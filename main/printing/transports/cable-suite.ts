import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Listener } from '../../../tests/doubles/printer/listener.ts';
import { PrinterCable } from '../../../tests/doubles/printer/pty-cable.ts';
import { SimulatedPrinter } from '../../../tests/doubles/printer/simulator.ts';
import { eventually, numbersOn, PrintingLounge } from '../../../tests/printing/printing-lounge.ts';
import { type Dial, MendingTransport } from './mending.ts';
import type { Peer } from './transport-suite.ts';

/** A peer at the other end of a cable, which is pulled when it leaves. */
export async function onCable(device: string, dial: (folder: string) => Dial): Promise<Peer> {
  const listener = new Listener();
  await listener.arrive();
  const cable = new PrinterCable(listener);
  return {
    proof: 'replies',
    flood: 2 * 1024 * 1024,
    dial: dial(cable.folder),
    arrive: () => cable.plugIn(device),
    leave: () => cable.pull(),
    read: (reads) => listener.read(reads),
    heard: () => listener.heard,
    say: (text) => listener.say(text),
    end: async () => {
      await cable.end();
      await listener.leave();
    },
  };
}

/** What holds for slips over any cable. @param device the cable's name among the kernel's */
export function describeSlips(over: string, device: string, dial: (folder: string) => Dial): void {
  describe(`slips over ${over}`, () => {
    let printer: SimulatedPrinter;
    let cable: PrinterCable;
    beforeEach(async () => {
      printer = await SimulatedPrinter.listen();
      cable = new PrinterCable(printer);
      await cable.plugIn(device);
    });
    afterEach(async () => {
      await cable.end();
      await printer.switchOff();
    });
    const openLounge = () => {
      const lounge = new PrintingLounge('usb:', {
        connect: (_, events, timers) => new MendingTransport('replies', dial(cable.folder), events, timers),
      });
      lounge.spooler.start();
      return lounge;
    };

    it('come out once, in order, and are known to have come out', async () => {
      await using lounge = openLounge();
      for (const number of ['A001', 'A002', 'A003']) lounge.take(number);
      await lounge.sees('A003', 'done');
      expect(numbersOn(printer)).toEqual(['A001', 'A002', 'A003']);
      expect(lounge.row('A001')).toEqual({ state: 'done', reason: null, evidence: 'completion', attempt: 1 });
      expect(printer.garbage).toEqual([]);
    });

    it('wait for paper, also in the middle of one', async () => {
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

    it('are of unknown fate when it is pulled in the middle, are not sent again, and hold up nobody behind', async () => {
      await using lounge = openLounge();
      await lounge.becomes('ready');
      printer.behave({ slow: 50 });
      lounge.take('A001');
      await eventually(() => expect(printer.unfinished.length).toBeGreaterThan(0));
      await cable.pull();
      await lounge.sees('A001', 'unknown');
      lounge.take('A002');
      printer.behave({ slow: 0 });
      await cable.plugIn(device);
      await lounge.sees('A002', 'done');
      expect(numbersOn(printer).filter((number) => number === 'A001').length).toBeLessThanOrEqual(1);
      expect(numbersOn(printer).filter((number) => number === 'A002')).toEqual(['A002']);
      expect(lounge.row('A001')?.state).toBe('unknown');
    });
  });
}
