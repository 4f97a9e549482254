import { expect, it } from 'vitest';
import { counterSign } from './counter-sign.ts';

it.each([
  ['Loket 3', { kind: 'Loket', sign: '3' }],
  ['12', { kind: '', sign: '12' }],
  ['Loket A2', { kind: 'Loket', sign: 'A2' }],
  ['Ruang Verifikasi b', { kind: 'Ruang Verifikasi', sign: 'B' }],
  ['Loket Prioritas', null],
  ['Pelayanan 2026', null],
  ['', null],
])('parts %o', (name, parts) => expect(counterSign(name)).toEqual(parts));
