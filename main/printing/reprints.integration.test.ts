import { call } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../contract/principal.ts';
import { TestDesk } from '../../tests/doubles/lounge/desk.ts';
import { callerOf, clerkActor, supervisorActor, TestLounge } from '../../tests/doubles/lounge/in-process.ts';
import { picture } from '../../tests/doubles/printer/decoder.ts';
import { SimulatedPrinter } from '../../tests/doubles/printer/simulator.ts';
import { lastPaper } from '../../tests/printing/papers.ts';
import { eventually } from '../../tests/printing/printing-lounge.ts';

let printer: SimulatedPrinter;
let test: TestLounge;

beforeEach(async () => {
  printer = await SimulatedPrinter.listen();
  test = new TestLounge('2026-11-24T09:00:00+07:00', {}, printer.uri);
});
afterEach(async () => {
  await test.end();
  await printer.switchOff();
});

const key = () => TestLounge.key();
const ask = (ticketId: string, by: Actor = clerkActor, requestKey = key()) =>
  call(
    test.lounge.router.printing.reprint,
    { ticketId, requestKey },
    {
      context: { caller: callerOf(by) },
    },
  );
const refusal = (code: string, status: number) => expect.objectContaining({ code, status });
const jobs = (ticketId: string) =>
  test.lounge.db
    .prepare<[string], { id: string; state: string; reprint: number }>(
      'SELECT id, state, reprint FROM print_job WHERE ticket_id = ? ORDER BY id',
    )
    .all(ticketId);
const paper = (nth: number) => lastPaper(test.lounge, printer, nth);

