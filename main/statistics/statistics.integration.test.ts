import { inflateRawSync } from 'node:zlib';
import { call } from '@orpc/server';
import { afterEach, describe, expect, it } from 'vitest';
import { TestDesk } from '../../tests/doubles/lounge/desk.ts';
import { callerOf, clerkActor, supervisorActor, TestLounge } from '../../tests/doubles/lounge/in-process.ts';

const nine = '2026-11-24T09:00:00+07:00';

let test: TestLounge;
afterEach(() => test.end());

const asSupervisor = { context: { caller: callerOf(supervisorActor) } };
const asProgram = { context: { caller: callerOf({ role: 'integration', device: 'program-1', person: null }) } };
const utf8 = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const lines = (text: string) => text.trimEnd().split('\r\n');

/** The files in a ZIP archive, by its directory at the end. */
function unzipped(zip: Buffer): string[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let entry = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const packed = zip.readUInt16LE(entry + 10) === 8;
    const [size, local] = [zip.readUInt32LE(entry + 20), zip.readUInt32LE(entry + 42)];
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(begin, begin + size);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
    return (packed ? inflateRawSync(data) : data).toString();
  });
}

/**
 * Three at the civil registration, one of whom goes on with a village letter; one is missed, one waits; then a spare
 * number. Counter 1 serves A, counter 3 serves C and K.
 */
function morning(): { one: TestDesk; three: TestDesk } {
  test = new TestLounge(nine);
  const [one, three] = [new TestDesk(test, '1'), new TestDesk(test, '3')];
  one.open();
  three.open();
  for (let person = 0; person < 3; person += 1) test.take('adminduk');
  test.time.pass(6);
  one.callNext();
  one.serve();
  test.time.pass(4);
  one.nextMatter('surat-desa');
  one.done();
  test.time.pass(1);
  three.callNext();
  test.time.pass(3);
  three.done();
  one.callNext();
  for (let calls = 0; calls < 3; calls += 1) {
    test.time.pass(1);
    one.recall();
  }
  test.time.pass(2);
  one.noShow();
  three.callSpare('surat-desa', 7);
  test.time.pass(5);
  three.done();
  return { one, three };
}

