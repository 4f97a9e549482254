import { expect, it } from 'vitest';
import type { StaffSession } from '../../contract/staff.ts';
import { pageOf } from './pages.ts';
import { screenOf } from './session.ts';

const session: StaffSession = {
  at: '2026-11-24T09:14:20+07:00',
  device: { id: 'pc-3', name: 'PC loket 3', kind: 'counter' },
  person: { id: '0198e2f0-1111-7000-8000-000000000001', name: 'Dewi Lestari', role: 'supervisor' },
  locked: false,
  locksInSeconds: 300,
  deviceLockedSeconds: null,
  setUpNeeded: false,
  counter: null,
};

it('opens for a supervisor and for nobody else', () => {
  expect(screenOf(session).name).toBe('desk');
  for (const role of ['operator', 'verifier', 'signer'] as const) {
    const person = session.person && { ...session.person, role };
    expect(screenOf({ ...session, person }).name).toBe('notYours');
  }
});

it('hides everything behind the PIN, and asks for the first supervisor first', () => {
  expect(screenOf({ ...session, locked: true }).name).toBe('locked');
  expect(screenOf({ ...session, person: null }).name).toBe('signIn');
  expect(screenOf({ ...session, setUpNeeded: true }).name).toBe('setUp');
  expect(screenOf(undefined).name).toBe('connecting');
});

it('stays on its page over a reload, and knows no others', () => {
  expect(pageOf('#services')).toBe('services');
  expect(pageOf('#nowhere')).toBe('today');
  expect(pageOf('')).toBe('today');
});
