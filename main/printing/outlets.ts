import type { Database } from 'better-sqlite3';
import type { Actor } from '../../contract/principal.ts';
import type { KioskOutlet, Outlet, Paper, PrinterCondition } from '../../contract/printing.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { PrinterConfig } from './lane.ts';
import { lentBy, lentUri } from './lent/lent-printers.ts';
import { columnsOf, paperOf } from './paper.ts';

/** The hub's own printer. */
const hubsPrinter = 'printer-1';
/** What the column `uri` says of a kiosk that uses the hub's own printer; another value is an address, NULL is none. */
const atHub = 'hub';

interface PrinterRow {
  readonly id: string;
  readonly device: string;
  readonly uri: string | null;
  readonly columns: number;
}

/** A kiosk; `id` is null where nobody has said anything about its printer. */
interface KioskRow {
  readonly device: string;
  readonly name: string;
  readonly id: string | null;
  readonly uri: string | null;
  readonly columns: number | null;
}

/** What was said about the hub's own printer at this start; what was not said stays as it was set before. */
export interface OwnPrinter {
  /** `tcp://HOST:PORT` or `usb:` */
  readonly uri?: string | undefined;
  /** 48 on 80 mm paper, 32 on 58 mm. */
  readonly columns?: number | undefined;
}

export interface OutletsParts {
  readonly db: Database;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  /** The hub's own kiosk. */
  readonly device: string;
  readonly spooler: { use(printer: PrinterConfig): void; condition(printerId: string): PrinterCondition };
}

/** Writes down the hub's own kiosk and its printer, before anything asks for them. */
export function keepOwnPrinter(db: Database, device: string, own: OwnPrinter): void {
  db.prepare("INSERT OR IGNORE INTO device (id, kind, name) VALUES (?, 'kiosk', 'Anjungan 1')").run(device);
  db.prepare('INSERT OR IGNORE INTO printer (id, device_id) VALUES (?, ?)').run(hubsPrinter, device);
  db.prepare('UPDATE printer SET uri = coalesce(?, uri), columns = coalesce(?, columns) WHERE id = ?').run(
    own.uri ?? null,
    own.columns ?? null,
    hubsPrinter,
  );
}

/** Where the slips of each kiosk come out, as a supervisor or the machine itself has said. */
export class Outlets {
  readonly #its: OutletsParts;
  readonly #kiosks;
  readonly #printerOf;
  readonly #keep;

