import { join } from 'node:path';
import type { Log } from '../../ops/log.ts';
import { LogSweep } from '../../store/log-sweep.ts';
import type { Store } from '../../store/open.ts';
import type { ResidentStore } from '../residents/resident-store.ts';
import { Ages, type AgesParts } from './ages.ts';
import { Disposals, type DisposalsParts } from './disposals.ts';
import { ErasureList } from './erasure-list.ts';
import { Erasures } from './erasures.ts';
import { Persons, type PersonsParts } from './persons.ts';
import { RetentionStore } from './retention-store.ts';

interface RetentionNeeds
  extends Omit<AgesParts & DisposalsParts & PersonsParts, 'kept' | 'erasures' | 'sweep' | 'retention' | 'residents'> {
  readonly store: Store;
  readonly dataFolder: string;
  readonly residents: ResidentStore;
  readonly log: Log;
}

export type Retention = ReturnType<typeof openRetention>;

/**
 * Builds everything about how long personal data and letters are kept. What an older copy of the database has brought back
 * is gone when this returns.
 * @throws StartError when the list of erasures cannot be read
 */
export function openRetention({ dataFolder, ...needs }: RetentionNeeds) {
  const { store, log, requests, residents } = needs;
  const kept = new RetentionStore(store.db);
  const list = new ErasureList(join(dataFolder, 'erased.list'), store.reader.key, log);
  const sweep = new LogSweep(store.db, log);
  const answersOf = (requestId: string) => requests.person(requestId)?.answers ?? {};
  const erasures = new Erasures({ store, kept, list, answersOf, residents });
  if (erasures.restore()) log.info({}, 'what an older copy of the database had brought back was erased again');
  // Something may have been erased just before the last run ended.
  sweep.sweep();
  const parts = { ...needs, kept, erasures, sweep };
  const ages = new Ages({ ...parts, retention: () => needs.village().retention });
  return {
    disposals: new Disposals(parts),
    persons: new Persons(parts),
    /** Looks through the ages once. */
    look: () => ages.look(),
    /** Whether a person was forgotten at their own wish. */
    isForgotten: (nik: string) => list.isForgotten(nik),
    close: async () => {
      await ages.close();
      sweep.close();
    },
  };
}
