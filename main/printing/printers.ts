import type { Database } from 'better-sqlite3';
import type { PrinterConfig } from './spooler.ts';

/** The hub's own printer; printers of other devices come beside it. */
export const ownPrinter = 'printer-1';

/** What was said about the own printer at this start; what was not said stays as it was set before. */
export interface OwnPrinter {
  /** `tcp://HOST:PORT` */
  readonly uri?: string | undefined;
  /** 48 on 80 mm paper, 32 on 58 mm. */
  readonly columns?: number | undefined;
}

/** Writes down the hub's own kiosk and printer, and gives every printer of the lounge. */
export function knownPrinters(db: Database, device: string, own: OwnPrinter): PrinterConfig[] {
  db.prepare("INSERT OR IGNORE INTO device (id, kind, name) VALUES (?, 'kiosk', 'Anjungan 1')").run(device);
  db.prepare('INSERT OR IGNORE INTO printer (id, device_id) VALUES (?, ?)').run(ownPrinter, device);
  db.prepare('UPDATE printer SET uri = coalesce(?, uri), columns = coalesce(?, columns) WHERE id = ?').run(
    own.uri ?? null,
    own.columns ?? null,
    ownPrinter,
  );
  return db.prepare<[], PrinterConfig>('SELECT id, device_id AS deviceId, uri, columns FROM printer ORDER BY id').all();
}
