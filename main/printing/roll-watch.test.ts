import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PrinterCondition, printerConditions } from '../../contract/printing.ts';
import { isNearlyUsedUp, RollWatch } from './roll-watch.ts';
import { canPrint } from './status.ts';

function seen(...conditions: PrinterCondition[]) {
  const watch = new RollWatch();
  return conditions.map((condition) => watch.hear(condition)).filter((closing) => closing !== null);
}

describe('a roll without a sensor at its end', () => {
  it.each([
    [297, 330, true],
    [296, 330, false],
    [400, null, false],
    [40, 40, false],
  ])('with %i slips since the change, and %o from the last: nearly used up is %o', (slips, rollSlips, expected) => {
    expect(isNearlyUsedUp(slips, rollSlips)).toBe(expected);
  });
});

describe('what a printer tells of its paper', () => {
  it('is a new roll after the old one was used up', () => {
    expect(seen('ready', 'paper_low', 'paper_out', 'cover_open', 'paper_out', 'ready')).toEqual([
      { newRoll: true, usedUp: true },
    ]);
  });

  it('is a new roll when the sensor that saw its end sees paper again', () => {
    expect(seen('paper_low', 'cover_open', 'ready')).toEqual([{ newRoll: true, usedUp: false }]);
  });

  it.each([[['ready', 'cover_open', 'ready']], [['paper_low', 'cover_open', 'paper_low']]] as [PrinterCondition[]][])(
    'is the same roll after %o',
    (conditions) => {
      expect(seen(...conditions)).toEqual([{ newRoll: false, usedUp: false }]);
    },
  );

  it('is a closed cover also when the printer was switched off while it stood open', () => {
    expect(seen('cover_open', 'unreachable', 'ready')).toHaveLength(1);
  });

  it('is nothing where nobody touched it', () => {
    expect(seen('unreachable', 'ready', 'paper_low', 'ready', 'head_hot', 'ready', 'cutter_jammed', 'ready')).toEqual(
      [],
    );
  });

  it('is told once for every time that somebody was at it, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...printerConditions)), (conditions) => {
        let touched = false;
        let times = 0;
        for (const condition of conditions) {
          touched ||= condition === 'cover_open' || condition === 'paper_out';
          if (canPrint(condition) && touched) {
            times += 1;
            touched = false;
          }
        }
        expect(seen(...conditions)).toHaveLength(times);
      }),
    );
  });
});
