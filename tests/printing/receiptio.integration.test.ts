import { print } from 'receiptio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../doubles/printer/decoder.ts';
import { SimulatedPrinter } from '../doubles/printer/simulator.ts';
import { eventually, quietly } from './printing-lounge.ts';

/** receiptio speaks to port 9100 of an address only; this one is nobody else's, also when two runs share a machine. */
const host = `127.91.${(process.pid >> 7) % 256}.${1 + (process.pid % 128)}`;
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
    ['error', { headHot: true }],
  ])('is %s, asked or printed on, with %o', async (state, fault) => {
    printer.set(fault);
    expect(await print('', `${options} -q`)).toBe(state);
    expect(await print('Antrean', options)).toBe(state);
    expect(printer.slips).toEqual([]);
  });

  it('is online with little paper left, and prints', async () => {
    printer.set({ nearEnd: true });
    expect(await print('', `${options} -q`)).toBe('online');
    expect(await print('Antrean', options)).toBe('success');
  });

  it('is out of paper in the middle of a slip', async () => {
    printer.behave({ paperLines: 2 });
    expect(await print('satu\n\ndua\n\ntiga\n\nempat', options)).toBe('paperempty');
  });

  it('has its cover opened in the middle of a slip', async () => {
    printer.behave({ slow: 50 });
    const printing = print('satu\n\ndua\n\ntiga\n\nempat', options);
    await eventually(() => expect(printer.unfinished.length).toBeGreaterThan(0));
    printer.set({ coverOpen: true });
    expect(await printing).toBe('coveropen');
    expect(printer.slips).toEqual([]);
  });

  it('has a jammed cutter at the end of a slip', async () => {
    printer.behave({ jamsAtCut: true });
    expect(await print('Antrean', options)).toBe('error');
    expect(wordsOf(printer.unfinished)).toEqual(['Antrean']);
  });

  it('waits for a hot head in the middle of a slip, which is no error, and succeeds', async () => {
    printer.behave({ slow: 50 });
    const printing = print('satu\n\ndua\n\ntiga\n\nempat', options);
    await eventually(() => expect(printer.unfinished.length).toBeGreaterThan(0));
    printer.set({ headHot: true });
    await quietly(2000);
    expect(printer.slips).toEqual([]);
    printer.set({ headHot: false });
    expect(await printing).toBe('success');
    expect(printer.slips.flatMap(wordsOf)).toEqual(['satu', 'dua', 'tiga', 'empat']);
  });

  it('is told apart by answers in single bytes and by status between them as well', async () => {
    printer.behave({ split: true, chatter: () => true });
    expect(await print('', `${options} -q`)).toBe('online');
    expect(await print('Antrean', options)).toBe('success');
    printer.set({ coverOpen: true });
    expect(await print('', `${options} -q`)).toBe('coveropen');
  });

  it('times out when it proves nothing', async () => {
    printer.behave({ noFence: true });
    expect(await print('Antrean', `${options} -t 1`)).toBe('timeout');
    expect(printer.slips.flatMap(wordsOf)).toEqual(['Antrean']);
  });

  it('has a drawer that is shut, and none whose switch works the other way round', async () => {
    expect(await print('', `${options} -q drawer`)).toBe('drawerclosed');
    expect(await print('', `${options} -q drawer2`)).toBe('draweropen');
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
