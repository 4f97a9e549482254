import { call } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsPart, SettingsSnapshot } from '../../contract/settings.ts';
import { TestDesk } from '../../tests/doubles/lounge/desk.ts';
import {
  callerOf,
  clerkActor,
  kioskActor,
  supervisorActor,
  TestLounge,
} from '../../tests/doubles/lounge/in-process.ts';
import { TestSupervisor } from '../../tests/doubles/lounge/supervisor.ts';

const nine = '2026-11-24T09:00:00+07:00';
const text = (both: string) => ({ id: both, en: both });
let test: TestLounge;
let supervisor: TestSupervisor;
beforeEach(() => {
  test = new TestLounge(nine);
  supervisor = new TestSupervisor(test);
});
afterEach(() => test.end());

/** What a save of this is answered, and that it changed nothing. */
function refusal(part: SettingsPart, content: unknown) {
  const before = supervisor.sees;
  expect(test.lounge.settings.preview(part, content)).toMatchObject({ ok: false });
  try {
    supervisor.save(part, content);
  } catch (error) {
    expect(error).toMatchObject({ code: 'SETTINGS_WRONG' });
    expect(supervisor.sees).toEqual(before);
    return (error as { data: { at: string; code: string; what: { id: string; en: string } } }).data;
  }
  throw new Error('it was saved');
}

// biome-ignore lint/suspicious/noExplicitAny: the tests write what the types forbid
const broken = (part: SettingsPart, change: (content: any) => unknown) =>
  refusal(
    part,
    supervisor.edited(part, (content) => void change(content)),
  );

