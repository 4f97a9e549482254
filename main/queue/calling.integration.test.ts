import { afterEach, describe, expect, it } from 'vitest';
import { TestDesk } from '../../tests/doubles/lounge/desk.ts';
import { TestLounge } from '../../tests/doubles/lounge/in-process.ts';

const nine = '2026-11-24T09:00:00+07:00';
const second = 1 / 60;

let test: TestLounge;
afterEach(() => test.end());

/** Counters 1 and 2 of the shipped lounge: 1 serves A, 2 serves A and F; 3 serves C and K. */
function lounge(iso = nine, catalogue = {}): { one: TestDesk; two: TestDesk; three: TestDesk } {
  test = new TestLounge(iso, catalogue);
  const desks = { one: new TestDesk(test, '1'), two: new TestDesk(test, '2'), three: new TestDesk(test, '3') };
  for (const desk of Object.values(desks)) desk.open();
  return desks;
}
const take = (serviceId: string, priority: 'elderly' | null = null) => test.take(serviceId, priority);
const stateOf = (id: string) => test.lounge.board.ticket(id).state;
const announced = () => test.lounge.display.snapshot().announcements.map(({ number }) => number);
const code = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return 'no error';
};

describe('a counter', () => {
  it('calls nobody before it is opened, and nobody while it is paused', () => {
    const { one } = lounge();
    take('adminduk');
    one.pause('prayer');
    expect(code(() => one.callNext())).toBe('COUNTER_CLOSED');
    expect(one.sees.counter).toMatchObject({ state: 'paused', pauseReason: 'prayer' });
    one.close();
    expect(code(() => one.callNext())).toBe('COUNTER_CLOSED');
    one.open();
    expect(one.callNext().current?.number).toBe('A001');
  });

  it('is held by one person; taking it over is said aloud', () => {
    const { one } = lounge();
    const other = new TestDesk(test, '1', 'somebody-else');
    take('adminduk');
    expect(code(() => other.callNext())).toBe('COUNTER_HELD');
    expect(code(() => other.open())).toBe('COUNTER_HELD');
    one.callNext();
    other.open(true);
    expect(other.sees.current?.number).toBe('A001');
    expect(code(() => one.done())).toBe('COUNTER_HELD');
    expect(other.done().current).toBeNull();
  });

  it('closes by itself when its person opens another one, but not while somebody stands there', () => {
    const { one } = lounge();
    const elsewhere = new TestDesk(test, '4', 'clerk-1');
    take('adminduk');
    one.callNext();
    expect(code(() => elsewhere.open())).toBe('COUNTER_BUSY');
    one.done();
    elsewhere.open();
    expect(one.sees.counter.state).toBe('closed');
  });

  it('cannot be closed while somebody stands there', () => {
    const { one } = lounge();
    take('adminduk');
    one.callNext();
    expect(code(() => one.close())).toBe('COUNTER_BUSY');
  });

  it('has one ticket at a time', () => {
    const { one, three } = lounge();
    take('adminduk');
    take('adminduk');
    one.callNext();
    expect(code(() => one.callNext())).toBe('COUNTER_BUSY');
    expect(code(() => three.done())).toBe('NO_TICKET');
  });

  it('that nobody knows is said so', () => {
    lounge();
    expect(code(() => new TestDesk(test, '77').open())).toBe('COUNTER_UNKNOWN');
  });

  it('begins a new day without the person nobody finished yesterday', async () => {
    const { one } = lounge();
    const { id } = take('adminduk');
    one.callNext();
    await test.restart('2026-11-25T08:05:00+07:00');
    expect(one.sees.current).toBeNull();
    one.open(true);
    expect(stateOf(id)).toBe('cancelled');
    take('adminduk');
    expect(one.callNext().current?.number).toBe('A001');
  });
});

