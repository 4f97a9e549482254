import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { loungeFile, servicesFile } from '../../contract/catalogue.ts';
import type { Actor } from '../../contract/principal.ts';
import type { WaitPromise } from '../../contract/queue.ts';
import { type Lounge, openLounge } from '../../main/lounge.ts';
import type { TimeSource } from '../../main/ops/clock.ts';
import { DomainError } from '../../main/ops/domain-error.ts';
import { programFiles } from '../../main/program-files.ts';
import { FileKey } from '../../main/store/key.ts';
import { type QueueDays, QueueDaysError, type RealTicket } from './queue-days.ts';
import { Score, type ScoreSheet } from './score.ts';

const minute = 60_000;
const counter = '1';
const nothing = () => undefined;

/**
 * Takes and calls every ticket at its own time in one real lounge, offices side by side, and scores the promises.
 * @throws QueueDaysError when there are more services than two letters can name
 */
export async function replay({ services, days }: QueueDays): Promise<ScoreSheet> {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-replay-'));
  try {
    writeCatalogue(join(folder, 'catalogue'), services);
    const time = new SettableTime(midnightOf([...days.keys()][0] as string));
    const lounge = openLounge({
      // These days are older than the program; their clock is right all the same.
      files: { ...programFiles(import.meta.dirname), releasedAt: 0 },
      dataFolder: folder,
      key: new FileKey(folder),
      time,
      printer: undefined,
      log: { info: nothing, warn: nothing, error: nothing },
    });
    try {
      const score = new Score();
      // One commit a day instead of two a ticket: what a power cut would leave is not the question here.
      const inOneCommit = lounge.db.transaction((replayed: () => void) => replayed());
      for (const [date, tickets] of days) inOneCommit(() => replayDay(lounge, time, midnightOf(date), tickets, score));
      return score.sheet;
    } finally {
      await lounge.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Happening {
  readonly at: number;
  readonly act: 'take' | 'call';
  readonly ticket: RealTicket;
}

function replayDay(
  lounge: Lounge,
  time: SettableTime,
  midnight: number,
  tickets: readonly RealTicket[],
  score: Score,
): void {
  const ids = new Map<RealTicket, string>();
  for (const { at, act, ticket } of inOrder(tickets)) {
    time.set(midnight + Math.round(at * minute));
    if (act === 'take') {
      const taken = take(lounge, serviceId(ticket.service));
      score.add(ticket.callMinute - ticket.arriveMinute, taken);
      if (taken) ids.set(ticket, taken.id);
    } else {
      const id = ids.get(ticket);
      if (id !== undefined) call(lounge, id);
    }
  }
}

/** Takes before calls of the same minute; whoever came first is called first; else the file's order. */
export function inOrder(tickets: readonly RealTicket[]): Happening[] {
  const takes = tickets.map((ticket): Happening => ({ at: ticket.arriveMinute, act: 'take', ticket }));
  const calls = tickets.map((ticket): Happening => ({ at: ticket.callMinute, act: 'call', ticket }));
  return [...takes, ...calls].sort(
    (a, b) =>
      a.at - b.at ||
      Number(a.act === 'call') - Number(b.act === 'call') ||
      a.ticket.arriveMinute - b.ticket.arriveMinute,
  );
}

/** The one counter finishes whoever stands there and calls the recorded ticket. */
function call({ duty, calling }: Lounge, ticketId: string): void {
  const at = () => ({ counterId: counter, requestKey: crypto.randomUUID() });
  const { current } = duty.open(clerk, { ...at(), takeOver: false });
  if (current) calling.done(clerk, { ...at(), files: 1 });
  calling.callTicket(clerk, { ...at(), ticketId, reason: 'other' });
}

/** @returns null when the engine gives no number, because the wait would pass midnight */
function take(lounge: Lounge, service: string): { id: string; number: string; promise: WaitPromise | null } | null {
  try {
    const asked = { serviceId: service, priority: null, requestKey: crypto.randomUUID() };
    const { id, serviceDay, number, promise } = lounge.queue.take(lounge.kiosk, asked);
    return { id, number: `${serviceDay} ${number}`, promise };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'SERVICE_CLOSED') return null;
    throw error;
  }
}

/** Wall and steady clock in one: they never differ here. */
export class SettableTime implements TimeSource {
  #now: number;

  /** @param now Unix ms */
  constructor(now: number) {
    this.#now = now;
  }

  set(now: number): void {
    this.#now = now;
  }

  wall(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#now;
  }
}

/** Unix ms of a date's midnight in the catalogue's zone, which is always seven hours ahead. */
export function midnightOf(date: string): number {
  return Date.parse(`${date}T00:00:00+07:00`);
}

const clerk: Actor = { role: 'operator', device: 'replay', person: 'replay' };
export const serviceId = (service: number) => `service-${service + 1}`;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** One is left for the lounge's spare numbers. */
const mostServices = alphabet.length * (alphabet.length + 1) - 1;

/** A, B … Z, AA, AB … ZZ */
function letterOf(service: number): string {
  const tens = Math.floor(service / alphabet.length);
  return (tens === 0 ? '' : alphabet.charAt(tens - 1)) + alphabet.charAt(service % alphabet.length);
}

/** Services without hours, quota or configured minutes: only the line itself is known. */
export function writeCatalogue(folder: string, services: number, counters: readonly string[] = [counter]): void {
  if (services > mostServices)
    throw new QueueDaysError(`${services} pairs of office and queue; a lounge can have ${mostServices}`);
  const name = { id: 'Layanan', en: 'Service' };
  const lounge = {
    name,
    place: name,
    desk: name,
    complaints: name,
    timeZone: 'Asia/Jakarta',
    lastTicketMinutes: 0,
    discipline: { rule: 'strict' },
    spareLetter: letterOf(services),
  } satisfies z.input<typeof loungeFile>;
  const allDay = ['00:00-24:00'];
  const week = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };
  const calendar = { hours: { always: week } };
  const catalogue = {
    agencies: [{ id: 'office', name }],
    counters: counters.map((id) => ({ id, name })),
    services: Array.from({ length: services }, (_, service) => ({
      id: serviceId(service),
      agencyId: 'office',
      letter: letterOf(service),
      name,
      icon: 'file-text',
      hue: '#1b7f8c',
      bring: [],
      counters: [...counters],
      serving: 'always',
    })),
  } satisfies z.input<typeof servicesFile>;
  mkdirSync(folder);
  for (const [file, content] of Object.entries({ lounge, calendar, services: catalogue }))
    writeFileSync(join(folder, `${file}.json`), JSON.stringify(content));
}
