import { describe, expect, it } from 'vitest';
import { Matches } from './matches.ts';

describe('whoever was found at a machine', () => {
  let now = 0;
  let made = 0;
  const matches = new Matches({ tick: () => now }, { next: () => `match-${(made += 1)}` });
  const siti = { nik: '3510164508900001', letterId: 'sk_usaha', answers: { 'applicant.address': 'Jl. Melati 1' } };
  const budi = { ...siti, nik: '3510160508900002' };

  it('is known there alone, once and for half an hour', () => {
    const id = matches.add('kiosk-1', siti);
    expect(matches.find('kiosk-1', id)).toMatchObject(siti);
    expect(matches.find('kiosk-2', id)).toBeUndefined();
    now += 30 * 60_000;
    expect(matches.find('kiosk-1', id)).toBeUndefined();
    const again = matches.add('kiosk-1', siti);
    matches.used('kiosk-1');
    expect(matches.find('kiosk-1', again)).toBeUndefined();
  });

  it('makes room for whoever is found there next, and for nobody elsewhere', () => {
    const first = matches.add('kiosk-1', siti);
    const elsewhere = matches.add('kiosk-2', siti);
    const second = matches.add('kiosk-1', budi);
    expect(matches.find('kiosk-1', first)).toBeUndefined();
    expect(matches.find('kiosk-1', second)).toMatchObject(budi);
    expect(matches.find('kiosk-2', elsewhere)).toMatchObject(siti);
  });
});
