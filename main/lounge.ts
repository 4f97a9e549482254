import { join } from 'node:path';
import type { Actor } from '../contract/principal.ts';
import type { QueueSnapshot } from '../contract/queue.ts';
import { makeApi } from './api.ts';
import { ClockTrust } from './house/clock-trust.ts';
import { HelpCalls } from './house/help-calls.ts';
import { House } from './house/house.ts';
import { houseRouter } from './house/router.ts';
import { beginRun, readLastRun } from './house/runs.ts';
import { LoungeClock, type TimeSource } from './ops/clock.ts';
import { Ids } from './ops/ids.ts';
import { Live } from './ops/live.ts';
import type { Log } from './ops/log.ts';
import { knownPrinters, ownPrinter } from './printing/printers.ts';
import { printingRouter } from './printing/router.ts';
import { Spooler } from './printing/spooler.ts';
import { TicketSlips } from './printing/ticket-slips.ts';
import type { ProgramFiles } from './program-files.ts';
import { Board } from './queue/board.ts';
import { Calendar } from './queue/calendar.ts';
import { readCatalogue } from './queue/catalogue.ts';
import { Discipline } from './queue/discipline.ts';
import { Offers } from './queue/offers.ts';
import { Paces } from './queue/paces.ts';
import { queueRouter } from './queue/router.ts';
import { ServiceDays } from './queue/service-days.ts';
import { TicketStore } from './queue/ticket-store.ts';
import { Tickets } from './queue/tickets.ts';
import type { KeyProvider } from './store/key.ts';
import { openStore } from './store/open.ts';
import { RequestKeys } from './store/request-keys.ts';

export interface LoungeOptions {
  readonly files: ProgramFiles;
  readonly dataFolder: string;
  readonly key: KeyProvider;
  readonly time: TimeSource;
  /** `tcp://HOST:PORT` of the hub's own printer; undefined leaves what was set before. */
  readonly printer?: string | undefined;
  /** Its columns: 48 on 80 mm paper, 32 on 58 mm. */
  readonly columns?: number | undefined;
  readonly log: Log;
}

export type Lounge = ReturnType<typeof openLounge>;

/** The hub's own kiosk. */
const kiosk: Actor = { role: 'kiosk', device: 'kiosk-1', person: null };

/** A stream repeats its snapshot at least this often, so that a reader can tell silence from a dead link. */
const repeatMs = 8_000;
const hourMs = 3_600_000;

/**
 * Builds the whole lounge on a data folder: opens the store, makes every service and wires them. The only place where
 * that happens; it knows nothing of windows or sockets.
 * @throws StartError when the folder, the database or the catalogue cannot be used
 */
export function openLounge({ files, dataFolder, key, time, printer, columns, log }: LoungeOptions) {
  const catalogue = readCatalogue(files.catalogue, join(dataFolder, 'catalogue'));
  const store = openStore(dataFolder, key, files.migrations);
  const { db } = store;
  const lastRun = readLastRun(db, files.releasedAt);
  const clock = new LoungeClock(time, lastRun.newestTick);
  const ids = new Ids(clock);
  const keys = new RequestKeys(store, clock);

  const calendar = new Calendar(catalogue.calendar, catalogue.lounge.timeZone);
  const days = new ServiceDays(db, calendar, clock);
  const trust = new ClockTrust(db, clock, days, lastRun.newestEvent, files.releasedAt);
  const run = beginRun(db, files.version, clock);

  const printers = knownPrinters(db, kiosk.device, { uri: printer, columns });
  const spooler = new Spooler({ db, printers, clock, log });
  const slips = new TicketSlips(spooler, catalogue.lounge, () => ownPrinter);

  const services = new Map(catalogue.services.map((service) => [service.id, service]));
  const tickets = new TicketStore(db);
  const paces = new Paces(db, calendar, services);
  const discipline = new Discipline(catalogue.lounge.discipline);
  const offers = new Offers(calendar, paces, catalogue.lounge.lastTicketMinutes, () => trust.hoursKnown);
  const board = new Board({ tickets, catalogue, calendar, days, offers, discipline, clock });
  const queueLive = new Live<QueueSnapshot>(() => board.snapshot(), repeatMs);
  const queue = new Tickets({
    store,
    tickets,
    keys,
    services,
    calendar,
    offers,
    days,
    paces,
    discipline,
    clock,
    ids,
    slips,
    changed: () => queueLive.changed(),
  });

  const { name, place, desk, complaints, timeZone } = catalogue.lounge;
  const waitingToday = tickets.lines(days.current).size > 0;
  const house = new House({
    texts: { name, place, desk, complaints, timeZone },
    iso: (wall) => calendar.iso(wall),
    clock,
    keys,
    trust,
    help: new HelpCalls(db, clock, ids),
    printerOf: () => spooler.condition(ownPrinter),
    powerReturned: lastRun.unclean && waitingToday,
    clockAnswered: () => queueLive.changed(),
  });
  spooler.onCondition(() => house.changed());
  clock.onStep((stepMs) => {
    log.warn({ stepMs }, 'the wall clock was moved');
    trust.stepped(stepMs);
    queueLive.changed();
  });
  if (lastRun.unclean) log.warn({}, 'the last run had no clean stop');
  if (!trust.confirmed) log.warn({}, 'the clock is not believed until a person confirms it');

  const api = makeApi((error) => log.error({ err: error }, 'a call failed'));
  const router = api.router({
    queue: queueRouter(api.queue, queue, board, queueLive),
    printing: printingRouter(api.printing, spooler),
    lounge: houseRouter(api.lounge, house),
  });

  // Old keys go in small batches; the clock is looked at often enough to notice a step.
  const purge = setInterval(() => keys.purge(), hourMs).unref();
  const look = setInterval(() => clock.wall(), 5_000).unref();
  spooler.start();

  return {
    router,
    queue,
    board,
    house,
    kiosk,
    db,
    clock,
    close: async () => {
      clearInterval(purge);
      clearInterval(look);
      await spooler.close();
      run.stop();
      store.close();
    },
  };
}
