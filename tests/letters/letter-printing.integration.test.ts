import { call } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LetterPrint, LetterPrinterBoard } from '../../contract/letter-printing.ts';
import type { LetterDefinition } from '../../contract/letters.ts';
import type { Actor } from '../../contract/principal.ts';
import { TestLounge } from '../doubles/lounge/in-process.ts';
import { OfficePrinters, type QueueStand } from '../doubles/printer/office-printers.ts';
import { Dice } from '../faults/dice.ts';
import { anyAnswers } from './any-answers.ts';
import { operator, supervisor, VillageOffice } from './village-office.ts';

const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 30 });
const key = () => TestLounge.key();
const secondCounter: Actor = { role: 'operator', device: 'counter-2', person: 'staff-4' };

/** One office and one letter for all: each test has a printer of its own. */
let office: VillageOffice;
let printers: OfficePrinters;
let requestId: string;
let letterId: string;
beforeAll(async () => {
  printers = new OfficePrinters().install();
  office = new VillageOffice();
  const { definition } = await office.letter('sk_usaha');
  ({ requestId } = await office.file('sk_usaha', anyAnswers(definition as LetterDefinition, new Dice(3))));
  const page = await office.issue(requestId);
  letterId = page.letters[0]?.id ?? '';
});
afterAll(async () => {
  await office.end();
  printers.end();
});

const api = () => office.test.lounge.router.letterPrinting;
const db = () => office.test.lounge.db;

const setPrinter = (queue: string | null, device: string | null = null) =>
  call(api().setPrinter, { device, queue, requestKey: key() }, office.as(supervisor));

const print = (by: Actor = operator, { id = letterId, requestKey = key(), copies = 1 } = {}) =>
  call(api().print, { letterId: id, copies, requestKey }, office.as(by));

/** The office prints at this queue from now on. */
async function printAt(queue: string, stand: QueueStand = 'prints'): Promise<void> {
  printers.queue(queue, stand);
  await setPrinter(queue);
}

const decide = (kind: 'again' | 'cancel' | 'cameOut', { id }: { id: string }) =>
  call(api()[kind], { id, requestKey: key() }, office.as(operator));

async function board(by: Actor = operator): Promise<LetterPrinterBoard> {
  const stream = await call(api().watch, undefined, office.as(by));
  const { value } = await stream.next();
  await stream.return();
  return value as LetterPrinterBoard;
}

const stateOf = async ({ id }: LetterPrint) => (await board()).prints.find((one) => one.id === id);
const becomes = (one: LetterPrint, state: LetterPrint['state']) =>
  eventually(async () => expect((await stateOf(one))?.state).toBe(state));

/** A counter that was paired: the lounge knows its name. */
function pair(id: string): void {
  db().prepare("INSERT INTO device (id, kind, name) VALUES (?, 'counter', ?)").run(id, `Loket ${id}`);
}

