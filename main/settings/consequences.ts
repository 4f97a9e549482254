import type { Bilingual } from '../../contract/base.ts';
import type { WholeCatalogue } from '../../contract/catalogue-whole.ts';
import type { ClosedReason, Service } from '../../contract/queue.ts';
import type { Consequence } from '../../contract/settings.ts';
import type { CatalogueInUse } from './judge.ts';

/** What the queue tells of itself before it is changed. */
export interface QueueUnderSettings {
  readonly inUse: CatalogueInUse;
  /** Services as screens show them now. */
  services(): Service[];
  /** Numbers given today, by service id. */
  issued(): ReadonlyMap<string, number>;
  /** Ids of counters that call now. */
  openCounters(): readonly string[];
  /** Reads as if another catalogue held; nothing is changed. */
  whatIf<A>(next: WholeCatalogue, read: () => A): A;
}

const closedBecause: Record<ClosedReason, Bilingual> = {
  holiday: { id: 'hari libur', en: 'a holiday' },
  closed_today: { id: 'tidak ada jam layanan hari ini', en: 'no hours today' },
  before_opening: { id: 'belum jam buka', en: 'not open yet' },
  break: { id: 'jam istirahat', en: 'a break' },
  after_last_ticket: { id: 'batas pengambilan nomor sudah lewat', en: 'the last-number time has passed' },
  after_closing: { id: 'sudah jam tutup', en: 'after closing' },
  quota_reached: { id: 'kuota habis', en: 'the quota is reached' },
  line_too_long: { id: 'antrean terlalu panjang', en: 'the line is too long' },
  closed_now: { id: 'ditutup pengawas', en: 'closed by a supervisor' },
  machine: { id: 'mesin sedang dirawat', en: 'the machine is being looked after' },
};

/** What a change that is allowed does to people who are here now, the most important first. */
export function consequencesOf(
  now: WholeCatalogue,
  next: WholeCatalogue,
  queue: QueueUnderSettings,
  wall: number,
): Consequence[] {
  // With another zone the day itself may be another, and nothing can be compared.
  if (now.lounge.timeZone !== next.lounge.timeZone) return otherZone(now.lounge.timeZone, next.lounge.timeZone, wall);
  const before = queue.services();
  const open = queue.openCounters();
  const after = new Map(queue.whatIf(next, () => queue.services()).map((service) => [service.id, service]));
  return [
    ...before.flatMap((service) => missed(service, after, queue)),
    ...before.flatMap((service) => unserved(service, now, next, open)),
    ...before.flatMap((service) => hours(service, after.get(service.id))),
    ...next.services.flatMap((service) => quota(service, now, queue)),
    ...next.services.flatMap((service) => letter(service, now, queue)),
    ...order(now, next, before),
  ];
}

/** The service in which people with a letter stand will not be there: they get no number until the village says another. */
export function lettersLoseLine(now: WholeCatalogue, next: WholeCatalogue, line: string | null): Consequence[] {
  const service = now.services.find(({ id }) => id === line);
  if (!service || next.services.some(({ id }) => id === line)) return [];
  return [
    {
      kind: 'letters_lose_line',
      what: {
        id: `Pemohon surat mengantre di ${service.name.id}: mereka tidak mendapat nomor sampai layanan lain dipilih di pengaturan surat.`,
        en: `People with a letter stand in ${service.name.en}: they get no number until the settings of letters name another service.`,
      },
    },
  ];
}

