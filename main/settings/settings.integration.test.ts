import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeCatalogue } from '../../tests/doubles/lounge/data-folder.ts';
import { TestDesk } from '../../tests/doubles/lounge/desk.ts';
import { kioskActor, TestLounge } from '../../tests/doubles/lounge/in-process.ts';
import { TestSupervisor } from '../../tests/doubles/lounge/supervisor.ts';

const nine = '2026-11-24T09:00:00+07:00';
let open: TestLounge | undefined;
function lounge(iso = nine) {
  open = new TestLounge(iso);
  return { test: open, supervisor: new TestSupervisor(open) };
}
afterEach(async () => {
  await open?.end();
  open = undefined;
});

/** One point. */
const logo = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const text = (both: string) => ({ id: both, en: both });
const shown = (test: TestLounge, id = 'adminduk') => {
  const service = test.lounge.board.services().find((other) => other.id === id);
  if (!service) throw new Error(`${id} is not shown`);
  return service;
};
const slipOf = (test: TestLounge, jobId: string) =>
  JSON.parse(test.lounge.db.prepare('SELECT slip FROM print_job WHERE id = ?').pluck().get(jobId) as string) as {
    office: string;
    service: string;
    bring: string[];
  };

describe('a change that a supervisor saves holds at once:', () => {
  it('a daily quota', () => {
    const { test, supervisor } = lounge();
    test.take('adminduk');
    test.take('adminduk');
    supervisor.change('services', ({ services }) => {
      if (services[0]) services[0].dailyQuota = 2;
    });
    expect(shown(test).availability).toMatchObject({ open: false, reason: 'quota_reached' });
    expect(() => test.take('adminduk')).toThrow('SERVICE_CLOSED');
  });

  it('hours and breaks', () => {
    const { test, supervisor } = lounge();
    supervisor.change('calendar', ({ hours }) => {
      hours['numbers'] = { tue: ['07:30-08:30', '10:00-15:00'] };
    });
    expect(shown(test).availability).toMatchObject({
      open: false,
      reason: 'break',
      reopensAt: '2026-11-24T10:00:00+07:00',
    });
  });

  it('a holiday, with its name', () => {
    const { test, supervisor } = lounge();
    const name = { id: 'Pilkada', en: 'Election day' };
    supervisor.change('calendar', ({ special }) => {
      special.push({ from: '2026-11-24', to: '2026-11-24', name, closed: true, hours: {} });
    });
    expect(shown(test).availability).toMatchObject({ open: false, reason: 'holiday', notice: name });
  });

  it('the hours of Ramadan, and what they do to the closing', () => {
    const { test, supervisor } = lounge();
    const ramadan = { tue: ['08:00-12:00'] };
    supervisor.change('calendar', ({ special }) => {
      const hours = { office: ramadan, numbers: ramadan };
      special.push({ from: '2026-11-20', to: '2026-12-20', name: text('Ramadan'), closed: false, hours });
    });
    expect(shown(test).availability).toEqual({ open: true, closesAt: '2026-11-24T12:00:00+07:00' });
  });

  it('the calling discipline, for those who wait already', () => {
    const { test, supervisor } = lounge();
    const desk = new TestDesk(test, '1');
    desk.open();
    test.take('adminduk');
    test.time.pass(30);
    test.take('adminduk', 'elderly');
    expect(desk.sees.line.map(({ number }) => number)).toEqual(['A001', 'A002']);
    supervisor.change('lounge', (file) => {
      file.discipline = { rule: 'strict' };
    });
    expect(desk.sees.line.map(({ number }) => number)).toEqual(['A002', 'A001']);
    expect(desk.callNext().current?.number).toBe('A002');
  });

  it('the patience before a no-show', () => {
    const { test, supervisor } = lounge();
    const desk = new TestDesk(test, '1');
    desk.open();
    test.take('adminduk');
    desk.callNext();
    expect(() => desk.noShow()).toThrow('NO_SHOW_TOO_EARLY');
    supervisor.change('lounge', ({ noShow }) => {
      noShow.calls = 1;
      noShow.seconds = 0;
    });
    desk.noShow();
    expect(desk.sees.missed.map(({ number, canBeCalledBack }) => [number, canBeCalledBack])).toEqual([['A001', true]]);
  });

  it('the cut-off before closing', () => {
    const { test, supervisor } = lounge('2026-11-24T14:20:00+07:00');
    expect(shown(test).availability.open).toBe(true);
    supervisor.change('lounge', (file) => {
      file.lastTicketMinutes = 60;
    });
    expect(shown(test).availability).toMatchObject({ open: false, reason: 'after_last_ticket' });
  });

  it('the name of the office and of a service, and what to bring, on the next slip', () => {
    const { test, supervisor } = lounge();
    const before = test.take('adminduk');
    supervisor.change('lounge', (file) => {
      file.name = text('Kantor Desa Kalibendo');
    });
    supervisor.change('services', ({ services }) => {
      if (!services[0]) return;
      services[0].name = text('KTP dan KK');
      services[0].bring = [text('Surat pengantar')];
    });
    expect(slipOf(test, before.printJobId).office).toBe('Lounge Pelayanan Publik');
    expect(slipOf(test, test.take('adminduk').printJobId)).toMatchObject({
      office: 'Kantor Desa Kalibendo',
      service: 'KTP dan KK',
      bring: ['Surat pengantar'],
    });
  });

  it('a new service with a new counter gives and calls numbers', () => {
    const { test, supervisor } = lounge();
    supervisor.change('services', ({ services, counters }) => {
      counters.push({ id: '5', name: text('Loket 5'), accessible: false });
      services.push({ ...(services[1] as (typeof services)[number]), id: 'nikah', letter: 'N', counters: ['5'] });
    });
    expect(test.take('nikah').number).toBe('N001');
    const desk = new TestDesk(test, '5');
    desk.open();
    expect(desk.callNext().current?.number).toBe('N001');
    expect(test.lounge.display.snapshot().calls[0]).toMatchObject({ number: 'N001', counterName: text('Loket 5') });
  });

  it('a counter that serves more services calls for them', () => {
    const { test, supervisor } = lounge();
    const desk = new TestDesk(test, '4');
    desk.open();
    test.take('adminduk');
    expect(desk.callNext().current).toBeNull();
    supervisor.change('services', ({ services }) => services[0]?.counters.push('4'));
    expect(desk.callNext().current?.number).toBe('A001');
  });

  it('the promise after other minutes for a person', () => {
    const { test, supervisor } = lounge();
    for (let i = 0; i < 4; i += 1) test.take('adminduk');
    const before = shown(test).promise?.point ?? 0;
    supervisor.change('services', ({ services }) => {
      if (services[0]) services[0].minutesPerPerson = 24;
    });
    expect(before).toBeGreaterThan(5);
    expect(shown(test).promise?.point).toBeGreaterThan(before * 2.5);
  });

  it('another time zone, for hours and for what is shown', () => {
    const { test, supervisor } = lounge('2026-11-24T14:10:00+07:00');
    test.take('adminduk');
    supervisor.change('lounge', (file) => {
      file.timeZone = 'Asia/Makassar';
    });
    expect(shown(test).availability).toMatchObject({ open: false, reason: 'after_closing' });
    expect(test.lounge.board.snapshot().at).toBe('2026-11-24T15:10:00+08:00');
  });

  it('texts, voice and counter names, on a display that is watching', async () => {
    const { test, supervisor } = lounge();
    const stop = new AbortController();
    const screen = test.lounge.display.watch(kioskActor, stop.signal);
    expect((await screen.next()).value?.texts).toEqual([]);
    supervisor.change('lounge', (file) => {
      file.texts = [text('Vaksin gratis hari Jumat')];
      file.voice = { volume: 0.4, english: true };
    });
    const { value } = await screen.next();
    expect(value).toMatchObject({ texts: [text('Vaksin gratis hari Jumat')], sound: { volume: 0.4, english: true } });
    stop.abort();
  });

  it('the face of the lounge, on a kiosk that is watching, with its own defaults', async () => {
    const { test, supervisor } = lounge();
    const stop = new AbortController();
    const screen = test.lounge.house.live('kiosk-1').watch(stop.signal);
    expect((await screen.next()).value).toMatchObject({ unitType: 'lounge', slipOutlet: 'below', logo: null });
    const defaults = { highContrast: true, text: 125 as const, lowered: true };
    supervisor.change('lounge', (file) => {
      file.unitType = 'desa';
      file.slipOutlet = 'right';
      file.devices.own['kiosk-1'] = defaults;
    });
    expect((await screen.next()).value).toMatchObject({ unitType: 'desa', slipOutlet: 'right', defaults });
    expect(test.lounge.house.snapshot('kiosk-2').defaults).toMatchObject({ highContrast: false, text: 100 });
    stop.abort();
  });

  it('a logo, which screens fetch once by its hash', () => {
    const { test, supervisor } = lounge();
    supervisor.change('lounge', (file) => {
      file.logo = logo;
    });
    const first = test.lounge.house.snapshot('kiosk-1').logo;
    expect(first).toMatch(/^[\w-]{16}$/);
    expect(test.lounge.house.logo()).toEqual({ png: logo });
  });
});

