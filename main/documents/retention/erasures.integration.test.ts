import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type RequestState, requestSteps } from '../../../contract/documents.ts';
import { newFolderInMemory, removeFolders } from '../../../tests/doubles/lounge/data-folder.ts';
import { silentLog } from '../../../tests/doubles/lounge/in-process.ts';
import { namedVillage } from '../../../tests/letters/village-office.ts';
import { Ids } from '../../ops/ids.ts';
import { programFiles } from '../../program-files.ts';
import { FileKey } from '../../store/key.ts';
import { LogSweep } from '../../store/log-sweep.ts';
import { openStore } from '../../store/open.ts';
import { LetterStore } from '../letters/letter-store.ts';
import { LetterNumberStore } from '../registers/letter-number-store.ts';
import { RequestStore } from '../requests/request-store.ts';
import { follow, undoable } from '../requests/workflow.ts';
import { ResidentStore } from '../residents/resident-store.ts';
import { Ages } from './ages.ts';
import { ErasureList } from './erasure-list.ts';
import { Erasures } from './erasures.ts';
import { composeMinutes } from './minutes.ts';
import { personalTables, RetentionStore } from './retention-store.ts';

const dayMs = 86_400_000;
const folder = newFolderInMemory('erasures');
const store = openStore(folder, new FileKey(folder), programFiles(import.meta.dirname).migrations);
const path = join(folder, 'erased.list');
const requests = new RequestStore(store.db);
const letters = new LetterStore(store.db);
const numbers = new LetterNumberStore(store.db);
const residents = new ResidentStore(store.db);
const kept = new RetentionStore(store.db);
const sweep = new LogSweep(store.db, silentLog);
afterAll(() => {
  sweep.close();
  store.close();
  removeFolders();
});

let now = 0;
const ids = new Ids({ tick: () => now });
beforeEach(() => empty());

const answersOf = (id: string) => requests.person(id)?.answers ?? {};
const newList = () => new ErasureList(path, store.reader.key, silentLog);
const erasuresWith = (list: ErasureList) => new Erasures({ store, kept, list, answersOf, residents });

function empty(): void {
  rmSync(path, { force: true });
  store.db.exec(`DELETE FROM letter_destroyed; DELETE FROM disposal; DELETE FROM letter; DELETE FROM letter_number;
    DELETE FROM request_note; DELETE FROM request_value_before; DELETE FROM request_person; DELETE FROM request_event;
    DELETE FROM request; DELETE FROM resident_forgotten; DELETE FROM resident`);
}

const by = () => ({ at: now, actor: 'staff-1', device: 'counter-1' });
const secret = 'Jl. Xylofon 47';
const nik = '3510164508900001';
const answers = { 'applicant.nik': nik, 'applicant.name': 'Siti', 'applicant.address': secret };

function file(): string {
  const id = ids.next();
  requests.insert(
    {
      id,
      tracking: id.slice(-8).toUpperCase() + String(Math.random()),
      letter_type: 'sk_usaha',
      ...{ sensitive: 0, for_whom: 'self', brought_all: 1, state: 'submitted', state_at: now, filed_at: now },
      ...{ promised_at: null, device_id: 'kiosk-1', ticket_id: null, print_job_id: null },
    },
    { applicant: 'Siti', phone: '+6281234567890', answers },
  );
  requests.wrote(id, { step: 'file', state: 'submitted', undoes: null, note: null }, by());
  return id;
}

/** The letter says the address no more than the phone. */
function issue(requestId: string): void {
  const id = ids.next();
  const seq = numbers.last('common', 2026) + 1;
  numbers.advance('common', 2026, seq);
  const number = { id: ids.next(), register: 'surat', series: 'common', year: 2026, seq, number: `n/${ids.next()}` };
  numbers.insert({
    ...number,
    ...{ letter_type: 'sk_usaha', subject: 'SKU', date: '2026-11-24', state: 'issued', reason: null, signed_by: '' },
    ...{ official: null, made_at: now, actor: 'staff-1', letter_id: id },
  });
  const blank = composeMinutes({
    ...{ village: namedVillage, unitType: 'desa', minutesNumber: '1', minutesDate: '2026-11-24', witnesses: [] },
    letters: [],
  });
  const rows = {
    kind: 'rows' as const,
    rows: [['Nama', 'Siti'] as [string, string], ['NIK', nik] as [string, string]],
  };
  letters.insert({
    ...{ id, request_id: requestId, paper_id: 'main', title: 'SKU', number_id: number.id, date: '2026-11-24' },
    ...{ valid_until: null, document: JSON.stringify({ ...blank, body: [rows] }), masked_name: 'S***', made_at: now },
  });
}

