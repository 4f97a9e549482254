import { join } from 'node:path';
import type { Log } from '../ops/log.ts';
import type { Audit } from '../store/audit.ts';
import type { Store } from '../store/open.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import { MediaIntake } from './intake.ts';
import { Media } from './media.ts';
import { MediaShelf } from './shelf.ts';

export interface MediaRoom {
  readonly dataFolder: string;
  readonly store: Store;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly log: Log;
  readonly nameOf: (device: string) => string | undefined;
}

/** A year of queues takes some tens of megabytes; this much of the disk stays theirs. */
const reserve = 256 * 1024 * 1024;

/** Builds the part of the lounge that keeps silent pictures and videos for the displays. */
export function openMedia({ dataFolder, store, keys, audit, log, nameOf }: MediaRoom) {
  const shelf = new MediaShelf(join(dataFolder, 'media'), log);
  return {
    shelf,
    media: new Media({ shelf, keys, audit, log, nameOf }),
    intake: new MediaIntake({ shelf, store, audit, reserve }),
  };
}
