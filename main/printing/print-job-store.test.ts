import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { journalSchema } from '../../tests/printing/journal-schema.ts';
import { sampleSlip } from '../../tests/printing/sample-slip.ts';
import { PrintJobStore } from './print-job-store.ts';

const now = { wall: 1_000_000, tick: 5000 };

function journal() {
  const db = new Database(':memory:');
  db.exec(journalSchema);
  const store = new PrintJobStore(db);
  const queue = (id: string, printerId = 'p'): void => {
    store.insert({ id, printerId, ticketId: id, slip: sampleSlip() }, now);
  };
  return { db, store, queue };
}

describe('the journal of printing', () => {
  it('gives each printer its own line, first come first', () => {
    const { store, queue } = journal();
    queue('b');
    queue('a', 'other');
    queue('c');
    expect(store.next('p')?.id).toBe('b');
    store.sending('b', now.wall);
    expect(store.next('p')?.id).toBe('c');
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

  it('finds its line by index, however long the history is', () => {
    const { db } = journal();
    const plan = db
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT id FROM print_job WHERE printer_id = 'p'
         AND state IN ('queued', 'held', 'sending', 'sent', 'unknown') AND state IN ('queued', 'held') ORDER BY id LIMIT 1`,
      )
      .all();
    expect(plan.map(({ detail }) => detail).join()).toContain('USING INDEX print_job_open');
  });
});
