import type { Manners } from '../doubles/printer/manners.ts';
import type { Dice } from './dice.ts';
import type { FaultLoungeOptions } from './fault-lounge.ts';

export interface AnyLounge extends FaultLoungeOptions {
  /** What its printer can tell. */
  readonly says: 'nothing' | 'status' | 'proof';
}

/** A printer as it may be met in the field, and a way to it. */
export function anyLounge(dice: Dice): AnyLounge {
  const isLent = dice.onceIn(6);
  // One that never speaks gets a fast line: what a slow one has not carried yet, nobody can know of.
  if (dice.onceIn(12)) return { says: 'nothing', isLent, manners: { mute: true } };
  const noFence = dice.onceIn(8);
  const manners: Partial<Manners> = {
    noFence,
    completion: dice.pick(['answered', 'answered', 'skipped', 'printed']),
    newestOnly: dice.onceIn(2),
    split: dice.onceIn(4),
    late: dice.onceIn(4) ? dice.between(1, 700) : 0,
    chatter: dice.onceIn(4) ? () => dice.onceIn(100) : null,
    slow: dice.between(5, 30),
  };
  const cable = { bytesPerSecond: dice.onceIn(6) ? 960 : null, window: dice.onceIn(2) ? 65_536 : 0 };
  return { says: noFence ? 'status' : 'proof', isLent, manners, cable };
}
