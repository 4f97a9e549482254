import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { LoungeSnapshot } from '../../contract/lounge.ts';
import { auditQueue, countRows } from '../doubles/lounge/books.ts';
import { neverClosed, newFolder, removeFolders } from '../doubles/lounge/data-folder.ts';
import { connectLive, ServedLounge } from '../doubles/lounge/served-lounge.ts';
import { type LoungeProcess, startLounge, tuesdayMorning } from '../doubles/lounge/start-lounge.ts';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});
afterAll(removeFolders);

async function started(data: string, now: string): Promise<LoungeProcess> {
  const lounge = await startLounge({ data, now });
  ended.push(() => lounge.stop());
  return lounge;
}

async function served(...where: Parameters<typeof ServedLounge.open>): Promise<ServedLounge> {
  const lounge = await ServedLounge.open(...where);
  ended.push(() => lounge.end());
  return lounge;
}

/** What a screen shows of the house, over a real WebSocket. */
async function live(lounge: { readonly port: number }, token: string | undefined) {
  const { client, close } = await connectLive(lounge.port, { authorization: `Bearer ${token}` });
  ended.push(close);
  const shown = async (): Promise<LoungeSnapshot> => {
    for await (const snapshot of await client.lounge.watch()) return snapshot;
    throw new Error('the stream ended without a snapshot');
  };
  return { client, shown };
}

const newKey = () => crypto.randomUUID();

describe('a machine whose battery died and that starts in the year 2000', () => {
  it('gives numbers on fresh data, at any hour, and asks a person about the clock', async () => {
    const lounge = await started(newFolder(), '2000-01-01T03:00:00+07:00');
    const { client, shown } = await live(lounge, lounge.token);
    expect(await shown()).toMatchObject({ clockConfirmed: false, at: expect.stringMatching(/^2000-01-01T03:00/) });
    // A Saturday at three in the morning: hours mean nothing now.
    for (const service of await client.queue.services())
      expect(service.availability, service.id).toEqual({ open: true, closesAt: null });
    expect(await lounge.client().ticket('adminduk')).toMatchObject({ number: 'A001', serviceDay: '2000-01-01' });
  });

  it('goes on with the numbers of the day on used data: no day comes again, no number comes twice', async () => {
    const data = newFolder();
    const before = await started(data, '2026-11-24T10:00:00+07:00');
    expect((await before.client().ticket('adminduk')).number).toBe('A001');
    await before.kill();

    const dead = await started(data, '2000-01-01T00:00:30+07:00');
    const { client, shown } = await live(dead, dead.token);
    expect(await shown()).toMatchObject({ clockConfirmed: false });
    const rest = dead.client();
    expect(await rest.ticket('adminduk')).toMatchObject({ number: 'A002', serviceDay: '2026-11-24', peopleAhead: 1 });
    expect(await rest.ticket('pajak-daerah')).toMatchObject({ number: 'R001', serviceDay: '2026-11-24' });

    // Somebody looks at it and says that it is wrong: it stays unbelieved, and numbers go on.
    expect(await client.lounge.answerClock({ right: false, requestKey: newKey() })).toEqual({ clockConfirmed: false });
    expect(await rest.ticket('adminduk')).toMatchObject({ number: 'A003', serviceDay: '2026-11-24' });
    await dead.stop();

    // Repaired: whether or not a person is asked once more, the day goes on.
    const repaired = await started(data, '2026-11-24T11:00:00+07:00');
    const page = await live(repaired, repaired.token);
    expect(await repaired.client().ticket('adminduk')).toMatchObject({ number: 'A004', serviceDay: '2026-11-24' });
    expect((await repaired.client().take('pajak-daerah')).body).toMatchObject({ code: 'SERVICE_CLOSED' });
    await page.client.lounge.answerClock({ right: true, requestKey: newKey() });
    expect(await page.shown()).toMatchObject({ clockConfirmed: true });
    expect(await repaired.client().ticket('adminduk')).toMatchObject({ number: 'A005', serviceDay: '2026-11-24' });
  });

  it('is repaired over night, and the new day begins with 001', async () => {
    const lounge = await served('2026-11-24T10:00:00+07:00');
    lounge.take('adminduk');
    await lounge.restart('2000-01-01T00:00:30+07:00');
    expect(lounge.take('adminduk').number).toBe('A002');
    await lounge.restart('2026-11-25T09:00:00+07:00');
    expect(lounge.take('adminduk')).toMatchObject({ number: 'A001', serviceDay: '2026-11-25', peopleAhead: 0 });
  });
});

