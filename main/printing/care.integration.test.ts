import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../../tests/doubles/printer/decoder.ts';
import { SimulatedPrinter } from '../../tests/doubles/printer/simulator.ts';
import { eventually, numbersOn, PrintingLounge, quietly } from '../../tests/printing/printing-lounge.ts';

let printer: SimulatedPrinter;

beforeEach(async () => {
  printer = await SimulatedPrinter.listen();
});
afterEach(() => printer.switchOff());

function open(journal?: Buffer): PrintingLounge {
  const lounge = new PrintingLounge(printer.uri, { journal, tests: true });
  lounge.spooler.start();
  return lounge;
}

const titles = () => printer.slips.map((slip) => wordsOf(slip).find((words) => /^(UJI CETAK|[A-Z]+\d+)$/.test(words)));
const state = (lounge: PrintingLounge) => lounge.spooler.state('printer');

/** A slip whose fate nobody knows. */
async function losesOne(lounge: PrintingLounge, number: string): Promise<void> {
  printer.behave({ resetAfter: 300 });
  lounge.take(number);
  await lounge.sees(number, 'unknown');
  // The printer is back, and what was left in it has been cut off.
  await eventually(() => expect(lounge.spooler.job(number)?.asks).toBe(true));
}

/** Two of them, with nothing in between. */
async function stops(lounge: PrintingLounge): Promise<void> {
  await lounge.meetsPrinter();
  await losesOne(lounge, 'A001');
  await losesOne(lounge, 'A002');
}

describe('after the paper was touched', () => {
  it.each([
    [{ coverOpen: true }, { coverOpen: false }],
    [{ paperOut: true }, { paperOut: false }],
  ])(
    '%o: a test slip comes out before the numbers that wait, and staff are asked whether it can be read',
    async (fault, mended) => {
      await using lounge = open();
      await lounge.becomes('ready');
      printer.set(fault);
      await eventually(() => expect(lounge.condition).not.toBe('ready'));
      lounge.take('A001');
      await lounge.sees('A001', 'held');
      expect(state(lounge).reads).toBeNull();
      printer.set(mended);
      await lounge.sees('A001', 'done');
      expect(titles()).toEqual(['UJI CETAK', 'A001']);
      expect(state(lounge)).toMatchObject({ reads: 'test-1', stopped: null });
    },
  );

  it('a number that was being printed comes out first: it is in the printer already', async () => {
    await using lounge = open();
    await lounge.meetsPrinter();
    printer.behave({ paperLines: 4 });
    lounge.take('A001');
    lounge.take('A002');
    await lounge.becomes('paper_out');
    printer.set({ paperOut: false });
    await lounge.sees('A002', 'done');
    expect(titles()).toEqual(['A001', 'UJI CETAK', 'A002']);
  });

  it('nothing is printed for a blade that was freed or a head that cooled down', async () => {
    await using lounge = open();
    await lounge.becomes('ready');
    printer.set({ cutterJam: true });
    await lounge.becomes('cutter_jammed');
    printer.set({ cutterJam: false, headHot: true });
    await lounge.becomes('head_hot');
    printer.set({ headHot: false });
    await lounge.becomes('ready');
    await quietly(3000);
    expect(titles()).toEqual([]);
  });
});

describe('the slips of a roll', () => {
  it('are counted, over a restart too, and what the used-up roll gave is remembered', async () => {
    const before = open();
    for (const number of ['A001', 'A002', 'A003']) before.take(number);
    await before.sees('A003', 'done');
    const disk = before.powerCut();
    await before[Symbol.asyncDispose]();
    await using after = open(disk);
    expect(state(after)).toMatchObject({ slips: 3, rollSlips: null });
    await after.becomes('ready');
    printer.set({ paperOut: true });
    await after.becomes('paper_out');
    printer.set({ paperOut: false });
    await eventually(() => expect(state(after)).toMatchObject({ slips: 1, rollSlips: 3 }));
  });

  it('go on being counted when the cover was opened for something else', async () => {
    await using lounge = open();
    lounge.take('A001');
    await lounge.sees('A001', 'done');
    printer.set({ coverOpen: true });
    await lounge.becomes('cover_open');
    printer.set({ coverOpen: false });
    await eventually(() => expect(state(lounge)).toMatchObject({ slips: 2, rollSlips: null, reads: 'test-1' }));
  });
});

