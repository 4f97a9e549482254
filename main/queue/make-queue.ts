import type Database from 'better-sqlite3';
import { type Actor, actorId } from '../../contract/principal.ts';
import type { QueueSnapshot } from '../../contract/queue.ts';
import type { Ids } from '../ops/ids.ts';
import { Live } from '../ops/live.ts';
import type { Store } from '../store/open.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import { Announcements } from './announcements.ts';
import type { ClosedNow } from './availability.ts';
import { Board } from './board.ts';
import { breakAhead } from './break-ahead.ts';
import type { Calendar } from './calendar.ts';
import { CallStore } from './call-store.ts';
import { Calling } from './calling.ts';
import type { Catalogue, CurrentCatalogue } from './catalogue.ts';
import { Closing } from './closing.ts';
import { CounterActs } from './counter-act.ts';
import { CounterStore } from './counter-store.ts';
import { Counters } from './counters.ts';
import { DeskScreens } from './counters-router.ts';
import { Desk, type HouseAtDesk } from './desk.ts';
import { Discipline } from './discipline.ts';
import { Duty } from './duty.ts';
import { Errands } from './errands.ts';
import { InUse } from './in-use.ts';
import { Offers } from './offers.ts';
import { Paces } from './paces.ts';
import { Papers } from './papers.ts';
import { PassedRule } from './passed-rule.ts';
import type { ServiceDays } from './service-days.ts';
import { StepWriter } from './step-writer.ts';
import { TicketStore } from './ticket-store.ts';
import { type Receipt, type SlipPrinter, Tickets } from './tickets.ts';
import { Undo } from './undo.ts';
import { WaitingLine } from './waiting-line.ts';

export interface QueueParts {
  readonly store: Store;
  readonly keys: RequestKeys;
  readonly catalogue: CurrentCatalogue;
  readonly calendar: Calendar;
  readonly days: ServiceDays;
  readonly clock: { wall(): number; tick(): number };
  readonly ids: Ids;
  readonly slips: SlipPrinter;
  /** What a ticket's paper says of the letter that its person asked for. */
  readonly receiptOf: (ticketId: string) => Receipt | null;
  /** Whether opening hours mean anything: not while the clock is behind. */
  readonly hoursKnown: () => boolean;
  readonly machineStands: () => boolean;
  /** What a supervisor closed for a while. */
  readonly closedNow: (serviceId: string, wall: number) => ClosedNow | null;
  readonly house: HouseAtDesk;
  /** Something was taken, called or changed at a counter. */
  readonly changed: () => void;
  /** Somebody did something at their counter. */
  readonly worked: (person: string) => void;
}

/** A stream repeats its snapshot at least this often, so that a reader can tell silence from a dead link. */
const repeatMs = 8_000;

