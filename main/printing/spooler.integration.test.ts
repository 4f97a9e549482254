import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../../tests/doubles/printer/decoder.ts';
import { SimulatedPrinter } from '../../tests/doubles/printer/simulator.ts';
import { eventually, numbersOn, openLounge, quietly } from '../../tests/printing/printing-lounge.ts';

let printer: SimulatedPrinter;
/** A slip was cut in two on purpose. */
let spoilt: boolean;

beforeEach(async () => {
  printer = await SimulatedPrinter.listen();
  spoilt = false;
});

afterEach(async () => {
  await printer.switchOff();
  if (!spoilt) expect(printer.garbage).toEqual([]);
});

describe('a healthy printer', () => {
  it('prints a ticket once, and the journal knows it came out', async () => {
    await using lounge = openLounge(printer.uri);
    lounge.take('A001');
    await lounge.sees('A001', 'done');
    expect(numbersOn(printer)).toEqual(['A001']);
    expect(lounge.row('A001')).toEqual({ state: 'done', reason: null, evidence: 'completion', attempt: 1 });
    expect(lounge.condition).toBe('ready');
  });

  it('prints in the order of the numbers, one at a time', async () => {
    printer.behave({ slow: 2 });
    await using lounge = openLounge(printer.uri);
    const numbers = ['A001', 'A002', 'A003', 'A004', 'A005'];
    for (const number of numbers) lounge.take(number);
    await eventually(() => {
      const open = numbers.filter((number) => ['sending', 'sent'].includes(lounge.state(number) ?? ''));
      expect(open.length).toBeLessThanOrEqual(1);
      expect(numbersOn(printer)).toEqual(numbers);
    });
    await lounge.sees('A005', 'done');
    expect(printer.connections).toBe(1);
  });

  it('costs the disk two commits a ticket: its own, and when it is out', async () => {
    await using lounge = openLounge(printer.uri);
    lounge.take('A000');
    await lounge.sees('A000', 'done');
    const changes = lounge.db.prepare<[], number>('SELECT total_changes()').pluck();
    const before = changes.get() ?? 0;
    lounge.take('A001');
    await lounge.sees('A001', 'done');
    // One row for the slip, written as being sent; then that and the printer's count.
    expect((changes.get() ?? 0) - before).toBe(3);
  });

  it('tells the person at the kiosk each step', async () => {
    await using lounge = openLounge(printer.uri);
    await lounge.meetsPrinter();
    printer.behave({ slow: 5 });
    lounge.take('A001');
    const seen: string[] = [];
    for await (const { state, printer: says } of lounge.spooler.watchJob('A001') ?? []) {
      expect(says).toBe('ready');
      seen.push(state);
      if (state === 'done') break;
    }
    // A slow reader may skip a step, never turn back.
    const steps = ['queued', 'sending', 'sent', 'printed', 'done'];
    expect(seen).toEqual(steps.filter((step) => seen.includes(step)));
    expect(seen).toContain('printed');
    expect(lounge.spooler.watchJob('no such job')).toBeUndefined();
  });

  it('warns of the end of the roll and goes on printing', async () => {
    printer.set({ nearEnd: true });
    await using lounge = openLounge(printer.uri);
    await lounge.becomes('paper_low');
    lounge.take('A001');
    await lounge.sees('A001', 'done');
  });

  it('prints nothing of a transaction that was rolled back', async () => {
    await using lounge = openLounge(printer.uri);
    expect(() =>
      lounge.db.transaction(() => {
        lounge.take('A001');
        throw new Error('the ticket was not written');
      })(),
    ).toThrow();
    lounge.take('A002');
    await lounge.sees('A002', 'done');
    expect(numbersOn(printer)).toEqual(['A002']);
  });
});

