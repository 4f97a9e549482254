import { arch, platform, release } from 'node:os';
import type Database from 'better-sqlite3';
import type { PrinterCondition } from '../../contract/printing.ts';
import type { Log } from '../ops/log.ts';
import type { Store } from '../store/open.ts';
import { HubClockStep } from './clock.ts';
import { DatabaseStep, openDatabaseReader } from './database.ts';
import { Diagnostics } from './diagnostics.ts';
import { HealthDesk, type HealthDeskParts } from './health-desk.ts';
import { answersAt, type OwnHubParts, OwnHubStep } from './hub.ts';
import { NetworkStep, type NetworkView, systemGateway } from './network.ts';
import { type PrinterSeen, PrintersStep } from './printer.ts';
import { diskOf, roomOf, StorageStep } from './storage.ts';
import { type AskFeed, UpdateStep } from './update.ts';

export interface DiagnosticsNeeds
  extends Pick<HealthDeskParts, 'health' | 'version' | 'standstill' | 'clockConfirmed' | 'backupAgeMs'>,
    Pick<OwnHubParts, 'port' | 'lan'> {
  readonly store: Pick<Store, 'db' | 'reader'>;
  readonly dataFolder: string;
  readonly clock: { wall(): number; tick(): number };
  readonly iso: (wall: number) => string;
  readonly interfaces: NetworkView['interfaces'];
  readonly printers: () => readonly PrinterSeen[];
  /** Of the hub's own kiosk. */
  readonly printer: () => PrinterCondition;
  readonly feed: AskFeed;
  readonly log: Log;
}

/** Builds what a hub finds out about itself. No thread begins before somebody asks. */
export function openDiagnostics(needs: DiagnosticsNeeds) {
  const { store, dataFolder, clock, iso, log, version, clockConfirmed } = needs;
  const startedAt = clock.tick();
  const uptimeSeconds = () => Math.floor((clock.tick() - startedAt) / 1000);
  const disk = diskOf(dataFolder);
  const reader = openDatabaseReader(log);
  let counts: Readonly<Record<string, number>> = {};
  const diagnostics = new Diagnostics({
    steps: [
      new StorageStep(disk),
      new DatabaseStep(async () => {
        const checked = await reader.check(store.reader);
        counts = checked.rows;
        return checked;
      }),
      new HubClockStep(clockConfirmed),
      new NetworkStep({ interfaces: needs.interfaces, hasGateway: systemGateway }, false),
      new OwnHubStep({ port: needs.port, lan: needs.lan, answers: answersAt }),
      new PrintersStep(needs.printers),
      new UpdateStep(needs.feed),
    ],
    version,
    platform: thisPlatform(),
    uptimeSeconds,
    counts: () => counts,
    now: () => iso(clock.wall()),
  });
  const health = new HealthDesk({
    health: needs.health,
    readStore: () => readRow(store.db),
    version,
    uptimeSeconds,
    standstill: needs.standstill,
    printer: needs.printer,
    clockConfirmed,
    backupAgeMs: needs.backupAgeMs,
    room: async () => roomOf(await disk.freeBytes()),
    tick: () => clock.tick(),
  });
  return {
    diagnostics,
    health,
    close: async () => {
      diagnostics.close();
      await reader.close();
    },
  };
}

/** System, its version and the processor; the machine's name is nobody's business. */
export function thisPlatform(): string {
  return `${platform()} ${release()} ${arch()}`;
}

/** One small read: it fails on a connection that SQLite has given up. */
function readRow(db: Database.Database): void {
  db.prepare('SELECT count(*) FROM sqlite_master').get();
}