describe('a lost ticket printed again', () => {
  it('comes out with its number, its code and CETAK ULANG (1)', async () => {
    const { id, number } = test.take('surat-desa');
    expect(await paper(1)).not.toContain('CETAK ULANG');
    expect(await ask(id)).toEqual({ printJobId: expect.any(String), nth: 1, device: 'kiosk-1' });
    const again = await paper(2);
    expect(again).toContain(`${number}\nCETAK ULANG (1)`);
    expect(picture(printer.slips[1] ?? [], 48)).toContain(`ANJ1:${id}`);
    expect(printer.garbage).toEqual([]);
  });

  it('counts its reprints, and every one is in the audit trail', async () => {
    const { id } = test.take('surat-desa');
    await paper(1);
    await ask(id);
    expect(await paper(2)).toContain('CETAK ULANG (1)');
    await ask(id, supervisorActor);
    expect(await paper(3)).toContain('CETAK ULANG (2)');
    expect(jobs(id).map(({ reprint }) => reprint)).toEqual([0, 1, 2]);
    expect(
      test.lounge.db
        .prepare("SELECT actor, subject, detail FROM audit WHERE act = 'ticket_reprinted' ORDER BY id")
        .all(),
    ).toEqual([
      { actor: clerkActor.person, subject: id, detail: '1' },
      { actor: supervisorActor.person, subject: id, detail: '2' },
    ]);
  });

  it('prints once for one press, however often its request arrives', async () => {
    const { id } = test.take('surat-desa');
    const other = test.take('surat-desa');
    await paper(2);
    const press = key();
    const first = await ask(id, clerkActor, press);
    expect(await ask(id, clerkActor, press)).toEqual(first);
    await paper(3);
    expect(await ask(id, clerkActor, press)).toEqual(first);
    await expect(ask(other.id, clerkActor, press)).rejects.toEqual(refusal('REQUEST_KEY_REUSED', 409));
    expect(jobs(id)).toHaveLength(2);
    expect(jobs(other.id)).toHaveLength(1);
  });

  it('says what is true now: who is ahead by now, and no promise of an hour ago', async () => {
    const first = test.take('surat-desa');
    const second = test.take('surat-desa');
    const { id } = test.take('surat-desa');
    expect(await paper(3)).toContain('2 orang di depan Anda');
    test.time.pass(41);
    const desk = new TestDesk(test, '3');
    desk.open();
    desk.call(first.id);
    await ask(id);
    const again = await paper(4);
    expect(again).toContain('1 orang di depan Anda\nDicetak ulang pukul 09.41');
    expect(again).toContain('Diambil Selasa, 24 November 2026, pukul 09.00');
    expect(again).not.toMatch(/menit|2 orang/);
    desk.done();
    desk.call(second.id);
    desk.done();
    desk.call(id);
    await ask(id);
    expect(await paper(5)).not.toContain('di depan Anda');
  });

  it('is made out for the service in whose line it stands by now', async () => {
    const { id, number } = test.take('surat-desa');
    await paper(1);
    const desk = new TestDesk(test, '3');
    desk.open();
    desk.call(id);
    desk.transfer('adminduk');
    await ask(id);
    const again = await paper(2);
    expect(again).toContain(number);
    expect(again).toMatch(/kependudukan/i);
  });

  it('waits for paper, and says so instead of queuing a second', async () => {
    const { id } = test.take('surat-desa');
    await paper(1);
    printer.set({ paperOut: true });
    await eventually(() => expect(new TestDesk(test, '3').sees.printers[0]?.condition).toBe('paper_out'));
    const { printJobId } = await ask(id);
    await eventually(() => expect(jobs(id).find((job) => job.id === printJobId)?.state).toBe('held'));
    await expect(ask(id)).rejects.toEqual(refusal('SLIP_UNDER_WAY', 409));
    expect(jobs(id)).toHaveLength(2);
    printer.set({ paperOut: false });
    // First the slip that shows whether the new roll is the right way round.
    expect(await paper(3)).toContain('CETAK ULANG (1)');
    await ask(id);
    expect(await paper(4)).toContain('CETAK ULANG (2)');
  });

  it('waits for its first paper too', async () => {
    printer.set({ paperOut: true });
    await eventually(() => expect(new TestDesk(test, '3').sees.printers[0]?.condition).toBe('paper_out'));
    const { id } = test.take('surat-desa');
    await expect(ask(id)).rejects.toEqual(refusal('SLIP_UNDER_WAY', 409));
    printer.set({ paperOut: false });
    await paper(2);
  });

  it('is refused for a ticket that has ended, that nobody knows, or that is of another day', async () => {
    const served = test.take('surat-desa');
    const given = test.take('surat-desa');
    const yesterday = test.take('surat-desa');
    await paper(3);
    const desk = new TestDesk(test, '3');
    desk.open();
    desk.call(served.id);
    desk.done();
    desk.cancel(given.id);
    await expect(ask(served.id)).rejects.toEqual(refusal('TICKET_STATE', 409));
    await expect(ask(given.id)).rejects.toEqual(refusal('TICKET_STATE', 409));
    await expect(ask('0198e2f0-0000-7000-8000-000000000001')).rejects.toEqual(refusal('TICKET_UNKNOWN', 404));
    test.time.pass(24 * 60);
    test.take('surat-desa');
    await expect(ask(yesterday.id)).rejects.toEqual(refusal('TICKET_UNKNOWN', 404));
    expect(test.lounge.db.prepare("SELECT count(*) FROM audit WHERE act = 'ticket_reprinted'").pluck().get()).toBe(0);
  });

  it('gives a spare number its first paper, as a reprint of the one that was handed out', async () => {
    const desk = new TestDesk(test, '3');
    desk.open();
    const { current } = desk.callSpare('surat-desa', 17);
    await ask(current?.ticketId ?? '');
    expect(await paper(1)).toContain('X017\nCETAK ULANG (1)');
  });
});

describe('where no printer is', () => {
  it('is told so, and nothing is queued', async () => {
    await test.end();
    test = new TestLounge('2026-11-24T09:00:00+07:00');
    const { id } = test.take('surat-desa');
    await expect(ask(id)).rejects.toEqual(refusal('PRINTER_ABSENT', 409));
    expect(jobs(id)).toHaveLength(1);
  });
});