describe('two slips of unknown fate in a row', () => {
  it('stop the printer: numbers are kept on the screen, and nothing is printed', async () => {
    await using lounge = open();
    await stops(lounge);
    await eventually(() => expect(lounge.condition).toBe('needs_check'));
    expect(state(lounge)).toMatchObject({ stopped: 'unknown', toCheck: 2 });
    const papers = printer.slips.length;
    lounge.take('A003');
    await lounge.sees('A003', 'held');
    expect(lounge.spooler.job('A003')?.printer).toBe('needs_check');
    await quietly(5000);
    expect(numbersOn(printer)).not.toContain('A003');
    expect(printer.slips.length - papers).toBeLessThanOrEqual(1);
  });

  it('stop it over a restart as well', async () => {
    const before = open();
    await stops(before);
    const disk = before.powerCut();
    await before[Symbol.asyncDispose]();
    await using after = open(disk);
    after.take('A003');
    await after.sees('A003', 'held');
    expect(state(after).stopped).toBe('unknown');
  });

  it('do not stop it when one in between came out, or was seen', async () => {
    await using lounge = open();
    await lounge.meetsPrinter();
    await losesOne(lounge, 'A001');
    lounge.take('A002');
    await lounge.sees('A002', 'done');
    await losesOne(lounge, 'A003');
    expect(state(lounge).stopped).toBeNull();
    lounge.spooler.resolve('A003', { state: 'done', reason: null, evidence: 'person' });
    lounge.spooler.care.seen('printer');
    lounge.spooler.cared('printer');
    await losesOne(lounge, 'A004');
    expect(state(lounge).stopped).toBeNull();
    lounge.take('A005');
    await lounge.sees('A005', 'done');
  });

  it('leave test slips, and one that was read lets the printer go on', async () => {
    await using lounge = open();
    await stops(lounge);
    lounge.take('A003');
    await lounge.sees('A003', 'held');
    expect(lounge.spooler.test('printer')).toBe('test-1');
    await lounge.sees('test-1', 'done');
    expect(titles().at(-1)).toBe('UJI CETAK');
    expect(lounge.state('A003')).toBe('held');
    lounge.spooler.care.goOn('printer');
    lounge.spooler.cared('printer');
    await lounge.sees('A003', 'done');
    expect(state(lounge)).toMatchObject({ stopped: null, reads: null });
  });
});

describe('a slip of unknown fate', () => {
  it('may be asked about once nothing of it can come out any more, and not before', async () => {
    await using lounge = open();
    await lounge.becomes('ready');
    const { uri } = printer;
    printer.behave({ paperLines: 4 });
    lounge.take('A001');
    await lounge.becomes('paper_out');
    printer.reset();
    await lounge.sees('A001', 'unknown');
    // Its rest is in the printer's buffer, and comes out with the new roll.
    await lounge.becomes('paper_out');
    expect(lounge.spooler.job('A001')?.asks).toBe(false);
    printer.set({ paperOut: false });
    await eventually(() => expect(lounge.spooler.job('A001')?.asks).toBe(true));
    expect(numbersOn(printer)).toEqual(['A001']);
    expect(uri).toBe(printer.uri);
  });

  it('is forgotten when its day is over', async () => {
    const before = open();
    await before.meetsPrinter();
    await losesOne(before, 'A001');
    before.db.exec('UPDATE print_job SET changed_at = changed_at - 20 * 3600000');
    const disk = before.powerCut();
    await before[Symbol.asyncDispose]();
    await using after = open(disk);
    expect(after.row('A001')).toMatchObject({ state: 'cancelled', reason: 'old' });
    expect(state(after).toCheck).toBe(0);
  });
});

