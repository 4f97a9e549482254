import { expect, it } from 'vitest';
import { inGroups, pairingLink } from './pairing-link.ts';

const fingerprint = 'q8Jk2xYv0bWmT4nR7uLd1sEfGhA9cPzQ-iOoKt3VX5M';
const pairing = { code: '7Q4K-M2XV', expiresAt: '2026-11-24T09:19:20+07:00', fingerprint };

it('leads a camera to the join page with code and key in the fragment', () => {
  const link = pairingLink({ ...pairing, addresses: ['http://127.0.0.1:8787', 'https://192.168.1.10:8443/'] });
  expect(link).toBe(`https://192.168.1.10:8443/join#code=7Q4K-M2XV&key=${fingerprint}`);
  expect(new URL(link ?? '').search).toBe('');
});

it('gives no link where nobody else could follow it', () => {
  expect(pairingLink({ ...pairing, addresses: ['http://127.0.0.1:8787'], fingerprint: null })).toBeNull();
  expect(pairingLink({ ...pairing, addresses: [] })).toBeNull();
});

it('shows a fingerprint in groups and loses no sign of it', () => {
  expect(inGroups(fingerprint).split(' ')[0]).toBe('q8Jk');
  expect(inGroups(fingerprint).replaceAll(' ', '')).toBe(fingerprint);
});
