import type { HealthReport, HealthSign, StorageRoom } from '../../contract/diagnostics.ts';
import type { PrinterCondition } from '../../contract/printing.ts';
import { type Health, isHealthy } from '../ops/health.ts';

export interface HealthDeskParts {
  /** What the program knows of itself. */
  readonly health: () => Health;
  /** Reads a row. @throws where the store is not readable any more */
  readonly readStore: () => void;
  readonly version: string;
  readonly uptimeSeconds: () => number;
  readonly standstill: () => readonly string[];
  readonly printer: () => PrinterCondition;
  readonly clockConfirmed: () => boolean;
  /** Since the newest good backup, ms; null: there is none. */
  readonly backupAgeMs: () => Promise<number | null>;
  /** @throws where the disk does not say */
  readonly room: () => Promise<StorageRoom>;
  /** Steady ms. */
  readonly tick: () => number;
}

/** So long one answer serves everybody, ms: whoever asks often costs the hub nothing. */
const freshMs = 1_000;
const hourMs = 3_600_000;

const signs = {
  migrated: 'isMigrated',
  store: 'isStoreSound',
  port: 'isPortOpen',
  page: 'hasPageHeartbeat',
} as const satisfies Record<HealthSign, keyof Health>;

/** How the hub is, for a program or a watchman that asks every so often. */
export class HealthDesk {
  readonly #its: HealthDeskParts;
  #last: { readonly at: number; readonly report: Promise<HealthReport> } | null = null;

  constructor(parts: HealthDeskParts) {
    this.#its = parts;
  }

  /** Never throws: what cannot be asked is told as not known, and a store that cannot be read as a missing sign. */
  now(): Promise<HealthReport> {
    const at = this.#its.tick();
    if (this.#last === null || at - this.#last.at >= freshMs) this.#last = { at, report: this.#look() };
    return this.#last.report;
  }

  async #look(): Promise<HealthReport> {
    const { version, uptimeSeconds, standstill, printer, clockConfirmed, backupAgeMs, room } = this.#its;
    const health = this.#health();
    const age = await backupAgeMs().catch(() => null);
    return {
      healthy: isHealthy(health),
      missing: (Object.keys(signs) as HealthSign[]).filter((sign) => !health[signs[sign]]),
      version,
      uptimeSeconds: uptimeSeconds(),
      standstill: [...standstill()],
      printer: printer(),
      clockConfirmed: clockConfirmed(),
      backupAgeHours: age === null ? null : Math.round((age / hourMs) * 10) / 10,
      storage: await room().catch(() => null),
    };
  }

  #health(): Health {
    const health = this.#its.health();
    try {
      this.#its.readStore();
      return health;
    } catch {
      return { ...health, isStoreSound: false };
    }
  }
}