describe('whom a counter calls', () => {
  it('is the first of all its services, in order of taking', () => {
    const { three } = lounge();
    const numbers = ['surat-desa', 'bantuan-sosial', 'surat-desa'].map((id) => {
      test.time.pass(1);
      return take(id).number;
    });
    const called = [three.callNext(), three.doneAndNext(), three.doneAndNext(), three.doneAndNext()];
    expect(called.map(({ current }) => current?.number ?? null)).toEqual([...numbers, null]);
  });

  it('is somebody with priority once three times their wait is more than the others’', () => {
    const { one } = lounge();
    take('adminduk');
    test.time.pass(6);
    take('adminduk', 'elderly');
    test.time.pass(2);
    expect(one.sees.line.map(({ number, why }) => [number, why.rule])).toEqual([
      ['A001', 'arrival'],
      ['A002', 'priority'],
    ]);
    test.time.pass(2);
    expect(one.sees.line[0]).toMatchObject({ number: 'A002', why: { rule: 'priority', rate: 3, minutes: 4 } });
    expect(one.callNext().current?.number).toBe('A002');
    const rule = test.lounge.db.prepare("SELECT rule FROM ticket_event WHERE kind = 'called'").pluck().get();
    expect(rule).toBe('accumulating');
  });

  it('goes around a ticket that needs a visit, unless the counter is marked for it', () => {
    const { one, two } = lounge();
    const [needing, next] = [take('adminduk'), take('adminduk')];
    two.setNeed(needing.id, 'wheelchair');
    expect(two.sees).toMatchObject({ waiting: 1 });
    expect(two.callNext().current?.number).toBe(next.number);
    expect(one.sees.line[0]).toMatchObject({ number: needing.number, need: 'wheelchair' });
    expect(one.callNext().current?.number).toBe(needing.number);
  });

  it('may be chosen out of order, with a reason that is written down', () => {
    const { one } = lounge();
    take('adminduk');
    const second = take('adminduk');
    expect(one.call(second.id).current?.number).toBe('A002');
    const rule = test.lounge.db.prepare("SELECT rule FROM ticket_event WHERE kind = 'called'").pluck().get();
    expect(rule).toBe('urgent');
  });

  it('is never called by two counters', () => {
    const { one, two } = lounge();
    const { id } = take('adminduk');
    one.callNext();
    expect(two.callNext().current).toBeNull();
    expect(code(() => two.call(id))).toBe('TICKET_STATE');
  });

  it('is nobody of yesterday', () => {
    const { one } = lounge();
    const { id } = take('adminduk');
    test.time.pass(24 * 60);
    expect(one.callNext().current).toBeNull();
    expect(code(() => one.call(id))).toBe('TICKET_UNKNOWN');
  });
});

describe('a call', () => {
  it('is announced once, and again when it is repeated', () => {
    const { one } = lounge();
    take('adminduk');
    one.callNext();
    expect(announced()).toEqual(['A001']);
    one.recall();
    expect(announced()).toEqual(['A001', 'A001']);
    const seqs = test.lounge.display.snapshot().announcements.map(({ callSeq }) => callSeq);
    expect(new Set(seqs).size).toBe(2);
    expect(test.lounge.display.snapshot().calls.map(({ callSeq }) => callSeq)).toEqual([seqs[1]]);
    test.time.pass(3);
    expect(announced()).toEqual([]);
  });

  it('is still among the announcements after the hub was killed and came back', async () => {
    const { one } = lounge();
    take('adminduk');
    one.callNext();
    one.recall();
    await test.losePower('2026-11-24T09:00:20+07:00');
    expect(announced()).toEqual(['A001', 'A001']);
    expect(one.sees.current).toMatchObject({ number: 'A001', calls: 2, state: 'called' });
  });

  it('that is retried with the same key calls nobody twice', () => {
    const { one } = lounge();
    take('adminduk');
    take('adminduk');
    const key = crypto.randomUUID();
    expect(one.callNext(key)).toEqual(one.callNext(key));
    const next = crypto.randomUUID();
    const answer = one.doneAndNext(next);
    expect(answer.current?.number).toBe('A002');
    expect(one.doneAndNext(next)).toEqual(answer);
    expect(announced()).toEqual(['A001', 'A002']);
  });

  it('counts wait and service on the steady clock, whatever the wall clock does', () => {
    const { one } = lounge();
    take('adminduk');
    test.time.pass(7);
    test.time.step(-180);
    one.callNext();
    expect(one.sees.current).toMatchObject({ waitedSeconds: 420, calledSeconds: 0, servingSeconds: null });
    one.serve();
    test.time.pass(4);
    test.time.step(300);
    expect(one.sees.current).toMatchObject({ state: 'serving', servingSeconds: 240, targetMinutes: 8 });
    one.done();
    expect(one.sees).toMatchObject({ served: 1, medianMinutes: 4 });
  });
});

