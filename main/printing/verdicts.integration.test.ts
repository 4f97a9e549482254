import { call } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../contract/principal.ts';
import type { PrinterView } from '../../contract/printing.ts';
import {
  callerOf,
  clerkActor,
  kioskActor,
  supervisorActor,
  TestLounge,
} from '../../tests/doubles/lounge/in-process.ts';
import { wordsOf } from '../../tests/doubles/printer/decoder.ts';
import { SimulatedPrinter } from '../../tests/doubles/printer/simulator.ts';
import { eventually, numbersOn } from '../../tests/printing/printing-lounge.ts';

let printer: SimulatedPrinter;
let test: TestLounge;

beforeEach(async () => {
  printer = await SimulatedPrinter.listen();
  test = new TestLounge('2026-11-24T09:00:00+07:00', {}, printer.uri);
  await ready();
  await eventually(() =>
    expect(test.lounge.db.prepare('SELECT means FROM printer').pluck().get()).toContain('"queue":true'),
  );
});
afterEach(async () => {
  await test.end();
  await printer.switchOff();
});

const device = 'kiosk-1';
const key = () => TestLounge.key();
const as = (by: Actor) => ({ context: { caller: callerOf(by) } });
const its = () => test.lounge.router.printing;
const refusal = (code: string, status: number) => expect.objectContaining({ code, status });
const answer = (id: string, came: boolean, by = kioskActor, requestKey = key()) =>
  call(its().answerSlip, { id, came, requestKey }, as(by));
const settle = (id: string, decided: 'came' | 'again' | 'cancelled', requestKey = key()) =>
  call(its().settle, { id, as: decided, requestKey }, as(clerkActor));
const jobs = () => call(its().jobs, { device }, as(clerkActor));
const job = async (id: string) => (await jobs()).find((one) => one.id === id);
const view = (): PrinterView => {
  const [first] = test.lounge.printers();
  if (!first) throw new Error('no printer');
  return first;
};
const papers = () => printer.slips.map((slip) => wordsOf(slip).join('\n'));

async function ready(): Promise<void> {
  await eventually(() => expect(view().condition).toBe('ready'));
}

/** A number whose paper was lost on the way; nothing of it can come out any more. */
async function losesOne() {
  printer.behave({ resetAfter: 250 });
  const ticket = test.take('surat-desa');
  await eventually(() => expect(test.lounge.slip(ticket.printJobId)).toMatchObject({ state: 'unknown', asks: true }));
  return { ...ticket, printJobId: ticket.printJobId };
}

describe('a slip of unknown fate, at the kiosk', () => {
  it('is done when the person has it', async () => {
    const { printJobId } = await losesOne();
    expect(view().toCheck).toBe(1);
    expect(await answer(printJobId, true)).toEqual({ printJobId: null });
    expect(await job(printJobId)).toMatchObject({ state: 'done', evidence: 'person' });
    expect(view()).toMatchObject({ toCheck: 0, condition: 'ready' });
  });

  it('is printed again when the person has not, once, and says so', async () => {
    const { printJobId, number } = await losesOne();
    const requestKey = key();
    const { printJobId: again } = await answer(printJobId, false, kioskActor, requestKey);
    expect(await answer(printJobId, false, kioskActor, requestKey)).toEqual({ printJobId: again });
    await eventually(() => expect(test.lounge.slip(String(again))?.state).toBe('done'));
    expect(papers().filter((paper) => paper.includes('CETAK ULANG'))).toHaveLength(1);
    expect(papers().at(-1)).toContain(`${number}\nCETAK ULANG (1)`);
    expect(await job(printJobId)).toMatchObject({ state: 'cancelled', reason: 'again' });
    expect(await job(String(again))).toMatchObject({ nth: 1, number, service: 'Surat keterangan desa' });
  });

  it('is nobody else’s to answer, nor later, nor twice', async () => {
    const { printJobId } = await losesOne();
    await expect(answer(printJobId, true, { ...kioskActor, device: 'kiosk-2' })).rejects.toEqual(
      refusal('QUESTION_OVER', 409),
    );
    await expect(answer(crypto.randomUUID(), true)).rejects.toEqual(refusal('PRINT_JOB_UNKNOWN', 404));
    test.time.pass(3);
    await expect(answer(printJobId, true)).rejects.toEqual(refusal('QUESTION_OVER', 409));
    await settle(printJobId, 'came');
    await expect(answer(printJobId, false)).rejects.toEqual(refusal('QUESTION_OVER', 409));
  });

  it('is not asked about while it may still come out of the printer’s buffer', async () => {
    printer.behave({ paperLines: 4 });
    const { printJobId } = test.take('surat-desa');
    await eventually(() => expect(view().condition).toBe('paper_out'));
    printer.reset();
    await eventually(() => expect(test.lounge.slip(printJobId)).toMatchObject({ state: 'unknown', asks: false }));
    await expect(answer(printJobId, false)).rejects.toEqual(refusal('QUESTION_OVER', 409));
  });
});

