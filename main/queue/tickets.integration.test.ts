import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { callTo } from '../../tests/doubles/lounge/desk.ts';
import { kioskActor, TestLounge } from '../../tests/doubles/lounge/in-process.ts';

const nine = '2026-11-24T09:00:00+07:00';
const allDay = { mon: ['00:00-24:00'], tue: ['00:00-24:00'], wed: ['00:00-24:00'] };
const text = (name: string) => ({ id: name, en: name });

/** A lounge that never closes and knows nothing of how long people take. */
const sleepless = {
  calendar: { hours: { always: allDay } },
  services: {
    agencies: [{ id: 'desa', name: text('Desa') }],
    counters: [{ id: '1', name: text('Loket 1') }],
    services: ['A', 'B', 'CC'].map((letter) => ({
      id: `s-${letter.toLowerCase()}`,
      agencyId: 'desa',
      letter,
      name: text(letter),
      icon: 'store',
      hue: '#1b7f8c',
      bring: [],
      counters: ['1'],
      serving: 'always',
      lastTicketMinutes: 0,
    })),
  },
};

let open: TestLounge | undefined;
function lounge(...args: ConstructorParameters<typeof TestLounge>): TestLounge {
  open = new TestLounge(...args);
  return open;
}
afterEach(async () => {
  await open?.end();
  open = undefined;
});

const snapshotOf = (test: TestLounge) => test.lounge.board.snapshot();

describe('taking a number', () => {
  it('counts each service from 001 and says who is ahead', () => {
    const test = lounge(nine);
    expect(test.take('adminduk')).toMatchObject({
      number: 'A001',
      position: 1,
      peopleAhead: 0,
      serviceDay: '2026-11-24',
    });
    expect(test.take('adminduk')).toMatchObject({ number: 'A002', position: 2, peopleAhead: 1 });
    expect(test.take('surat-desa')).toMatchObject({ number: 'C001', position: 1 });
  });

  it('keeps the letter and series of the service for a priority ticket', () => {
    const test = lounge(nine);
    test.take('adminduk');
    expect(test.take('adminduk', 'elderly').number).toBe('A002');
  });

  it('grows past 999', () => {
    const test = lounge(nine, sleepless);
    test.lounge.db.exec("INSERT INTO series VALUES ('2026-11-24', 's-cc', 998)");
    expect([test.take('s-cc'), test.take('s-cc')].map((ticket) => ticket.number)).toEqual(['CC999', 'CC1000']);
  });

  it('does nothing twice when a key comes again, also after a restart', async () => {
    const test = lounge(nine);
    const key = TestLounge.key();
    const first = test.take('adminduk', null, key);
    expect(test.take('adminduk', null, key)).toEqual(first);
    await test.restart('2026-11-24T09:05:00+07:00');
    expect(test.take('adminduk', null, key)).toEqual(first);
    expect(test.take('adminduk').number).toBe('A002');
  });

  it('refuses a key that was used for something else, and writes nothing', () => {
    const test = lounge(nine);
    const key = TestLounge.key();
    test.take('adminduk', null, key);
    expect(() => test.take('surat-desa', null, key)).toThrow('REQUEST_KEY_REUSED');
    expect(test.take('surat-desa').number).toBe('C001');
  });

  it('leaves no gap after a refusal', () => {
    const test = lounge('2026-11-24T07:00:00+07:00');
    expect(() => test.take('adminduk')).toThrow('SERVICE_CLOSED');
    test.time.pass(60);
    expect(test.take('adminduk').number).toBe('A001');
  });

  it('refuses when the promise would end after closing, and gives numbers again when the line has moved', () => {
    const test = lounge('2026-11-24T14:30:00+07:00');
    const taken = [];
    try {
      for (;;) taken.push(test.take('surat-desa'));
    } catch (error) {
      expect(error).toMatchObject({ code: 'SERVICE_CLOSED', data: { reason: 'line_too_long' } });
    }
    expect(taken.length).toBeGreaterThan(1);
    for (const ticket of taken) callTo(test.lounge, ticket.id, '3');
    expect(() => test.take('surat-desa')).not.toThrow();
  });

  it('gives the promise as a time after the break', () => {
    const test = lounge('2026-11-24T12:10:00+07:00');
    const { promise } = test.take('surat-desa');
    expect(promise?.notBefore).toBe('2026-11-24T13:00:00+07:00');
    expect(promise?.fromMinutes).toBeGreaterThanOrEqual(50);
  });

  it('says only who is ahead where nothing is known', () => {
    expect(lounge(nine, sleepless).take('s-a').promise).toBeNull();
  });

  it('writes the ticket, its event, its print job and its answer together', () => {
    const test = lounge(nine);
    const { id, printJobId } = test.take('adminduk');
    const { db } = test.lounge;
    expect(db.prepare('SELECT print_job_id FROM ticket WHERE id = ?').pluck().get(id)).toBe(printJobId);
    expect(db.prepare('SELECT kind FROM ticket_event WHERE ticket_id = ?').pluck().all(id)).toEqual(['taken']);
    expect(db.prepare('SELECT ticket_id FROM print_job WHERE id = ?').pluck().get(printJobId)).toBe(id);
  });
});

