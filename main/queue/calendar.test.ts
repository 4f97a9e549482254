import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { Calendar } from './calendar.ts';

const nothing = { hours: {}, holidays: [] } as unknown as ConstructorParameters<typeof Calendar>[0];
const zones = ['Asia/Jakarta', 'Asia/Jayapura', 'Asia/Kathmandu', 'Europe/Berlin', 'Australia/Lord_Howe'];
/** 2026, with the days on which clocks are set. */
const year = { min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) };

describe('a moment as the lounge writes it', () => {
  it('is the same whichever day the calendar has at hand, also where clocks are set', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.array(fc.tuple(fc.boolean(), fc.integer(year)), { minLength: 1, maxLength: 20 }),
        (zone, moments) => {
          const calendar = new Calendar(nothing, zone);
          for (const [isToday, wall] of moments) {
            if (isToday) calendar.dateAt(wall);
            const expected = Temporal.Instant.fromEpochMilliseconds(Math.floor(wall / 1000) * 1000)
              .toZonedDateTimeISO(zone)
              .toString({ timeZoneName: 'never' });
            expect(calendar.iso(wall)).toBe(expected);
          }
        },
      ),
    );
  });
});