describe('a printer that needs a hand', () => {
  it.each([
    [{ paperOut: true }, { paperOut: false }, 'paper_out'],
    [{ coverOpen: true }, { coverOpen: false }, 'cover_open'],
    [{ cutterJam: true }, { cutterJam: false }, 'cutter_jammed'],
    [{ headHot: true }, { headHot: false }, 'head_hot'],
  ] as const)('holds the ticket while it has %o, and prints by itself afterwards', async (fault, mended, condition) => {
    printer.set(fault);
    await using lounge = openLounge(printer.uri);
    lounge.take('A001');
    await lounge.sees('A001', 'held');
    expect(lounge.row('A001')).toEqual({ state: 'held', reason: condition, evidence: null, attempt: 0 });
    expect(lounge.condition).toBe(condition);
    const before = printer.received;
    await quietly(2000);
    // Questions only: three bytes each.
    expect((printer.received - before) % 3).toBe(0);

    printer.set(mended);
    await lounge.sees('A001', 'done');
    expect(numbersOn(printer)).toEqual(['A001']);
    expect(wordsOf(printer.slips[0] ?? []).join()).not.toContain('CETAK ULANG');
  });

  it('does not spit out old tickets when the paper comes back', async () => {
    printer.set({ paperOut: true });
    await using lounge = openLounge(printer.uri);
    lounge.take('A001');
    await lounge.sees('A001', 'held');
    lounge.minutesPass(4);
    lounge.take('A002');
    printer.set({ paperOut: false });
    await lounge.sees('A002', 'done');
    expect(lounge.row('A001')).toEqual({ state: 'cancelled', reason: 'expired', evidence: null, attempt: 0 });
    expect(numbersOn(printer)).toEqual(['A002']);
  });

  it('gives up a held ticket after three minutes though the paper never comes back', async () => {
    printer.set({ paperOut: true });
    await using lounge = openLounge(printer.uri);
    lounge.take('A001');
    await lounge.sees('A001', 'held');
    lounge.minutesPass(4);
    await lounge.sees('A001', 'cancelled');
  });

  it('waits for paper in the middle of a slip and sends nothing twice', async () => {
    printer.behave({ paperLines: 4 });
    await using lounge = openLounge(printer.uri);
    lounge.take('A001');
    lounge.take('A002');
    await lounge.becomes('paper_out');
    await quietly(12_000);
    expect(lounge.state('A001')).toBe('sent');
    expect(lounge.spooler.job('A001')?.printer).toBe('paper_out');

    printer.set({ paperOut: false });
    await lounge.sees('A002', 'done');
    // It may be torn where the roll ended.
    expect(lounge.row('A001')).toEqual({ state: 'done', reason: 'interrupted', evidence: 'completion', attempt: 1 });
    expect(numbersOn(printer)).toEqual(['A001', 'A002']);
  });

  it('has all its time again once the paper is back', async () => {
    printer.behave({ paperLines: 4 });
    await using lounge = openLounge(printer.uri);
    lounge.take('A001');
    await lounge.becomes('paper_out');
    await quietly(4200);
    printer.behave({ slow: 20 });
    printer.set({ paperOut: false });
    await eventually(() => expect(['done', 'unknown']).toContain(lounge.state('A001')));
    expect(lounge.state('A001')).toBe('done');
  });

  it('tells of a cover at once, and not only when it is asked', async () => {
    await using lounge = openLounge(printer.uri);
    lounge.take('A000');
    await lounge.sees('A000', 'done');
    await quietly(2000);
    printer.set({ coverOpen: true });
    await quietly(400);
    lounge.take('A001');
    await lounge.sees('A001', 'held');
    expect(lounge.row('A001')?.reason).toBe('cover_open');
  });
});

