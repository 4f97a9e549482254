import { join } from 'node:path';
import type { Actor } from '../contract/principal.ts';
import type { Paper } from '../contract/printing.ts';
import type { SettingsPart } from '../contract/settings.ts';
import { makeApi } from './api.ts';
import { Display } from './display/display.ts';
import { Mute } from './display/mute.ts';
import { displayRouter } from './display/router.ts';
import { LetterCatalogue, readLetters } from './documents/catalogue/letter-catalogue.ts';
import { readVillages } from './documents/catalogue/villages.ts';
import { letterOf, openDocuments, receiptsOfTickets } from './documents/open.ts';
import type { LetterOutlet } from './documents/printing/letter-outlet.ts';
import { LpOutlet } from './documents/printing/lp-outlet.ts';
import { letterPrintingRouter } from './documents/printing/router.ts';
import { residentsRouter } from './documents/residents/router.ts';
import { retentionRouter } from './documents/retention/router.ts';
import { documentsRouter } from './documents/router.ts';
import { letterFolder, openLetterSettings, settleLetters } from './documents/settings/open.ts';
import { letterSettingsRouter } from './documents/settings/router.ts';
import { trustRouter } from './documents/trust/router.ts';
import { ClockTrust } from './house/clock-trust.ts';
import { HelpCalls } from './house/help-calls.ts';
import { House } from './house/house.ts';
import { houseRouter } from './house/router.ts';
import { beginRun, readLastRun } from './house/runs.ts';
import type { SentFile } from './media/intake.ts';
import { openMedia } from './media/open.ts';
import { mediaRouter } from './media/router.ts';
import { LoungeClock, type TimeSource } from './ops/clock.ts';
import { Ids } from './ops/ids.ts';
import type { Log } from './ops/log.ts';
import { LentPrinters, lentBy } from './printing/lent/lent-printers.ts';
import { keepOwnPrinter, Outlets } from './printing/outlets.ts';
import { Logos } from './printing/pictures/logo.ts';
import { PrinterStore } from './printing/printer-store.ts';
import { Prober } from './printing/prober.ts';
import { Reprints } from './printing/reprints.ts';
import { printingRouter } from './printing/router.ts';
import type { TestSlip } from './printing/slip.ts';
import { SlipList } from './printing/slip-list.ts';
import { Spooler } from './printing/spooler.ts';
import { TicketSlips } from './printing/ticket-slips.ts';
import { systemTimers } from './printing/timers.ts';
import { openPrinter } from './printing/transports/open.ts';
import type { OpenTransport } from './printing/transports/transport.ts';
import { Verdicts } from './printing/verdicts.ts';
import type { ProgramFiles } from './program-files.ts';
import { Calendar } from './queue/calendar.ts';
import { CurrentCatalogue, readCatalogue } from './queue/catalogue.ts';
import { countersRouter } from './queue/counters-router.ts';
import { makeQueue } from './queue/make-queue.ts';
import { queueRouter } from './queue/router.ts';
import { ServiceDays } from './queue/service-days.ts';
import { ClosedServices } from './settings/closed-services.ts';
import { lanRouter } from './settings/lan-router.ts';
import { LanSettings } from './settings/lan-settings.ts';
import { openSettings, settleCatalogue } from './settings/open.ts';
import { settingsRouter } from './settings/router.ts';
import { openStaff } from './staff/open.ts';
import type { Whereabouts } from './staff/pairing.ts';
import { devicesRouter, integrationsRouter, staffRouter } from './staff/router.ts';
import { openStatistics } from './statistics/open.ts';
import { statisticsRouter } from './statistics/router.ts';
import type { KeyProvider } from './store/key.ts';
import { openStore } from './store/open.ts';
import { RequestKeys } from './store/request-keys.ts';
import { CatalogueFolder } from './store/versions/catalogue-folder.ts';

