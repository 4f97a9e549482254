import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginRecovery, type Recovery, type RecoveryEvent, recovery } from './recovery-flow.ts';

const code: RecoveryEvent = { type: 'code', code: '7Q4K-M2XV' };
const person: RecoveryEvent = { type: 'person', name: 'Ratna Wulandari' };
const pin: RecoveryEvent = { type: 'pin', pin: '482913' };
const after = (events: readonly RecoveryEvent[], from: Recovery = beginRecovery(null)) => events.reduce(recovery, from);

describe('the way back from a lost PIN', () => {
  it('asks for the code, whose PIN it is, and the new PIN, and then sends', () => {
    expect(beginRecovery(null).step).toBe('code');
    expect(after([code]).step).toBe('person');
    expect(after([code, person]).step).toBe('pin');
    expect(after([code, person, pin])).toEqual({
      step: 'sending',
      code: '7Q4K-M2XV',
      name: 'Ratna Wulandari',
      pin: '482913',
      problem: null,
    });
  });

  it('does not ask who it is where a name was chosen before', () => {
    expect(after([code], beginRecovery('Ratna Wulandari'))).toMatchObject({ step: 'pin', name: 'Ratna Wulandari' });
  });

  it('takes a supervisor who is new', () => {
    expect(after([code, { type: 'unlisted' }]).step).toBe('name');
    expect(after([code, { type: 'unlisted' }, { type: 'person', name: ' a ' }]).step).toBe('name');
    const named = after([code, { type: 'unlisted' }, { type: 'person', name: ' Bagus   Prasetyo ' }]);
    expect(named).toMatchObject({ step: 'pin', name: 'Bagus Prasetyo' });
  });

  it('goes back a step at a time, and keeps the code', () => {
    const back: RecoveryEvent = { type: 'back' };
    expect(after([code, person, back])).toMatchObject({ step: 'person', name: '', code: '7Q4K-M2XV' });
    expect(after([code, { type: 'unlisted' }, back]).step).toBe('person');
    expect(after([code, back])).toMatchObject({ step: 'code', code: '7Q4K-M2XV' });
    expect(after([code, back, back]).step).toBe('code');
  });

  it('after a wrong code asks for nothing but the code again', () => {
    const wrong = after([code, person, pin, { type: 'refused', code: 'CODE_WRONG' }]);
    expect(wrong).toMatchObject({ step: 'code', problem: 'CODE_WRONG' });
    expect(recovery(wrong, { type: 'code', code: '7Q4K-M2XW' })).toMatchObject({
      step: 'sending',
      code: '7Q4K-M2XW',
      pin: '482913',
      problem: null,
    });
  });

  it('after a PIN that the hub finds weak asks for another PIN', () => {
    const weak = after([code, person, pin, { type: 'refused', code: 'PIN_WEAK' }]);
    expect(weak).toMatchObject({ step: 'pin', pin: '', problem: 'PIN_WEAK' });
    expect(recovery(weak, pin).step).toBe('sending');
  });

  it('never sends before code, name and PIN are there, whatever happens', () => {
    const event: fc.Arbitrary<RecoveryEvent> = fc.constantFrom<RecoveryEvent>(
      code,
      person,
      pin,
      { type: 'unlisted' },
      { type: 'back' },
      { type: 'refused', code: 'CODE_WRONG' },
      { type: 'refused', code: 'PIN_WEAK' },
      { type: 'person', name: ' ' },
    );
    fc.assert(
      fc.property(fc.array(event), fc.option(fc.constant('Ratna Wulandari')), (events, name) => {
        for (let state = beginRecovery(name), i = 0; i < events.length; i += 1) {
          state = recovery(state, events[i] as RecoveryEvent);
          if (state.step === 'sending') expect([state.code, state.name, state.pin]).not.toContain('');
        }
      }),
    );
  });
});
