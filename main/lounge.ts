import { join } from 'node:path';
import type { Actor } from '../contract/principal.ts';
import type { Paper } from '../contract/printing.ts';
import type { SettingsPart } from '../contract/settings.ts';
import { makeApi } from './api.ts';
import { settleRestore } from './backup/after-restore.ts';
import { openBackup } from './backup/open.ts';
import { RestoreNoteFile } from './backup/restore-note.ts';
import { backupRouter } from './backup/router.ts';
import { openDiagnostics } from './diagnostics/open.ts';
import { diagnosticsRouter } from './diagnostics/router.ts';
import type { AskFeed } from './diagnostics/update.ts';
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
import { FleetStore } from './fleet/fleet-store.ts';
import { type MachineSystem, thisMachine } from './fleet/machine-marks.ts';
import { openFleet } from './fleet/open.ts';
import { openOwnStore } from './fleet/own-machine.ts';
import { placeOf } from './fleet/place.ts';
import { fleetRouter } from './fleet/router.ts';
import { type Sticks, systemSticks } from './fleet/site-file.ts';
import { ClockTrust } from './house/clock-trust.ts';
import { HelpCalls } from './house/help-calls.ts';
import { House } from './house/house.ts';
import { houseRouter } from './house/router.ts';
import { beginRun, readLastRun, versionsRun } from './house/runs.ts';
import type { SentFile } from './media/intake.ts';
import { openMedia } from './media/open.ts';
import { mediaRouter } from './media/router.ts';
import { LoungeClock, type TimeSource } from './ops/clock.ts';
import { deviceIdOf } from './ops/device-id.ts';
import type { Health } from './ops/health.ts';
import { Ids } from './ops/ids.ts';
import type { Log } from './ops/log.ts';
import { Standstill } from './ops/standstill.ts';
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
import { settleSite } from './settle-site.ts';
import { openStaff } from './staff/open.ts';
import type { Whereabouts } from './staff/pairing.ts';
import { devicesRouter, integrationsRouter, staffRouter } from './staff/router.ts';
import { openStatistics } from './statistics/open.ts';
import { statisticsRouter } from './statistics/router.ts';
import { Audit } from './store/audit.ts';
import { Ballast } from './store/ballast.ts';
import type { KeyProvider } from './store/key.ts';
import { RequestKeys } from './store/request-keys.ts';
import { Soundness } from './store/soundness.ts';
import { freeBytesAt, SpaceWatch } from './store/space-watch.ts';
import { CatalogueFolder } from './store/versions/catalogue-folder.ts';
import { type InstallerPlaces, openUpdates } from './update/open.ts';
import { updatesRouter } from './update/router.ts';

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
  /** Bytes free for the data folder; a test knows of fuller disks. */
  readonly freeBytes?: (() => number) | undefined;
  /** What whoever runs the lounge knows of its health; all is well where it is left out. */
  readonly health?: (() => Health) | undefined;
  /** What the self-test asks of the program around it; a lounge alone has neither. */
  readonly machine?: LoungeMachine | undefined;
  /** By what this machine is known from another, and where sticks appear; those of the system when left out. */
  readonly system?: MachineSystem | undefined;
  readonly sticks?: Sticks | undefined;
  /** Where root's program takes new versions from; a test has its own. */
  readonly installer?: InstallerPlaces | undefined;
}

/** The program around a lounge, as its self-test sees it. */
export interface LoungeMachine {
  /** On 127.0.0.1; null while nothing is served. */
  readonly port: () => number | null;
  readonly interfaces: () => readonly { readonly address: string }[];
  /** New versions; null where no feed is set up. */
  readonly feed: AskFeed;
}

const alone: LoungeMachine = { port: () => null, interfaces: () => [], feed: () => null };
/** A store that was opened was migrated and checked. */
const well: Health = { isMigrated: true, isStoreSound: true, isPortOpen: true, hasPageHeartbeat: true };

