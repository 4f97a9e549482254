import type { Actor } from '../../contract/principal.ts';
import { readPrinterUri } from '../../contract/printer-uri.ts';
import type {
  KioskOutlet,
  Outlet,
  Paper,
  PrinterCondition,
  PrinterProfile,
  PrinterView,
  ProbeReport,
} from '../../contract/printing.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { PrinterConfig } from './lane.ts';
import { lentBy, lentUri } from './lent/lent-printers.ts';
import { paperOf, usualProfile } from './paper.ts';
import type { KioskRow, PrinterRow, PrinterStore } from './printer-store.ts';
import type { PrinterState } from './spooler.ts';

/** The hub's own printer. */
const hubsPrinter = 'printer-1';
/** What the column `uri` says of a kiosk that uses the hub's own printer; another value is an address, NULL is none. */
const atHub = 'hub';

/** A kiosk and what is written down of its printer, if anything is. */
interface Kiosk extends KioskRow {
  readonly row: PrinterRow | undefined;
}

/** What was said about the hub's own printer at this start; what was not said stays as it was set before. */
export interface OwnPrinter {
  /** See `readPrinterUri`. */
  readonly uri?: string | undefined;
  readonly paper?: Paper | undefined;
}

export interface OutletsParts {
  readonly store: PrinterStore;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  /** The hub's own kiosk. */
  readonly device: string;
  readonly spooler: {
    use(printer: PrinterConfig): void;
    condition(printerId: string): PrinterCondition;
    state(printerId: string): PrinterState;
    move(from: string, to: string): void;
    cared(printerId: string): void;
  };
}

/** Writes down the hub's own kiosk and its printer, before anything asks for them. */
export function keepOwnPrinter(store: PrinterStore, device: string, own: OwnPrinter): void {
  store.found(device, hubsPrinter);
  const { uri, profile } = store.of(device) as PrinterRow;
  // A paper that was said before keeps what a person has seen on it since.
  const isSame = own.paper === undefined || own.paper === paperOf(profile);
  const next = isSame ? profile : { ...profile, dots: usualProfile(own.paper).dots };
  store.keep(hubsPrinter, device, own.uri ?? uri, next);
}

/** Where the slips of each kiosk come out, as a supervisor or the machine itself has said. */
export class Outlets {
  readonly #its: OutletsParts;

  constructor(parts: OutletsParts) {
    this.#its = parts;
  }

  /** Begins with every printer that is written down. */
  start(): void {
    for (const { device } of this.#its.store.kiosks()) this.#takeUp(device);
  }

  /** Which printer the slips of a device come out of: its own, the hub's, or the one that stands in for that. */
  printerOf(device: string): string {
    return this.outletFor(device).printerId;
  }

  /** The kiosk at which the slips of a device come out, and its printer. */
  outletFor(device: string): { device: string; printerId: string } {
    const own = this.#own(device);
    // The one that stands in stands for itself, as long as it is there.
    const other = own.divertedTo === null ? own : this.#own(own.divertedTo);
    const { id, device: at } = this.#its.spooler.condition(other.id) === 'absent' ? own : other;
    return { device: at, printerId: id };
  }

  /** The name of the kiosk where a slip comes out, unless whoever asked for it at this device finds it as always. */
  elsewhere(device: string, printerId: string): string | null {
    if (this.#own(device).id === printerId) return null;
    return this.#all().find(({ row }) => row?.id === printerId)?.name ?? null;
  }

  /**
   * The printer at a kiosk, for whoever looks after it.
   * @throws DomainError KIOSK_UNKNOWN
   */
  printerAt(device: string): string {
    if (!this.#all().some((kiosk) => kiosk.device === device)) throw new DomainError('KIOSK_UNKNOWN');
    return this.#own(device).id;
  }

  /** What the printer of a device says. */
  conditionOf(device: string): PrinterCondition {
    return this.#its.spooler.condition(this.printerOf(device));
  }

  list(): KioskOutlet[] {
    return this.#all().map(({ device, name, row }) => ({
      device,
      name,
      own: device === this.#its.device,
      outlet: outletOf(row === undefined ? atHub : row.uri),
      paper: row === undefined ? 80 : paperOf(row.profile),
      profile: row?.profile ?? usualProfile(80),
      condition: this.conditionOf(device),
      probed: row?.probed ?? null,
    }));
  }