describe('a link that breaks', () => {
  // Among others: inside the reset, a size command, the number, the QR code's data, the feed to the blade.
  it.each([2, 6, 56, 136, 197, 336, 378, 391, 416, 456, 480, 490])(
    'after %i bytes of a slip leaves its fate unknown, never sends it again, and spoils no other',
    async (bytes) => {
      await using lounge = openLounge(printer.uri);
      await lounge.meetsPrinter();
      printer.behave({ resetAfter: bytes });
      spoilt = true;
      lounge.take('A001');
      await lounge.sees('A001', 'unknown');
      expect(lounge.row('A001')).toMatchObject({ state: 'unknown', attempt: 1 });
      expect(lounge.spooler.job('A001')?.printer).not.toBe('ready');
      expect(lounge.condition).not.toBe('ready');

      lounge.take('A002');
      await lounge.sees('A002', 'done');
      // The last paper is the second person's alone.
      expect(wordsOf(printer.slips.at(-1) ?? []).slice(0, 5)).toEqual([
        'Lounge Pelayanan Publik',
        'Kabupaten Banyuwangi',
        'Surat keterangan desa',
        'Nomor antrean Anda',
        'A002',
      ]);
      await quietly(2000);
      expect(numbersOn(printer).filter((number) => number === 'A001').length).toBeLessThanOrEqual(1);
      expect(lounge.state('A001')).toBe('unknown');
      expect(lounge.condition).toBe('ready');
    },
  );

  it('believes no success when it is reset right after the last byte', async () => {
    await using lounge = openLounge(printer.uri);
    await lounge.meetsPrinter();
    printer.behave({ mute: true });
    lounge.take('A001');
    await eventually(() => expect(printer.slips.length).toBe(1));
    printer.reset();
    await lounge.sees('A001', 'unknown');
  });

  it('waits quietly for a printer that is not there, and prints when it comes', async () => {
    const { uri } = printer;
    await printer.switchOff();
    await using lounge = openLounge(uri);
    lounge.take('A001');
    await lounge.sees('A001', 'held');
    expect(lounge.row('A001')?.reason).toBe('unreachable');
    expect(lounge.condition).toBe('unreachable');
    await printer.switchOn();
    await lounge.sees('A001', 'done');
    expect(numbersOn(printer)).toEqual(['A001']);
  });

  it('mends an idle connection that the printer closed before anybody is told', async () => {
    await using lounge = openLounge(printer.uri);
    await lounge.becomes('ready');
    printer.reset();
    await eventually(() => expect(printer.connections).toBe(2));
    lounge.take('A001');
    await lounge.sees('A001', 'done');
    expect(lounge.conditions).toEqual(['ready']);
  });

  it('says that a printer is gone which takes connections and hangs up', async () => {
    printer.behave({ hangsUp: true });
    await using lounge = openLounge(printer.uri);
    lounge.take('A001');
    await lounge.sees('A001', 'held');
    expect(lounge.condition).toBe('unreachable');
    printer.behave({ hangsUp: false });
    await lounge.sees('A001', 'done');
  });

  it('finds out that a printer has gone silent, and holds the next ticket', async () => {
    await using lounge = openLounge(printer.uri);
    await lounge.meetsPrinter();
    printer.behave({ swallows: true });
    await lounge.becomes('unreachable');
    lounge.take('A001');
    await lounge.sees('A001', 'held');
    printer.behave({ swallows: false });
    await lounge.sees('A001', 'done');
    expect(numbersOn(printer)).toEqual(['A001']);
  });

  it('does not take a peer that stops reading for a printer that prints', async () => {
    await using lounge = openLounge(printer.uri);
    await lounge.meetsPrinter();
    printer.behave({ swallows: true });
    lounge.take('A001');
    await lounge.sees('A001', 'unknown');
    expect(lounge.row('A001')).toMatchObject({ attempt: 1 });
    expect(printer.slips).toEqual([]);
  });

  it('doubts a slip whose answer does not come from a printer that always answered, and sends no other until it does', async () => {
    await using lounge = openLounge(printer.uri);
    lounge.take('A001');
    await lounge.sees('A001', 'done');
    printer.behave({ noFence: true });
    lounge.take('A002');
    await lounge.sees('A002', 'unknown');
    expect(lounge.row('A002')?.reason).toBe('no answer');
    lounge.take('A003');
    await lounge.sees('A003', 'held');
    expect(lounge.spooler.job('A003')?.printer).toBe('needs_check');
    expect(numbersOn(printer)).toEqual(['A001', 'A002']);
    printer.behave({ noFence: false });
    await lounge.sees('A003', 'done');
    expect(lounge.row('A003')).toMatchObject({ attempt: 1 });
    expect(numbersOn(printer)).toEqual(['A001', 'A002', 'A003']);
  });

  it('keeps a late answer of a lost slip from passing for the next one', async () => {
    await using lounge = openLounge(printer.uri);
    lounge.take('A001');
    await lounge.sees('A001', 'done');
    printer.behave({ paperLines: 4 });
    lounge.take('A002');
    await lounge.becomes('paper_out');
    printer.reset();
    await lounge.sees('A002', 'unknown');
    lounge.take('A003');
    printer.set({ paperOut: false });
    await lounge.sees('A003', 'done');
    // The rest of the lost slip was in the printer's buffer; it came out once, and first.
    expect(numbersOn(printer)).toEqual(['A001', 'A002', 'A003']);
    expect(lounge.state('A002')).toBe('unknown');
  });
});