function otherZone(now: string, next: string, wall: number): Consequence[] {
  const dateIn = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(wall);
  const timeIn = (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(wall);
  const clock = {
    id: `Jam lounge menjadi ${timeIn(next).replace(':', '.')}`,
    en: `The lounge's clock becomes ${timeIn(next)}`,
  };
  const date = dateIn(now) === dateIn(next) ? null : dateIn(next);
  return [
    {
      kind: 'day_changes',
      what: date
        ? { id: `${clock.id}, tanggal ${date}.`, en: `${clock.en}, ${date}.` }
        : { id: `${clock.id}.`, en: `${clock.en}.` },
    },
  ];
}

function missed(service: Service, after: ReadonlyMap<string, Service>, { inUse }: QueueUnderSettings): Consequence[] {
  if (after.has(service.id)) return [];
  const count = inUse.tickets()(service.id).missed;
  if (count === 0) return [];
  return [
    {
      kind: 'missed_are_lost',
      what: {
        id: `${service.name.id}: ${count} nomor terlewat tidak dapat dipanggil lagi.`,
        en: `${service.name.en}: ${count} missed ${count === 1 ? 'number' : 'numbers'} cannot be called any more.`,
      },
    },
  ];
}

/** Counters at work that no longer serve a service for which people wait. */
function unserved(service: Service, now: WholeCatalogue, next: WholeCatalogue, open: readonly string[]): Consequence[] {
  if (service.waiting === 0) return [];
  const serving = (catalogue: WholeCatalogue) =>
    open.filter((id) => catalogue.services.some((other) => other.id === service.id && other.counters.includes(id)));
  const was = serving(now);
  const lost = was.filter((id) => !serving(next).includes(id));
  if (lost.length === 0) return [];
  const left = was.length - lost.length;
  const names = (language: 'id' | 'en') =>
    lost.map((id) => now.counters.find((counter) => counter.id === id)?.name[language] ?? id).join(', ');
  return [
    left === 0
      ? {
          kind: 'nobody_serves',
          what: {
            id: `${service.name.id}: ${service.waiting} orang menunggu dan tidak ada loket buka yang melayani.`,
            en: `${service.name.en}: ${service.waiting} wait and no open counter serves them.`,
          },
        }
      : {
          kind: 'counter_loses_service',
          what: {
            id: `${names('id')} tidak lagi melayani ${service.name.id}; ${service.waiting} orang menunggu.`,
            en: `${names('en')} no longer serves ${service.name.en}; ${service.waiting} wait.`,
          },
        },
  ];
}

function hours({ name, availability: was }: Service, after: Service | undefined): Consequence[] {
  const is = after?.availability;
  if (!is) return [];
  if (was.open && is.open) {
    if (was.closesAt === is.closesAt || is.closesAt === null) return [];
    const time = is.closesAt.slice(11, 16);
    return [
      {
        kind: 'closing_moves',
        what: {
          id: `${name.id}: hari ini tutup pukul ${time.replace(':', '.')}.`,
          en: `${name.en}: closes at ${time} today.`,
        },
      },
    ];
  }
  if (was.open && !is.open && is.reason !== 'quota_reached') {
    const why = closedBecause[is.reason];
    return [
      {
        kind: 'closes',
        what: {
          id: `${name.id}: langsung tutup (${why.id}). Yang menunggu tetap dipanggil.`,
          en: `${name.en}: closes at once (${why.en}). Whoever waits is still called.`,
        },
      },
    ];
  }
  if (!was.open && is.open)
    return [{ kind: 'opens', what: { id: `${name.id}: langsung buka.`, en: `${name.en}: opens at once.` } }];
  return [];
}

type ServiceSettings = WholeCatalogue['services'][number];

function quota(service: ServiceSettings, now: WholeCatalogue, queue: QueueUnderSettings): Consequence[] {
  const { id, name, dailyQuota } = service;
  const issued = queue.issued().get(id) ?? 0;
  const before = now.services.find((other) => other.id === id)?.dailyQuota;
  if (dailyQuota === undefined || dailyQuota === before || issued < dailyQuota) return [];
  return [
    {
      kind: 'quota_reached',
      what: {
        id: `${name.id}: ${issued} nomor sudah diberikan, kuota ${dailyQuota}. Hari ini tidak ada nomor lagi.`,
        en: `${name.en}: ${issued} numbers were given, the quota is ${dailyQuota}. There are no more today.`,
      },
    },
  ];
}

function letter({ id, name, letter }: ServiceSettings, now: WholeCatalogue, queue: QueueUnderSettings): Consequence[] {
  const before = now.services.find((other) => other.id === id)?.letter;
  if (before === undefined || before === letter || !queue.issued().has(id)) return [];
  return [
    {
      kind: 'letter_changes',
      what: {
        id: `${name.id}: nomor berikutnya memakai huruf ${letter}; nomor hari ini dengan ${before} tetap berlaku.`,
        en: `${name.en}: the next number bears ${letter}; today's numbers with ${before} still count.`,
      },
    },
  ];
}

function order(now: WholeCatalogue, next: WholeCatalogue, services: readonly Service[]): Consequence[] {
  const waiting = services.reduce((sum, service) => sum + service.waiting, 0);
  if (waiting < 2 || JSON.stringify(now.lounge.discipline) === JSON.stringify(next.lounge.discipline)) return [];
  return [
    {
      kind: 'order_changes',
      what: {
        id: `Urutan panggilan ${waiting} orang yang menunggu dapat berubah.`,
        en: `The calling order of ${waiting} people who wait may change.`,
      },
    },
  ];
}
