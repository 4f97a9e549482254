import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestStates, requestSteps } from '../../../contract/documents.ts';
import {
  endedStates,
  isLate,
  mayReserve,
  maySignMany,
  mayVoid,
  noteIsGood,
  offered,
  openCount,
  openStates,
} from './steps.ts';

describe('the steps on the page of a request', () => {
  it('stand in the order in which a clerk takes them', () => {
    expect(offered(['undo', 'reject', 'approve', 'ask'])).toEqual({
      main: ['approve'],
      others: ['ask', 'reject', 'undo'],
    });
    expect(offered(['hand_over', 'camat_signed', 'signed', 'approve', 'resume', 'check']).main).toEqual([
      'check',
      'resume',
      'approve',
      'signed',
      'camat_signed',
      'hand_over',
    ]);
  });

  it('are only those that the hub offers, each once', () => {
    fc.assert(
      fc.property(fc.subarray([...requestSteps]), (steps) => {
        const { main, others } = offered(steps);
        const all = [...main, ...others];
        expect(new Set(all).size).toBe(all.length);
        expect(steps).toEqual(expect.arrayContaining(all));
        // What is left out is nobody's press: a request files itself and expires by itself.
        expect(steps.filter((step) => !all.some((shown) => shown === step))).toEqual(
          steps.filter((step) => step === 'file' || step === 'expire'),
        );
      }),
    );
  });

  it('need a reason where somebody has to read why', () => {
    expect(noteIsGood('reject', '  ')).toBe(false);
    expect(noteIsGood('ask', 'KK')).toBe(false);
    expect(noteIsGood('undo', 'Salah tekan')).toBe(true);
    expect(noteIsGood('cancel', '')).toBe(true);
    expect(noteIsGood('cancel', 'ya')).toBe(false);
  });
});

describe('the states in the list', () => {
  it('are all either open or ended', () => {
    expect([...openStates, ...endedStates].toSorted()).toEqual([...requestStates].toSorted());
  });

  it('count as open while something is left to do', () => {
    expect(openCount({ submitted: 3, ready: 2, collected: 40 })).toBe(5);
    expect(openCount({})).toBe(0);
  });

  it('are late only while the letter is not made and its promise has passed', () => {
    const now = Date.parse('2026-11-24T09:14:20+07:00');
    const promisedAt = '2026-11-24T09:00:00+07:00';
    expect(isLate({ state: 'checking', promisedAt }, now)).toBe(true);
    expect(isLate({ state: 'ready', promisedAt }, now)).toBe(false);
    expect(isLate({ state: 'rejected', promisedAt }, now)).toBe(false);
    expect(isLate({ state: 'checking', promisedAt: null }, now)).toBe(false);
    expect(isLate({ state: 'checking', promisedAt: '2026-11-24T10:00:00+07:00' }, now)).toBe(false);
  });
});

it('leaves signing to verifiers, signers and supervisors, and voiding to supervisors', () => {
  expect((['operator', 'verifier', 'signer', 'supervisor'] as const).map(maySignMany)).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect((['operator', 'verifier', 'signer', 'supervisor'] as const).map(mayReserve)).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect((['operator', 'verifier', 'signer', 'supervisor'] as const).map(mayVoid)).toEqual([false, false, false, true]);
});
