import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PrintJobView, printEvidences, printJobStates } from '../../../contract/printing.ts';
import { en, id } from '../../i18n/staff.ts';
import { inOrder, settlings, slipName, stateWords } from './slips.ts';

const slip = (change: Partial<PrintJobView> = {}): PrintJobView => ({
  id: '0198e2f0-0000-7000-8000-000000000001',
  ticketId: '0198e2f0-0000-7000-8000-000000000002',
  number: 'C012',
  service: 'service-c',
  nth: 0,
  state: 'done',
  reason: null,
  evidence: null,
  queuedAt: '2026-11-24T09:14:00+07:00',
  changedAt: '2026-11-24T09:14:03+07:00',
  ...change,
});
const anySlips = fc.array(
  fc.record({ state: fc.constantFrom(...printJobStates), number: fc.string() }).map((change) => slip(change)),
);

describe('the slips of a printer', () => {
  it('show what has to be decided first, then what waits, what is on its way, and what is over', () => {
    const states = ['done', 'sent', 'cancelled', 'queued', 'unknown', 'printed', 'held'] as const;
    expect(inOrder(states.map((state) => slip({ state }))).map(({ state }) => state)).toEqual([
      'unknown',
      'queued',
      'held',
      'sent',
      'printed',
      'done',
      'cancelled',
    ]);
  });

  it('lose none, and among those of one state stay the newest first', () => {
    fc.assert(
      fc.property(anySlips, (slips) => {
        const sorted = inOrder(slips);
        for (const state of printJobStates) {
          const of = (list: PrintJobView[]) => list.filter((one) => one.state === state);
          expect(of(sorted)).toEqual(of(slips));
        }
      }),
    );
  });

  it('of which nothing can be decided any more stand behind all others', () => {
    fc.assert(
      fc.property(anySlips, (slips) => {
        const over = inOrder(slips).map(({ state }) => state === 'done' || state === 'cancelled');
        expect(over).toEqual(over.toSorted((a, b) => Number(a) - Number(b)));
      }),
    );
  });
});

describe('what may be decided about a slip', () => {
  it('is all of it when nobody knows what became of it', () => {
    expect(settlings(slip({ state: 'unknown' }))).toEqual(['came', 'again', 'cancelled']);
  });

  it('is no reprint of a test: another one is printed instead', () => {
    expect(settlings(slip({ state: 'unknown', ticketId: null }))).toEqual(['came', 'cancelled']);
  });

  it.each(['queued', 'held'] as const)('is only that a %s one is not wanted any more', (state) => {
    expect(settlings(slip({ state }))).toEqual(['cancelled']);
  });

  it.each(['sending', 'sent', 'printed', 'done', 'cancelled'] as const)('is nothing while it is %s', (state) => {
    expect(settlings(slip({ state }))).toEqual([]);
  });
});

describe('the words for a slip', () => {
  it.each(printEvidences)('that came out name its proof: %s', (evidence) => {
    expect(stateWords(id, slip({ evidence }))).toBe(`Sudah keluar · ${id.printers.jobs.evidence[evidence]}`);
  });

  it('that waits say for what', () => {
    expect(stateWords(id, slip({ state: 'held', reason: 'paper_out' }))).toBe('Tertahan: Kertas habis');
    expect(stateWords(en, slip({ state: 'cancelled', reason: 'expired' }))).toBe('Cancelled: waited too long');
  });

  it.each(['ECONNRESET', 'toString'])('leave out the spooler’s own: %s', (reason) => {
    expect(stateWords(id, slip({ state: 'unknown', reason }))).toBe('Belum pasti keluar');
  });

  it('call a slip without a number a test', () => {
    expect(slipName(id, slip())).toBe('C012');
    expect(slipName(id, slip({ number: null }))).toBe('Kertas uji');
  });
});
