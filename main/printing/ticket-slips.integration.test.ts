import { call } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestDesk } from '../../tests/doubles/lounge/desk.ts';
import { callerOf, clerkActor, TestLounge } from '../../tests/doubles/lounge/in-process.ts';
import { TestSupervisor } from '../../tests/doubles/lounge/supervisor.ts';
import { picturesOf } from '../../tests/doubles/printer/raster.ts';
import { SimulatedPrinter } from '../../tests/doubles/printer/simulator.ts';
import { lastPaper } from '../../tests/printing/papers.ts';
import { sampleLogo } from '../../tests/printing/sample-logo.ts';

/** Papers that somebody holds beside an older one, read as they read them. */

let printer: SimulatedPrinter;
let test: TestLounge;

beforeEach(async () => {
  printer = await SimulatedPrinter.listen();
  test = new TestLounge('2026-11-27T14:00:00+07:00', {}, printer.uri);
});
afterEach(async () => {
  await test.end();
  await printer.switchOff();
});

const paper = (nth: number) => lastPaper(test.lounge, printer, nth);

describe('the paper', () => {
  it("bears the lounge's logo as soon as there is one, and comes out without one that cannot be read", async () => {
    const supervisor = new TestSupervisor(test);
    const logos = [undefined, sampleLogo(), sampleLogo().slice(0, 2000)];
    for (const [at, logo] of logos.entries()) {
      if (logo) supervisor.change('lounge', (file) => void (file.logo = logo));
      test.take('adminduk');
      expect(await paper(at + 1)).toContain(`A00${at + 1}`);
    }
    const [first, second, third] = printer.slips.map((slip) => picturesOf(slip));
    expect(first).toEqual([]);
    expect(second).toMatchObject([{ width: 128, height: 160 }]);
    expect(third).toEqual([]);
    expect(printer.garbage).toEqual([]);
  });

  it('of a next matter says from which number it goes on', async () => {
    test.take('surat-desa');
    const { id } = test.take('adminduk');
    const desk = new TestDesk(test, '1');
    desk.open();
    desk.call(id);
    desk.nextMatter('surat-desa');
    expect(await paper(3)).toContain(
      'C002\n1 orang di depan Anda\nLanjutan nomor A001, waktu tunggu ikut dihitung\nSiapkan',
    );
  });

  it('of a number carried over says for which day it is, and not who is ahead today', async () => {
    test.take('adminduk');
    test.take('adminduk');
    test.lounge.closing.endDay(clerkActor, { carry: true, requestKey: TestLounge.key() });
    const carried = await paper(4);
    expect(carried).toContain(
      [
        'A002',
        'Untuk Senin, 30 November 2026',
        'mulai pukul 08.00',
        'Pengganti nomor A002. Kertas lama tidak berlaku.',
      ].join('\n'),
    );
    expect(carried).toContain('Diambil Jumat, 27 November 2026, pukul 14.00');
    expect(carried).not.toContain('di depan Anda');
  });

  it('of a number carried over can be printed again on its day, and then says who is ahead', async () => {
    test.take('adminduk');
    test.take('adminduk');
    test.lounge.closing.endDay(clerkActor, { carry: true, requestKey: TestLounge.key() });
    await paper(4);
    const second = test.lounge.db
      .prepare("SELECT id FROM ticket WHERE service_day = '2026-11-30' AND number = 'A002'")
      .pluck()
      .get() as string;
    const reprint = () =>
      call(
        test.lounge.router.printing.reprint,
        { ticketId: second, requestKey: TestLounge.key() },
        { context: { caller: callerOf(clerkActor) } },
      );
    await expect(reprint()).rejects.toMatchObject({ code: 'TICKET_UNKNOWN' });
    await test.restart('2026-11-30T08:10:00+07:00');
    await reprint();
    const again = await paper(5);
    expect(again).toContain('A002\nCETAK ULANG (1)\nUntuk Senin, 30 November 2026');
    expect(again).toContain('1 orang di depan Anda\nPengganti nomor A002');
    expect(again).toContain('Dicetak ulang pukul 08.10');
  });
});