describe('a simple printer', () => {
  it('that never says a word still prints, on trust', async () => {
    printer.behave({ mute: true });
    await using lounge = openLounge(printer.uri);
    lounge.take('A001');
    lounge.take('A002');
    await lounge.sees('A002', 'done');
    expect(lounge.condition).toBe('ready');
    expect(lounge.row('A001')).toEqual({ state: 'done', reason: null, evidence: 'bytes', attempt: 1 });
    expect(numbersOn(printer)).toEqual(['A001', 'A002']);
  });

  it('that tells its state but answers no fence prints, on its word that all is well', async () => {
    printer.behave({ noFence: true });
    await using lounge = openLounge(printer.uri);
    lounge.take('A001');
    await lounge.sees('A001', 'done');
    expect(lounge.row('A001')?.evidence).toBe('status');
    // It waited long for the first; nobody waits so long again.
    const began = performance.now();
    lounge.take('A002');
    await lounge.sees('A002', 'done');
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('that is not configured holds its tickets', async () => {
    await using lounge = openLounge(null);
    lounge.take('A001');
    await lounge.sees('A001', 'held');
    expect(lounge.spooler.job('A001')).toMatchObject({ state: 'held', printer: 'absent', asks: false });
  });

  it('with a misspelt address keeps nobody from opening the lounge', async () => {
    await using lounge = openLounge('tpc://printer');
    lounge.take('A001');
    await lounge.sees('A001', 'held');
    expect(lounge.condition).toBe('needs_check');
  });
});

describe('a power cut', () => {
  it('in the middle of a slip leaves it unknown, prints the rest of the line, and repeats nothing', async () => {
    const before = openLounge(printer.uri);
    printer.behave({ paperLines: 4 });
    before.take('A001');
    before.take('A002');
    await before.sees('A001', 'sent');
    const disk = before.powerCut();
    await before[Symbol.asyncDispose]();
    printer.set({ paperOut: false });

    await using after = openLounge(printer.uri, disk);
    expect(after.row('A001')).toEqual({ state: 'unknown', reason: 'restart', evidence: null, attempt: 1 });
    await after.sees('A002', 'done');
    expect(numbersOn(printer)).toEqual(['A001', 'A002']);
    expect(after.state('A001')).toBe('unknown');
  });

  it('forgets no ticket that waited', async () => {
    printer.set({ paperOut: true });
    const before = openLounge(printer.uri);
    before.take('A001');
    await before.sees('A001', 'held');
    const disk = before.powerCut();
    await before[Symbol.asyncDispose]();

    printer.set({ paperOut: false });
    await using after = openLounge(printer.uri, disk);
    await after.sees('A001', 'done');
    expect(numbersOn(printer)).toEqual(['A001']);
  });

  it('of ten minutes outlasts the tickets that were held', async () => {
    printer.set({ paperOut: true });
    const before = openLounge(printer.uri);
    before.take('A001');
    await before.sees('A001', 'held');
    before.db.exec('UPDATE print_job SET queued_at = queued_at - 600000');
    const disk = before.powerCut();
    await before[Symbol.asyncDispose]();

    printer.set({ paperOut: false });
    await using after = openLounge(printer.uri, disk);
    await after.sees('A001', 'cancelled');
    expect(printer.slips).toEqual([]);
  });
});

describe('a journal in trouble', () => {
  it('lets no byte leave while the disk is full', async () => {
    await using lounge = openLounge(printer.uri);
    lounge.take('A000');
    await lounge.sees('A000', 'done');
    lounge.db.exec("CREATE TRIGGER full BEFORE UPDATE ON print_job BEGIN SELECT RAISE(ABORT, 'disk is full'); END");
    // The first was written with its ticket, as being sent; the second has to be written before its first byte.
    lounge.take('A001');
    lounge.take('A002');
    await quietly(3000);
    expect(numbersOn(printer)).toEqual(['A000', 'A001']);
    expect(lounge.state('A001')).toBe('done');
    expect(lounge.state('A002')).toBe('queued');

    lounge.db.exec('DROP TRIGGER full');
    await lounge.sees('A002', 'done');
    expect(lounge.row('A001')?.state).toBe('done');
    expect(numbersOn(printer)).toEqual(['A000', 'A001', 'A002']);
  });

  it('does not hide that a slip came out, and catches up later', async () => {
    await using lounge = openLounge(printer.uri);
    lounge.db.exec(`CREATE TRIGGER full BEFORE UPDATE ON print_job WHEN new.state = 'done'
                    BEGIN SELECT RAISE(ABORT, 'disk is full'); END`);
    lounge.take('A001');
    await lounge.sees('A001', 'done');
    expect(lounge.row('A001')?.state).toBe('sending');

    lounge.db.exec('DROP TRIGGER full');
    await eventually(() => expect(lounge.row('A001')?.state).toBe('done'));
    expect(numbersOn(printer)).toEqual(['A001']);
  });

  it('passes over a slip that nothing can print', async () => {
    await using lounge = openLounge(printer.uri);
    lounge.take('A001');
    lounge.db.exec("UPDATE print_job SET slip = 'torn'");
    lounge.take('A002');
    await lounge.sees('A002', 'done');
    expect(lounge.row('A001')).toEqual({ state: 'cancelled', reason: 'unprintable', evidence: null, attempt: 0 });
  });
});

describe('closing', () => {
  it('lets the slip that is coming out finish, and leaves no timer and no connection', async () => {
    printer.behave({ slow: 3 });
    const lounge = openLounge(printer.uri, undefined, 1);
    lounge.take('A001');
    await lounge.sees('A001', 'sent');
    await lounge.spooler.close();
    expect(lounge.row('A001')?.state).toBe('done');
    expect(lounge.timers.running).toBe(0);
    await eventually(() => expect(printer.openConnections).toBe(0));
    lounge.db.close();
  });

  it('tells the truth about a slip that waits for paper', async () => {
    printer.behave({ paperLines: 4 });
    const lounge = openLounge(printer.uri);
    lounge.take('A001');
    await lounge.becomes('paper_out');
    await lounge.spooler.close();
    expect(lounge.row('A001')).toEqual({ state: 'unknown', reason: 'closed', evidence: null, attempt: 1 });
    expect(lounge.timers.running).toBe(0);
    lounge.db.close();
  });

  it.each(['mute', 'swallows', 'hangsUp'] as const)('ends at once while the printer %s', async (manner) => {
    printer.behave({ [manner]: true });
    const lounge = openLounge(printer.uri);
    lounge.take('A001');
    await quietly(500);
    await lounge.spooler.close();
    expect(lounge.timers.running).toBe(0);
    lounge.db.close();
  });
});

describe('the ticket path', () => {
  it.each([
    ['dead', 'tcp://127.0.0.1:1'],
    ['nowhere', 'tcp://192.0.2.1:9100'],
    ['absent', null],
  ])('does not wait for a printer that is %s', async (_, uri) => {
    await using lounge = openLounge(uri);
    for (let serial = 1; serial <= 200; serial += 1) lounge.take(`A${serial}`);
    // All were taken in one go: nothing of the printer has had a turn yet.
    expect(lounge.state('A200')).toBe(uri === null ? 'held' : 'queued');
  });
});