export type Lounge = ReturnType<typeof openLounge>;

/** The hub's own kiosk. */
const kiosk: Actor = { role: 'kiosk', device: 'kiosk-1', person: null };

const hourMs = 3_600_000;
const ballastEveryMs = 10 * 60_000;
/** How far ahead a ticket is carried at most: to the next day of its service. */
const carriedDays = 30;

/**
 * Builds the whole lounge on a data folder: opens the store, makes every service and wires them. The only place where
 * that happens; it knows nothing of windows or sockets.
 * @throws StartError when the folder, the database or the catalogue cannot be used
 */
export function openLounge({
  letterOutlet = new LpOutlet(),
  system = thisMachine,
  sticks = systemSticks,
  ...options
}: LoungeOptions) {
  const { files, dataFolder, key, time, printer, paper, log, where, showSetUpCode } = options;
  const { health = () => well, machine: around = alone } = options;
  const folder = new CatalogueFolder<SettingsPart>(files.catalogue, join(dataFolder, 'catalogue'));
  // A wrong file is told before anything is made in the data folder.
  const catalogueBefore = readCatalogue(files.catalogue, folder.path);
  const lettersBefore = readLetters(files.catalogue, folder.path);
  const villages = readVillages(files.catalogue, folder.path);
  const space = new SpaceWatch({
    free: options.freeBytes ?? (() => freeBytesAt(dataFolder)),
    ballast: new Ballast(join(dataFolder, 'ballast')),
    log,
  });
  const { store, machine } = openOwnStore(dataFolder, key, files.migrations, system);
  const { db } = store;
  const soundness = new Soundness(store, log);
  const letterFiles = letterFolder(files.catalogue, folder.path);
  const site = settleSite({
    store,
    dataFolder,
    sticks,
    folder,
    letterFiles,
    catalogue: catalogueBefore,
    letters: lettersBefore,
    villages,
    device: kiosk.device,
    clock: time,
    log,
  });
  settleCatalogue(db, folder);
  const catalogue = new CurrentCatalogue(readCatalogue(files.catalogue, folder.path));
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
  const restoreNote = new RestoreNoteFile(dataFolder);
  const restored = settleRestore({
    db,
    immediate: (act) => store.immediate(act),
    note: restoreNote,
    audit: new Audit(db, clock),
    ids,
    clock,
    iso: (wall) => calendar.iso(wall),
    series: catalogue.services.flatMap((service) => {
      const carried = [...calendar.datesAfter(days.current, carriedDays)].find(
        (day) => calendar.planOf(day, service).serving.length > 0,
      );
      return [days.current, carried ?? []].flat().map((day) => ({ day, service: service.id }));
    }),
    by: kiosk,
  });

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

  const standstill = new Standstill(() => queue.changed());
  standstill.say('storage_full', !space.givesTickets);
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
    machineStands: () => standstill.stands,
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
    hasRoom: () => space.takesRequests,
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

  const backup = openBackup({
    store,
    dataFolder,
    restoreNote,
    keys,
    audit: team.audit,
    clock,
    clockConfirmed: () => trust.confirmed,
    iso: (wall) => calendar.iso(wall),
    version: files.version,
    log,
  });

  const { diagnostics, ...watching } = openDiagnostics({
    store,
    dataFolder,
    clock,
    iso: (wall) => calendar.iso(wall),
    version: files.version,
    ...around,
    feed: () => updates.desk.feed(),
    health,
    lan: () => lan.state(),
    printers: () => outlets.printers(),
    printer: () => outlets.conditionOf(kiosk.device),
    clockConfirmed: () => trust.confirmed,
    standstill: () => standstill.reasons,
    backupAgeMs: async () => (await backup.rounds.lastGood())?.ageMs ?? null,
    log,
  });

  const updates = openUpdates({
    dataFolder,
    keysFolder: files.updateKeys,
    deviceId: deviceIdOf(dataFolder),
    fromSite: site.update ?? null,
    places: options.installer,
    version: files.version,
    versions: () => versionsRun(db),
    keys,
    audit: team.audit,
    clock,
    monotonic: () => time.monotonic(),
    timers: systemTimers,
    iso: (wall) => calendar.iso(wall),
    clockConfirmed: () => trust.confirmed,
    isLoungeClosed: () => queue.isClosed(),
    backup: {
      ageMs: async () => (await backup.rounds.lastGood())?.ageMs ?? null,
      begin: () => backup.rounds.begin(),
    },
    standstill,
    health,
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
    space: () => space.level,
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
  space.onChange(() => {
    standstill.say('storage_full', !space.givesTickets);
    house.changed();
    queue.screens.changed();
  });
  const { fleet, close: closeFleet } = openFleet({
    lounge: store,
    store: new FleetStore(db),
    keys,
    audit: team.audit,
    machine,
    clock,
    clockConfirmed: () => trust.confirmed,
    day: () => days.current,
    iso: (wall) => calendar.iso(wall),
    version: files.version,
    dataFolder,
    place: () => {
      const own = letterFiles.own('village') === null ? null : letterCatalogue.village.code;
      return placeOf(catalogue.lounge.unitType, own, site.code, villages);
    },
    printers: () => outlets.printers().map(({ condition }) => condition),
    backupAge: async () => (await backup.rounds.lastGood())?.ageMs ?? null,
    stands: () => standstill.reasons,
    updateStands: async () => updates.desk.word(),
    secondPlace: () => backup.secondPlace(),
    siteProblem: site.problem,
    fetch,
    chance: Math.random,
    log,
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
  if (space.level !== 'enough') log.warn({ level: space.level }, 'the disk is nearly full');
  if (lastRun.unclean) log.warn({}, 'the last run had no clean stop');
  if (!trust.confirmed) log.warn({}, 'the clock is not believed until a person confirms it');

  const api = makeApi((error) => log.error({ err: error }, 'a call failed'));
  const router = api.router({
    backup: backupRouter(api.backup, backup.backups),
    queue: queueRouter(api.queue, queue),
    printing: printingRouter(api.printing, { spooler, outlets, lent, reprints, verdicts, list, prober }),
    lounge: houseRouter(api.lounge, house),
    staff: staffRouter(api.staff, team.staff, team.people),
    devices: devicesRouter(api.devices, team.devices),
    diagnostics: diagnosticsRouter(api.diagnostics, diagnostics),
    integrations: integrationsRouter(api.integrations, team.integrations),
    counters: countersRouter(api.counters, queue),
    display: displayRouter(api.display, display),
    fleet: fleetRouter(api.fleet, fleet),
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
    updates: updatesRouter(api.updates, updates.desk),
  });

  // Old keys go in small batches; the clock is looked at often enough to notice a step.
  const purge = setInterval(() => {
    keys.purge();
    spooler.purge();
    documents.printing.prints.purge();
    void documents.retention.look();
  }, hourMs).unref();
  const look = setInterval(() => {
    clock.wall();
    space.look();
  }, 5_000).unref();
  // Not at once: whoever starts the hub waits for it, and the nights are long.
  const lay = setInterval(() => void space.layBallast(), ballastEveryMs).unref();
  for (const device of restored.devices) outlets.letGo(device);
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
    backup: backup.rounds,
    updates,
    standstill,
    space,
    soundness,
    diagnostics,
    health: watching.health,
    /** Whoever updates the program says here how that stands, and finds in `site` where newer versions are. */
    fleet,
    site,
    db,
    clock,
    close: async () => {
      clearInterval(purge);
      clearInterval(look);
      clearInterval(lay);
      await closeFleet();
      updates.close();
      team.close();
      await gallery.shelf.close();
      await spooler.close();
      await documents.close();
      await statistics.close();
      await backup.close();
      await soundness.close();
      await watching.close();
      run.stop();
      store.close();
    },
  };
}