describe('a slip of unknown fate, at the counter', () => {
  it.each([
    ['came', { state: 'done', evidence: 'person' }],
    ['cancelled', { state: 'cancelled', reason: 'staff' }],
  ] as const)('is settled as %s', async (decided, end) => {
    const { printJobId } = await losesOne();
    expect(await settle(printJobId, decided)).toEqual({ printJobId: null });
    expect(await job(printJobId)).toMatchObject(end);
    await expect(settle(printJobId, 'again')).rejects.toEqual(refusal('PRINT_JOB_STATE', 409));
    expect(printer.slips.filter((slip) => wordsOf(slip).join().includes('CETAK ULANG'))).toEqual([]);
  });

  it('settled before the printer is back leaves no doubt behind', async () => {
    printer.behave({ resetAfter: 250 });
    const { printJobId } = test.take('surat-desa');
    await eventually(() => expect(test.lounge.slip(printJobId)).toMatchObject({ state: 'unknown', asks: false }));
    await settle(printJobId, 'came');
    expect(view()).toMatchObject({ toCheck: 0, condition: 'needs_check' });
    await ready();
  });

  it('is printed again, also hours later', async () => {
    const { printJobId, number } = await losesOne();
    test.time.pass(60);
    const { printJobId: again } = await settle(printJobId, 'again');
    await eventually(() => expect(test.lounge.slip(String(again))?.state).toBe('done'));
    expect(papers().at(-1)).toContain(`${number}\nCETAK ULANG (1)`);
  });

  it('whose ticket has ended is not printed again, and stays to be settled otherwise', async () => {
    const { printJobId, id } = await losesOne();
    test.lounge.db.prepare("UPDATE ticket SET state = 'done' WHERE id = ?").run(id);
    await expect(settle(printJobId, 'again')).rejects.toEqual(refusal('TICKET_STATE', 409));
    expect(await job(printJobId)).toMatchObject({ state: 'unknown' });
    await settle(printJobId, 'cancelled');
  });

  it('that only waits can be cancelled, and then never comes out', async () => {
    printer.set({ headHot: true });
    await eventually(() => expect(view().condition).toBe('head_hot'));
    const { printJobId } = test.take('surat-desa');
    await eventually(() => expect(view().waiting).toBe(1));
    await expect(settle(printJobId, 'came')).rejects.toEqual(refusal('PRINT_JOB_STATE', 409));
    await settle(printJobId, 'cancelled');
    expect(view().waiting).toBe(0);
    printer.set({ headHot: false });
    await ready();
    const next = test.take('surat-desa');
    await eventually(() => expect(test.lounge.slip(next.printJobId)?.state).toBe('done'));
    expect(numbersOn(printer)).toEqual([next.number]);
  });
});