describe('the service day', () => {
  it('is another one a moment after midnight in the lounge', () => {
    const test = lounge('2026-11-24T23:59:59+07:00', sleepless);
    expect(test.take('s-a')).toMatchObject({ number: 'A001', serviceDay: '2026-11-24' });
    test.time.pass(2 / 60);
    expect(test.take('s-a')).toMatchObject({ number: 'A001', serviceDay: '2026-11-25' });
  });

  it('does not turn at midnight in Greenwich', () => {
    const test = lounge('2026-11-24T06:59:59+07:00', sleepless);
    test.take('s-a');
    test.time.pass(1);
    expect(test.take('s-a').number).toBe('A002');
  });

  it('does not go back when the clock does', () => {
    const test = lounge('2026-11-25T00:10:00+07:00', sleepless);
    test.take('s-a');
    test.time.step(-60);
    expect(test.take('s-a')).toMatchObject({ number: 'A002', serviceDay: '2026-11-25' });
  });
});

describe('calling', () => {
  it('stores the wait beside the promise and moves the line', () => {
    const test = lounge(nine);
    const [first, second] = [test.take('adminduk'), test.take('adminduk')];
    test.time.pass(7);
    callTo(test.lounge, first.id, '1');
    const waited = test.lounge.db.prepare('SELECT waited_ms FROM ticket WHERE id = ?').pluck();
    expect(waited.get(first.id)).toBe(7 * 60_000);
    expect(test.lounge.board.ticket(first.id)).toMatchObject({ state: 'called', counterId: '1', position: null });
    expect(test.lounge.board.ticket(second.id)).toMatchObject({ state: 'waiting', position: 1 });
  });

  it('never calls one ticket twice', () => {
    const test = lounge(nine);
    const { id } = test.take('adminduk');
    callTo(test.lounge, id, '1');
    expect(() => callTo(test.lounge, id, '2')).toThrow('TICKET_STATE');
  });

  it('shows the latest call of each counter, newest first, and never a priority', () => {
    const test = lounge(nine);
    const numbers = ['adminduk', 'adminduk', 'surat-desa'].map((id) => test.take(id, 'elderly'));
    for (const [i, counter] of ['1', '1', '3'].entries()) callTo(test.lounge, numbers[i]?.id as string, counter);
    const { calls } = snapshotOf(test);
    expect(calls.map((call) => [call.number, call.counterName.id])).toEqual([
      ['C001', 'Loket 3'],
      ['A002', 'Loket 1'],
    ]);
    expect(calls[0]?.callSeq).toBeGreaterThan(calls[1]?.callSeq as number);
    expect(JSON.stringify(calls)).not.toContain('elderly');
  });

  it('promises the same after a restart as before', async () => {
    const test = lounge(nine);
    const tickets = Array.from({ length: 9 }, () => {
      test.time.pass(1);
      return test.take('surat-desa');
    });
    for (const ticket of tickets.slice(0, 5)) {
      test.time.pass(4);
      callTo(test.lounge, ticket.id, '3');
    }
    const before = snapshotOf(test).services;
    await test.restart('2026-11-24T09:29:00+07:00');
    expect(snapshotOf(test).services).toEqual(before);
  });

  it('learns from earlier days, also when the machine was off at midnight', async () => {
    const test = lounge(nine, sleepless);
    for (let i = 0; i < 12; i += 1) {
      const { id } = test.take('s-a');
      test.time.pass(6);
      callTo(test.lounge, id, '1');
      test.time.pass(1);
    }
    await test.restart('2026-11-25T09:00:00+07:00');
    const { promise } = test.take('s-a');
    expect(promise?.point).toBeGreaterThan(2);
    expect(promise?.point).toBeLessThan(12);
  });
});

describe('whatever is done and however often the program restarts', () => {
  it('numbers of a day and service are 1, 2, 3 … without a gap or a double', async () => {
    const step = fc.oneof(
      fc.record({ take: fc.constantFrom('s-a', 's-b', 's-cc'), priority: fc.constantFrom('elderly' as const, null) }),
      fc.record({ minutes: fc.integer({ min: 0, max: 600 }) }),
      fc.record({ step: fc.integer({ min: -300, max: 300 }) }),
      fc.constant('restart' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const test = new TestLounge(nine, sleepless);
        try {
          for (const one of steps) {
            if (one === 'restart') await test.restart();
            else if ('take' in one) test.take(one.take, one.priority);
            else if ('minutes' in one) test.time.pass(one.minutes);
            else test.time.step(one.step);
          }
          const series = test.lounge.db
            .prepare(
              `SELECT count(*) AS count, count(DISTINCT number) AS numbers, min(serial) AS first, max(serial) AS last
               FROM ticket GROUP BY service_day, service_id`,
            )
            .all() as { count: number; numbers: number; first: number; last: number }[];
          for (const { count, numbers, first, last } of series) {
            expect([numbers, first, last]).toEqual([count, 1, count]);
          }
          const waits = test.lounge.db.prepare('SELECT min(waited_ms) FROM ticket').pluck().get();
          expect(waits === null || (waits as number) >= 0).toBe(true);
        } finally {
          await test.end();
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the printer', () => {
  it('never delays a number, even when there is none', () => {
    const test = lounge(nine);
    const { printJobId } = test.take('adminduk');
    const state = test.lounge.db.prepare('SELECT state FROM print_job WHERE id = ?').pluck().get(printJobId);
    expect(['queued', 'held']).toContain(state);
    expect(kioskActor.device).toBe('kiosk-1');
  });
});
