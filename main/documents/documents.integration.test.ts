import { call } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LetterDefinition } from '../../contract/letters.ts';
import { TestDesk } from '../../tests/doubles/lounge/desk.ts';
import { kioskActor, TestLounge } from '../../tests/doubles/lounge/in-process.ts';
import { Dice } from '../../tests/faults/dice.ts';
import { anyAnswers } from '../../tests/letters/any-answers.ts';
import { namedVillage, operator, supervisor, VillageOffice, verifier } from '../../tests/letters/village-office.ts';

let office: VillageOffice;
beforeEach(() => {
  office = new VillageOffice();
});
afterEach(() => office.end());

async function answersFor(letterId: string, seed = 1) {
  const { definition } = await office.letter(letterId);
  return anyAnswers(definition as LetterDefinition, new Dice(seed));
}

const filed = async (letterId = 'sk_usaha', more: Parameters<VillageOffice['file']>[2] = {}) =>
  office.file(letterId, await answersFor(letterId), more);

const slipOf = (jobId: string): unknown =>
  JSON.parse(
    office.test.lounge.db.prepare<[string], string>('SELECT slip FROM print_job WHERE id = ?').pluck().get(jobId) ??
      '{}',
  );

const eventKinds = (id: string) =>
  office.test.lounge.db
    .prepare<[string], string>('SELECT step FROM request_event WHERE request_id = ? ORDER BY id')
    .pluck()
    .all(id);