describe('a person who is asked about the clock', () => {
  it('may say that it is right: its date holds from then on, and the answer is kept once', async () => {
    const lounge = await served('2026-12-22T09:00:00+07:00');
    lounge.take('adminduk');
    await lounge.restart('2026-11-24T09:00:00+07:00');
    const { client, shown } = await live(lounge, lounge.sessions.tokens.rest);
    expect(await shown()).toMatchObject({ clockConfirmed: false });
    expect(lounge.take('adminduk')).toMatchObject({ number: 'A002', serviceDay: '2026-12-22' });

    const requestKey = newKey();
    expect(await client.lounge.answerClock({ right: true, requestKey })).toEqual({ clockConfirmed: true });
    const rows = countRows(lounge.lounge.db);
    expect(await client.lounge.answerClock({ right: true, requestKey })).toEqual({ clockConfirmed: true });
    await expect(client.lounge.answerClock({ right: false, requestKey })).rejects.toMatchObject({
      code: 'REQUEST_KEY_REUSED',
    });
    expect(countRows(lounge.lounge.db)).toEqual(rows);
    expect(await shown()).toMatchObject({ clockConfirmed: true });
    expect(lounge.take('adminduk')).toMatchObject({ number: 'A001', serviceDay: '2026-11-24' });
    // With a believed clock, hours count again.
    expect(() => lounge.take('pajak-daerah')).toThrow('SERVICE_CLOSED');
  });

  it.each([
    ['nothing', {}],
    ['a word', { right: 'yes' }],
    ['no key', { right: true, requestKey: undefined }],
  ])('is not heard when the answer is %s', async (_, answer) => {
    const lounge = await served('2000-01-01T09:00:00+07:00');
    const { client } = await live(lounge, lounge.sessions.tokens.rest);
    const rows = countRows(lounge.lounge.db);
    const say = client.lounge.answerClock as (input: unknown) => Promise<unknown>;
    await expect(say({ requestKey: newKey(), ...answer })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(countRows(lounge.lounge.db)).toEqual(rows);
  });
});

describe('a time server that moves the clock in mid-day', () => {
  it.each([
    ['three hours on', 180],
    ['three hours back', -180],
  ])('by %s: numbers go on, places and waits stay true, and it is written down', async (_, minutes) => {
    const lounge = await served('2026-11-24T10:30:00+07:00');
    const rest = lounge.client();
    const first = await rest.ticket('adminduk');
    lounge.time.pass(4);
    await rest.ticket('adminduk', newKey(), 'elderly');
    lounge.time.step(minutes);
    lounge.time.pass(2);
    expect(await rest.ticket('surat-desa')).toMatchObject({ number: 'C001', serviceDay: '2026-11-24' });
    const third = await rest.ticket('adminduk');
    expect(third).toMatchObject({ number: 'A003', peopleAhead: 2, serviceDay: '2026-11-24' });
    expect((await rest.get(`/api/tickets/${first.id}`)).body).toMatchObject({ number: 'A001', peopleAhead: 0 });
    const steps = lounge.lounge.db.prepare("SELECT step_ms FROM clock_event WHERE kind = 'stepped'").pluck().all();
    expect(steps).toEqual([minutes * 60_000]);
    const ticks = lounge.lounge.db.prepare('SELECT tick FROM ticket_event ORDER BY id').pluck().all() as number[];
    expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
    const begun = ticks[0] as number;
    expect(ticks.map((tick) => (tick - begun) / 60_000)).toEqual([0, 4, 6, 6]);
  });

  it('back over midnight does not bring the day before again', async () => {
    const lounge = await served('2026-11-24T09:00:00+07:00');
    lounge.take('adminduk');
    lounge.time.step(-24 * 60);
    expect(lounge.take('adminduk')).toMatchObject({ number: 'A002', serviceDay: '2026-11-24' });
  });
});

describe('a restart', () => {
  it('at the very moment of the first start goes on with the numbers', async () => {
    const data = newFolder();
    for (const number of ['A001', 'A002']) {
      const lounge = await startLounge({ data, now: tuesdayMorning });
      expect((await lounge.client().ticket('adminduk')).number).toBe(number);
      await lounge.stop();
    }
  });
});

describe('midnight', () => {
  const second = 1 / 60;

  it('is the lounge’s own: a second before it and a second after it are two days', async () => {
    const lounge = await served('2026-11-24T23:59:59+07:00', neverClosed);
    const rest = lounge.client();
    expect(await rest.ticket('layanan-a')).toMatchObject({ number: 'A001', serviceDay: '2026-11-24' });
    lounge.time.pass(2 * second);
    expect(await rest.ticket('layanan-a')).toMatchObject({ number: 'A001', serviceDay: '2026-11-25', peopleAhead: 0 });
    expect(await rest.ticket('layanan-a')).toMatchObject({ number: 'A002', peopleAhead: 1 });
    expect(auditQueue(lounge.lounge.db)).toEqual([]);
  });

  it('in Greenwich is a morning like any other', async () => {
    const lounge = await served('2026-11-24T06:59:59+07:00', neverClosed);
    const rest = lounge.client();
    expect((await rest.ticket('layanan-a')).number).toBe('A001');
    lounge.time.pass(2 * second);
    expect(await rest.ticket('layanan-a')).toMatchObject({ number: 'A002', serviceDay: '2026-11-24' });
  });

  it('passes while the machine is off as well', async () => {
    const lounge = await served('2026-11-24T23:58:00+07:00', neverClosed);
    expect(lounge.take('layanan-a').serviceDay).toBe('2026-11-24');
    await lounge.losePower('2026-11-25T00:00:01+07:00');
    expect(lounge.take('layanan-a')).toMatchObject({ number: 'A001', serviceDay: '2026-11-25', peopleAhead: 0 });
  });
});