  constructor(parts: OutletsParts) {
    this.#its = parts;
    const { db } = parts;
    this.#kiosks = db.prepare<[], KioskRow>(
      `SELECT device.id AS device, device.name, printer.id, printer.uri, printer.columns
       FROM device LEFT JOIN printer ON printer.device_id = device.id
       WHERE device.kind = 'kiosk' AND device.revoked_at IS NULL ORDER BY device.paired_at, device.id`,
    );
    this.#printerOf = db.prepare<[string], PrinterRow>(
      'SELECT id, device_id AS device, uri, columns FROM printer WHERE device_id = ?',
    );
    this.#keep = db.prepare<[string, string, string | null, number]>(
      `INSERT INTO printer (id, device_id, uri, columns) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET uri = excluded.uri, columns = excluded.columns`,
    );
  }

  /** Begins with every printer that is written down. */
  start(): void {
    for (const { device } of this.#kiosks.all()) this.#takeUp(device);
  }

  /** Which printer the slips of a device come out of; the hub's own for every device without one. */
  printerOf(device: string): string {
    const row = this.#printerOf.get(device);
    return row === undefined || row.uri === atHub ? hubsPrinter : row.id;
  }

  /** The kiosk at which the slips of a device come out, and its printer. */
  outletFor(device: string): { device: string; printerId: string } {
    const printerId = this.printerOf(device);
    return { device: printerId === hubsPrinter ? this.#its.device : device, printerId };
  }

  /** What the printer of a device says. */
  conditionOf(device: string): PrinterCondition {
    return this.#its.spooler.condition(this.printerOf(device));
  }

  list(): KioskOutlet[] {
    return this.#kiosks.all().map(({ device, name, id, uri, columns }) => ({
      device,
      name,
      own: device === this.#its.device,
      outlet: outletOf(id === null ? atHub : uri),
      paper: paperOf(columns ?? columnsOf[80]),
      condition: this.conditionOf(device),
    }));
  }

  /** Each printer once, by the name of the kiosk it belongs to: what staff see of them. */
  printers(): { device: string; name: string; condition: PrinterCondition }[] {
    return this.list()
      .filter(({ outlet }) => outlet.kind !== 'hub')
      .map(({ device, name, condition }) => ({ device, name, condition }));
  }

  /** @throws DomainError KIOSK_UNKNOWN, OUTLET_NOT_POSSIBLE, PRINTER_TAKEN */
  set(by: Actor, asked: { device: string; outlet: Outlet; paper: Paper; requestKey: string }): void {
    const { keys, audit } = this.#its;
    const { device, outlet, paper, requestKey } = asked;
    const { acted } = keys.once(by, requestKey, ['printing.setOutlet', device, outlet, paper], () => {
      const kiosks = this.list();
      const kiosk = kiosks.find((one) => one.device === device);
      if (!kiosk) throw new DomainError('KIOSK_UNKNOWN');
      if (kiosk.own ? outlet.kind === 'hub' || outlet.kind === 'machine' : outlet.kind === 'usb')
        throw new DomainError('OUTLET_NOT_POSSIBLE');
      // Most printers serve one connection at a time: two lines in front of one printer would steal it from each other.
      if ('uri' in outlet && kiosks.some((other) => other.device !== device && sameAddress(other.outlet, outlet.uri)))
        throw new DomainError('PRINTER_TAKEN');
      this.#write(device, uriOf(device, outlet), paper);
      audit.write(by, 'outlet_set', device, outlet.kind);
      return {};
    });
    if (acted) this.#takeUp(device);
  }

  /**
   * A machine has a printer of its own to lend: it becomes the outlet of a kiosk for which nobody chose another.
   * @throws DomainError PRINTER_NOT_WANTED
   */
  lent(device: string, paper: Paper): void {
    const row = this.#printerOf.get(device);
    const uri = lentUri(device);
    // What a supervisor chose stays.
    if (device === this.#its.device || (row && row.uri !== uri)) throw new DomainError('PRINTER_NOT_WANTED');
    if (row?.columns === columnsOf[paper]) return;
    this.#write(device, uri, paper);
    this.#takeUp(device);
  }

  /** A kiosk is out of the lounge: its printer is let go. What was said of it stays written down. */
  letGo(device: string): void {
    const row = this.#printerOf.get(device);
    if (row) this.#its.spooler.use({ id: row.id, uri: null, columns: row.columns });
  }

  #write(device: string, uri: string | null, paper: Paper): void {
    const id = this.#printerOf.get(device)?.id ?? `printer-${device}`;
    this.#keep.run(id, device, uri, columnsOf[paper]);
  }

  #takeUp(device: string): void {
    const row = this.#printerOf.get(device);
    if (!row) return;
    const { id, uri, columns } = row;
    this.#its.spooler.use({ id, uri: uri === atHub ? null : uri, columns });
  }
}

function outletOf(uri: string | null): Outlet {
  if (uri === null) return { kind: 'none' };
  if (uri === atHub) return { kind: 'hub' };
  if (uri.startsWith('usb:')) return { kind: 'usb', uri };
  return lentBy(uri) === null ? { kind: 'network', uri } : { kind: 'machine' };
}

function sameAddress(outlet: Outlet, uri: string): boolean {
  return 'uri' in outlet && outlet.uri.toLowerCase() === uri.toLowerCase();
}

function uriOf(device: string, outlet: Outlet): string | null {
  switch (outlet.kind) {
    case 'hub':
      return atHub;
    case 'network':
    case 'usb':
      return outlet.uri;
    case 'machine':
      return lentUri(device);
    case 'none':
      return null;
  }
}