describe('somebody who does not come', () => {
  it('is absent only after two calls and half a minute', () => {
    const { one } = lounge();
    const { id } = take('adminduk');
    one.callNext();
    expect(one.sees.current?.noShowIn).toEqual({ calls: 1, seconds: 30 });
    expect(code(() => one.noShow())).toBe('NO_SHOW_TOO_EARLY');
    one.recall();
    test.time.pass(29 * second);
    expect(code(() => one.noShow())).toBe('NO_SHOW_TOO_EARLY');
    test.time.pass(second);
    expect(one.sees.current?.noShowIn).toBeNull();
    one.noShow();
    expect(stateOf(id)).toBe('no_show');
    expect(one.sees.missed).toMatchObject([{ number: 'A001', calls: 2, canBeCalledBack: true }]);
    expect(test.lounge.display.snapshot().missed).toEqual(['A001']);
  });

  it('can be called back by any counter of the service while at most ten others were called', () => {
    const { one, two } = lounge();
    const late = take('adminduk');
    for (let i = 0; i < 11; i += 1) take('adminduk');
    miss(one);
    for (let i = 0; i < 10; i += 1) {
      two.callNext();
      two.done();
    }
    expect(two.callBack(late.id).current?.number).toBe('A001');
    two.recall();
    test.time.pass(1);
    two.noShow();
    for (let i = 0; i < 11; i += 1) take('adminduk');
    for (let i = 0; i < 11; i += 1) {
      two.callNext();
      two.done();
    }
    expect(two.sees.missed[0]).toMatchObject({ canBeCalledBack: false });
    expect(code(() => two.callBack(late.id))).toBe('TOO_MANY_PASSED');
    expect(code(() => two.returnToLine(late.id))).toBe('TOO_MANY_PASSED');
    expect(test.lounge.display.snapshot().missed).toEqual([]);
  });

  it('waits again where they would have stood when staff let them', () => {
    const { one } = lounge();
    const late = take('adminduk');
    test.time.pass(1);
    take('adminduk');
    miss(one);
    one.returnToLine(late.id);
    expect(one.sees.line.map(({ number }) => number)).toEqual(['A001', 'A002']);
  });

  function miss(desk: TestDesk) {
    desk.callNext();
    desk.recall();
    test.time.pass(1);
    desk.noShow();
  }
});

describe('a person who must go elsewhere', () => {
  it('is put aside and goes on where they were', () => {
    const { one, two } = lounge();
    const { id } = take('adminduk');
    take('adminduk');
    one.callNext();
    one.park();
    expect(one.sees).toMatchObject({ current: null, parked: [{ number: 'A001', counterId: '1' }] });
    two.callNext();
    two.done();
    expect(two.callBack(id).current?.number).toBe('A001');
  });

  it('is handed over with number and waiting time', () => {
    const { one, three } = lounge();
    const { id } = take('adminduk');
    test.time.pass(5);
    take('surat-desa');
    test.time.pass(5);
    one.callNext();
    one.transfer('surat-desa');
    expect(one.sees.current).toBeNull();
    expect(three.sees.line.map(({ number, waitedSeconds }) => [number, waitedSeconds])).toEqual([
      ['A001', 600],
      ['C001', 300],
    ]);
    expect(three.callNext().current).toEqual({ ticketId: id, number: 'A001' });
    expect(take('adminduk').number).toBe('A002');
  });

  it('is not handed over to a service that has closed or does not exist, nor twice', () => {
    const { one } = lounge();
    take('adminduk');
    one.callNext();
    expect(code(() => one.transfer('nothing'))).toBe('SERVICE_UNKNOWN');
    const key = crypto.randomUUID();
    expect(one.transfer('surat-desa', key)).toEqual(one.transfer('surat-desa', key));
    take('adminduk');
    one.callNext();
    test.time.pass(7 * 60);
    expect(code(() => one.transfer('surat-desa'))).toBe('SERVICE_CLOSED');
    expect(one.sees.current?.number).toBe('A002');
  });

  it('gets a following number for the next matter, first in its line, with a slip', () => {
    const { one, three } = lounge();
    take('adminduk');
    test.time.pass(2);
    take('surat-desa');
    test.time.pass(8);
    one.callNext();
    const { current, next } = one.nextMatter('surat-desa', 3);
    expect(current?.number).toBe('A001');
    expect(next.number).toBe('C002');
    const slip = test.lounge.db.prepare('SELECT ticket_id FROM print_job WHERE id = ?').pluck().get(next.printJobId);
    expect(slip).toBe(next.ticketId);
    expect(three.sees.line.map(({ number }) => number)).toEqual(['C002', 'C001']);
    one.done();
    expect(three.callNext().current?.number).toBe('C002');
  });

  it('makes those behind wait for each of their files', () => {
    const { one } = lounge();
    const waitOf = () => take('surat-desa').promise?.point ?? 0;
    take('adminduk');
    one.callNext();
    const before = waitOf();
    one.nextMatter('surat-desa', 5);
    expect(waitOf()).toBeGreaterThan(before + 5);
  });
});

