import type { Log } from '../../ops/log.ts';
import type { Audit } from '../../store/audit.ts';
import type { Store } from '../../store/open.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import type { OfferedLetters } from '../requests/parts.ts';
import { Tries } from '../requests/tries.ts';
import { FilledPlaceStore } from './filled-place-store.ts';
import { Identify } from './identify.ts';
import { Matches } from './matches.ts';
import { ResidentImports } from './resident-imports.ts';
import { ResidentReader } from './resident-reader.ts';
import type { ResidentStore } from './resident-store.ts';
import { Residents } from './residents.ts';

export interface ResidentsNeeds {
  readonly store: Store;
  readonly list: ResidentStore;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly clock: { wall(): number; tick(): number };
  readonly ids: { next(): string };
  readonly iso: (wall: number) => string;
  readonly offered: OfferedLetters;
  readonly nameOf: (actor: string) => string;
  /** Somebody who was forgotten at their own wish; a list does not bring them back. */
  readonly isForgotten: (nik: string) => boolean;
  readonly log: Log;
}

/** So many misses of one machine within ten minutes, and the desk helps. */
const mostMisses = 5;

/** Builds everything about the village's list of residents. */
export function openResidents({
  store,
  list,
  keys,
  audit,
  clock,
  ids,
  iso,
  offered,
  nameOf,
  isForgotten,
  log,
}: ResidentsNeeds) {
  const residents = new Residents({ residents: list, audit, clock, ids, isForgotten });
  const reader = new ResidentReader({ log });
  const imports = new ResidentImports({ residents, reader, keys, clock, ids, iso, nameOf });
  const matches = new Matches(clock, ids);
  const today = () => iso(clock.wall()).slice(0, 10);
  return {
    imports,
    matches,
    filledPlaces: new FilledPlaceStore(store.db),
    identify: new Identify({ residents, offered, matches, tries: new Tries(clock, iso, mostMisses), today }),
    close: () => {
      imports.forget();
      return reader.close();
    },
  };
}
