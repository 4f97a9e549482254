import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Discipline, type Waiting } from './discipline.ts';

const minute = 60_000;
const noHistory = { regularSincePriority: 0 };
const accumulating = new Discipline({ rule: 'accumulating', priorityRate: 3 });
const strict = new Discipline({ rule: 'strict' });
const ratio = new Discipline({ rule: 'ratio', regularPerPriority: 2 });

const regular = (takenMinute: number): Waiting => ({ takenTick: takenMinute * minute, priority: false });
const priority = (takenMinute: number): Waiting => ({ takenTick: takenMinute * minute, priority: true });

describe('accumulating priority', () => {
  it('calls a grandmother before those who have waited less than three times as long', () => {
    const [early, late, grandmother] = [regular(0), regular(20), priority(24)];
    const line = [early, late, grandmother];
    expect(accumulating.callingOrder(line, 30 * minute, 0, noHistory)).toEqual([early, grandmother, late]);
  });

  it('lets nobody starve: who has waited three times as long goes before any newer priority', () => {
    const patient = regular(0);
    const order = accumulating.callingOrder([patient, priority(21), priority(22)], 30 * minute, 0, noHistory);
    expect(order[0]).toBe(patient);
  });

  it('puts a fresh priority ticket behind everybody now, but lets it overtake on the way', () => {
    const others = [0, 1, 2, 3, 4, 5].map(regular);
    const fresh = priority(6);
    const line = [...others, fresh];
    expect(accumulating.peopleAhead(fresh, line, 6 * minute, noHistory)).toBe(6);
    const order = accumulating.callingOrder(line, 6 * minute, 5 * minute, noHistory);
    expect(order.indexOf(fresh)).toBeLessThan(6);
  });
});

describe('strict priority', () => {
  it('calls every priority first, each class in order of coming', () => {
    const line = [regular(0), priority(1), regular(2), priority(3)];
    expect(strict.callingOrder(line, 10 * minute, 0, noHistory)).toEqual([line[1], line[3], line[0], line[2]]);
    expect(strict.peopleAhead(line[3] as Waiting, line, 10 * minute, noHistory)).toBe(1);
    expect(strict.peopleAhead(line[0] as Waiting, line, 10 * minute, noHistory)).toBe(2);
  });
});

describe('two others, then one priority', () => {
  it('counts those called before', () => {
    const line = [regular(0), regular(1), regular(2), priority(3), priority(4)];
    const order = ratio.callingOrder(line, 10 * minute, 0, { regularSincePriority: 1 });
    expect(order.map((person) => person.priority)).toEqual([false, true, false, false, true]);
  });
});

const lines = fc
  .array(fc.record({ takenMinute: fc.integer({ min: 0, max: 200 }), priority: fc.boolean() }), { maxLength: 40 })
  .map((people) =>
    people
      .sort((a, b) => a.takenMinute - b.takenMinute)
      .map((person): Waiting => ({ takenTick: person.takenMinute * minute, priority: person.priority })),
  );

/** Two people with equal scores, of two classes. */
const ofOneMoment: Waiting[] = [
  { takenTick: 200 * minute, priority: true },
  { takenTick: 200 * minute, priority: false },
];

describe.each([
  ['accumulating', accumulating],
  ['strict', strict],
  ['ratio', ratio],
])('%s, whatever the line', (_name, discipline) => {
  it('calls everybody once, and within a class in order of coming', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 5 }), (line, interval, since) => {
        const history = { regularSincePriority: since };
        const order = discipline.callingOrder(line, 200 * minute, interval * minute, history);
        expect(new Set(order)).toEqual(new Set(line));
        expect(order).toHaveLength(line.length);
        for (const isPriority of [true, false]) {
          const ofClass = (list: readonly Waiting[]) => list.filter((person) => person.priority === isPriority);
          expect(ofClass(order)).toEqual(ofClass(line));
        }
      }),
    );
  });

  it('gives each person a place of their own from nobody ahead to everybody ahead', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const ahead = line.map((person) => discipline.peopleAhead(person, line, 200 * minute, noHistory));
        expect(ahead.sort((a, b) => a - b)).toEqual(line.map((_, place) => place));
      }),
    );
  });

  it('counts as ahead exactly those who would be called before', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const order = discipline.callingOrder(line, 200 * minute, 0, noHistory);
        for (const person of line)
          expect(discipline.peopleAhead(person, line, 200 * minute, noHistory)).toBe(order.indexOf(person));
      }),
      { examples: [[ofOneMoment], [ofOneMoment.toReversed()]] },
    );
  });
});