describe('a letter on the office’s printer', () => {
  it('needs a printer, a letter, and what was printed', async () => {
    await expect(print()).rejects.toMatchObject({ code: 'NO_PRINTER' });
    await expect(print(operator, { id: crypto.randomUUID() })).rejects.toMatchObject({ code: 'LETTER_UNKNOWN' });
    await expect(decide('again', { id: crypto.randomUUID() })).rejects.toMatchObject({ code: 'PRINT_UNKNOWN' });
  });

  it('comes out once, and whoever printed it is written down like a reader', async () => {
    await printAt('Kantor');
    const asked = { requestKey: key(), copies: 2 };
    const first = await print(operator, asked);
    expect(await print(operator, asked)).toEqual(first);
    expect(first).toMatchObject({ requestId, queue: 'Kantor', copies: 2, state: 'queued' });
    await becomes(first, 'done');
    const [job, ...more] = printers.jobs('Kantor');
    expect(more).toEqual([]);
    expect(job?.document.subarray(0, 5).toString()).toBe('%PDF-');
    expect(job?.args.slice(0, 3)).toEqual(['-dKantor', '-n2', '-tSurat']);
    const reads = db().prepare('SELECT count(*) FROM request_read WHERE letter_id = ?').pluck().get(letterId);
    expect(reads).toBe(1);
  });

  it('comes out at the counter’s own printer where it has one', async () => {
    pair('counter-2');
    await printAt('Tengah');
    printers.queue('Loket2');
    expect(await setPrinter('Loket2', 'counter-2')).toMatchObject({ office: 'Tengah', own: { 'counter-2': 'Loket2' } });
    const [one, other] = [await print(operator), await print(secondCounter)];
    await becomes(one, 'done');
    await becomes(other, 'done');
    expect([printers.jobs('Tengah').length, printers.jobs('Loket2').length]).toEqual([1, 1]);
    expect([(await board()).queue, (await board(secondCounter)).queue]).toEqual(['Tengah', 'Loket2']);
    await setPrinter(null, 'counter-2');
    expect((await board(secondCounter)).queue).toBe('Tengah');
    await expect(setPrinter('Tengah', 'nobody')).rejects.toMatchObject({ code: 'DEVICE_UNKNOWN' });
  });

  it('waits for paper where the system keeps it, and is not sent again', async () => {
    await printAt('Habis', 'no_paper');
    const one = await print();
    await eventually(async () => expect(await stateOf(one)).toMatchObject({ state: 'sent', reason: 'no_paper' }));
    await expect(decide('again', one)).rejects.toMatchObject({ code: 'PRINT_BUSY' });
    await expect(decide('cameOut', one)).rejects.toMatchObject({ code: 'PRINT_BUSY' });
    printers.queue('Habis', 'prints');
    await office.test.restart();
    await becomes(one, 'done');
    expect(printers.jobs('Habis').length).toBe(1);
  });

  it('fails at a queue that stands still, and is tried again later or at a person’s word', async () => {
    await printAt('Macet', 'stopped');
    const [one, other] = [await print(), await print()];
    await becomes(other, 'failed');
    const failed = await stateOf(one);
    expect(failed).toMatchObject({ state: 'failed', reason: 'stopped' });
    expect(Date.parse(failed?.retryAt ?? '') - Date.parse(failed?.since ?? '')).toBe(10_000);
    expect(await decide('cancel', other)).toMatchObject({ state: 'cancelled' });
    printers.queue('Macet', 'prints');
    await decide('again', one);
    await becomes(one, 'done');
    expect(printers.jobs('Macet').length).toBe(1);
  });

  it('is uncertain when the power goes out while it is given over, and a person says what is in the tray', async () => {
    await printAt('Padam');
    printers.hang('lp', true);
    const [one, other] = [await print(), await print()];
    await eventually(() => expect(printers.jobs('Padam').length).toBe(1));
    const back = office.test.losePower('2026-11-24T09:05:00+07:00');
    printers.hang('lp', false);
    await back;
    await becomes(one, 'unknown');
    await becomes(other, 'done');
    expect(await decide('cameOut', one)).toMatchObject({ state: 'done' });
    await expect(decide('cameOut', one)).rejects.toMatchObject({ code: 'PRINT_BUSY' });
    expect(printers.jobs('Padam').length).toBe(2);
  });

  it('keeps its place in a line', async () => {
    await printAt('Ramai');
    const asked: LetterPrint[] = [];
    for (let i = 0; i < 5; i += 1) asked.push(await print());
    await becomes(asked[4] as LetterPrint, 'done');
    expect(printers.jobs('Ramai').length).toBe(5);
    const shown = (await board()).prints.map(({ id }) => id);
    expect(shown.slice(0, 5)).toEqual(asked.map(({ id }) => id).toReversed());
  });

  it('is not printed once it was destroyed, even before its bytes are wiped', async () => {
    await printAt('Musnah', 'rejecting');
    const one = await print();
    await becomes(one, 'failed');
    db().exec(`INSERT INTO disposal VALUES ('d', '1', '2031-01-01', 1, '{}', 0, 'staff-3')`);
    db().prepare("INSERT INTO letter_destroyed VALUES (?, 'd')").run(letterId);
    printers.queue('Musnah', 'prints');
    await decide('again', one);
    await becomes(one, 'cancelled');
    expect(printers.jobs('Musnah')).toEqual([]);
    db().exec('DELETE FROM letter_destroyed');
  });

  it('is not printed when it counts no more', async () => {
    await printAt('Batal', 'stopped');
    const one = await print();
    await becomes(one, 'failed');
    await office.step(requestId, 'undo', supervisor, 'Salah nama');
    await expect(print()).rejects.toMatchObject({ code: 'LETTER_VOID' });
    printers.queue('Batal', 'prints');
    await decide('again', one);
    await becomes(one, 'cancelled');
    expect(printers.jobs('Batal')).toEqual([]);
  });
});

describe('the supervisor', () => {
  it('sees the queues of the system and tries one', async () => {
    const { queues } = await call(api().settings, undefined, office.as(supervisor));
    expect(queues).toContainEqual({ name: 'Kantor', state: 'idle' });
    printers.queue('Coba');
    const requestKey = key();
    const test = () => call(api().testPage, { queue: 'Coba', requestKey }, office.as(supervisor));
    await Promise.all([test(), test()]);
    await test();
    expect(printers.jobs('Coba').length).toBe(1);
    expect(printers.jobs('Coba')[0]?.document.toString('latin1')).toContain('(Halaman uji)');
    printers.queue('Coba', 'rejecting');
    await expect(
      call(api().testPage, { queue: 'Coba', requestKey: key() }, office.as(supervisor)),
    ).rejects.toMatchObject({ code: 'PRINT_REFUSED' });
  });

  it.each(['a/b', 'x,y', "it's", 'a\nb', ''])('cannot set a printer called %j', async (queue) => {
    await expect(setPrinter(queue)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