/** Builds everything that gives and calls numbers. */
export function makeQueue(parts: QueueParts) {
  const { store, keys, catalogue, calendar, days, clock, ids, slips, hoursKnown, house } = parts;
  const db: Database.Database = store.db;
  const services = new Map(catalogue.services.map((service) => [service.id, service]));
  const tickets = new TicketStore(db);
  const callings = new CallStore(db);
  const counters = new Counters(new CounterStore(db), catalogue.counters, catalogue.services, (person) =>
    house.nameOf(person),
  );
  const paces = new Paces(db, calendar, services);
  const discipline = new Discipline(catalogue.lounge.discipline);
  const offers = new Offers({
    calendar,
    paces,
    lastTicketMinutes: () => catalogue.lounge.lastTicketMinutes,
    hoursKnown,
    machineStands: parts.machineStands,
    closedNow: parts.closedNow,
  });
  const announcements = new Announcements(callings, clock);
  const line = new WaitingLine(callings, tickets, discipline);
  const undo = new Undo();
  const passed = new PassedRule(callings, () => catalogue.lounge.noShow.passed);
  const board = new Board({
    tickets,
    callings,
    counters,
    passed,
    catalogue,
    calendar,
    days,
    offers,
    discipline,
    clock,
  });
  const papers = new Papers({
    tickets,
    services,
    calendar,
    days,
    peopleAhead: (row) => board.peopleAhead(row),
    receiptOf: parts.receiptOf,
  });
  const live = new Live<QueueSnapshot>(() => board.snapshot(), repeatMs);
  const noShow = () => catalogue.lounge.noShow;

  const changed = () => {
    live.changed();
    screens.changed();
    parts.changed();
  };
  const taking = new Tickets({
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
    changed,
  });
  const steps = new StepWriter(tickets, callings);
  const acts = new CounterActs({
    callings,
    steps,
    counters,
    undo,
    announcements,
    keys,
    days,
    clock,
    changed: (by) => {
      changed();
      slips.wake();
      parts.worked(actorId(by));
    },
  });
  const duty = new Duty(acts, counters, callings, days);
  const calling = new Calling({
    acts,
    callings,
    tickets,
    counters,
    line,
    undo,
    announcements,
    days,
    paces,
    noShow,
    passed,
    services,
    spare: (by, service, spare, now) => taking.spare(by, service, catalogue.lounge.spareLetter, spare, now),
  });
  const errands = new Errands({
    acts,
    services,
    paces,
    passed,
    servesToday: (service, wall) =>
      !hoursKnown() || calendar.planOf(calendar.dateAt(wall), service).serving.some(({ to }) => wall < to),
    follow: (by, before, service, files, now) => taking.follow(by, before, service, files, now),
  });
  const closing = new Closing({
    callings,
    steps,
    keys,
    services,
    calendar,
    days,
    clock,
    carry: (by, before, service, next, now) => taking.carry(by, before, service, next, now),
    changed: () => {
      changed();
      slips.wake();
    },
  });
  const desk = new Desk({
    callings,
    counters,
    passed,
    line,
    discipline,
    undo,
    calendar,
    days,
    services,
    noShow,
    clock,
    house,
  });
  const screens = new DeskScreens(desk);

  /** From now on everything that gives and calls numbers goes by this catalogue. */
  const adopt = (next: Catalogue) => {
    if (next.lounge.timeZone !== catalogue.lounge.timeZone) paces.forgetAll();
    catalogue.put(next);
    calendar.adopt(next.calendar, next.lounge.timeZone);
    services.clear();
    for (const service of next.services) services.set(service.id, service);
    counters.adopt(next.counters, next.services);
    discipline.adopt(next.lounge.discipline);
  };

  /** What a change of the catalogue is judged by. */
  const underSettings = {
    inUse: new InUse(tickets, days, counters, callings),
    services: () => board.services(),
    issued: () => tickets.issuedAll(days.current),
    openCounters: () => counters.all.map(({ id }) => id).filter((id) => counters.row(id).state === 'open'),
    /** Reads as if another catalogue held, in the same time zone; nothing is changed. */
    whatIf: <A>(next: Catalogue, read: () => A): A => {
      const { now } = catalogue;
      adopt(next);
      try {
        return read();
      } finally {
        adopt(now);
      }
    },
  };

  /** Somebody has signed in or out, or their time was over. Inside the transaction that says so. */
  const staffChanged = (by: Actor, away: (holder: string) => boolean) => {
    if (duty.closeDeserted(by, away, { wall: clock.wall(), tick: clock.tick() })) changed();
  };

  return {
    adopt,
    changed,
    staffChanged,
    underSettings,
    tickets: taking,
    duty,
    calling,
    errands,
    closing,
    counters,
    board,
    papers,
    desk,
    live,
    screens,
    /** Somebody waits today. */
    anybodyWaits: () => tickets.lines(days.current).size > 0,
    /** No service gives numbers, nobody waits, and no counter works. */
    isClosed: () =>
      board.services().every(({ availability }) => !availability.open) &&
      tickets.lines(days.current).size === 0 &&
      underSettings.openCounters().length === 0,
    /** What the displays show. */
    onDisplay: {
      counters: () => desk.list(),
      calls: () => board.calls(),
      announcements: () => announcements.recent.map((row) => board.call(row)),
      missed: (limit: number) => desk.missed(limit),
      nextBreak: (wall: number) =>
        hoursKnown()
          ? breakAhead(
              catalogue.services.map((service) => calendar.planOf(calendar.dateAt(wall), service)),
              wall,
            )
          : null,
    },
  };
}
