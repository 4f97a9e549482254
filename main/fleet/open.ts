import type { Log } from '../ops/log.ts';
import type { Store } from '../store/open.ts';
import { Figures } from './figures.ts';
import { Fleet, type FleetParts } from './fleet.ts';
import type { FleetStore } from './fleet-store.ts';
import { Sender, type SenderParts } from './send.ts';

export interface FleetNeeds
  extends Omit<FleetParts, 'immediate' | 'sender' | 'figures'>,
    Pick<SenderParts, 'fetch' | 'chance'> {
  readonly lounge: Pick<Store, 'db' | 'immediate'>;
  readonly store: FleetStore;
  readonly log: Log;
}

const lookMs = 60_000;

/** Builds what tells the regency of this machine, and begins to look when it is time. */
export function openFleet({ lounge: { db, immediate }, fetch, chance, log, ...needs }: FleetNeeds): {
  readonly fleet: Fleet;
  readonly close: () => Promise<void>;
} {
  const { store, clock } = needs;
  const sender = new Sender({ store, immediate, fetch, clock, chance, log });
  const fleet = new Fleet({ ...needs, immediate, sender, figures: new Figures(db) });
  const look = setInterval(() => {
    fleet.look().catch((error: unknown) => log.error({ err: error }, 'a status could not be made'));
  }, lookMs).unref();
  return {
    fleet,
    close: async () => {
      clearInterval(look);
      await fleet.close();
    },
  };
}
