import { expect } from 'vitest';
import type { Lounge } from '../../main/lounge.ts';
import { wordsOf } from '../doubles/printer/decoder.ts';
import type { SimulatedPrinter } from '../doubles/printer/simulator.ts';
import { eventually } from './printing-lounge.ts';

/** The words of the paper that came out last, a line each, once there are so many and no slip is on its way. */
export async function lastPaper(lounge: Lounge, printer: SimulatedPrinter, papers: number): Promise<string> {
  const onTheWay = lounge.db
    .prepare("SELECT count(*) FROM print_job WHERE state NOT IN ('done', 'unknown', 'cancelled')")
    .pluck();
  await eventually(() => expect(printer.slips.length).toBe(papers));
  await eventually(() => expect(onTheWay.get()).toBe(0));
  return wordsOf(printer.slips[papers - 1] ?? []).join('\n');
}