describe('today’s figures', () => {
  it('are what was done at the counters', async () => {
    morning();
    const { totals, services, counters, people, day, hours } = await call(
      test.lounge.router.statistics.day,
      {},
      asSupervisor,
    );
    expect(day).toBe('2026-11-24');
    expect(totals).toMatchObject({ taken: 5, served: 3, noShow: 1, cancelled: 0, waiting: 1 });
    // Of the two who began to wait with their number and were called: after 6 and after 14 minutes.
    expect(totals.wait).toEqual({ of: 2, median: 360, p90: 840 });
    expect(services.map(({ letter, taken, served, noShow }) => [letter, taken, served, noShow])).toEqual([
      ['A', 3, 1, 1],
      ['C', 2, 2, 0],
    ]);
    expect(counters).toMatchObject([
      { counterId: '1', name: { id: 'Loket 1' }, served: 1, noShow: 1, service: { median: 240 } },
      { counterId: '3', served: 2, service: { of: 2, median: 180, p90: 300 } },
    ]);
    expect(people.map(({ personId, served }) => [personId, served])).toEqual([
      ['clerk-1', 1],
      ['clerk-3', 2],
    ]);
    expect(hours).toEqual([{ hour: 9, taken: 4, called: 4 }]);
  });

  it('follow an act that was taken back', async () => {
    const { one } = morning();
    one.callNext();
    one.done();
    one.undo();
    const { totals } = await call(test.lounge.router.statistics.day, {}, asSupervisor);
    expect(totals).toMatchObject({ taken: 5, served: 3, waiting: 0, atCounter: 1, service: { of: 3 } });
  });

  it('keep apart what was carried over to the next open day', async () => {
    morning();
    test.lounge.closing.endDay(supervisorActor, { carry: true, requestKey: TestLounge.key() });
    const { router } = test.lounge;
    const [today, tomorrow] = await Promise.all([
      call(router.statistics.day, { day: '2026-11-24' }, asSupervisor),
      call(router.statistics.day, { day: '2026-11-25' }, asSupervisor),
    ]);
    expect(today.totals).toMatchObject({ taken: 5, cancelled: 1, waiting: 0 });
    expect(tomorrow.totals).toMatchObject({ taken: 1, waiting: 1, wait: { of: 0 } });
    expect(tomorrow.hours).toEqual([]);
  });

  it('of a day and a half year ago are empty, not an error', async () => {
    morning();
    const report = await call(test.lounge.router.statistics.day, { day: '2026-05-01' }, asSupervisor);
    expect(report).toMatchObject({ totals: { taken: 0 }, hours: [], line: [], services: [] });
  });

  it('are shown live, and end when nobody looks any more', async () => {
    morning();
    const gone = new AbortController();
    const stream = await call(test.lounge.router.statistics.watch, undefined, { ...asSupervisor, signal: gone.signal });
    expect((await stream.next()).value).toMatchObject({ totals: { taken: 5 } });
    const next = stream.next();
    gone.abort();
    expect((await next).done).toBe(true);
  });

  it('are the own ones for a clerk, and nobody else’s', async () => {
    morning();
    const own = { context: { caller: callerOf({ ...clerkActor, person: 'clerk-3' }) } };
    expect(await call(test.lounge.router.statistics.own, undefined, own)).toMatchObject({
      day: '2026-11-24',
      served: 2,
      noShow: 0,
      service: { of: 2, median: 180, p90: 300 },
    });
    await expect(call(test.lounge.router.statistics.day, {}, own)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a range', () => {
  it('adds days up, by day and by month', async () => {
    morning();
    await test.restart('2026-12-01T09:00:00+07:00');
    test.take('adminduk');
    const { router } = test.lounge;
    const range = { from: '2026-11-01', to: '2026-12-31' };
    const byMonth = await call(router.statistics.range, { ...range, by: 'month' }, asProgram);
    expect(byMonth.totals.taken).toBe(6);
    expect(byMonth.periods.map(({ period, taken }) => [period, taken])).toEqual([
      ['2026-11', 5],
      ['2026-12', 1],
    ]);
    expect(byMonth.heat).toEqual([{ weekday: 2, hour: 9, taken: 5 }]);
    const byDay = await call(router.statistics.range, range, asProgram);
    expect(byDay.periods.map(({ period }) => period)).toEqual(['2026-11-24', '2026-12-01']);
  });

  it.each([
    ['the end before the start', '2026-11-24', '2026-11-23'],
    ['more than 400 days', '2025-01-01', '2026-11-24'],
  ])('with %s is refused', async (_case, from, to) => {
    test = new TestLounge(nine);
    const asked = call(test.lounge.router.statistics.range, { from, to }, asSupervisor);
    await expect(asked).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('an export', () => {
  const today = { from: '2026-11-24', to: '2026-11-24' };

  it('of tickets has a line a number, and no name of anybody', async () => {
    morning();
    const { name, mime, bytes } = await test.lounge.statistics.export({
      ...today,
      format: 'csv',
      detail: 'tickets',
      language: 'id',
    });
    expect(name).toBe('statistik-antrean_2026-11-24.csv');
    expect(mime).toContain('text/csv');
    const [head, ...rows] = lines(utf8(bytes));
    expect(head).toMatch(/^\ufeffTanggal;Nomor;Layanan;/);
    expect(rows.find((row) => row.includes('A001'))).toMatch(
      /^2026-11-24;A001;Administrasi kependudukan;Administrasi kependudukan;diambil;tidak;09:00:00;09:06:00;6;Loket 1;4;1;selesai;/,
    );
    expect(rows.length).toBe(5);
    expect(utf8(bytes)).not.toContain('clerk-');
  });

  it('of days as a workbook has a sheet for days, services, counters and people', async () => {
    morning();
    const file = await call(
      test.lounge.router.statistics.download,
      { ...today, format: 'xlsx', detail: 'days', language: 'en' },
      asProgram,
    );
    expect(file.name).toBe('queue-statistics_2026-11-24.xlsx');
    const book = unzipped(Buffer.from(await file.arrayBuffer())).join('\n');
    for (const sheet of ['Days', 'Services by day', 'Counters', 'Staff']) expect(book).toContain(`name="${sheet}"`);
    expect(book).toContain('clerk-1');
    expect(book).not.toContain('<f>');
  });

  it('comes to a page in parts that make the same file', async () => {
    morning();
    const asked = { ...today, format: 'csv', detail: 'days', language: 'id' } as const;
    const pieces: string[] = [];
    for await (const { base64, part, parts } of await call(test.lounge.router.statistics.export, asked, asSupervisor)) {
      expect([part, parts]).toEqual([0, 1]);
      pieces.push(base64);
    }
    const whole = await test.lounge.statistics.export(asked);
    expect(Buffer.from(pieces.join(''), 'base64').equals(whole.bytes)).toBe(true);
    expect(lines(utf8(whole.bytes)).length).toBe(3);
  });
});