describe('settings that cannot be are refused with their place:', () => {
  it.each([
    ['services', 'services[0].name.en', 'missing', (c) => delete c.services[0].name.en],
    ['services', 'services[0].name.en', 'too_short', (c) => (c.services[0].name.en = '')],
    ['services', 'services[0].name.id', 'too_long', (c) => (c.services[0].name.id = 'x'.repeat(121))],
    ['services', 'services[0].name', 'wrong_kind', (c) => (c.services[0].name = 7)],
    ['services', 'services[0].colour', 'unknown_field', (c) => (c.services[0].colour = 'red')],
    ['services', 'services[2].letter', 'bad_form', (c) => (c.services[2].letter = 'ABC')],
    ['services', 'services[1].letter', 'taken', (c) => (c.services[1].letter = 'A')],
    ['services', 'services[1].letter', 'taken', (c) => (c.services[1].letter = 'X')],
    ['services', 'services[1].id', 'taken', (c) => (c.services[1].id = 'adminduk')],
    ['services', 'counters[3].id', 'taken', (c) => (c.counters[3].id = '1')],
    ['services', 'agencies[1].id', 'taken', (c) => (c.agencies[1].id = 'dukcapil')],
    ['services', 'services[0].counters[1]', 'points_nowhere', (c) => (c.services[0].counters[1] = '9')],
    ['services', 'services[0].agencyId', 'points_nowhere', (c) => (c.services[0].agencyId = 'kua')],
    ['services', 'services[3].serving', 'points_nowhere', (c) => (c.services[3].serving = 'malam')],
    ['services', 'services[3].taking', 'points_nowhere', (c) => (c.services[3].taking = 'constructor')],
    ['services', 'services[0].dailyQuota', 'too_small', (c) => (c.services[0].dailyQuota = 0)],
    ['services', 'services[0].dailyQuota', 'wrong_kind', (c) => (c.services[0].dailyQuota = 1.5)],
    ['services', 'services[0].counters', 'too_short', (c) => (c.services[0].counters = [])],
    ['services', 'services', 'too_short', (c) => (c.services = [])],
    ['services', 'services', 'too_long', (c) => (c.services = Array(10_000).fill(c.services[0]))],
    ['calendar', 'hours.office.mon[0]', 'bad_form', (c) => (c.hours.office.mon[0] = '8-12')],
    ['calendar', 'hours.office.mon', 'bad_form', (c) => (c.hours.office.mon = ['08:00-12:00', '11:00-15:00'])],
    ['calendar', 'hours.Office', 'bad_form', (c) => (c.hours.Office = {})],
    ['calendar', 'hours', 'points_nowhere', (c) => delete c.hours.afternoon],
    ['calendar', 'special[0].to', 'bad_form', (c) => (c.special[0].to = '2026-12-24')],
    ['calendar', 'special[0].from', 'bad_form', (c) => (c.special[0].from = '2026-02-30')],
    ['calendar', 'special[0].hours.malam', 'points_nowhere', (c) => (c.special[0].hours = { malam: {} })],
    ['lounge', 'timeZone', 'bad_form', (c) => (c.timeZone = 'Asia/Banyuwangi')],
    ['lounge', 'discipline.priorityRate', 'too_big', (c) => (c.discipline.priorityRate = 21)],
    ['lounge', 'discipline.rule', 'not_a_choice', (c) => (c.discipline = { rule: 'random' })],
    ['lounge', 'discipline.rule', 'missing', (c) => (c.discipline = {})],
    ['lounge', 'unitType', 'not_a_choice', (c) => (c.unitType = 'bank')],
    ['lounge', 'devices.default.text', 'not_a_choice', (c) => (c.devices.default.text = 110)],
    ['lounge', 'spareLetter', 'taken', (c) => (c.spareLetter = 'A')],
    ['lounge', 'logo', 'bad_form', (c) => (c.logo = btoa('GIF89a not a picture of ours'))],
    ['lounge', 'logo', 'bad_form', (c) => (c.logo = png(1025, 10))],
    ['lounge', 'logo', 'too_long', (c) => (c.logo = 'iVBORw0KGgo'.padEnd(200_000, 'A'))],
    // biome-ignore lint/suspicious/noExplicitAny: see above
  ] satisfies [SettingsPart, string, string, (c: any) => unknown][])('%s at %s is %s', (part, at, code, change) => {
    const wrong = broken(part, change);
    expect(wrong).toMatchObject({ at, code });
    expect(wrong.what.id.length).toBeGreaterThan(3);
    expect(wrong.what.id).not.toBe(wrong.what.en);
  });

  it.each([null, undefined, 7, 'text', [], {}])('what is no file at all: %j', (content) => {
    expect(refusal('lounge', content).code).toMatch(/missing|wrong_kind/);
  });

  it('keys that would reach into the program', () => {
    const hostile = (json: string) => JSON.parse(json) as unknown;
    const lounge = JSON.stringify(supervisor.sees.lounge);
    expect(refusal('lounge', hostile(lounge.replace('{', '{"__proto__":{"polluted":true},')))).toMatchObject({
      at: '__proto__',
      code: 'unknown_field',
    });
    const calendar = JSON.stringify(supervisor.sees.calendar);
    supervisor.save(
      'calendar',
      hostile(calendar.replace('"hours":{', '"hours":{"__proto__":{"mon":["08:00-09:00"]},')),
    );
    expect(Object.keys(supervisor.sees.calendar.hours)).toEqual(['office', 'numbers', 'afternoon']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['mon']).toBeUndefined();
  });

  it('a tower of lists', () => {
    let tower: unknown = [];
    for (let i = 0; i < 30_000; i += 1) tower = [tower];
    expect(refusal('services', { ...supervisor.sees.services, extra: tower })).toMatchObject({ at: 'extra' });
    expect(refusal('services', { ...supervisor.sees.services, services: tower })).toMatchObject({ at: 'services[0]' });
  });
});

