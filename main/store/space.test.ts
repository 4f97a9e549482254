import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOf, roomFor, spaceLevels } from './space.ts';

const mb = 1_000_000;

describe('the disk of a hub', () => {
  it.each([
    [500, 'enough'],
    [499.9, 'no_requests'],
    [200, 'no_requests'],
    [199.9, 'no_tickets'],
    [50, 'no_tickets'],
    [49.9, 'reserve'],
    [0, 'reserve'],
  ] as const)('with %d MB free: %s', (free, level) => {
    expect(levelOf(free * mb, 'enough')).toBe(level);
  });

  it('is believed to be better only with some room to spare', () => {
    expect(levelOf(210 * mb, 'no_tickets')).toBe('no_tickets');
    expect(levelOf(220 * mb, 'no_tickets')).toBe('no_requests');
    expect(levelOf(515 * mb, 'reserve')).toBe('no_requests');
    expect(levelOf(520 * mb, 'reserve')).toBe('enough');
  });

  it('never swings between two levels while what is free moves less than the margin', () => {
    const level = fc.constantFrom(...spaceLevels);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 * mb }),
        fc.array(fc.integer({ min: 0, max: 19 * mb })),
        level,
        (free, moves, start) => {
          const seen = [free, ...moves.map((move) => free + move)].reduce<(typeof start)[]>(
            (levels, now) => [...levels, levelOf(now, levels.at(-1) ?? start)],
            [],
          );
          const changes = seen.filter((one, index) => index > 0 && one !== seen[index - 1]).length;
          expect(changes).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('has room for a ballast only where that takes nothing from the lounge', () => {
    expect(roomFor(64 * mb, 590 * mb)).toBe(true);
    expect(roomFor(64 * mb, 583 * mb)).toBe(false);
  });
});
