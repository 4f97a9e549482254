import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateWords } from './words.ts';

const zones = [
  'Asia/Jakarta',
  'Asia/Makassar',
  'Asia/Jayapura',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'Australia/Lord_Howe',
];
const year = { min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) };

describe('a date on paper', () => {
  it('is the wall clock’s, whichever day was printed before, also where clocks are set', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom('id', 'en'),
        fc.array(fc.integer(year)),
        (zone, language, moments) => {
          const parts = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
            timeZone: zone,
            weekday: 'long',
            day: 'numeric',
            month: 'long',
            year: 'numeric',
            hour: '2-digit',
            minute: '2-digit',
            hourCycle: 'h23',
          });
          for (const moment of moments) {
            const expected = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
            expect(expected).toMatchObject(dateWords(moment, zone, language));
          }
        },
      ),
    );
  });

  it('is Indonesian or English', () => {
    const moment = '2026-11-24T09:04:00+07:00';
    expect(dateWords(moment, 'Asia/Jakarta', 'id')).toMatchObject({ weekday: 'Selasa', month: 'November', hour: '09' });
    expect(dateWords(moment, 'Asia/Jayapura', 'en')).toMatchObject({ weekday: 'Tuesday', hour: '11', minute: '04' });
  });
});