describe('what people need today stays:', () => {
  const without = (list: 'services' | 'counters', id: string) => (content: SettingsSnapshot['services']) => {
    if (list === 'counters')
      for (const service of content.services) service.counters = service.counters.filter((other) => other !== id);
    content.services = content.services.filter((service) => service.counters.length > 0);
    const kept = content[list].filter((entry) => entry.id !== id);
    Object.assign(content, { [list]: kept });
  };
  const remove = (list: 'services' | 'counters', id: string) => broken('services', without(list, id));

  it('a service for which somebody waits, is called or was put aside', () => {
    const desk = new TestDesk(test, '1');
    desk.open();
    test.take('adminduk');
    expect(remove('services', 'adminduk')).toMatchObject({ at: 'services', code: 'in_use' });
    test.take('adminduk');
    expect(remove('services', 'adminduk').what.id).toContain('2 nomor belum selesai');
    desk.callNext();
    desk.park();
    desk.callNext();
    expect(remove('services', 'adminduk').what.en).toContain('2 numbers are not finished');
    desk.done();
    const parked = desk.sees.parked[0]?.ticketId ?? '';
    desk.callBack(parked);
    expect(remove('services', 'adminduk').what.en).toContain('1 number is not finished');
    desk.done();
    expect(supervisor.change('services', without('services', 'adminduk')).revision).toBe(1);
    expect(() => test.take('adminduk')).toThrow('SERVICE_UNKNOWN');
  });

  it('a service whose first places for tomorrow were given', () => {
    test.take('adminduk');
    test.lounge.closing.endDay(clerkActor, { carry: true, requestKey: TestLounge.key() });
    expect(remove('services', 'adminduk')).toMatchObject({ at: 'services', code: 'in_use' });
  });

  it('a counter that is open, paused or still has somebody', () => {
    const desk = new TestDesk(test, '4');
    desk.open();
    expect(remove('counters', '4')).toMatchObject({ at: 'counters', code: 'in_use' });
    desk.pause();
    expect(remove('counters', '4')).toMatchObject({ at: 'counters', code: 'in_use' });
    desk.close();
    supervisor.change('services', without('counters', '4'));
    expect(() => desk.open()).toThrow('COUNTER_UNKNOWN');
    expect(test.lounge.desk.list().map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('a letter under which another service gave numbers today', () => {
    test.take('adminduk');
    supervisor.change('services', ({ services }) => {
      if (services[0]) services[0].letter = 'B';
    });
    expect(test.take('adminduk').number).toBe('B002');
    expect(broken('services', (c) => (c.services[1].letter = 'A'))).toMatchObject({
      at: 'services[1].letter',
      code: 'letter_used',
    });
    expect(broken('lounge', (c) => (c.spareLetter = 'A'))).toMatchObject({ at: 'spareLetter', code: 'letter_used' });
    supervisor.undo();
    expect(test.take('adminduk').number).toBe('A003');
  });

  it('also when an undo would take it away', () => {
    supervisor.change('services', ({ services }) => {
      services.push({ ...(services[1] as (typeof services)[number]), id: 'nikah', letter: 'N' });
    });
    test.take('nikah');
    expect(() => supervisor.undo()).toThrow('SETTINGS_WRONG');
    expect(test.take('nikah').number).toBe('N002');
    test.time.pass(24 * 60);
    supervisor.undo();
    expect(() => test.take('nikah')).toThrow('SERVICE_UNKNOWN');
  });
});

describe('a preview says what people would notice:', () => {
  const kinds = (previewed: ReturnType<TestSupervisor['preview']>) =>
    previewed.ok ? previewed.consequences.map(({ kind, what }) => [kind, what.id]) : previewed;

  it('nothing, when nothing changes for them', () => {
    expect(supervisor.preview('lounge', (c) => void (c.name = text('Lain')))).toEqual({ ok: true, consequences: [] });
  });

  it('services that close at once, open at once, or close at another time', () => {
    const closing = supervisor.preview('calendar', (c) => {
      c.special.push({ from: '2026-11-24', to: '2026-11-24', name: text('Libur'), closed: true, hours: {} });
    });
    // Five services give numbers now; the sixth begins after noon.
    expect(kinds(closing)).toHaveLength(5);
    expect(kinds(closing)).toContainEqual([
      'closes',
      'Administrasi kependudukan: langsung tutup (hari libur). Yang menunggu tetap dipanggil.',
    ]);
    const hours = supervisor.preview('calendar', (c) => {
      c.hours['office'] = { tue: ['08:00-14:00'] };
      c.hours['afternoon'] = { tue: ['08:00-15:00'] };
    });
    expect(kinds(hours)).toContainEqual(['closing_moves', 'Surat keterangan desa: hari ini tutup pukul 14.00.']);
    expect(kinds(hours)).toContainEqual(['opens', 'Pajak daerah (PBB): langsung buka.']);
  });

  it('a quota that was passed already', () => {
    for (let i = 0; i < 3; i += 1) test.take('adminduk');
    const previewed = supervisor.preview('services', ({ services }) => {
      if (services[0]) services[0].dailyQuota = 2;
    });
    expect(kinds(previewed)).toEqual([
      ['quota_reached', 'Administrasi kependudukan: 3 nomor sudah diberikan, kuota 2. Hari ini tidak ada nomor lagi.'],
    ]);
  });

  it('people who wait and whom no open counter would serve, and another calling order', () => {
    new TestDesk(test, '1').open();
    new TestDesk(test, '2').open();
    test.take('adminduk');
    test.take('adminduk', 'elderly');
    const one = supervisor.preview('services', ({ services }) => void services[0]?.counters.pop());
    expect(kinds(one)).toEqual([
      ['counter_loses_service', 'Loket 2 tidak lagi melayani Administrasi kependudukan; 2 orang menunggu.'],
    ]);
    const both = supervisor.preview('services', ({ services }) => void services[0]?.counters.splice(0, 2, '3'));
    expect(kinds(both)).toMatchObject([['nobody_serves', expect.stringContaining('2 orang menunggu')]]);
    const order = supervisor.preview('lounge', (c) => void (c.discipline = { rule: 'strict' }));
    expect(kinds(order)).toMatchObject([['order_changes', expect.stringContaining('2 orang')]]);
  });

  it('missed numbers of a service that goes, another letter, and another day', () => {
    const desk = new TestDesk(test, '3');
    desk.open();
    test.take('surat-desa');
    desk.callNext();
    test.time.pass(1);
    desk.recall();
    test.time.pass(1);
    desk.noShow();
    const gone = supervisor.preview('services', (c) => void c.services.splice(1, 1));
    expect(kinds(gone)).toEqual([
      ['missed_are_lost', 'Surat keterangan desa: 1 nomor terlewat tidak dapat dipanggil lagi.'],
    ]);
    const letter = supervisor.preview('services', ({ services }) => {
      if (services[1]) services[1].letter = 'G';
    });
    expect(kinds(letter)).toMatchObject([['letter_changes', expect.stringContaining('huruf G')]]);
    const zone = supervisor.preview('lounge', (c) => void (c.timeZone = 'Pacific/Honolulu'));
    expect(kinds(zone)).toEqual([['day_changes', 'Jam lounge menjadi 16.02, tanggal 2026-11-23.']]);
  });

  it('and changes nothing', () => {
    test.take('adminduk');
    const before = { board: test.lounge.board.snapshot(), settings: supervisor.sees, desk: test.lounge.desk.list() };
    supervisor.preview('services', (c) => {
      c.services = c.services.slice(0, 1);
      c.counters.push({ id: '9', name: text('Loket 9'), accessible: false });
    });
    supervisor.preview('calendar', (c) => {
      c.hours['numbers'] = {};
    });
    expect({ board: test.lounge.board.snapshot(), settings: supervisor.sees, desk: test.lounge.desk.list() }).toEqual(
      before,
    );
  });
});

describe('two supervisors', () => {
  it('do not save over each other', () => {
    const { revision } = supervisor.sees;
    const mine = supervisor.edited('lounge', (c) => void (c.name = text('Satu')));
    const theirs = supervisor.edited('calendar', (c) => void c.special.pop());
    supervisor.save('lounge', mine, revision);
    expect(() => supervisor.save('calendar', theirs, revision)).toThrow('SETTINGS_CHANGED');
    expect(() => supervisor.undo(revision)).toThrow('SETTINGS_CHANGED');
    expect(supervisor.save('calendar', theirs, 1)).toEqual({ revision: 2 });
  });
});

describe('over the API', () => {
  const as = (actor: typeof kioskActor) => ({ context: { caller: callerOf(actor) } });

  it('a supervisor gets the place and the words, a clerk or a kiosk nothing', async () => {
    const { router } = test.lounge;
    await expect(call(router.settings.get, undefined, as(clerkActor))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(call(router.settings.get, undefined, as(kioskActor))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { lounge } = await call(router.settings.get, undefined, as(supervisorActor));
    const save = (content: unknown, revision: number) =>
      call(
        router.settings.save,
        { part: 'lounge', content, revision, requestKey: TestLounge.key() },
        as(supervisorActor),
      );
    await expect(save({ ...lounge, timeZone: 'Mars' }, 0)).rejects.toMatchObject({
      code: 'SETTINGS_WRONG',
      status: 422,
      data: { at: 'timeZone', code: 'bad_form' },
    });
    await expect(save(lounge, 9)).rejects.toMatchObject({ code: 'SETTINGS_CHANGED', data: { revision: 0 } });
    expect(await save({ ...lounge, name: text('Satu') }, 0)).toEqual({ revision: 1 });
  });
});

/** The beginning of a picture of this size. */
function png(width: number, height: number): string {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([head, size, Buffer.alloc(40)]).toString('base64');
}
