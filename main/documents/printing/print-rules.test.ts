import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterPrintStates } from '../../../contract/letter-printing.ts';
import { after, backoffMs, type Happening, newPrint, type Standing } from './print-rules.ts';

const now = Date.parse('2026-11-24T09:00:00+07:00');

function through(happenings: readonly Happening[], from: Standing = newPrint): Standing {
  return happenings.reduce((print, happening) => after(print, happening, now) ?? print, from);
}

const sent = through([{ kind: 'begin' }, { kind: 'taken', job: '12' }]);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom<Happening>(
    { kind: 'begin' },
    { kind: 'out' },
    { kind: 'again' },
    { kind: 'cancel' },
    { kind: 'came_out' },
    { kind: 'taken', job: '12' },
  ),
  fc.record({
    kind: fc.constantFrom('refused', 'lost', 'dropped', 'waits'),
    reason: fc.constantFrom('no_paper', 'stopped', 'timeout'),
  }) as fc.Arbitrary<Happening>,
);

describe('a print', () => {
  it('is given over, waits for paper, and comes out', () => {
    expect(sent).toMatchObject({ state: 'sent', job: '12' });
    const waiting = through([{ kind: 'waits', reason: 'no_paper' }], sent);
    expect(waiting).toMatchObject({ state: 'sent', reason: 'no_paper' });
    expect(through([{ kind: 'out' }], waiting)).toMatchObject({ state: 'done', reason: null });
  });

  it('is tried again by itself after 10 s, 30 s and 2 minutes, and then waits for a person', () => {
    let print = newPrint;
    let at = now;
    const waits: (number | null)[] = [];
    for (let i = 0; i < 4; i += 1) {
      print = after(print, { kind: 'begin' }, at) ?? print;
      print = after(print, { kind: 'refused', reason: 'stopped' }, at) ?? print;
      waits.push(print.retryAt === null ? null : print.retryAt - at);
      at = print.retryAt ?? at;
    }
    expect(waits).toEqual([...backoffMs, null]);
    expect(after(print, { kind: 'begin' }, at + 1e9)).toBeNull();
    expect(after(print, { kind: 'again' }, at)).toEqual(newPrint);
  });

  it('does not wait for hours when the clock was put back', () => {
    const failed = through([{ kind: 'begin' }, { kind: 'refused', reason: 'stopped' }]);
    expect(after(failed, { kind: 'begin' }, now)).toBeNull();
    expect(after(failed, { kind: 'begin' }, now - 3_600_000)).toMatchObject({ state: 'sending' });
  });

  it('is printed again only when it failed or nobody knows, and seen in the tray only when nobody knows', () => {
    const each = letterPrintStates.map((state) => ({ ...newPrint, state, job: '12' }));
    const may = (kind: 'again' | 'came_out') =>
      each.filter((print) => after(print, { kind }, now) !== null).map(({ state }) => state);
    expect(may('again')).toEqual(['unknown', 'failed']);
    expect(may('came_out')).toEqual(['unknown']);
  });

  it('that somebody takes back stays so until the system has said what became of it', () => {
    const cancelling = through([{ kind: 'cancel' }, { kind: 'waits', reason: 'no_paper' }], sent);
    expect(cancelling).toMatchObject({ state: 'sent', reason: 'cancelling' });
    expect(through([{ kind: 'out' }], cancelling).state).toBe('done');
    expect(through([{ kind: 'dropped', reason: 'elsewhere' }], cancelling).state).toBe('cancelled');
  });

  it('that may have reached the system never goes there again without a person, whatever happens', () => {
    const byItself = happening.filter(({ kind }) => kind !== 'again');
    fc.assert(
      fc.property(fc.array(byItself, { maxLength: 30 }), (happenings) => {
        let print = newPrint;
        let mayBeThere = 0;
        happenings.forEach((one, nth) => {
          const next = after(print, one, now + nth * 200_000);
          if (next?.state === 'sending') expect(mayBeThere).toBe(0);
          // Only a refusal proves that the system took nothing.
          if (print.state === 'sending' && next !== null && one.kind !== 'refused') mayBeThere += 1;
          print = next ?? print;
        });
        expect(mayBeThere).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is always in a state that the contract knows, and tries by itself only when it failed', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), (happenings) => {
        const print = through(happenings);
        expect(letterPrintStates).toContain(print.state);
        if (print.retryAt !== null) expect(print.state).toBe('failed');
        if (print.state === 'sent') expect(print.job).not.toBeNull();
      }),
    );
  });
});
