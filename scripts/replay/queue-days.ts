import { createReadStream } from 'node:fs';

/** The file cannot be replayed; the message is one line for the person who named it. */
export class QueueDaysError extends Error {
  override readonly name = 'QueueDaysError';
}

/** One ticket as it really was; minutes since midnight. */
export interface RealTicket {
  /** Number of its service, see `QueueDays.services`. */
  readonly service: number;
  readonly arriveMinute: number;
  readonly callMinute: number;
}

export interface QueueDays {
  /** How many pairs of office and queue there are. */
  readonly services: number;
  /** Tickets by date (YYYY-MM-DD), oldest date first, in the file's order within one. */
  readonly days: ReadonlyMap<string, readonly RealTicket[]>;
}

export const columns = ['office', 'queue', 'letter', 'date', 'ticket', 'arrive_min', 'call_min', 'open_counters'];

/** Far more than a row of these columns needs; a file without line ends must not fill the memory. */
const longestLine = 4096;
const minutesOfDay = 24 * 60;

/**
 * Reads a table of real queue days as a stream, and checks every row.
 * @throws QueueDaysError naming the file or the line
 */
export async function readQueueDays(file: string): Promise<QueueDays> {
  const services = new Map<string, number>();
  const days = new Map<string, RealTicket[]>();
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    if (number === 1) {
      if (line !== columns.join(',')) throw new QueueDaysError(`line 1: the header must be ${columns.join(',')}`);
    } else if (line !== '') {
      const { service, date, ...minutes } = readRow(line, number);
      let place = services.get(service);
      if (place === undefined) {
        place = services.size;
        services.set(service, place);
      }
      const tickets = days.get(date);
      if (tickets) tickets.push({ service: place, ...minutes });
      else days.set(date, [{ service: place, ...minutes }]);
    }
  }
  if (number === 0) throw new QueueDaysError(`${file} is empty; the header must be ${columns.join(',')}`);
  if (days.size === 0) throw new QueueDaysError(`${file} has no tickets`);
  const inOrder = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  return { services: services.size, days: new Map(inOrder) };
}

function readRow(line: string, number: number) {
  const bad = (what: string) => new QueueDaysError(`line ${number}: ${what}`);
  const fields = line.split(',').map((field) => field.trim());
  if (fields.length !== columns.length) throw bad(`${fields.length} columns instead of ${columns.length}`);
  const [office, queue, letter, date, ticket, arrive, call, counters] = fields as [string, ...string[]] as string[] & {
    length: 8;
  };
  for (const [name, text] of Object.entries({ office, queue, letter, ticket }))
    if (!text) throw bad(`${name} is empty`);
  if (!isDate(date as string)) throw bad(`date must be a day such as 2020-01-07, not "${shorten(date)}"`);
  if (!/^\d{1,6}(\.0+)?$/.test(counters as string))
    throw bad(`open_counters must be a whole number, not "${shorten(counters)}"`);
  const minute = (name: string, text: string | undefined): number => {
    const value = /^\d{1,4}(\.\d+)?$/.test(text ?? '') ? Number(text) : Number.NaN;
    if (!(value < minutesOfDay)) throw bad(`${name} must be minutes from 0 to below 1440, not "${shorten(text)}"`);
    return value;
  };
  const arriveMinute = minute('arrive_min', arrive);
  const callMinute = minute('call_min', call);
  if (callMinute < arriveMinute) throw bad('call_min is before arrive_min');
  return { service: JSON.stringify([office, queue]), date: date as string, arriveMinute, callMinute };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function shorten(text = ''): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Lines without their ends (\n or \r\n), and without a byte order mark. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  let number = 1;
  const tooLong = () => new QueueDaysError(`line ${number}: longer than ${longestLine} characters`);
  try {
    let first = true;
    for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
      const lines = (rest + (first ? chunk.replace(/^\uFEFF/, '') : chunk)).split('\n');
      first = false;
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.length > longestLine) throw tooLong();
        yield line.endsWith('\r') ? line.slice(0, -1) : line;
        number += 1;
      }
      if (rest.length > longestLine) throw tooLong();
    }
  } catch (error) {
    throw wordReadError(file, error);
  }
  if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest;
}

const readErrors: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'may not be read',
};

function wordReadError(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof QueueDaysError || code === undefined) return error;
  return new QueueDaysError(`${file} ${readErrors[code] ?? `cannot be read (${code})`}`);
}
