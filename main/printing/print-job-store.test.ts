import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { journalSchema, migration, schemaUntil } from '../../tests/printing/journal-schema.ts';
import { sampleSlip } from '../../tests/printing/sample-slip.ts';
import { PrintJobStore } from './print-job-store.ts';

const now = { wall: 1_000_000, tick: 5000 };

function journal() {
  const db = new Database(':memory:');
  db.exec(journalSchema);
  const store = new PrintJobStore(db);
  const queue = (id: string, printerId = 'p'): void => {
    store.insert({ id, printerId, ticketId: id, slip: sampleSlip() }, now, { state: 'queued' });
  };
  return { db, store, queue };
}

describe('the journal of printing', () => {
  it('gives each printer its own line, first come first', () => {
    const { store, queue } = journal();
    queue('b');
    queue('a', 'other');
    queue('c');
    expect(store.next('p', false)?.id).toBe('b');
    store.sending('b', now.wall);
    expect(store.next('p', false)?.id).toBe('c');
  });

  it('counts an attempt before its first byte and takes it back when none left', () => {
    const { db, store, queue } = journal();
    queue('a');
    expect(store.sending('a', now.wall)).toBe(true);
    expect(store.sending('a', now.wall)).toBe(false);
    store.unsend('a', 'unreachable', now.wall);
    expect(db.prepare('SELECT state, reason, attempt FROM print_job').get()).toEqual({
      state: 'held',
      reason: 'unreachable',
      attempt: 0,
    });
  });

  it('carries ages over a restart by the wall clock, and never makes a ticket younger than new', () => {
    const { db, store, queue } = journal();
    queue('a');
    const age = (tick: number): unknown => tick - Number(db.prepare('SELECT queued_tick FROM print_job').pluck().get());
    store.replay({ wall: now.wall + 7000, tick: 100 });
    expect(age(100)).toBe(7000);
    store.replay({ wall: now.wall - 90_000, tick: 50 });
    expect(age(50)).toBe(0);
  });

  it('lists the slips of one printer by index, however many another has printed', () => {
    const { db } = journal();
    const plan = db
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT id FROM print_job
         WHERE printer_id = 'p' AND state IN ('done', 'cancelled') ORDER BY id DESC LIMIT 40`,
      )
      .all();
    expect(plan.map(({ detail }) => detail).join()).toContain('USING INDEX print_job_over');
  });

  it('finds its line by index, however long the history is', () => {
    const { db } = journal();
    const plan = db
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT id FROM print_job WHERE printer_id = 'p'
         AND state IN ('queued', 'held', 'sending', 'sent', 'printed', 'unknown') AND state IN ('queued', 'held') ORDER BY id LIMIT 1`,
      )
      .all();
    expect(plan.map(({ detail }) => detail).join()).toContain('USING INDEX print_job_open');
  });
});

describe('what an older program wrote', () => {
  it('is kept, with what was known of each slip and printer', () => {
    const db = new Database(':memory:');
    db.exec(schemaUntil('0110'));
    db.exec(`INSERT INTO device (id, kind, name) VALUES ('k1', 'kiosk', 'Anjungan 1'), ('k2', 'kiosk', 'Anjungan 2');
      INSERT INTO printer (id, device_id, uri, columns) VALUES ('p1', 'k1', 'tcp://a:9100', 48), ('p2', 'k2', NULL, 32);`);
    const insert = db.prepare(
      `INSERT INTO print_job (id, printer_id, ticket_id, slip, state, reason, attempt, queued_at, queued_tick, changed_at, reprint)
       VALUES (?, 'p1', ?, '{}', ?, ?, 1, 1, 2, 3, ?)`,
    );
    insert.run('a', 't1', 'done', null, 0);
    insert.run('b', 't2', 'done', 'mute', 0);
    insert.run('c', 't3', 'done', 'status', 0);
    insert.run('d', 't4', 'held', 'paper_out', 2);
    db.exec(migration('0110-printer-care.sql'));
    expect(db.prepare('SELECT id, state, reason, evidence, reprint FROM print_job').raw().all()).toEqual([
      ['a', 'done', null, 'queue', 0],
      ['b', 'done', null, 'bytes', 0],
      ['c', 'done', null, 'status', 0],
      ['d', 'held', 'paper_out', null, 2],
    ]);
    expect(db.prepare('SELECT id, uri, dots, cutter, slips FROM printer').raw().all()).toEqual([
      ['p1', 'tcp://a:9100', 576, 1, 0],
      ['p2', null, 384, 1, 0],
    ]);
  });
});
