import type { Database, Statement } from 'better-sqlite3';
import type { PrinterProfile, ProbeReport } from '../../contract/printing.ts';

/** A kiosk of the lounge. */
export interface KioskRow {
  readonly device: string;
  readonly name: string;
}

/** What is written down of a kiosk's printer. */
export interface PrinterRow {
  readonly id: string;
  readonly device: string;
  readonly uri: string | null;
  readonly profile: PrinterProfile;
  readonly probed: ProbeReport | null;
  /** The kiosk whose printer stands in for it. */
  readonly divertedTo: string | null;
}

interface Columns extends Pick<PrinterRow, 'id' | 'device' | 'uri' | 'divertedTo'> {
  readonly dots: PrinterProfile['dots'];
  readonly cutter: number;
  readonly qr: PrinterProfile['qr'];
  readonly probed: string | null;
}

/** Which printers there are, where, and what they are taken for. Every method joins the caller's transaction, if any. */
export class PrinterStore {
  readonly #insertKiosk: Statement<[string]>;
  readonly #insert: Statement<[string, string]>;
  readonly #kiosks: Statement<[], KioskRow>;
  readonly #of: Statement<[string], Columns>;
  readonly #keep: Statement<[string, string, string | null, number, number, string]>;
  readonly #keepProbe: Statement<[string, string]>;
  readonly #divert: Statement<[string | null, string]>;

  constructor(db: Database) {
    this.#insertKiosk = db.prepare("INSERT OR IGNORE INTO device (id, kind, name) VALUES (?, 'kiosk', 'Anjungan 1')");
    this.#insert = db.prepare('INSERT OR IGNORE INTO printer (id, device_id) VALUES (?, ?)');
    this.#kiosks = db.prepare(
      `SELECT id AS device, name FROM device
       WHERE kind = 'kiosk' AND revoked_at IS NULL ORDER BY paired_at, id`,
    );
    this.#of = db.prepare(
      `SELECT id, device_id AS device, uri, dots, cutter, qr, probed, diverted_to AS divertedTo
       FROM printer WHERE device_id = ?`,
    );
    // At another address stands another printer: what was seen of this one is not its.
    this.#keep = db.prepare(
      `INSERT INTO printer (id, device_id, uri, dots, cutter, qr) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET uri = excluded.uri, dots = excluded.dots, cutter = excluded.cutter, qr = excluded.qr,
         probed = iif(uri IS excluded.uri, probed, NULL), means = iif(uri IS excluded.uri, means, NULL),
         stopped = iif(uri IS excluded.uri, stopped, NULL), reads = iif(uri IS excluded.uri, reads, NULL),
         slips = iif(uri IS excluded.uri, slips, 0), roll_slips = iif(uri IS excluded.uri, roll_slips, NULL),
         diverted_to = iif(uri IS excluded.uri, diverted_to, NULL)`,
    );
    this.#keepProbe = db.prepare('UPDATE printer SET probed = ? WHERE id = ?');
    this.#divert = db.prepare('UPDATE printer SET diverted_to = ? WHERE id = ?');
  }

  /** Writes down the hub's own kiosk and its printer, where they are not yet. */
  found(device: string, printerId: string): void {
    this.#insertKiosk.run(device);
    this.#insert.run(printerId, device);
  }

  /** The kiosks of the lounge, the hub's own first. */
  kiosks(): KioskRow[] {
    return this.#kiosks.all();
  }

  of(device: string): PrinterRow | undefined {
    const columns = this.#of.get(device);
    if (columns === undefined) return undefined;
    const { dots, cutter, qr, probed, ...row } = columns;
    return {
      ...row,
      profile: { dots, cutter: cutter === 1, qr },
      probed: probed === null ? null : (JSON.parse(probed) as ProbeReport),
    };
  }

  keep(id: string, device: string, uri: string | null, { dots, cutter, qr }: PrinterProfile): void {
    this.#keep.run(id, device, uri, dots, cutter ? 1 : 0, qr);
  }

  keepProbe(printerId: string, report: ProbeReport): void {
    this.#keepProbe.run(JSON.stringify(report), printerId);
  }

  /** @param to the kiosk whose printer stands in; null for none */
  divert(printerId: string, to: string | null): void {
    this.#divert.run(to, printerId);
  }
}
