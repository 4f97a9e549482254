import { print } from 'receiptio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../doubles/printer/decoder.ts';
import { SimulatedPrinter } from '../doubles/printer/simulator.ts';

/** receiptio speaks to port 9100 of an address only; this one is nobody else's. */
const host = '127.0.91.100';
const options = `-d ${host} -p generic -c 48`;

let printer: SimulatedPrinter;

beforeEach(async () => {
  printer = await SimulatedPrinter.listen({ host, port: 9100 });
});

afterEach(async () => {
  await printer.switchOff();
});

describe('our simulated printer, seen by a client that others wrote', () => {
  it('is online', async () => {
    expect(await print('', `${options} -q`)).toBe('online');
  });

  it('prints with success', async () => {
    expect(await print('^^^A017\n\nAntrean', options)).toBe('success');
    expect(printer.slips.flatMap(wordsOf)).toEqual(['A017', 'Antrean']);
    expect(printer.garbage).toEqual([]);
  });

  it.each([
    ['paperempty', { paperOut: true }],
    ['coveropen', { coverOpen: true }],
    ['error', { cutterJam: true }],
  ])('is %s, asked or printed on', async (state, fault) => {
    printer.set(fault);
    expect(await print('', `${options} -q`)).toBe(state);
    expect(await print('Antrean', options)).toBe(state);
    expect(printer.slips).toEqual([]);
  });

  it('is out of paper in the middle of a slip', async () => {
    printer.behave({ paperLines: 2 });
    expect(await print('satu\n\ndua\n\ntiga\n\nempat', options)).toBe('paperempty');
  });

  it('is offline when it says nothing', async () => {
    printer.behave({ mute: true });
    expect(await print('', `${options} -q`)).toBe('offline');
  });

  it('is disconnected when it is switched off', async () => {
    await printer.switchOff();
    expect(await print('', `${options} -q`)).toBe('disconnect');
    await printer.switchOn();
  });
});
