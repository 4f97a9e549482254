/** What a hub still does with the disk that is left to it, from the most to the least. */
export const spaceLevels = ['enough', 'no_requests', 'no_tickets', 'reserve'] as const;
export type SpaceLevel = (typeof spaceLevels)[number];

/** Bytes free below which a level begins (issue 6, heal): people who have a number are called at every one of them. */
const below: Record<Exclude<SpaceLevel, 'enough'>, number> = {
  no_requests: 500_000_000,
  no_tickets: 200_000_000,
  reserve: 50_000_000,
};

/** So much more must be free before a level is left again: a disk that hovers at a limit must not open and shut a lounge. */
const margin = 20_000_000;

/** @param free bytes @param before the level until now */
export function levelOf(free: number, before: SpaceLevel): SpaceLevel {
  const level = reached(free);
  if (spaceLevels.indexOf(level) >= spaceLevels.indexOf(before)) return level;
  return reached(free - margin);
}

function reached(free: number): SpaceLevel {
  if (free < below.reserve) return 'reserve';
  if (free < below.no_tickets) return 'no_tickets';
  return free < below.no_requests ? 'no_requests' : 'enough';
}

/** Whether a file that can be given up again may lie on the disk without taking a level from the lounge. */
export function roomFor(bytes: number, free: number): boolean {
  return reached(free - bytes - margin) === 'enough';
}