export interface LoungeOptions {
  readonly files: ProgramFiles;
  readonly dataFolder: string;
  readonly key: KeyProvider;
  readonly time: TimeSource;
  /** Address of the hub's own printer (see `readPrinterUri`); undefined leaves what was set before. */
  readonly printer?: string | undefined;
  /** The width of its roll. */
  readonly paper?: Paper | undefined;
  readonly log: Log;
  /** Where a joining machine finds this hub; nowhere before a transport serves it. */
  readonly where?: (() => Whereabouts) | undefined;
  /** Puts the one-time code that makes a supervisor before whoever stands at this machine. */
  readonly showSetUpCode?: ((code: string) => void) | undefined;
  /** The office's printers; CUPS where it is left out, and where there is none, letters print at the desk. */
  readonly letterOutlet?: LetterOutlet | undefined;
}

export type Lounge = ReturnType<typeof openLounge>;

/** The hub's own kiosk. */
const kiosk: Actor = { role: 'kiosk', device: 'kiosk-1', person: null };

const hourMs = 3_600_000;

/**
 * Builds the whole lounge on a data folder: opens the store, makes every service and wires them. The only place where
 * that happens; it knows nothing of windows or sockets.
 * @throws StartError when the folder, the database or the catalogue cannot be used
 */
export function openLounge({ letterOutlet = new LpOutlet(), ...options }: LoungeOptions) {
  const { files, dataFolder, key, time, printer, paper, log, where, showSetUpCode } = options;
  const folder = new CatalogueFolder<SettingsPart>(files.catalogue, join(dataFolder, 'catalogue'));
  // A wrong file is told before anything is made in the data folder.
  readCatalogue(files.catalogue, folder.path);
  const lettersBefore = readLetters(files.catalogue, folder.path);
  const villages = readVillages(files.catalogue, folder.path);
  const store = openStore(dataFolder, key, files.migrations);
  const { db } = store;
  settleCatalogue(db, folder);
  const catalogue = new CurrentCatalogue(readCatalogue(files.catalogue, folder.path));
  const letterFiles = letterFolder(files.catalogue, folder.path);
  const letterCatalogue = new LetterCatalogue(
    settleLetters(db, letterFiles) ? readLetters(files.catalogue, folder.path) : lettersBefore,
  );
  const lastRun = readLastRun(db, files.releasedAt);
  const clock = new LoungeClock(time, lastRun.newestTick);
  const ids = new Ids(clock);
  const keys = new RequestKeys(store, clock);

  const calendar = new Calendar(catalogue.calendar, catalogue.lounge.timeZone);
  const days = new ServiceDays(db, calendar, clock);
  const trust = new ClockTrust(db, clock, days, lastRun.newestEvent, files.releasedAt);
  const run = beginRun(db, files.version, clock);

  const printers = new PrinterStore(db);
  keepOwnPrinter(printers, kiosk.device, { uri: printer, paper });
  const lent = new LentPrinters();
  const logos = new Logos(log);
  const connect: OpenTransport = (uri, events, timers) => {
    const machine = lentBy(uri);
    return machine === null ? openPrinter(uri, events, timers) : lent.open(machine, events, timers);
  };
  const testSlip = (name: string): TestSlip => ({
    kind: 'test',
    printer: name,
    office: catalogue.lounge.name.id,
    at: calendar.iso(clock.wall()),
    timeZone: catalogue.lounge.timeZone,
  });
  const spooler = new Spooler({
    db,
    clock,
    log,
    connect,
    logo: (dots) => logos.fitting(catalogue.lounge.logo, dots),
    testSlip: (printerId) => ({ id: ids.next(), slip: testSlip(outlets.nameOf(printerId)) }),
  });
  const slips = new TicketSlips(
    spooler,
    () => catalogue.lounge,
    (device) => outlets.printerOf(device),
  );

  const closed = new ClosedServices(db, () => days.current);
  const queue = makeQueue({
    store,
    keys,
    catalogue,
    calendar,
    days,
    clock,
    ids,
    slips,
    receiptOf: receiptsOfTickets(
      db,
      (id) => letterOf(letterCatalogue, id),
      (wall) => calendar.iso(wall),
    ),
    hoursKnown: () => trust.hoursKnown,
    closedNow: (service, wall) => closed.of(service, wall),
    house: {
      help: () => house.openHelp(),
      printers: () => outlets.printers(),
      nameOf: (person) => team.people.nameOf(person),
    },
    changed: () => display.changed(),
    worked: (person) => team.staff.workChanged(person),
  });
  const display: Display = new Display({
    queue: queue.onDisplay,
    lounge: () => catalogue.lounge,
    iso: (wall) => calendar.iso(wall),
    clock,
    keys,
    mute: new Mute(db),
    settingOf: (device) => team.devices.displaySetting(device),
  });

  const team = openStaff({
    store,
    keys,
    clock,
    ids,
    dataFolder,
    iso: (wall) => calendar.iso(wall),
    where: where ?? (() => ({ addresses: [], fingerprint: null })),
    showSetUpCode: showSetUpCode ?? (() => undefined),
    atWork: (person) => queue.desk.workOf(person),
    displaySet: () => display.changed(),
    turnedAway: (device) => outlets.letGo(device),
    cameOrWent: (by, away) => queue.staffChanged(by, away),
    report: (error) => log.error({ err: error }, 'the staff could not write something down'),
  });

  const outlets: Outlets = new Outlets({ store: printers, keys, audit: team.audit, device: kiosk.device, spooler });

  const documents = openDocuments({
    store,
    dataFolder,
    keys,
    audit: team.audit,
    clock,
    ids,
    iso: (wall) => calendar.iso(wall),
    clockConfirmed: () => trust.confirmed,
    catalogue: letterCatalogue,
    unitType: () => catalogue.lounge.unitType,
    logo: () => catalogue.lounge.logo ?? null,
    numbers: queue.tickets,
    closesAt: (serviceId) => {
      const availability = queue.board.services().find(({ id }) => id === serviceId)?.availability;
      return availability?.open && availability.closesAt !== null ? Date.parse(availability.closesAt) : null;
    },
    receipts: slips,
    servedBy: (person) => queue.desk.workOf(person)?.ticketId ?? null,
    nameOf: (actor) => team.devices.find(actor)?.name ?? team.people.nameOf(actor),
    signers: team.signers,
    fonts: files.fonts,
    printers: {
      outlet: letterOutlet,
      isDevice: (id) => team.devices.find(id) !== undefined,
    },
    fetch,
    timers: systemTimers,
    log,
  });

  const reprints = new Reprints({
    spooler,
    slips,
    keys,
    audit: team.audit,
    ids,
    iso: (wall) => calendar.iso(wall),
    clock,
    paperOf: (ticketId) => queue.papers.now(ticketId),
    outletFor: (device) => outlets.outletFor(device),
  });

  const verdicts = new Verdicts({
    spooler,
    outlets,
    reprints,
    keys,
    audit: team.audit,
    clock,
    deviceOf: (ticketId) => queue.papers.deviceOf(ticketId),
  });
  const prober = new Prober({
    spooler,
    outlets,
    open: connect,
    timers: systemTimers,
    tick: () => clock.tick(),
    now: () => calendar.iso(clock.wall()),
    testSlip,
  });
  const list = new SlipList({ spooler, outlets, iso: (wall) => calendar.iso(wall) });

  const gallery = openMedia({
    dataFolder,
    store,
    keys,
    audit: team.audit,
    log,
    nameOf: (device) => team.devices.find(device)?.name,
  });

  const lan = new LanSettings({ db, keys, audit: team.audit });

  const statistics = openStatistics({
    store,
    catalogue,
    nameOf: (person) => team.people.nameOf(person),
    today: () => days.current,
    iso: (wall) => calendar.iso(wall),
    clock,
    log,
  });

  const waitingToday = queue.anybodyWaits();
  const house: House = new House({
    lounge: () => catalogue.lounge,
    iso: (wall) => calendar.iso(wall),
    clock,
    keys,
    trust,
    help: new HelpCalls(db, clock, ids),
    printerOf: (device) => outlets.conditionOf(device),
    powerReturned: lastRun.unclean && waitingToday,
    clockAnswered: () => queue.live.changed(),
    helpChanged: () => queue.screens.changed(),
  });
  const settings = openSettings({
    db,
    keys,
    audit: team.audit,
    clock,
    day: () => days.current,
    iso: (wall) => calendar.iso(wall),
    nameOf: (person) => team.people.nameOf(person),
    folder,
    catalogue,
    closed,
    queue: queue.underSettings,
    lettersLine: () => (catalogue.lounge.unitType === 'lounge' ? null : letterCatalogue.village.queueService),
    adopt: (next) => queue.adopt(next),
    changed: () => {
      queue.changed();
      house.changed();
    },
    report: (error) =>
      log.error({ err: error }, 'a settings file could not be written; it is written at the next start'),
  });
  const letterSettings = openLetterSettings({
    db,
    keys,
    audit: team.audit,
    clock,
    iso: (wall) => calendar.iso(wall),
    nameOf: (person) => team.people.nameOf(person),
    folder: letterFiles,
    catalogue: letterCatalogue,
    unitType: () => catalogue.lounge.unitType,
    inUse: {
      services: () => (catalogue.lounge.unitType === 'lounge' ? null : catalogue.services.map(({ id }) => id)),
      asked: (letterId) => documents.asked(letterId),
    },
    samples: documents.samples,
    villages: () => villages,
    changed: () => documents.changed(),
    report: (error) =>
      log.error({ err: error }, 'a file of letters could not be written; it is written at the next start'),
  });
  spooler.onCondition(() => {
    house.changed();
    queue.screens.changed();
  });
  spooler.onConcern(() => queue.screens.changed());
  clock.onStep((stepMs) => {
    log.warn({ stepMs }, 'the wall clock was moved');
    trust.stepped(stepMs);
    queue.live.changed();
    display.changed();
  });
  if (lastRun.unclean) log.warn({}, 'the last run had no clean stop');
  if (!trust.confirmed) log.warn({}, 'the clock is not believed until a person confirms it');

  const api = makeApi((error) => log.error({ err: error }, 'a call failed'));
  const router = api.router({
    queue: queueRouter(api.queue, queue),
    printing: printingRouter(api.printing, { spooler, outlets, lent, reprints, verdicts, list, prober }),
    lounge: houseRouter(api.lounge, house),
    staff: staffRouter(api.staff, team.staff, team.people),
    devices: devicesRouter(api.devices, team.devices),
    integrations: integrationsRouter(api.integrations, team.integrations),
    counters: countersRouter(api.counters, queue),
    display: displayRouter(api.display, display),
    documents: documentsRouter(api.documents, documents),
    letterPrinting: letterPrintingRouter(api.letterPrinting, documents.printing),
    media: mediaRouter(api.media, gallery.media),
    residents: residentsRouter(api.residents, documents.residents),
    lan: lanRouter(api.lan, lan),
    letterSettings: letterSettingsRouter(api.letterSettings, letterSettings),
    retention: retentionRouter(api.retention, documents.retention),
    settings: settingsRouter(api.settings, settings),
    statistics: statisticsRouter(api.statistics, statistics.figures, statistics.live),
    trust: trustRouter(api.trust, documents.trust),
  });

  // Old keys go in small batches; the clock is looked at often enough to notice a step.
  const purge = setInterval(() => {
    keys.purge();
    spooler.purge();
    documents.printing.prints.purge();
    void documents.retention.look();
  }, hourMs).unref();
  const look = setInterval(() => clock.wall(), 5_000).unref();
  documents.start();
  outlets.start();
  spooler.start();

  return {
    router,
    queue: queue.tickets,
    duty: queue.duty,
    calling: queue.calling,
    errands: queue.errands,
    closing: queue.closing,
    board: queue.board,
    desk: queue.desk,
    reprints,
    prober,
    printers: () => outlets.printers(),
    slip: (jobId: string) => spooler.job(jobId),
    display,
    documents,
    house,
    kiosk,
    staff: team.staff,
    callers: team.callers,
    kioskCaller: team.callers.own(kiosk.device),
    doorkeeper: team.doorkeeper,
    ...settings,
    lan,
    /** For HTTP, which carries the files themselves. */
    media: {
      open: (name: string) => gallery.shelf.open(name),
      take: (by: Actor, sent: SentFile) => gallery.intake.take(by, sent),
    },
    statistics: statistics.figures,
    db,
    clock,
    close: async () => {
      clearInterval(purge);
      clearInterval(look);
      team.close();
      await gallery.shelf.close();
      await spooler.close();
      await documents.close();
      await statistics.close();
      run.stop();
      store.close();
    },
  };
}