describe('taking back', () => {
  it('a call puts the person back where they stood, silently', () => {
    const { one, two } = lounge();
    take('adminduk');
    take('adminduk');
    one.callNext();
    expect(one.sees.undo).toEqual({ act: 'called', number: 'A001', seconds: 10 });
    one.undo();
    expect(announced()).toEqual([]);
    expect(two.sees.line.map(({ number }) => number)).toEqual(['A001', 'A002']);
    expect(two.callNext().current?.number).toBe('A001');
  });

  it('done-and-next is one step back', () => {
    const { one } = lounge();
    take('adminduk');
    take('adminduk');
    one.callNext();
    one.serve();
    one.doneAndNext();
    expect(one.sees.undo).toMatchObject({ act: 'done', number: 'A001' });
    expect(one.undo().current?.number).toBe('A001');
    expect(one.sees).toMatchObject({ current: { state: 'serving' }, line: [{ number: 'A002' }], served: 0 });
    expect(announced()).toEqual(['A001']);
  });

  it('ends after ten seconds, after the next act, and when somebody else has gone on', () => {
    const { one, two } = lounge();
    const { id } = take('adminduk');
    one.callNext();
    test.time.pass(10 * second);
    expect(one.sees.undo).toBeNull();
    expect(code(() => one.undo())).toBe('NOTHING_TO_UNDO');
    one.recall();
    test.time.pass(1);
    one.noShow();
    two.callBack(id);
    expect(code(() => one.undo())).toBe('NOTHING_TO_UNDO');
    expect(two.sees.current?.number).toBe('A001');
  });

  it('leaves the promise as if it had not happened, also after a restart', async () => {
    const { one, three } = lounge();
    for (let i = 0; i < 6; i += 1) take('surat-desa');
    for (let i = 0; i < 4; i += 1) {
      test.time.pass(5);
      three.callNext();
      three.done();
    }
    const before = test.lounge.board.snapshot().services;
    test.time.pass(second);
    three.callNext();
    three.undo();
    const after = test.lounge.board.snapshot().services;
    expect(after.map(({ promise }) => promise)).toEqual(before.map(({ promise }) => promise));
    take('adminduk');
    test.time.pass(1);
    one.callNext();
    one.transfer('surat-desa');
    const live = test.lounge.board.snapshot().services;
    await test.restart('2026-11-24T09:21:01+07:00');
    expect(test.lounge.board.snapshot().services).toEqual(live);
  });
});

describe('a lost slip', () => {
  it('is found by its number, or by service and minute', () => {
    lounge();
    take('adminduk');
    test.time.pass(30);
    const { id } = take('adminduk');
    const { desk } = test.lounge;
    expect(desk.find({ number: 'a-002' })).toMatchObject([{ ticketId: id, state: 'waiting' }]);
    expect(desk.find({ serviceId: 'adminduk', around: '2026-11-24T09:33:00+07:00' })).toMatchObject([
      { number: 'A002' },
    ]);
    expect(desk.find({ number: 'Z999' })).toEqual([]);
    expect(desk.find({})).toEqual([]);
  });
});