describe('a blade that jams behind the last line', () => {
  it('keeps the slip printed, also over a power cut, and it is done when it is freed', async () => {
    const before = open();
    await before.meetsPrinter();
    printer.behave({ jamsAtCut: true });
    before.take('A001');
    await before.becomes('cutter_jammed');
    await eventually(() => expect(before.row('A001')).toMatchObject({ state: 'printed', evidence: 'completion' }));
    const disk = before.powerCut();
    await before[Symbol.asyncDispose]();

    await using after = open(disk);
    expect(after.row('A001')).toMatchObject({ state: 'done', reason: 'uncut', evidence: 'completion' });
    printer.set({ cutterJam: false });
    after.take('A002');
    await after.sees('A002', 'done');
    expect(numbersOn(printer)).toEqual(['A001', 'A002']);
  });

  it('lets the same slip end well on the same connection', async () => {
    await using lounge = open();
    await lounge.meetsPrinter();
    printer.behave({ jamsAtCut: true });
    lounge.take('A001');
    await lounge.becomes('cutter_jammed');
    await eventually(() => expect(lounge.state('A001')).toBe('printed'));
    printer.set({ cutterJam: false });
    await lounge.sees('A001', 'done');
    expect(lounge.row('A001')).toMatchObject({ reason: null, evidence: 'completion', attempt: 1 });
    expect(numbersOn(printer)).toEqual(['A001']);
  });
});

describe('a full disk', () => {
  const full = (lounge: PrintingLounge, state: string) =>
    lounge.db.exec(`CREATE TRIGGER full BEFORE UPDATE ON print_job WHEN new.state = '${state}'
                    BEGIN SELECT RAISE(ABORT, 'disk is full'); END`);

  it('does not end the conversation with a printer whose blade jams meanwhile', async () => {
    await using lounge = open();
    await lounge.meetsPrinter();
    full(lounge, 'printed');
    printer.behave({ jamsAtCut: true });
    lounge.take('A001');
    await lounge.becomes('cutter_jammed');
    await quietly(2000);
    expect(lounge.state('A001')).toBe('printed');
    printer.set({ cutterJam: false });
    await lounge.sees('A001', 'done');
    expect(lounge.row('A001')?.state).toBe('done');
  });

  it('does not let a late line of the journal take back what a person has said', async () => {
    await using lounge = open();
    await lounge.meetsPrinter();
    full(lounge, 'unknown');
    printer.behave({ resetAfter: 300 });
    lounge.take('A001');
    await lounge.sees('A001', 'unknown');
    expect(lounge.row('A001')?.state).toBe('sending');
    lounge.db.exec('DROP TRIGGER full');
    lounge.spooler.resolve('A001', { state: 'done', reason: null, evidence: 'person' });
    lounge.spooler.cared('printer');
    lounge.take('A002');
    await lounge.sees('A002', 'done');
    expect(lounge.row('A001')).toMatchObject({ state: 'done', evidence: 'person' });
    expect(state(lounge)).toMatchObject({ toCheck: 0, stopped: null });
  });
});

describe('a printer that is set up anew while a slip of it is lost', () => {
  it('is cut off before another is printed, however often it is set up', async () => {
    await using lounge = open();
    await lounge.meetsPrinter();
    printer.behave({ paperLines: 4 });
    lounge.take('A001');
    await lounge.becomes('paper_out');
    for (let times = 0; times < 3; times += 1)
      lounge.spooler.use({ id: 'printer', uri: printer.uri, profile: { dots: 576, cutter: true, qr: 'native' } });
    await lounge.sees('A001', 'unknown');
    await lounge.becomes('paper_out');
    expect(lounge.spooler.job('A001')?.asks).toBe(false);
    lounge.take('A002');
    printer.set({ paperOut: false });
    await lounge.sees('A002', 'done');
    for (const slip of printer.slips)
      expect(wordsOf(slip).filter((words) => /^A\d+$/.test(words)).length).toBeLessThanOrEqual(1);
  });
});

describe('the journal', () => {
  it('forgets what was over a month ago, and nothing that is open', async () => {
    await using lounge = open();
    lounge.take('A001');
    await lounge.sees('A001', 'done');
    printer.set({ headHot: true });
    await lounge.becomes('head_hot');
    lounge.take('A002');
    await lounge.sees('A002', 'held');
    lounge.spooler.purge();
    expect(lounge.row('A001')).toBeDefined();
    lounge.db.exec('UPDATE print_job SET changed_at = changed_at - 31 * 24 * 3600000');
    lounge.spooler.purge();
    expect(lounge.row('A001')).toBeUndefined();
    expect(lounge.row('A002')?.state).toBe('held');
  });
});
