import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallError } from '../client/call-error.ts';
import { choosePin } from './new-pin.ts';
import { complete, emptyEntry, enter, type PinEvent, pinProblem, waits, weakPin } from './pin-entry.ts';

const typed = (digits: string, state = emptyEntry) =>
  [...digits].reduce((entry, digit) => enter(entry, { type: 'digit', digit }, 0), state);

describe('a PIN being typed', () => {
  it('is whole with six digits and takes no seventh', () => {
    expect(complete(typed('48291'))).toBe(false);
    expect(typed('4829137').digits).toBe('482913');
    expect(complete(typed('482913'))).toBe(true);
  });

  it('takes nothing more while the hub looks at it', () => {
    const sent = enter(typed('482913'), { type: 'sent' }, 0);
    expect(enter(sent, { type: 'erase' }, 0)).toBe(sent);
    expect(complete(sent)).toBe(false);
  });

  it('begins anew after a mistake, and says so until the next digit', () => {
    const wrong = enter(typed('482913'), { type: 'refused', problem: { kind: 'wrong' } }, 0);
    expect(wrong).toMatchObject({ digits: '', problem: { kind: 'wrong' } });
    expect(typed('4', wrong).problem).toBeNull();
  });

  it('takes no digit before a slow-down is over', () => {
    const slow = enter(emptyEntry, { type: 'refused', problem: { kind: 'wait', until: 30_000, after: 'wrong' } }, 0);
    expect(waits(slow, 29_999)).toBe(true);
    expect(typed('4', slow).digits).toBe('');
    expect(enter(slow, { type: 'digit', digit: '4' }, 30_000).digits).toBe('4');
  });

  it('never holds anything but up to six digits, whatever happens', () => {
    const event: fc.Arbitrary<PinEvent> = fc.oneof(
      fc.record({ type: fc.constant('digit' as const), digit: fc.string({ maxLength: 2 }) }),
      fc.constantFrom<PinEvent>(
        { type: 'erase' },
        { type: 'clear' },
        { type: 'sent' },
        { type: 'taken' },
        { type: 'refused', problem: { kind: 'wrong' } },
      ),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const end = events.reduce((entry, next, i) => enter(entry, next, i), emptyEntry);
        expect(end.digits).toMatch(/^\d{0,6}$/);
      }),
    );
  });
});

describe('what the hub says of a PIN', () => {
  it('a first mistake costs nothing, a later one some seconds, and a locked device minutes', () => {
    expect(pinProblem(new CallError('PIN_WRONG', { retrySeconds: 0 }), 0)).toEqual({ kind: 'wrong' });
    expect(pinProblem(new CallError('PIN_WRONG', { retrySeconds: 8 }), 1_000)).toMatchObject({ until: 9_000 });
    expect(pinProblem(new CallError('PIN_SLOW', { retrySeconds: 8 }), 0)).toMatchObject({ after: 'early' });
    expect(pinProblem(new CallError('DEVICE_LOCKED', { seconds: 300 }), 0)).toMatchObject({
      until: 300_000,
      after: 'locked',
    });
  });
});

describe('a new PIN', () => {
  it('is refused when it repeats or runs', () => {
    for (const weak of ['000000', '777777', '123456', '890123', '654321', '321098', '121212', '482482'])
      expect(weakPin(weak)).toBe(true);
    for (const good of ['482913', '112233', '135790', '482481']) expect(weakPin(good)).toBe(false);
  });

  it('is chosen when typed twice alike, and begun again when not', () => {
    const first = choosePin({ first: null }, '482913');
    expect(first).toEqual({ next: { first: '482913' }, problem: null, chosen: null });
    expect(choosePin(first.next, '482913')).toMatchObject({ chosen: '482913', problem: null });
    expect(choosePin(first.next, '482914')).toEqual({ next: { first: null }, problem: 'different', chosen: null });
    expect(choosePin({ first: null }, '123456')).toMatchObject({ problem: 'weak', chosen: null });
  });
});