/** What is kept of a request beside its events and letters. */
function personalOf(id: string): { tables: string[]; person: ReturnType<typeof requests.person> } {
  const tables = personalTables.filter((table) =>
    store.db.prepare<[string]>(`SELECT 1 FROM ${table} WHERE request_id = ? LIMIT 1`).get(id),
  );
  return { tables, person: requests.person(id) };
}

it('every table of requests is either purged, or known to hold nobody', () => {
  const tables = store.db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema AS its
       WHERE type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(its.name) WHERE name = 'request_id')`,
    )
    .pluck()
    .all();
  const holdNobody = ['letter_print', 'request_event', 'request_requirement', 'request_read', 'letter'];
  expect(tables.toSorted()).toEqual([...personalTables, ...holdNobody].sort());
});

describe('whatever is done with requests, and however time goes by', () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('file' as const) }),
    fc.record({
      kind: fc.constant('step' as const),
      which: fc.nat(4),
      step: fc.constantFrom(...requestSteps.filter((step) => step !== 'file' && step !== 'expire')),
    }),
    // On the way to the collected letter.
    fc.record({ kind: fc.constant('onward' as const), which: fc.nat(4), steps: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ kind: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 100 }) }),
    fc.record({ kind: fc.constant('look' as const) }),
  );

  it('nothing personal is left of what is over for longer than its days, beyond its letters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        empty();
        now = Date.parse('2026-11-24T09:00:00+07:00');
        const list = newList();
        const erasures = erasuresWith(list);
        erasures.restore();
        const retention = { unfinishedDays: 30, openDays: 90, letterYears: 5 };
        const ages = new Ages({
          ...{ store, kept, requests, erasures, sweep, retention: () => retention, clock: { wall: () => now } },
          ...{ clockConfirmed: () => true, changed: () => undefined, log: silentLog },
        });
        const filed: string[] = [file()];
        for (const its of acts) {
          if (its.kind === 'file') filed.push(file());
          else if (its.kind === 'pass') now += its.days * dayMs;
          else if (its.kind === 'look') await ages.look();
          else if (its.kind === 'step') take(filed[its.which % filed.length] ?? '', its.step);
          else for (const step of onward.slice(0, its.steps)) take(filed[its.which % filed.length] ?? '', step);
        }
        await ages.look();
        for (const id of filed) expectKept(id);
        // And so it stays, whatever of it is put back.
        expect(erasuresWith(newList()).restore()).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  const onward = ['check', 'approve', 'signed', 'hand_over'] as const;

  function take(id: string, step: (typeof requestSteps)[number]): void {
    const request = requests.find(id);
    if (!request || !requests.isWhole(id)) return;
    if (step === 'undo') {
      const last = undoable(requests.events(id));
      if (last) requests.moved(id, { step, state: last.back, undoes: last.step.id, note: 'Keliru' }, by());
      return;
    }
    if (step === 'file') return;
    const led = follow(request.state, step, 'supervisor', { note: true, camat: false });
    if ('refused' in led) return;
    if (step === 'approve') issue(id);
    if (step === 'check')
      requests.correct(id, { applicant: 'Siti', answers }, 'applicant.address', secret, now, 'staff-1');
    requests.moved(id, { step, state: led.to, undoes: null, note: `Catatan ${secret}` }, by());
  }

  function expectKept(id: string): void {
    const { state, state_at } = requests.find(id) ?? { state: 'submitted' as RequestState, state_at: 0 };
    const age = (now - state_at) / dayMs;
    const { tables, person } = personalOf(id);
    if (['submitted', 'checking', 'incomplete'].includes(state)) expect(age).toBeLessThanOrEqual(90);
    else if (['rejected', 'cancelled', 'expired'].includes(state) && age > 30) expect(tables, state).toEqual([]);
    else if (state === 'collected' && age > 30) {
      expect(tables).toEqual(['request_person']);
      expect(person).toEqual({
        ...{ applicant: 'Siti', phone: null, answers: { 'applicant.nik': nik, 'applicant.name': 'Siti' } },
      });
    } else expect(person, `${state} for ${age} days`).toMatchObject({ answers });
  }
});

describe('the list and the database', () => {
  it('both hold an act, or neither does', () => {
    const list = newList();
    const erasures = erasuresWith(list);
    erasures.restore();
    const id = file();
    const failing = () =>
      store.immediate(() => {
        erasures.erase({ purged: [id] });
        throw new Error('disk full');
      });
    expect(() => erasures.whole(failing)).toThrow('disk full');
    expect(personalOf(id).tables).toEqual(['request_person']);
    expect(newList().read()).toEqual([]);
  });

  it('agree at the next start when the power went before the database had it', () => {
    const list = newList();
    const id = file();
    list.whole(() => list.append({ purged: [id] }));
    expect(erasuresWith(newList()).restore()).toBe(true);
    expect(personalOf(id).tables).toEqual([]);
    expect(erasuresWith(newList()).restore()).toBe(false);
  });

  it('wipe a destroyed letter at the next start when the power went before that', async () => {
    const list = newList();
    const erasures = erasuresWith(list);
    erasures.restore();
    const id = file();
    issue(id);
    const letter = letters.ofRequest(id)[0]?.id ?? '';
    const row = { id: ids.next(), minutes_number: 'BA/1', minutes_date: '2031-11-26', letters: 1, document: '{}' };
    const disposal = { ...row, at: now, actor: 'staff-3' };
    erasures.whole(() => store.immediate(() => erasures.erase({ destroyed: { letters: [letter], disposal } })));
    // For everybody it is gone already.
    expect([kept.keptOf(id), letters.isDestroyed(letter)]).toEqual([[], true]);
    expect(letters.find(letter)?.document).not.toBe('');
    expect(erasuresWith(newList()).restore()).toBe(true);
    expect(letters.find(letter)).toMatchObject({ document: '', masked_name: '', token: null, title: 'SKU' });
    expect(erasuresWith(newList()).restore()).toBe(false);
    await erasures.wipe(disposal.id);
    expect(kept.disposals()).toHaveLength(1);
  });

  it('a list that is not there any more is written anew from what the database knows', () => {
    const list = newList();
    const erasures = erasuresWith(list);
    erasures.restore();
    const id = file();
    const mark = list.markOf(nik);
    erasures.whole(() => store.immediate(() => erasures.erase({ purged: [id], forgotten: [mark] })));
    rmSync(path);
    erasuresWith(newList()).restore();
    const again = newList();
    expect(again.read()).toEqual([{ purged: [id], reduced: [], forgotten: [mark] }]);
    expect(again.isForgotten(nik)).toBe(true);
  });

  it('a resident of an older copy is forgotten again, also where the newest import could bring them back', () => {
    const list = newList();
    list.whole(() => list.append({ forgotten: [list.markOf(nik)] }));
    const columns = { kk: null, birth_place: null, birth_date: null, sex: null, religion: null, marital_status: null };
    const resident = {
      nik,
      name: 'Siti',
      ...columns,
      occupation: null,
      address: secret,
      rt: null,
      rw: null,
      hamlet: null,
    };
    residents.keepBefore(nik, resident);
    expect(residents.known(nik)).toEqual(resident);
    erasuresWith(newList()).restore();
    expect(residents.known(nik)).toBeUndefined();
    expect(erasuresWith(newList()).restore()).toBe(false);
  });

  it('a list of 100,000 is looked through in a moment when nothing is to be done', () => {
    const list = newList();
    for (let i = 0; i < 100; i += 1) file();
    list.whole(() => {
      for (let line = 0; line < 2000; line += 1) list.append({ purged: Array.from({ length: 50 }, () => ids.next()) });
    });
    const times = [1, 2, 3].map(() => {
      const before = performance.now();
      expect(erasuresWith(newList()).restore()).toBe(false);
      return performance.now() - before;
    });
    // Some 100 ms; others may be at work here.
    expect(Math.min(...times)).toBeLessThan(500);
  });
});
