import type Database from 'better-sqlite3';
import type { WholeCatalogue } from '../../contract/catalogue-whole.ts';
import type { SettingsPart } from '../../contract/settings.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { CatalogueFolder } from '../store/versions/catalogue-folder.ts';
import { VersionStore } from '../store/versions/version-store.ts';
import { CloseNow } from './close-now.ts';
import type { ClosedServices } from './closed-services.ts';
import type { QueueUnderSettings } from './consequences.ts';
import { FirstStart } from './first-start.ts';
import { Settings } from './settings.ts';

export interface SettingsNeeds {
  readonly db: Database.Database;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly clock: { wall(): number };
  readonly day: () => string;
  readonly iso: (wall: number) => string;
  readonly nameOf: (person: string) => string;
  readonly folder: CatalogueFolder<SettingsPart>;
  readonly catalogue: WholeCatalogue;
  readonly closed: ClosedServices;
  readonly queue: QueueUnderSettings;
  readonly lettersLine: () => string | null;
  /** Lets everything go by another catalogue from now on. */
  readonly adopt: (next: WholeCatalogue) => void;
  /** Every screen may show something else. */
  readonly changed: () => void;
  readonly report: (error: unknown) => void;
}

export type OpenSettings = ReturnType<typeof openSettings>;

/** Writes to the files what was decided before a crash; before the catalogue is read. */
export function settleCatalogue(db: Database.Database, folder: CatalogueFolder<SettingsPart>): void {
  new VersionStore<SettingsPart, never>(db, 'settings').settle(folder);
}

/** Everything a supervisor changes in the lounge itself. */
export function openSettings({ db, closed, queue, adopt, changed, ...needs }: SettingsNeeds) {
  const { keys, audit, clock, catalogue } = needs;
  const closeNow = new CloseNow({
    ...needs,
    closed,
    services: () => catalogue.services.map(({ id }) => id),
    changed: () => {
      changed();
      settings.changed();
    },
  });
  const settings: Settings = new Settings({
    ...needs,
    versions: new VersionStore(db, 'settings'),
    queue,
    closeNow,
    adopt: (next) => {
      adopt(next);
      changed();
    },
  });
  return { settings, closeNow, firstStart: new FirstStart({ db, keys, audit, clock }) };
}
