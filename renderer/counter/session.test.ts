import { describe, expect, it } from 'vitest';
import type { StaffSession } from '../../contract/staff.ts';
import { screenOf } from './session.ts';

const siti = { id: '0198e2f0-1111-7000-8000-000000000001', name: 'Siti Aminah', role: 'operator' } as const;
const sits = (change: Partial<StaffSession> = {}): StaffSession => ({
  at: '2026-11-24T09:14:20+07:00',
  device: { id: 'pc-3', name: 'PC loket 3', kind: 'counter' },
  person: siti,
  locked: false,
  locksInSeconds: 900,
  deviceLockedSeconds: null,
  setUpNeeded: false,
  counter: null,
  ...change,
});
const holds3 = { id: '3', number: 'C012', servingSeconds: 60 };

describe("a counter's machine", () => {
  it('waits for the hub before it asks anything', () => {
    expect(screenOf(undefined, '3', false)).toEqual({ name: 'connecting' });
  });

  it('begins with the set-up, then with who sits there', () => {
    expect(screenOf(sits({ person: null, setUpNeeded: true }), null, false)).toEqual({ name: 'setUp' });
    expect(screenOf(sits({ person: null }), '3', false)).toEqual({ name: 'signIn' });
  });

  it('returns to the counter it was last used for, after a reload too', () => {
    expect(screenOf(sits(), '3', false)).toMatchObject({ name: 'desk', counterId: '3' });
    expect(screenOf(sits(), null, false)).toMatchObject({ name: 'choose' });
  });

  it('shows the counter that the person holds, whatever the machine remembers', () => {
    expect(screenOf(sits({ counter: holds3 }), '1', false)).toMatchObject({ name: 'desk', counterId: '3' });
    expect(screenOf(sits({ counter: holds3 }), '1', true)).toMatchObject({ name: 'desk', counterId: '3' });
  });

  it('shows the choice again to whoever asks for another counter', () => {
    expect(screenOf(sits(), '3', true)).toMatchObject({ name: 'choose' });
  });

  it('shows nothing but the lock while it is locked', () => {
    expect(screenOf(sits({ locked: true, counter: holds3 }), '3', false)).toEqual({ name: 'locked', person: siti });
  });
});
