import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { StartError } from '../ops/start-error.ts';

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** The numbered files of a folder, e.g. `0010-lounge.sql`, in order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => ({
      version: Number.parseInt(name, 10),
      name,
      sql: readFileSync(join(folder, name), 'utf8'),
    }));
}

/** The newest schema this program knows. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * Brings the schema up to date, all or nothing: one transaction around every pending file, so that a failure leaves
 * the database as it was.
 * @throws StartError naming the file that failed
 */
export function migrate(db: Database.Database, migrations: readonly Migration[]): void {
  const current = db.pragma('user_version', { simple: true }) as number;
  const pending = migrations.filter((migration) => migration.version > current);
  if (pending.length === 0) return;
  db.transaction(() => {
    for (const migration of pending) {
      try {
        db.exec(migration.sql);
      } catch (error) {
        if ((error as { code?: string }).code === 'SQLITE_FULL') throw error;
        throw new StartError(
          `Updating the database failed in ${migration.name} (${(error as Error).message}); it was left as it was. Reinstall the previous version and report this.`,
        );
      }
      db.pragma(`user_version = ${migration.version}`);
    }
  }).immediate();
}
