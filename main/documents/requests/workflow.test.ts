import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RequestState, requestSteps } from '../../../contract/documents.ts';
import { staffRoles } from '../../../contract/principal.ts';
import { follow, hasNumbers, replay, stepsFor, type TakenStep, undoable } from './workflow.ts';

const filed: TakenStep = { id: 1, step: 'file', state: 'submitted', undoes: null };
const plain = { note: true, camat: false };

describe('how a request goes', () => {
  it('is checked, approved, signed and handed over', () => {
    expect(follow('submitted', 'check', 'operator', plain)).toEqual({ to: 'checking' });
    expect(follow('checking', 'approve', 'verifier', plain)).toEqual({ to: 'awaiting_signature' });
    expect(follow('awaiting_signature', 'signed', 'verifier', plain)).toEqual({ to: 'ready' });
    expect(follow('ready', 'hand_over', 'operator', plain)).toEqual({ to: 'collected' });
  });

  it('waits for the camat where the letter says so', () => {
    expect(follow('awaiting_signature', 'signed', 'signer', { note: false, camat: true })).toEqual({
      to: 'awaiting_camat',
    });
    expect(follow('awaiting_camat', 'camat_signed', 'operator', plain)).toEqual({ to: 'ready' });
  });

  it('is not approved by an operator, and not refused without a reason', () => {
    expect(follow('checking', 'approve', 'operator', plain)).toEqual({ refused: 'role' });
    expect(follow('checking', 'reject', 'verifier', { note: false, camat: false })).toEqual({ refused: 'reason' });
  });

  it('is not taken back at the kiosk once it is approved', () => {
    expect(follow('incomplete', 'cancel', 'kiosk', plain)).toEqual({ to: 'cancelled' });
    expect(follow('awaiting_signature', 'cancel', 'kiosk', plain)).toEqual({ refused: 'state' });
  });

  it('runs out by the lounge alone', () => {
    expect(follow('submitted', 'expire', 'supervisor', plain)).toEqual({ refused: 'role' });
    expect(follow('submitted', 'expire', 'lounge', plain)).toEqual({ to: 'expired' });
    expect(follow('submitted', 'check', 'lounge', plain)).toEqual({ refused: 'role' });
  });

  it('is never unfiled', () => {
    expect(undoable([filed])).toBeNull();
    expect(stepsFor('submitted', 'supervisor', [filed])).not.toContain('undo');
  });
});

/** Takes any steps that the table lets through, as the lounge does. */
function walk(tries: readonly (readonly [(typeof requestSteps)[number], (typeof staffRoles)[number], boolean])[]) {
  const taken: TakenStep[] = [filed];
  let state: RequestState = 'submitted';
  for (const [step, role, camat] of tries) {
    if (step === 'file') continue;
    if (step === 'undo') {
      const last = role === 'supervisor' ? undoable(taken) : null;
      if (!last) continue;
      state = last.back;
      taken.push({ id: taken.length + 1, step, state, undoes: last.step.id });
      continue;
    }
    const led = follow(state, step, step === 'expire' ? 'lounge' : role, { note: true, camat });
    if ('refused' in led) continue;
    state = led.to;
    taken.push({ id: taken.length + 1, step, state, undoes: null });
  }
  return { taken, state };
}

const anyTries = fc.array(fc.tuple(fc.constantFrom(...requestSteps), fc.constantFrom(...staffRoles), fc.boolean()), {
  maxLength: 60,
});

describe('whatever is tried with a request', () => {
  it('its events add up to its state', () => {
    fc.assert(
      fc.property(anyTries, (tries) => {
        const { taken, state } = walk(tries);
        expect(replay(taken)).toBe(state);
      }),
    );
  });

  it('it has numbers only through an approval that stands', () => {
    fc.assert(
      fc.property(anyTries, (tries) => {
        const { taken, state } = walk(tries);
        const gone = new Set(taken.map(({ undoes }) => undoes));
        const approved = taken.some(({ id, step }) => step === 'approve' && !gone.has(id));
        if (hasNumbers(state)) expect(approved).toBe(true);
      }),
    );
  });

  it('whoever is shown a step may take it', () => {
    fc.assert(
      fc.property(anyTries, fc.constantFrom(...staffRoles), (tries, role) => {
        const { taken, state } = walk(tries);
        for (const step of stepsFor(state, role, taken)) {
          if (step === 'undo' || step === 'file') continue;
          expect(follow(state, step, role, plain)).not.toHaveProperty('refused');
        }
      }),
    );
  });
});
