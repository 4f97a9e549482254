import { afterEach, describe, expect, it } from 'vitest';
import { TestDesk } from '../../tests/doubles/lounge/desk.ts';
import { clerkActor, TestLounge } from '../../tests/doubles/lounge/in-process.ts';

const afternoon = '2026-11-24T14:00:00+07:00';
let test: TestLounge;
afterEach(() => test.end());

const endDay = (carry: boolean, requestKey = TestLounge.key()) =>
  test.lounge.closing.endDay(clerkActor, { carry, requestKey });

describe('the end of the day', () => {
  it('lists who was not finished', () => {
    test = new TestLounge(afternoon);
    const desk = new TestDesk(test, '1');
    desk.open();
    const numbers = ['adminduk', 'adminduk', 'surat-desa'].map((id) => test.take(id).number);
    desk.callNext();
    desk.done();
    desk.callNext();
    expect(test.lounge.closing.unserved().map(({ number, state }) => [number, state])).toEqual([
      [numbers[1], 'called'],
      [numbers[2], 'waiting'],
    ]);
  });

  it('gives those who waited the first numbers of the next open day, in their order, with a slip that says for which day', async () => {
    test = new TestLounge('2026-11-27T14:00:00+07:00');
    test.take('adminduk');
    test.take('adminduk', 'elderly');
    const ended = endDay(true);
    expect(ended).toEqual([
      { number: 'A001', next: { number: 'A001', day: '2026-11-30' } },
      { number: 'A002', next: { number: 'A002', day: '2026-11-30' } },
    ]);
    expect(test.lounge.closing.unserved()).toEqual([]);
    const slips = test.lounge.db
      .prepare("SELECT slip ->> 'opensAt' AS opens, slip ->> 'before' AS before FROM print_job ORDER BY id")
      .all();
    expect(slips.slice(2)).toEqual([
      { opens: '2026-11-30T08:00:00+07:00', before: 'A001' },
      { opens: '2026-11-30T08:00:00+07:00', before: 'A002' },
    ]);
    await test.restart('2026-11-30T08:00:00+07:00');
    expect(test.take('adminduk')).toMatchObject({ number: 'A003', peopleAhead: 2 });
    const desk = new TestDesk(test, '1');
    desk.open();
    const called = [desk.callNext(), desk.doneAndNext(), desk.doneAndNext()];
    expect(called.map(({ current }) => current?.number)).toEqual(['A002', 'A001', 'A003']);
  });

  it('only ends when nobody is to be carried over, and does nothing twice', () => {
    test = new TestLounge(afternoon);
    test.take('adminduk');
    const key = TestLounge.key();
    const ended = endDay(false, key);
    expect(ended).toEqual([{ number: 'A001', next: null }]);
    expect(endDay(false, key)).toEqual(ended);
    expect(endDay(true)).toEqual([]);
    expect(test.lounge.board.services().find(({ id }) => id === 'adminduk')?.waiting).toBe(0);
  });

  it('leaves whoever stands at a counter to that counter', () => {
    test = new TestLounge(afternoon);
    const desk = new TestDesk(test, '1');
    desk.open();
    test.take('adminduk');
    desk.callNext();
    expect(endDay(true)).toEqual([]);
    expect(desk.sees.current?.number).toBe('A001');
  });
});

describe('numbers that somebody took for fun', () => {
  it('are cancelled as a run, but not who was called already', () => {
    test = new TestLounge(afternoon);
    const desk = new TestDesk(test, '1');
    desk.open();
    for (let i = 0; i < 6; i += 1) test.take('adminduk');
    desk.callNext();
    const asked = { serviceId: 'adminduk', from: 1, to: 4, requestKey: TestLounge.key() };
    expect(test.lounge.closing.voidRun(clerkActor, asked)).toEqual({ cancelled: ['A002', 'A003', 'A004'] });
    expect(desk.sees.line.map(({ number }) => number)).toEqual(['A005', 'A006']);
    expect(() =>
      test.lounge.closing.voidRun(clerkActor, { ...asked, serviceId: 'x', requestKey: TestLounge.key() }),
    ).toThrow('SERVICE_UNKNOWN');
  });
});

describe('a pre-printed spare number', () => {
  it('is called like any other, once a day, and enters the statistics', async () => {
    test = new TestLounge(afternoon);
    const desk = new TestDesk(test, '1');
    desk.open();
    expect(desk.callSpare('adminduk', 17).current?.number).toBe('X017');
    expect(test.lounge.display.snapshot().announcements.map(({ number }) => number)).toEqual(['X017']);
    expect(test.lounge.board.byNumber('x-017')).toMatchObject({ state: 'called', printJobId: null });
    desk.done();
    expect(() => desk.callSpare('adminduk', 17)).toThrow('SPARE_USED');
    expect(() => desk.callSpare('nothing', 18)).toThrow('SERVICE_UNKNOWN');
    expect(desk.sees.served).toBe(1);
    await test.restart('2026-11-25T08:00:00+07:00');
    expect(desk.callSpare('adminduk', 17).current?.number).toBe('X017');
  });
});

describe('a number that somebody asks about', () => {
  it('says where it stands, that it was missed, and what can be done', () => {
    test = new TestLounge(afternoon);
    const desk = new TestDesk(test, '1');
    desk.open();
    test.take('adminduk');
    test.take('adminduk');
    expect(test.lounge.board.byNumber('A-002')).toMatchObject({
      state: 'waiting',
      peopleAhead: 1,
      canBeCalledBack: false,
    });
    desk.callNext();
    desk.recall();
    test.time.pass(1);
    desk.noShow();
    expect(test.lounge.board.byNumber('a001')).toMatchObject({
      state: 'no_show',
      canBeCalledBack: true,
      counterId: '1',
    });
    expect(() => test.lounge.board.byNumber('A999')).toThrow('TICKET_UNKNOWN');
  });
});
