/** What must be true of a machine that works; the watchdog outside and the judge of a new version both ask it. */
export interface Health {
  readonly isMigrated: boolean;
  /** SQLite's quick_check at the start, and a read just now. */
  readonly isStoreSound: boolean;
  readonly isPortOpen: boolean;
  /** The page in the window has answered lately; true where there is no window to answer. */
  readonly hasPageHeartbeat: boolean;
}

export function isHealthy({ isMigrated, isStoreSound, isPortOpen, hasPageHeartbeat }: Health): boolean {
  return isMigrated && isStoreSound && isPortOpen && hasPageHeartbeat;
}