  /** Each printer once, by the name of the kiosk it belongs to: what staff see of them. */
  printers(): PrinterView[] {
    return this.#all().flatMap(({ device, name, row }) => {
      if (row === undefined || row.uri === atHub) return [];
      return { device, name, divertedTo: row.divertedTo, ...this.#its.spooler.state(row.id) };
    });
  }

  /** The name of the kiosk whose printer it is. */
  nameOf(printerId: string): string {
    return this.#all().find(({ row }) => row?.id === printerId)?.name ?? printerId;
  }

  /** The address of a kiosk's printer, and what it is taken for; undefined where none is set up. */
  setUp(device: string): { printerId: string; uri: string; profile: PrinterProfile } | undefined {
    const { id, uri, profile } = this.#own(device);
    return uri === null ? undefined : { printerId: id, uri, profile };
  }

  /** The kiosk whose printer has this address. */
  deviceAt(uri: string): string | undefined {
    return this.#all().find(({ row }) => sameAddress(row?.uri, uri))?.device;
  }

  /** Keeps what a printer said of itself. */
  keepProbe(printerId: string, report: ProbeReport): void {
    this.#its.store.keepProbe(printerId, report);
  }

  /** @throws DomainError KIOSK_UNKNOWN */
  setProfile(by: Actor, asked: { device: string; profile: PrinterProfile; requestKey: string }): void {
    const { keys, audit } = this.#its;
    const { device, profile, requestKey } = asked;
    const { acted } = keys.once(by, requestKey, ['printing.setProfile', device, profile], () => {
      const kiosk = this.#all().find((one) => one.device === device);
      if (!kiosk) throw new DomainError('KIOSK_UNKNOWN');
      this.#write(device, kiosk.row === undefined ? atHub : kiosk.row.uri, profile);
      audit.write(by, 'printer_profile_set', device);
      return {};
    });
    if (acted) this.#takeUp(device);
  }

  /**
   * Another kiosk's printer takes over, also what waits; null ends it.
   * @throws DomainError KIOSK_UNKNOWN, DIVERSION_NOT_POSSIBLE
   */
  divert(by: Actor, asked: { device: string; to: string | null; requestKey: string }): void {
    const { store, keys, audit, spooler } = this.#its;
    const { device, to, requestKey } = asked;
    const from = this.printerAt(device);
    const { acted } = keys.once(by, requestKey, ['printing.divert', device, to], () => {
      const into = to === null ? from : this.printerAt(to);
      const standsIn = this.#all().some(({ row }) => row?.divertedTo === device);
      const target = to === null ? undefined : this.#own(to);
      if (target && (into === from || target.divertedTo !== null || standsIn || spooler.condition(into) === 'absent'))
        throw new DomainError('DIVERSION_NOT_POSSIBLE');
      store.divert(from, target?.device ?? null);
      if (target) spooler.move(from, into);
      audit.write(by, to === null ? 'printer_taken_back' : 'printer_diverted', device, to);
      return {};
    });
    if (!acted) return;
    spooler.cared(from);
    if (to !== null) spooler.cared(this.printerAt(to));
  }

  /** @throws DomainError KIOSK_UNKNOWN, OUTLET_NOT_POSSIBLE, PRINTER_TAKEN */
  set(by: Actor, asked: { device: string; outlet: Outlet; paper: Paper; requestKey: string }): void {
    const { keys, audit, spooler } = this.#its;
    const { device, outlet, paper, requestKey } = asked;
    const { acted } = keys.once(by, requestKey, ['printing.setOutlet', device, outlet, paper], () => {
      const kiosks = this.#all();
      const kiosk = kiosks.find((one) => one.device === device);
      if (!kiosk) throw new DomainError('KIOSK_UNKNOWN');
      const impossible = device === this.#its.device ? ['hub', 'machine'] : ['usb', 'serial'];
      if (impossible.includes(outlet.kind)) throw new DomainError('OUTLET_NOT_POSSIBLE');
      // Most printers serve one connection at a time: two lines in front of one printer would steal it from each other.
      if ('uri' in outlet && kiosks.some((other) => other.device !== device && sameAddress(other.row?.uri, outlet.uri)))
        throw new DomainError('PRINTER_TAKEN');
      const { row } = kiosk;
      // A printer of the same paper keeps what a person saw on its test slip.
      const profile =
        row && row.uri === uriOf(device, outlet) && paperOf(row.profile) === paper ? row.profile : usualProfile(paper);
      this.#write(device, uriOf(device, outlet), profile);
      // At the hub's printer it has no line of its own any more in which a slip could wait.
      if (outlet.kind === 'hub' && row) spooler.move(row.id, this.printerOf(device));
      audit.write(by, 'outlet_set', device, outlet.kind);
      return {};
    });
    if (!acted) return;
    this.#takeUp(device);
    spooler.cared(this.printerOf(device));
  }

  /**
   * A machine has a printer of its own to lend: it becomes the outlet of a kiosk for which nobody chose another.
   * @throws DomainError PRINTER_NOT_WANTED
   */
  lent(device: string, paper: Paper): void {
    const row = this.#its.store.of(device);
    const uri = lentUri(device);
    // What a supervisor chose stays.
    if (device === this.#its.device || (row && row.uri !== uri)) throw new DomainError('PRINTER_NOT_WANTED');
    if (row && paperOf(row.profile) === paper) return;
    this.#write(device, uri, usualProfile(paper));
    this.#takeUp(device);
  }

  /** A kiosk is out of the lounge: its printer is let go. What was said of it stays written down. */
  letGo(device: string): void {
    const row = this.#its.store.of(device);
    if (row) this.#its.spooler.use({ id: row.id, uri: null, profile: row.profile });
  }

  #all(): Kiosk[] {
    return this.#its.store.kiosks().map((kiosk) => ({ ...kiosk, row: this.#its.store.of(kiosk.device) }));
  }

  /** The printer that a device's slips belong to: the hub's for every device without one. */
  #own(device: string): PrinterRow {
    const row = this.#its.store.of(device);
    if (row !== undefined && row.uri !== atHub) return row;
    return this.#its.store.of(this.#its.device) as PrinterRow;
  }

  #write(device: string, uri: string | null, profile: PrinterProfile): void {
    const id = this.#its.store.of(device)?.id ?? `printer-${device}`;
    this.#its.store.keep(id, device, uri, profile);
  }

  #takeUp(device: string): void {
    const row = this.#its.store.of(device);
    if (!row) return;
    const { id, uri, profile } = row;
    this.#its.spooler.use({ id, uri: uri === atHub ? null : uri, profile });
  }
}

function outletOf(uri: string | null): Outlet {
  if (uri === null) return { kind: 'none' };
  if (uri === atHub) return { kind: 'hub' };
  if (lentBy(uri) !== null) return { kind: 'machine' };
  const kind = readPrinterUri(uri)?.kind ?? 'network';
  return { kind: kind === 'cups' || kind === 'windows' ? 'system' : kind, uri };
}

function sameAddress(one: string | null | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function uriOf(device: string, outlet: Outlet): string | null {
  switch (outlet.kind) {
    case 'hub':
      return atHub;
    case 'network':
    case 'usb':
    case 'serial':
    case 'system':
      return outlet.uri;
    case 'machine':
      return lentUri(device);
    case 'none':
      return null;
  }
}
