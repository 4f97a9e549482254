import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CalendarFile, LoungeFile, ServicesFile } from '../../contract/catalogue.ts';
import { type Lounge, openLounge } from '../../main/lounge.ts';
import { machineTime, type TimeSource, timeStartingAt } from '../../main/ops/clock.ts';
import type { Log } from '../../main/ops/log.ts';
import { programFiles } from '../../main/program-files.ts';
import { FileKey } from '../../main/store/key.ts';

export const files = programFiles(import.meta.dirname);

const made: string[] = [];

/** A data folder with its own catalogue; gone when the process ends. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-bench-'));
  made.push(folder);
  writeCatalogue(join(folder, 'catalogue'));
  return folder;
}

process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const shipped = <File>(name: string): File => JSON.parse(readFileSync(join(files.catalogue, name), 'utf8')) as File;

/** The services as shipped, open all day every day, without quota, cut-off or configured minutes. */
function writeCatalogue(folder: string): void {
  const allDay = ['00:00-24:00'];
  const week = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };
  const calendar: CalendarFile = { hours: { always: week }, special: [] };
  const services = shipped<ServicesFile>('services.json');
  const open = services.services.map(
    ({ minutesPerPerson: _m, dailyQuota: _q, taking: _t, lastTicketMinutes: _l, ...service }) => ({
      ...service,
      serving: 'always',
    }),
  );
  mkdirSync(folder);
  const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));
  write('calendar.json', calendar);
  write('services.json', { ...services, services: open });
  write('lounge.json', { ...shipped<LoungeFile>('lounge.json'), lastTicketMinutes: 0 });
}

/** Where the tickets of a bench are spread: all shipped services in turn. */
export const serviceIds: readonly string[] = shipped<ServicesFile>('services.json').services.map(({ id }) => id);

export function serviceAt(turn: number): string {
  return serviceIds[turn % serviceIds.length] as string;
}

const nothing = () => undefined;
const silent: Log = { info: nothing, warn: nothing, error: nothing };

/** Western Indonesian time, ms ahead of UTC. */
const zoneMs = 7 * 3_600_000;
const dayMs = 24 * 3_600_000;

/** Today from five minutes past midnight: in the evening a long line whose pace is known closes its service, as it should. */
export function earlyToday(): TimeSource {
  const midnight = Math.floor((Date.now() + zoneMs) / dayMs) * dayMs - zoneMs;
  return timeStartingAt(midnight + 300_000);
}

interface BenchOptions {
  /** `tcp://HOST:PORT` */
  readonly printer?: string;
  readonly time?: TimeSource;
}

export function openBenchLounge(dataFolder: string, { printer, time = machineTime }: BenchOptions = {}): Lounge {
  // A machine that measures may well be older than the release date of what it measures.
  const key = new FileKey(dataFolder);
  return openLounge({ files: { ...files, releasedAt: 0 }, dataFolder, key, time, printer, log: silent });
}

/** Takes the next number in process. */
export function take(lounge: Lounge, turn: number): void {
  lounge.queue.take(lounge.kiosk, {
    serviceId: serviceAt(turn),
    priority: null,
    requestKey: crypto.randomUUID(),
  });
}
