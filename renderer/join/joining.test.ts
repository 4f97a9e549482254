import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairingLink } from '../admin/machines/pairing-link.ts';
import { readInvitation } from './invitation.ts';
import { beginJoining, type Joining, type JoiningEvent, joining } from './joining.ts';

const key = 'q8Jk2xYv0bWmT4nR7uLd1sEfGhA9cPzQ-iOoKt3VX5M';
const whole = `#code=7Q4K-M2XV&key=${key}`;

describe('the address that a QR code leads to', () => {
  it("holds the code that the supervisor's screen shows", () => {
    const pairing = { code: '7Q4K-M2XV', expiresAt: '2026-11-24T09:19:20+07:00', fingerprint: key };
    const link = pairingLink({ ...pairing, addresses: ['https://192.168.1.10:8443'] }) ?? '';
    expect(readInvitation(new URL(link).hash)).toEqual({ code: '7Q4KM2XV' });
  });

  it('mostly holds nothing', () => {
    expect(readInvitation('')).toBeNull();
    expect(readInvitation('#')).toBeNull();
  });

  it.each([
    ['half of it', '#code=7Q4K-M2XV'],
    ['no code', `#key=${key}`],
    ['a short code', `#code=7Q4K-M2X&key=${key}`],
    ['a long code', `#code=7Q4K-M2XV9&key=${key}`],
    ['signs that no code has', `#code=7U4K-M2XV&key=${key}`],
    ['small letters, which our own never has', `#code=7q4k-m2xv&key=${key}`],
    ['a short key', `#code=7Q4K-M2XV&key=${key.slice(1)}`],
    ['a key with a foreign sign', `#code=7Q4K-M2XV&key=${key.slice(1)}!`],
    ['two codes', `${whole}&code=0000-0000`],
    ['something more', `${whole}&page=admin`],
    ['a name', '#bantuan'],
  ])('is not believed with %s', (_what, fragment) => {
    expect(readInvitation(fragment)).toBe('unreadable');
  });

  it('never gives anything but a whole code', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `#code=${text}&key=${key}`),
        ),
        (fragment) => {
          const read = readInvitation(fragment);
          if (read !== null && read !== 'unreadable') expect(read.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
        },
      ),
    );
  });
});

describe('a machine that joins', () => {
  const after = (events: readonly JoiningEvent[], from: Joining) => events.reduce(joining, from);
  const invited = beginJoining({ code: '7Q4KM2XV' });
  const empty = beginJoining(null);

  it('asks a person before the code of an address is sent', () => {
    expect(invited).toEqual({ ask: 'yes', code: '7Q4KM2XV', sending: false, problem: null });
    expect(after([{ type: 'sent' }], invited).sending).toBe(true);
  });

  it('sends a typed code only when it is whole, and only once', () => {
    const half = after([{ type: 'typed', text: '7q4k-m2x' }, { type: 'sent' }], empty);
    expect(half).toMatchObject({ code: '7Q4KM2X', sending: false });
    const sent = after([{ type: 'typed', text: '7q4k-m2xv' }, { type: 'sent' }], empty);
    expect(sent).toMatchObject({ code: '7Q4KM2XV', sending: true });
    expect(after([{ type: 'typed', text: '0' }, { type: 'other' }, { type: 'sent' }], sent)).toBe(sent);
  });

  it('leads from a stale code to typing another, and says why', () => {
    const stale = after([{ type: 'sent' }, { type: 'refused', why: 'wrong' }], invited);
    expect(stale).toEqual({ ask: 'code', code: '', sending: false, problem: 'wrong' });
    expect(after([{ type: 'typed', text: '7' }], stale).problem).toBeNull();
  });

  it('keeps the code while the hub is away, or wants a pause', () => {
    for (const why of ['unreachable', 'tooOften'] as const)
      expect(after([{ type: 'sent' }, { type: 'refused', why }], invited)).toEqual({ ...invited, problem: why });
  });

  it('types where the address said nothing that can be read, or something that is not meant', () => {
    expect(beginJoining('unreadable')).toEqual({ ...empty, problem: 'unreadable' });
    expect(after([{ type: 'other' }], invited)).toEqual(empty);
  });
});
