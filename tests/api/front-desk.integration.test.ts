import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, firstSupervisor, hire, joinAs, key, pins } from '../doubles/lounge/front-desk.ts';
import type { RestClient } from '../doubles/lounge/rest-client.ts';
import { ServedLounge } from '../doubles/lounge/served-lounge.ts';

let test: ServedLounge;
let supervisor: Desk;
let desk: Desk;
let at: RestClient;

beforeEach(async () => {
  test = await ServedLounge.open('2026-11-24T09:00:00+07:00');
  supervisor = await firstSupervisor(test.lounge);
  desk = await joinAs(test.lounge, supervisor, 'counter', 'Loket 3');
  const personId = await hire(supervisor, 'Siti Aminah');
  await desk.client.staff.signIn({ personId, pin: pins.operator, requestKey: key() });
  at = test.client(desk.token);
  await press('open');
});
afterEach(() => test.end());

const press = (act: string, content: object = {}, requestKey = key(), counterId = '3') =>
  at.post(`/api/counters/${counterId}/${act}`, { ...content, requestKey });
const announced = () => test.lounge.display.snapshot().announcements.map(({ number }) => number);
const eventsOf = (kind: string) =>
  test.lounge.db.prepare('SELECT count(*) FROM ticket_event WHERE kind = ?').pluck().get(kind);

/** The same press comes twice, because its answer was lost. */
async function twice(act: string, content: object = {}) {
  const requestKey = key();
  const first = await press(act, content, requestKey);
  const again = await press(act, content, requestKey);
  expect(again).toMatchObject({ status: first.status, body: first.body });
  return first;
}

describe('a counter over REST', () => {
  it('calls, serves and finishes, and every press whose answer was lost changes nothing twice', async () => {
    for (let i = 0; i < 4; i += 1) test.take('surat-desa');
    expect((await twice('call-next')).body).toMatchObject({ current: { number: 'C001' } });
    await twice('recall');
    await twice('serve');
    expect((await twice('done-and-next')).body).toMatchObject({ current: { number: 'C002' } });
    expect((await twice('transfer', { serviceId: 'bantuan-sosial' })).body).toEqual({ current: null });
    expect((await twice('call-next')).body).toMatchObject({ current: { number: 'C002' } });
    const { body } = await twice('next-matter', { serviceId: 'pajak-daerah' });
    expect(body).toMatchObject({ current: { number: 'C002' }, next: { number: 'R001' } });
    await twice('park');
    await twice('call-next');
    await twice('undo');
    expect(announced()).toEqual(['C001', 'C001', 'C002', 'C002']);
    const counts = ['called', 'recalled', 'done', 'transferred', 'followed', 'parked', 'undone'].map(eventsOf);
    expect(counts).toEqual([4, 1, 1, 1, 1, 1, 1]);
  });

  it('says what is wrong in its own words', async () => {
    const { id } = test.take('surat-desa');
    const refused = async (act: string, content: object, counterId = '3') => {
      const { status, body } = await press(act, content, key(), counterId);
      return [status, (body as { code: string }).code];
    };
    expect(await refused('done', {})).toEqual([409, 'NO_TICKET']);
    expect(await refused('call-next', {}, '77')).toEqual([404, 'COUNTER_UNKNOWN']);
    expect(await refused('call-next', {}, '1')).toEqual([409, 'COUNTER_CLOSED']);
    expect(await refused('call', { ticketId: crypto.randomUUID(), reason: 'other' })).toEqual([404, 'TICKET_UNKNOWN']);
    expect(await refused('call', { ticketId: id, reason: 'because' })).toEqual([400, 'BAD_REQUEST']);
    await press('call-next');
    expect(await refused('call-next', {})).toEqual([409, 'COUNTER_BUSY']);
    expect(await refused('no-show', {})).toEqual([409, 'NO_SHOW_TOO_EARLY']);
    expect(await refused('transfer', { serviceId: 'nothing' })).toEqual([404, 'SERVICE_UNKNOWN']);
    expect(await refused('pause', { reason: 'because' })).toEqual([400, 'BAD_REQUEST']);
    expect(await refused('done', { files: 0 })).toEqual([400, 'BAD_REQUEST']);
    const requestKey = key();
    await press('done', {}, requestKey);
    const { status, body } = await press('recall', {}, requestKey);
    expect([status, (body as { code: string }).code]).toEqual([409, 'REQUEST_KEY_REUSED']);
  });

  it('is held by its person: another one reads who, and takes over only on purpose', async () => {
    const other = await joinAs(test.lounge, supervisor, 'counter', 'Loket 4');
    const personId = await hire(supervisor, 'Budi Santoso', 'operator', pins.other);
    await other.client.staff.signIn({ personId, pin: pins.other, requestKey: key() });
    const elsewhere = test.client(other.token);
    const { status, body } = await elsewhere.post('/api/counters/3/open', { requestKey: key() });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'COUNTER_HELD', data: { holder: { name: 'Siti Aminah' } } });
    expect((await elsewhere.post('/api/counters/3/open', { takeOver: true, requestKey: key() })).status).toBe(200);
    expect((await press('call-next')).status).toBe(409);
  });

  it('is nobody’s without a person, and nothing for a kiosk', async () => {
    await desk.client.staff.lock({ requestKey: key() });
    expect((await press('call-next')).status).toBe(403);
    expect((await test.client().post('/api/counters/3/call-next', { requestKey: key() })).status).toBe(403);
    expect((await test.client('wrong').post('/api/counters/3/call-next', { requestKey: key() })).status).toBe(401);
  });

  it('keeps its ticket when the hub is killed in the middle of a call and comes back', async () => {
    test.take('surat-desa');
    const requestKey = key();
    await press('call-next', {}, requestKey);
    await test.restart('2026-11-24T09:00:30+07:00');
    at = test.client(desk.token);
    expect((await press('call-next', {}, requestKey)).body).toMatchObject({ current: { number: 'C001' } });
    expect((await press('done')).body).toEqual({ current: null });
    expect(announced()).toEqual(['C001']);
  });
});