describe('a test slip', () => {
  const testSlip = async () => {
    const { printJobId } = await call(its().testSlip, { device, requestKey: key() }, as(clerkActor));
    await eventually(() => expect(view().reads).toBe(printJobId));
    return printJobId;
  };
  const read = (id: string, readable: boolean) =>
    call(its().answerTest, { id, readable, requestKey: key() }, as(clerkActor));

  it('comes out when somebody asks for one, and asks whether it can be read', async () => {
    const id = await testSlip();
    expect(papers().at(-1)).toContain('UJI CETAK');
    expect(papers().at(-1)).toContain('Anjungan 1');
    await read(id, true);
    expect(view()).toMatchObject({ reads: null, stopped: null });
    await expect(read(id, false)).rejects.toEqual(refusal('QUESTION_OVER', 409));
    expect(await job(id)).toMatchObject({ number: null, ticketId: null, state: 'done', evidence: 'completion' });
  });

  it('that cannot be read stops the printer until one can', async () => {
    await read(await testSlip(), false);
    expect(view()).toMatchObject({ stopped: 'unreadable', condition: 'needs_check' });
    const { printJobId, number } = test.take('surat-desa');
    await eventually(() =>
      expect(test.lounge.slip(printJobId)).toMatchObject({ state: 'held', printer: 'needs_check' }),
    );
    await read(await testSlip(), true);
    await eventually(() => expect(test.lounge.slip(printJobId)?.state).toBe('done'));
    expect(numbersOn(printer)).toEqual([number]);
  });

  it('lets a printer go on that was stopped by two lost slips', async () => {
    await losesOne();
    await losesOne();
    expect(view()).toMatchObject({ stopped: 'unknown', toCheck: 2 });
    await read(await testSlip(), true);
    const { printJobId } = test.take('surat-desa');
    await eventually(() => expect(test.lounge.slip(printJobId)?.state).toBe('done'));
  });

  it('meets a printer anew that was put in the place of another and answers less', async () => {
    await losesOne();
    printer.behave({ noFence: true });
    await losesOneTo('needs_check');
    const { printJobId } = await call(its().testSlip, { device, requestKey: key() }, as(clerkActor));
    await eventually(() => expect(view().reads).toBe(printJobId));
    expect(await job(printJobId)).toMatchObject({ state: 'done', evidence: 'status' });
  });

  it('belongs to a new roll, whose slips are counted anew', async () => {
    test.take('surat-desa');
    await eventually(() => expect(view().slips).toBe(1));
    await call(its().rollChanged, { device, requestKey: key() }, as(clerkActor));
    await eventually(() => expect(view()).toMatchObject({ slips: 1, rollSlips: null, reads: expect.any(String) }));
    expect(papers().at(-1)).toContain('UJI CETAK');
  });

  it('is refused where there is no such kiosk', async () => {
    await expect(call(its().testSlip, { device: 'kiosk-9', requestKey: key() }, as(clerkActor))).rejects.toEqual(
      refusal('KIOSK_UNKNOWN', 404),
    );
  });

  /** A number that the printer takes and never answers for. */
  async function losesOneTo(condition: PrinterView['condition']): Promise<void> {
    const { printJobId } = test.take('surat-desa');
    await eventually(() => expect(test.lounge.slip(printJobId)?.state).toBe('unknown'));
    await eventually(() => expect(view().condition).toBe(condition));
  }
});

describe('a probe', () => {
  const probe = () => call(its().probe, { device }, as(supervisorActor));

  it('says what the printer can do, keeps it, and prints a test slip', async () => {
    const { report, printJobId } = await probe();
    expect(report).toEqual({
      at: expect.stringMatching(/^2026-11-24T09:00/),
      uri: printer.uri,
      carries: 'replies',
      condition: 'ready',
      maker: 'EPSON',
      model: 'TM-T82III',
      firmware: expect.any(String),
      realtime: ['16', '12', '12', '12'],
      queue: true,
      completion: true,
      automatic: true,
      evidence: 'completion',
      profile: { dots: 576, cutter: true, qr: 'native' },
    });
    await eventually(() => expect(view().reads).toBe(printJobId));
    const [outlet] = await call(its().outlets, undefined, as(supervisorActor));
    expect(outlet).toMatchObject({ probed: report, profile: report.profile });
  });

  it('finds out that a clone answers less than it was known to', async () => {
    printer.behave({ completion: 'printed' });
    expect((await probe()).report).toMatchObject({ completion: false, queue: true, evidence: 'queue' });
    // The worst print what they do not know: not a letter of it reaches the paper.
    await eventually(() => expect(papers().at(-1)).toContain('UJI CETAK'));
    expect(papers().join()).not.toMatch(/00Q|00P|00C/);
  });

  it('is not made while a slip is on its way', async () => {
    printer.behave({ slow: 20 });
    test.take('surat-desa');
    await eventually(() => expect(printer.unfinished.length).toBeGreaterThan(0));
    await expect(probe()).rejects.toEqual(refusal('PRINTER_BUSY', 409));
    printer.behave({ slow: 0 });
  });

  it('of a printer out of paper tells what it can tell', async () => {
    printer.set({ paperOut: true });
    await eventually(() => expect(view().condition).toBe('paper_out'));
    expect((await probe()).report).toMatchObject({
      condition: 'paper_out',
      maker: null,
      realtime: ['1e', '32', '12', '7e'],
    });
  });

  it('leaves a profile that a person set, and slips are printed for it', async () => {
    const profile = { dots: 512, cutter: false, qr: 'raster' } as const;
    await call(its().setProfile, { device, profile, requestKey: key() }, as(supervisorActor));
    await ready();
    const { printJobId } = test.take('surat-desa');
    await eventually(() => expect(test.lounge.slip(printJobId)).toMatchObject({ state: 'done', tear: true }));
    expect(printer.slips).toEqual([]);
    expect(printer.unfinished.map(({ kind }) => kind)).toContain('raster');
    expect(view().cutter).toBe(false);
    expect(printer.garbage).toEqual([]);
  });
});