describe('a resident at the kiosk', () => {
  it('asks for a letter and gets a code and a number for the counter', async () => {
    const answer = await filed();
    expect(answer.tracking).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(answer.ticket?.number).toBe('C001');
    expect(answer.promisedAt).not.toBeNull();
    const { requestId } = await call(office.api.ofTicket, { ticketId: answer.ticket?.id ?? '' }, office.as(operator));
    expect(requestId).toBe(answer.requestId);
    const slip = slipOf(answer.printJobId);
    expect(slip).toMatchObject({ number: 'C001', request: { tracking: answer.tracking } });
  });

  it('gets a paper with the code while no numbers are given', async () => {
    await office.end();
    office = new VillageOffice('2026-11-24T22:00:00+07:00');
    const answer = await filed();
    expect(answer).toMatchObject({ ticket: null, closed: expect.any(String), promisedAt: null });
    const slip = slipOf(answer.printJobId);
    expect(slip).toMatchObject({ kind: 'receipt', request: { tracking: answer.tracking } });
  });

  it('is filed once however often the button is pressed', async () => {
    const values = await answersFor('sk_usaha');
    const requestKey = TestLounge.key();
    const first = await office.file('sk_usaha', values, { requestKey });
    expect(await office.file('sk_usaha', values, { requestKey })).toEqual(first);
    await expect(office.file('sktm', values, { requestKey })).rejects.toThrow();
    expect(office.test.lounge.db.prepare('SELECT count(*) FROM request').pluck().get()).toBe(1);
  });

  it('hears which answers cannot be, and nothing is kept', async () => {
    const values = await answersFor('sk_usaha');
    const wrong = office.file('sk_usaha', { ...values, 'applicant.nik': '3510163102990001', 'no.such': 'x' });
    await expect(wrong).rejects.toMatchObject({
      code: 'VALUES_WRONG',
      data: {
        wrong: expect.arrayContaining([
          { field: 'applicant.nik', problem: 'nik_date' },
          { field: 'no.such', problem: 'unknown_field' },
        ]),
      },
    });
    expect(office.test.lounge.db.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(0);
  });

  it('cannot file what only the desk fills in', async () => {
    await expect(office.file('sk_ahli_waris', {})).rejects.toMatchObject({ code: 'LETTER_AT_DESK' });
    await expect(office.file('kk_ktp_kia_arahkan', {})).rejects.toMatchObject({ code: 'LETTER_UNKNOWN' });
  });

  it('follows it by the code or the ticket, and hears what is missing', async () => {
    const answer = await filed();
    const track = (code: string) => call(office.api.track, { code }, office.as(kioskActor));
    expect(await track(answer.tracking.toLowerCase())).toMatchObject({ state: 'submitted', message: null });
    await office.step(answer.requestId, 'check');
    await office.step(answer.requestId, 'ask', operator, 'Bawa fotokopi KK');
    expect(await track(`ANJ1:${answer.ticket?.id}`)).toMatchObject({
      state: 'incomplete',
      message: 'Bawa fotokopi KK',
    });
    await expect(track('0000-0000')).rejects.toMatchObject({ code: 'REQUEST_UNKNOWN' });
  });

  it('takes it back with the last digits of the phone alone', async () => {
    const { tracking: code, requestId } = await filed('sk_usaha', { phone: '0812 3456 7890' });
    const withdraw = (lastFour: string) =>
      call(office.api.withdraw, { code, lastFour, requestKey: TestLounge.key() }, office.as(kioskActor));
    await expect(withdraw('0000')).rejects.toMatchObject({ code: 'NOT_YOURS' });
    expect(await withdraw('7890')).toMatchObject({ state: 'cancelled' });
    expect(eventKinds(requestId)).toEqual(['file', 'cancel']);
  });

  it('does not find another code by trying', async () => {
    const track = (code: string) => call(office.api.track, { code }, office.as(kioskActor));
    for (let i = 0; i < 10; i += 1) await expect(track('0000-0000')).rejects.toMatchObject({ code: 'REQUEST_UNKNOWN' });
    const { tracking } = await filed();
    await expect(track(tracking)).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
    office.test.time.pass(11);
    expect(await track(tracking)).toMatchObject({ state: 'submitted' });
  });
});

describe('a clerk', () => {
  it('takes a request through to the collected letter', async () => {
    const { requestId } = await filed();
    const page = await office.issue(requestId);
    expect(page.letters).toMatchObject([{ number: expect.stringMatching(/\/001\/.*\/2026$/), render: 'rendered' }]);
    const [letter] = page.letters;
    const { pdf } = await call(office.api.pdf, { id: letter?.id ?? '' }, office.as(operator));
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    await office.step(requestId, 'signed', verifier);
    const done = await office.step(requestId, 'hand_over');
    expect(done.state).toBe('collected');
    const { entries } = await call(office.api.register, { year: 2026, register: null, page: 0 }, office.as(operator));
    expect(entries).toMatchObject([{ seq: 1, state: 'issued', addressee: page.applicant, handedOverBy: 'staff-1' }]);
  });

  it('approves nothing while something is missing', async () => {
    const { requestId } = await filed();
    await office.step(requestId, 'check');
    expect((await office.page(requestId, verifier)).steps).not.toContain('approve');
    await expect(office.approve(requestId)).rejects.toMatchObject({ data: { why: 'requirements' } });
    await office.tickAll(requestId);
    await expect(office.approve(requestId, operator)).rejects.toMatchObject({ data: { why: 'role' } });
    await expect(office.approve(requestId, verifier, 'nobody')).rejects.toMatchObject({ data: { why: 'official' } });
    expect(office.test.lounge.db.prepare('SELECT count(*) FROM letter_number').pluck().get()).toBe(0);
  });

  it('gives no number while nobody has said that the clock is right', async () => {
    const { requestId } = await filed();
    await office.step(requestId, 'check');
    await office.tickAll(requestId);
    await office.test.restart('2026-11-28T09:00:00+07:00');
    await expect(office.approve(requestId)).rejects.toMatchObject({ data: { why: 'clock' } });
  });

  it('corrects a field; the old value is kept beside', async () => {
    const { requestId: id } = await filed();
    const correct = (field: string, value: string) =>
      call(office.api.correct, { id, field, value, requestKey: TestLounge.key() }, office.as(operator));
    const page = await correct('applicant.name', '  Siti   Aminah ');
    expect(page).toMatchObject({ applicant: 'Siti Aminah', corrected: ['applicant.name'] });
    await expect(correct('applicant.nik', '12')).rejects.toMatchObject({ code: 'VALUES_WRONG' });
    await expect(correct('no.such', 'x')).rejects.toMatchObject({ code: 'VALUES_WRONG' });
    await office.issue(id);
    await expect(correct('applicant.name', 'Other')).rejects.toMatchObject({ data: { why: 'state' } });
  });

  it('has the camat sign too where the resident needs it, and else not', async () => {
    const plain = await filed('sktm');
    await office.issue(plain.requestId);
    expect((await office.step(plain.requestId, 'signed', verifier)).state).toBe('ready');
    const { requestId } = await filed('sktm');
    await office.step(requestId, 'check');
    await office.tickAll(requestId);
    await office.approve(requestId, verifier, 'head', true);
    await office.test.lounge.documents.made();
    expect((await office.step(requestId, 'signed', verifier)).state).toBe('awaiting_camat');
    expect((await office.step(requestId, 'camat_signed')).state).toBe('ready');
  });

  it('hears of the camat whom an issued letter names, whatever the kind of letter says by then', async () => {
    const { requestId } = await filed('sktm');
    await office.step(requestId, 'check');
    await office.tickAll(requestId);
    await office.approve(requestId, verifier, 'head', true);
    await office.test.lounge.documents.made();
    const { letterSettings } = office.test.lounge.router;
    const { content, revision } = await call(letterSettings.letter, { id: 'sktm' }, office.as(supervisor));
    const without = { ...content, signing: { ...('signing' in content ? content.signing : {}), knownBy: null } };
    const saved = { part: 'letter:sktm', content: without, revision, requestKey: TestLounge.key() };
    await call(letterSettings.save, saved, office.as(supervisor));
    expect((await office.step(requestId, 'signed', verifier)).state).toBe('awaiting_camat');
  });

  it('ends while letters are being made, and they are made after the next start', async () => {
    await office.end();
    const errors: unknown[] = [];
    const quiet = () => undefined;
    office = new VillageOffice(undefined, { log: { info: quiet, warn: quiet, error: (...said) => errors.push(said) } });
    const { requestId } = await filed();
    await office.step(requestId, 'check');
    await office.tickAll(requestId);
    await office.approve(requestId);
    // By now the thread has begun.
    await new Promise((resolve) => setTimeout(resolve, 60));
    await office.test.restart();
    await office.test.lounge.documents.made();
    expect((await office.page(requestId)).letters).toMatchObject([{ render: 'rendered' }]);
    expect(errors).toEqual([]);
  });

  it("is told of a signature by the signer's own PIN where the office wants that", async () => {
    await office.end();
    office = new VillageOffice(undefined, { village: { ...namedVillage, signerPin: true } });
    const { personId } = await call(
      office.test.lounge.router.staff.add,
      { name: 'H. Abdul Rohman', role: 'signer', pin: '482913', requestKey: TestLounge.key() },
      office.as(supervisor),
    );
    const { requestId } = await filed();
    await office.issue(requestId);
    await expect(office.step(requestId, 'signed', verifier)).rejects.toMatchObject({ data: { why: 'pin' } });
    const many = { ids: [requestId], requestKey: TestLounge.key() };
    expect(await call(office.api.signedMany, many, office.as(verifier))).toEqual({ signed: [], refused: [requestId] });
    const sign = (pin: string) =>
      call(
        office.api.signWithPin,
        { ids: [requestId], personId, pin, requestKey: TestLounge.key() },
        office.as({ ...operator, device: 'kiosk-1' }),
      );
    await expect(sign('111222')).rejects.toMatchObject({ code: 'PIN_WRONG' });
    office.test.time.pass(1);
    expect(await sign('482913')).toEqual({ signed: [requestId], refused: [] });
    const page = await office.page(requestId);
    expect(page.state).toBe('ready');
    expect(page.events.at(-1)).toMatchObject({ step: 'signed', by: 'H. Abdul Rohman' });
  });

  it('files for whoever stands at the counter, once, and for nobody else', async () => {
    const desk = new TestDesk(office.test, '3');
    desk.open();
    const served = office.test.take('surat-desa');
    desk.callNext();
    const ask = (ticketId: string) => filed('sk_usaha', { by: desk.by, wantsTicket: false, ticketId });
    const { requestId, ticket } = await ask(served.id);
    expect(ticket).toBeNull();
    expect(await call(office.api.ofTicket, { ticketId: served.id }, office.as(operator))).toEqual({ requestId });
    await expect(ask(served.id)).rejects.toMatchObject({ code: 'TICKET_TAKEN' });
    const waiting = office.test.take('surat-desa');
    await expect(ask(waiting.id)).rejects.toMatchObject({ code: 'TICKET_ELSEWHERE' });
    await expect(filed('sk_usaha', { ticketId: waiting.id })).rejects.toMatchObject({ code: 'TICKET_ELSEWHERE' });
  });

  it('adds an heir who was forgotten, and takes one out again', async () => {
    const { requestId: id } = await filed('sk_ahli_waris', { by: operator });
    const correct = (field: string, value: string) =>
      call(office.api.correct, { id, field, value, requestKey: TestLounge.key() }, office.as(operator));
    const { values } = await office.page(id);
    const heir = Object.entries(values)
      .filter(([field]) => field.startsWith('heirs.'))
      .map(([field, value]) => [field.replace('heirs.', 'heirs_2.'), value] as const);
    expect(heir.length).toBeGreaterThan(1);
    for (const [field, value] of heir) await correct(field, value);
    expect((await office.page(id)).values).toMatchObject(Object.fromEntries(heir));
    for (const [field] of heir) await correct(field, '');
    expect((await office.page(id)).values).toEqual(values);
  });

  it('refuses after the number was given: it stays, void, and the next one follows', async () => {
    const { requestId } = await filed();
    await office.issue(requestId);
    const page = await office.step(requestId, 'reject', verifier, 'Data tidak benar');
    expect(page).toMatchObject({ state: 'rejected', letters: [{ state: 'void' }] });
    const next = await office.issue((await filed()).requestId);
    expect(next.letters[0]?.number).toContain('/002/');
    expect((await office.page(requestId, supervisor)).steps).not.toContain('undo');
  });

  it('has an approval taken back by the supervisor alone, and approves anew', async () => {
    const { requestId } = await filed();
    await office.issue(requestId);
    await expect(office.step(requestId, 'undo', verifier, 'Salah ketik')).rejects.toMatchObject({
      data: { why: 'role' },
    });
    await expect(office.step(requestId, 'undo', supervisor)).rejects.toMatchObject({ data: { why: 'reason' } });
    expect(await office.step(requestId, 'undo', supervisor, 'Salah ketik')).toMatchObject({ state: 'checking' });
    await office.approve(requestId);
    await office.test.lounge.documents.made();
    const page = await office.page(requestId, supervisor);
    expect(page.letters.map(({ state }) => state)).toEqual(['void', 'issued']);
    expect((await office.step(requestId, 'signed', verifier)).state).toBe('ready');
  });

  it('signs several at once, and hears which were not ready', async () => {
    const ready = [(await filed()).requestId, (await filed('sktm')).requestId];
    for (const id of ready) await office.issue(id);
    const early = (await filed()).requestId;
    const asked = { ids: [...ready, early], requestKey: TestLounge.key() };
    const answer = await call(office.api.signedMany, asked, office.as(verifier));
    expect(answer).toEqual({ signed: ready, refused: [early] });
  });

  it('leaves a trace of every reading; a screen that stays open reads once', async () => {
    const { requestId } = await filed();
    await office.page(requestId);
    await office.page(requestId);
    await office.page(requestId, verifier);
    office.test.time.pass(11);
    await office.page(requestId);
    const readers = office.test.lounge.db.prepare('SELECT actor FROM request_read ORDER BY id').pluck().all();
    expect(readers).toEqual(['staff-1', 'staff-2', 'staff-1']);
  });

  it('lists what waits, and finds it by name, code or number', async () => {
    const one = await filed();
    await filed('sktm');
    const list = (search: string) =>
      call(office.api.list, { states: ['submitted'], search, page: 0 }, office.as(operator));
    expect((await list('')).total).toBe(2);
    const name = (await office.page(one.requestId)).applicant;
    expect((await list(name.slice(0, 4).toLowerCase())).rows.map(({ id }) => id)).toContain(one.requestId);
    expect((await list(one.tracking)).rows).toHaveLength(1);
    expect((await list('c001')).rows).toMatchObject([{ id: one.requestId, ticketNumber: 'C001' }]);
  });
});

describe('a letter', () => {
  it('is made after a power cut between its number and its PDF', async () => {
    const { requestId } = await filed();
    await office.step(requestId, 'check');
    await office.tickAll(requestId);
    await office.approve(requestId);
    await office.test.losePower('2026-11-24T09:30:00+07:00');
    await office.test.lounge.documents.made();
    const page = await office.page(requestId, verifier);
    expect(page.letters).toMatchObject([{ render: 'rendered', state: 'issued' }]);
  });

  it('is known at the office by its code, also when it was voided', async () => {
    const { requestId } = await filed();
    const page = await office.issue(requestId);
    const token = office.test.lounge.db.prepare<[], string>('SELECT token FROM letter').pluck().get() ?? '';
    const verify = () => call(office.api.verify, { token }, office.as(kioskActor));
    expect(await verify()).toMatchObject({ result: 'issued', now: 'issued', number: page.letters[0]?.number });
    await office.step(requestId, 'undo', supervisor, 'Salah ketik');
    expect(await verify()).toMatchObject({ now: 'void' });
    const at = token.length - 10;
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    expect(await call(office.api.verify, { token: changed }, office.as(kioskActor))).toEqual({ result: 'false' });
  });
});

describe('the register', () => {
  it('keeps a number for a letter made by hand, and the next one follows', async () => {
    const reserve = { letterId: 'sk_usaha', subject: 'Surat tangan', requestKey: TestLounge.key() };
    const kept = await call(office.api.reserve, reserve, office.as(verifier));
    expect(kept).toMatchObject({ seq: 1, state: 'reserved', subject: 'Surat tangan' });
    const page = await office.issue((await filed()).requestId);
    expect(page.letters[0]?.number).toContain('/002/');
    const spoilt = { id: kept.id, reason: 'Tidak jadi', requestKey: TestLounge.key() };
    expect(await call(office.api.voidNumber, spoilt, office.as(supervisor))).toMatchObject({ state: 'void' });
    const month = { book: 'agenda' as const, year: 2026, month: 11, register: null };
    const file = await call(office.api.exportRegister, month, office.as(verifier));
    expect(file).toMatchObject({ name: 'buku-agenda-2026-11.csv', text: expect.stringContaining('Surat tangan') });
  });

  it('has a letter in the Buku Ekspedisi of the month in which it was handed over, until that is taken back', async () => {
    const { requestId } = await filed();
    const { letters } = await office.issue(requestId);
    await office.step(requestId, 'signed', verifier);
    const look = async (month: number | null) => {
      const asked = { book: 'ekspedisi' as const, year: 2026, month, register: null, page: 0 };
      const { entries, total } = await call(office.api.register, asked, office.as(operator));
      expect(total).toBe(entries.length);
      return entries.map(({ number, handedOverBy }) => `${number} ${handedOverBy}`);
    };
    expect(await look(null)).toEqual([]);
    // Six in the morning of the first of December is still November in Greenwich.
    await office.test.restart('2026-12-01T06:00:00+07:00');
    const right = { right: true, requestKey: TestLounge.key() };
    await call(office.test.lounge.router.lounge.answerClock, right, office.as(supervisor));
    await office.step(requestId, 'hand_over');
    const entry = `${letters[0]?.number} staff-1`;
    expect(await look(12)).toEqual([entry]);
    expect(await look(11)).toEqual([]);
    expect(await look(null)).toEqual([entry]);
    await office.step(requestId, 'undo', supervisor, 'Keliru orang');
    expect(await look(12)).toEqual([]);
    await office.step(requestId, 'hand_over');
    expect(await look(12)).toEqual([entry]);
  });

  it('is a file for the archive as well; that it was made is written down, without a name', async () => {
    await office.issue((await filed()).requestId);
    const asked = { book: 'agenda' as const, year: 2026, month: null, register: null, format: 'pdf' as const };
    const file = await call(office.api.exportRegister, asked, office.as(verifier));
    expect(file).toMatchObject({ format: 'pdf', name: 'buku-agenda-2026.pdf' });
    expect(await call(office.api.exportRegister, asked, office.as(verifier))).toEqual(file);
    const trail = "SELECT actor, subject, detail FROM audit WHERE act = 'register_exported'";
    const line = { actor: 'staff-2', subject: null, detail: 'agenda 2026 pdf' };
    expect(office.test.lounge.db.prepare(trail).all()).toEqual([line, line]);
  });
});

it('a lounge that is no village office offers no letters', async () => {
  const lounge = new TestLounge('2026-11-24T09:00:00+07:00');
  try {
    const { documents } = lounge.lounge.router;
    expect(await call(documents.letters, undefined, office.as(kioskActor))).toEqual([]);
    await expect(call(documents.letter, { id: 'sk_usaha' }, office.as(kioskActor))).rejects.toMatchObject({
      code: 'LETTER_UNKNOWN',
    });
  } finally {
    await lounge.end();
  }
});
