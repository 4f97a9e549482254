import { describe, expect, it } from 'vitest';
import type { PrinterView } from '../../../contract/printing.ts';
import { id } from '../../i18n/staff.ts';
import { advice, chipWords, nameAmong, standIns, toneOf } from './chip.ts';

const printer = (change: Partial<PrinterView> = {}): PrinterView => ({
  device: 'kiosk-1',
  name: 'Anjungan 1',
  condition: 'ready',
  stopped: null,
  reads: null,
  toCheck: 0,
  waiting: 0,
  slips: 0,
  rollSlips: null,
  cutter: true,
  divertedTo: null,
  ...change,
});
const other = printer({ device: 'kiosk-2', name: 'Anjungan 2' });
const third = printer({ device: 'kiosk-3', name: 'Anjungan 3' });
const said = (change: Partial<PrinterView>) => chipWords(id, printer(change), nameAmong([printer(), other]));

describe("a printer's chip", () => {
  it.each([
    [{}, ['Siap']],
    [{ condition: 'paper_low' }, ['Kertas hampir habis']],
    [{ condition: 'unreachable' }, ['Printer mati atau kabel lepas']],
    [{ condition: 'needs_check' }, ['Perlu diperiksa']],
    [{ condition: 'needs_check', toCheck: 3 }, ['Perlu diperiksa (3)']],
    [{ toCheck: 1 }, ['Perlu diperiksa (1)']],
    [{ condition: 'paper_out', toCheck: 2 }, ['Kertas habis', 'Perlu diperiksa (2)']],
    [{ stopped: 'unreadable' }, ['Berhenti, perlu uji cetak']],
    [{ divertedTo: 'kiosk-2' }, ['Siap', 'Dialihkan ke Anjungan 2']],
    [{ condition: 'cutter_jammed', divertedTo: 'kiosk-9' }, ['Pemotong kertas macet', 'Dialihkan ke kiosk-9']],
  ] satisfies [Partial<PrinterView>, string[]][])('of %o says %o', (change, words) => {
    expect(said(change)).toEqual(words);
  });

  it('is quiet while nobody is needed, and where there is no printer', () => {
    expect(toneOf(printer())).toBe('calm');
    expect(toneOf(printer({ condition: 'absent' }))).toBe('calm');
  });

  it('is loud when residents get no paper, or when a slip may be missing', () => {
    expect(toneOf(printer({ condition: 'cover_open' }))).toBe('now');
    expect(toneOf(printer({ stopped: 'unknown' }))).toBe('now');
    expect(toneOf(printer({ toCheck: 1 }))).toBe('now');
  });

  it('is less loud while another printer stands in, but not about slips that may be missing', () => {
    expect(toneOf(printer({ condition: 'cover_open', divertedTo: 'kiosk-2' }))).toBe('soon');
    expect(toneOf(printer({ condition: 'cover_open', divertedTo: 'kiosk-2', toCheck: 1 }))).toBe('now');
  });

  it('mends the machine before it asks about slips', () => {
    const { unknown, paper_out, slips } = id.printers.advice;
    expect(advice(id, printer({ condition: 'paper_out', stopped: 'unknown', toCheck: 2 }))).toBe(paper_out);
    expect(advice(id, printer({ stopped: 'unknown', toCheck: 2 }))).toBe(unknown);
    expect(advice(id, printer({ condition: 'needs_check', toCheck: 2 }))).toBe(slips);
  });
});

describe('who stands in for a printer', () => {
  it('is any other that has a printer', () => {
    const absent = printer({ device: 'kiosk-4', condition: 'absent' });
    expect(standIns(printer(), [printer(), other, absent])).toEqual([other]);
  });

  it('is nobody for one that stands in itself', () => {
    const given = printer({ device: 'kiosk-4', divertedTo: printer().device });
    expect(standIns(printer(), [printer(), other, given])).toEqual([]);
  });

  it('is nobody who has given its own slips away', () => {
    const given = printer({ device: 'kiosk-4', divertedTo: 'kiosk-3' });
    expect(standIns(printer(), [printer(), other, third, given])).toEqual([other, third]);
  });
});