describe('another printer that takes over', () => {
  let second: SimulatedPrinter;
  const divert = (to: string | null) => call(its().divert, { device, to, requestKey: key() }, as(clerkActor));

  beforeEach(async () => {
    second = await SimulatedPrinter.listen();
    test.lounge.db
      .prepare("INSERT INTO device (id, kind, name, paired_at) VALUES ('kiosk-2', 'kiosk', 'Anjungan 2', 1)")
      .run();
    await call(
      its().setOutlet,
      { device: 'kiosk-2', outlet: { kind: 'network', uri: second.uri }, paper: 80, requestKey: key() },
      as(supervisorActor),
    );
    await eventually(() => expect(test.lounge.printers()[1]?.condition).toBe('ready'));
  });
  afterEach(() => second.switchOff());

  it('prints what waits and what comes, and the kiosk says where', async () => {
    printer.set({ paperOut: true });
    await eventually(() => expect(view().condition).toBe('paper_out'));
    const waiting = test.take('surat-desa');
    await eventually(() => expect(view().waiting).toBe(1));
    await divert('kiosk-2');
    const coming = test.take('surat-desa');
    await eventually(() => expect(numbersOn(second)).toEqual([waiting.number, coming.number]));
    expect(view()).toMatchObject({ divertedTo: 'kiosk-2', waiting: 0 });
    const watched = await call(its().watchJob, { id: coming.printJobId }, as(kioskActor));
    for await (const seen of watched) {
      expect(seen.elsewhere).toBe('Anjungan 2');
      break;
    }

    printer.set({ paperOut: false });
    await divert(null);
    await ready();
    const later = test.take('surat-desa');
    await eventually(() => expect(numbersOn(printer)).toEqual([later.number]));
    expect(numbersOn(second)).toHaveLength(2);
  });

  it('is the hub’s own once a supervisor says so: what waits comes out there', async () => {
    second.set({ headHot: true });
    await eventually(() => expect(test.lounge.printers()[1]?.condition).toBe('head_hot'));
    const { printJobId, number } = test.lounge.queue.take(
      { ...kioskActor, device: 'kiosk-2' },
      { serviceId: 'surat-desa', priority: null, requestKey: key() },
    );
    await eventually(() => expect(test.lounge.slip(printJobId)?.state).toBe('held'));
    await call(
      its().setOutlet,
      { device: 'kiosk-2', outlet: { kind: 'hub' }, paper: 80, requestKey: key() },
      as(supervisorActor),
    );
    await eventually(() => expect(test.lounge.slip(printJobId)?.state).toBe('done'));
    expect(numbersOn(printer)).toEqual([number]);
  });

  it('prints a paper again that hangs in a printer without paper', async () => {
    printer.behave({ paperLines: 4 });
    const { id, number, printJobId } = test.take('surat-desa');
    await eventually(() => expect(test.lounge.slip(printJobId)).toMatchObject({ state: 'sent', printer: 'paper_out' }));
    await divert('kiosk-2');
    await call(its().reprint, { ticketId: id, requestKey: key() }, as(clerkActor));
    await eventually(() => expect(numbersOn(second)).toEqual([number]));
    expect(wordsOf(second.slips[0] ?? []).join()).toContain('CETAK ULANG (1)');
  });

  it('is one that is there, is another, and prints its own slips', async () => {
    const no = refusal('DIVERSION_NOT_POSSIBLE', 409);
    await expect(divert(device)).rejects.toEqual(no);
    await expect(divert('kiosk-9')).rejects.toEqual(refusal('KIOSK_UNKNOWN', 404));
    await call(its().divert, { device: 'kiosk-2', to: device, requestKey: key() }, as(clerkActor));
    await expect(divert('kiosk-2')).rejects.toEqual(no);
  });
});
