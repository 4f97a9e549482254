import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CounterSnapshot } from '../../contract/counters.ts';
import { type Act, hindrance, phaseOf } from './desk.ts';
import { calledTicket, free, ofAnother, servingTicket, snapshotWith } from './desk-suite.ts';
import { type Attention, digitOf, type KeyPress, meaning } from './keys.ts';

const struck = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  repeat: false,
  ctrl: false,
  other: false,
  target: 'page',
  ...change,
});
const at = (snapshot: CounterSnapshot, change: Partial<Attention> = {}): Attention => ({
  moment: { snapshot, elapsed: 0 },
  asked: false,
  busy: false,
  ...change,
});
const serving = snapshotWith({ current: servingTicket(), undo: { act: 'done', number: 'C011', seconds: 8 } });

describe('the keyboard of a counter', () => {
  it('has one key for each daily act', () => {
    expect(meaning(struck(' '), at(serving))).toBe('doneAndNext');
    expect(meaning(struck('r'), at(serving))).toBe('recall');
    expect(meaning(struck('T'), at(serving))).toBe('transfer');
    expect(meaning(struck('p'), at(serving))).toBe('park');
    expect(meaning(struck('x'), at(snapshotWith({ current: calledTicket() })))).toBe('noShow');
    expect(meaning(struck('u'), at(serving))).toBe('undo');
    expect(meaning(struck('z', { ctrl: true }), at(serving))).toBe('undo');
  });

  it('does nothing while the key is held down', () => {
    expect(meaning(struck(' ', { repeat: true }), at(serving))).toBeNull();
  });

  it('does nothing while somebody writes', () => {
    for (const key of [' ', 'r', 't', 'p', 'x', 'u']) {
      expect(meaning(struck(key, { target: 'text' }), at(serving))).toBeNull();
    }
  });

  it('leaves the space bar to a button that has the focus, and no other key', () => {
    expect(meaning(struck(' ', { target: 'control' }), at(serving))).toBeNull();
    expect(meaning(struck('r', { target: 'control' }), at(serving))).toBe('recall');
  });

  it('leaves the shortcuts of browser and system alone', () => {
    expect(meaning(struck('r', { ctrl: true }), at(serving))).toBeNull();
    expect(meaning(struck('p', { ctrl: true }), at(serving))).toBeNull();
    expect(meaning(struck('t', { other: true }), at(serving))).toBeNull();
  });

  it('is silent behind a question and while an act is under way', () => {
    expect(meaning(struck(' '), at(serving, { asked: true }))).toBeNull();
    expect(meaning(struck(' '), at(serving, { busy: true }))).toBeNull();
  });
});

/** A hub reduced to what the keys can do, which refuses with an error what the rules of the counter forbid. */
class StrictCounter {
  snapshot: CounterSnapshot;
  readonly #log: Act[] = [];

  constructor(waiting: number) {
    this.snapshot = snapshotWith({ state: 'closed', waiting });
  }

  does(act: Act): void {
    const { waiting, current } = this.snapshot;
    const must = (right: boolean) => {
      if (!right) throw new Error(`${act} in ${phaseOf(this.snapshot)} after ${this.#log.join(', ')}`);
    };
    this.#log.push(act);
    switch (act) {
      case 'open':
        must(phaseOf(this.snapshot) === 'closed');
        this.snapshot = free(waiting);
        return;
      case 'callNext':
        must(current === null && waiting > 0);
        this.snapshot = snapshotWith({ current: calledTicket({ calls: 1, seconds: 5 }), waiting: waiting - 1 });
        return;
      case 'serve':
        must(current?.state === 'called');
        this.snapshot = snapshotWith({ current: servingTicket(), waiting });
        return;
      case 'doneAndNext':
        must(current !== null && waiting > 0);
        this.snapshot = snapshotWith({
          current: calledTicket({ calls: 1, seconds: 5 }),
          waiting: waiting - 1,
          undo: { act: 'done', number: 'C012', seconds: 10 },
        });
        return;
      case 'recall':
        must(current !== null);
        this.snapshot = { ...this.snapshot, current: current && { ...current, noShowIn: null } };
        return;
      case 'noShow':
        must(current?.state === 'called' && current.noShowIn === null);
        this.snapshot = free(waiting);
        return;
      case 'undo':
        must(this.snapshot.undo !== null);
        this.snapshot = snapshotWith({ current: servingTicket(), waiting: waiting + 1 });
        return;
      case 'done':
      case 'park':
      case 'transfer':
        must(current !== null);
        this.snapshot = free(waiting);
        return;
      default:
        must(false);
    }
  }
}

const anyPress = fc.record({
  key: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(' ', 'r', 'R', 't', 'p', 'x', 'u', 'z') },
    { weight: 1, arbitrary: fc.constantFrom('Enter', 'Escape', 'Tab', 'a', '1', 'F5', 'Shift') },
  ),
  repeat: fc.boolean(),
  ctrl: fc.boolean(),
  other: fc.boolean(),
  target: fc.constantFrom('page', 'control', 'text'),
} satisfies { [K in keyof KeyPress]: fc.Arbitrary<KeyPress[K]> });

describe('whatever is struck', () => {
  it('never sets off what the counter does not allow', () => {
    fc.assert(
      fc.property(fc.array(anyPress, { maxLength: 60 }), fc.nat({ max: 6 }), (presses, waiting) => {
        const counter = new StrictCounter(waiting);
        for (const press of presses) {
          const act = meaning(press, at(counter.snapshot));
          if (act !== null) counter.does(act);
        }
      }),
    );
  });

  it('changes nothing at a counter that somebody else holds', () => {
    fc.assert(fc.property(anyPress, (press) => meaning(press, at(ofAnother())) === null));
  });

  it('only ever means an act that its button would allow', () => {
    const snapshots = fc.constantFrom(
      snapshotWith({ state: 'closed' }),
      snapshotWith({ state: 'paused' }),
      free(0),
      free(3),
      snapshotWith({ current: calledTicket({ calls: 0, seconds: 30 }) }),
      snapshotWith({ current: servingTicket(), waiting: 0 }),
      serving,
      ofAnother(),
    );
    fc.assert(
      fc.property(anyPress, snapshots, fc.nat({ max: 60 }), (press, snapshot, elapsed) => {
        const moment = { snapshot, elapsed };
        const act = meaning(press, { moment, asked: false, busy: false });
        expect(act === null || hindrance(act, moment) === null).toBe(true);
      }),
    );
  });
});

describe('a question on the desk itself', () => {
  it('is answered by a digit, from wherever the focus is', () => {
    expect(digitOf(struck('1'))).toBe('1');
    expect(digitOf(struck('2', { target: 'control' }))).toBe('2');
  });

  it('is not answered by what somebody writes, holds down, or means for the browser', () => {
    expect(digitOf(struck('1', { target: 'text' }))).toBeNull();
    expect(digitOf(struck('1', { repeat: true }))).toBeNull();
    expect(digitOf(struck('1', { ctrl: true }))).toBeNull();
    expect(digitOf(struck('1', { other: true }))).toBeNull();
  });

  it('leaves every daily act its key', () => {
    for (const key of [' ', 'r', 't', 'p', 'x', 'u', '0', 'F1', '12']) expect(digitOf(struck(key))).toBeNull();
    for (let digit = 1; digit <= 9; digit += 1) expect(meaning(struck(String(digit)), at(serving))).toBeNull();
  });
});