describe('what is changed', () => {
  it('lies in its own file, as people can read it, and holds after a restart', async () => {
    const { test, supervisor } = lounge();
    supervisor.change('lounge', (file) => {
      file.name = text('Kantor Desa Kalibendo');
    });
    const file = readFileSync(join(test.folder, 'catalogue', 'lounge.json'), 'utf8');
    expect(file.split('\n').length).toBeGreaterThan(20);
    expect(JSON.parse(file)).toEqual(supervisor.sees.lounge);
    await test.restart();
    expect(supervisor.sees).toMatchObject({ revision: 1, lounge: { name: text('Kantor Desa Kalibendo') } });
    expect(test.take('adminduk').number).toBe('A001');
  });

  it('makes the folder of own files where the lounge has none yet', () => {
    const { test, supervisor } = lounge();
    rmSync(join(test.folder, 'catalogue'), { recursive: true });
    supervisor.change('calendar', ({ special }) => void special.pop());
    const file = readFileSync(join(test.folder, 'catalogue', 'calendar.json'), 'utf8');
    expect(JSON.parse(file)).toEqual(supervisor.sees.calendar);
  });

  it('is taken back step by step to what was there, as shipped at last', async () => {
    const { test, supervisor } = lounge();
    const shipped = supervisor.sees;
    const rename = (name: string) =>
      supervisor.change('lounge', (file) => {
        file.name = text(name);
      });
    rename('Satu');
    supervisor.change('calendar', ({ special }) => {
      special.length = 0;
    });
    rename('Dua');
    expect(supervisor.sees.undo).toMatchObject({ revision: 3, part: 'lounge' });
    supervisor.undo();
    expect(supervisor.sees.lounge.name.id).toBe('Satu');
    supervisor.undo();
    expect(supervisor.sees.calendar).toEqual(shipped.calendar);
    expect(supervisor.sees.lounge.name.id).toBe('Satu');
    rename('Tiga');
    supervisor.undo();
    expect(supervisor.sees.lounge.name.id).toBe('Satu');
    supervisor.undo();
    expect(supervisor.sees.lounge).toEqual(shipped.lounge);
    expect(() => supervisor.undo()).toThrow('NOTHING_TO_UNDO');
    await test.restart();
    expect(supervisor.sees).toMatchObject({ lounge: shipped.lounge, calendar: shipped.calendar, undo: null });
    expect(test.lounge.house.snapshot(kioskActor.device).name).toEqual(shipped.lounge.name);
  });

  it('is in the history with who did it, and in the audit trail by field names only', () => {
    const { test, supervisor } = lounge();
    supervisor.change('lounge', (file) => {
      file.name = text('Kantor rahasia');
      file.texts = [text('Rahasia')];
    });
    supervisor.undo();
    expect(test.lounge.settings.history()).toEqual([
      { revision: 2, part: 'lounge', act: 'undone', at: nine, by: { id: 'staff-2', name: 'staff-2' } },
      { revision: 1, part: 'lounge', act: 'saved', at: nine, by: { id: 'staff-2', name: 'staff-2' } },
    ]);
    expect(test.lounge.db.prepare('SELECT actor, act, subject, detail FROM audit ORDER BY id').all()).toEqual([
      { actor: 'staff-2', act: 'settings_saved', subject: 'lounge', detail: 'name texts' },
      { actor: 'staff-2', act: 'settings_undone', subject: 'lounge', detail: 'name texts' },
    ]);
  });

  it('is kept for at least fifty versions, and not for ever', () => {
    const { test, supervisor } = lounge();
    for (let i = 1; i <= 70; i += 1)
      supervisor.change('lounge', (file) => {
        file.texts = [text(`Berita ${i}`)];
      });
    for (let i = 0; i < 51; i += 1) supervisor.undo();
    expect(supervisor.sees.lounge.texts).toEqual([text('Berita 19')]);
    expect(test.lounge.settings.history()).toHaveLength(120);
  });

  it('is done once, however often its key comes', () => {
    const { test, supervisor } = lounge();
    const content = supervisor.edited('lounge', (file) => {
      file.name = text('Satu');
    });
    const key = TestLounge.key();
    const first = supervisor.save('lounge', content, 0, key);
    expect(supervisor.save('lounge', content, 0, key)).toEqual(first);
    const other = supervisor.edited('lounge', (file) => {
      file.name = text('Dua');
    });
    expect(() => supervisor.save('lounge', other, 0, key)).toThrow('REQUEST_KEY_REUSED');
    expect(test.lounge.settings.history()).toHaveLength(1);
  });

  it('by hand while the hub stood still is a version of its own, so that nobody saves over it unseen', async () => {
    const { test, supervisor } = lounge();
    supervisor.change('lounge', (file) => {
      file.name = text('Satu');
    });
    const old = supervisor.sees;
    writeCatalogue(test.folder, { lounge: { ...old.lounge, name: text('Dengan tangan') } });
    await test.restart();
    expect(supervisor.sees).toMatchObject({ revision: 2, lounge: { name: text('Dengan tangan') } });
    expect(test.lounge.settings.history()[0]).toMatchObject({ act: 'file', by: { name: null } });
    expect(() => supervisor.save('lounge', old.lounge, old.revision)).toThrow('SETTINGS_CHANGED');
    supervisor.undo();
    expect(supervisor.sees.lounge.name.id).toBe('Satu');
  });

  it('lets the supervisors who watch see it', async () => {
    const { test, supervisor } = lounge();
    const stop = new AbortController();
    const screen = test.lounge.settings.watch(stop.signal);
    expect((await screen.next()).value?.revision).toBe(0);
    supervisor.change('lounge', (file) => {
      file.name = text('Satu');
    });
    expect((await screen.next()).value).toMatchObject({ revision: 1, lounge: { name: text('Satu') } });
    stop.abort();
  });
});

describe('the first start', () => {
  it('is done once a supervisor says so, for good', async () => {
    const { test, supervisor } = lounge();
    expect(test.lounge.firstStart.state()).toEqual({ done: false });
    test.lounge.firstStart.finish(supervisor.by, { requestKey: TestLounge.key() });
    await test.restart();
    expect(test.lounge.firstStart.state()).toEqual({ done: true });
  });
});
