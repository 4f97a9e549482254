import { expect, it } from 'vitest';
import type { LanState } from '../../../contract/lan.ts';
import { beginNetwork, isWhole, networkChanged } from './network-draft.ts';

const off: LanState = {
  enabled: false,
  interface: null,
  port: 8443,
  running: false,
  problem: null,
  fingerprint: null,
  addresses: [],
};
const networks = [{ name: 'enp3s0', address: '192.168.1.10' }];

it('offers the first network where none was chosen, and calls that no change', () => {
  const draft = beginNetwork(off, networks);
  expect(draft).toEqual({ enabled: false, interface: 'enp3s0', port: 8443 });
  expect(networkChanged(draft, off)).toBe(false);
  expect(networkChanged({ ...draft, enabled: true }, off)).toBe(true);
});

it('keeps a chosen network that is unplugged', () => {
  const state = { ...off, interface: 'wlp2s0' };
  expect(beginNetwork(state, networks).interface).toBe('wlp2s0');
  expect(networkChanged({ enabled: false, interface: 'enp3s0', port: 8443 }, state)).toBe(true);
});

it('is sent only with a network and a port above the system’s', () => {
  const draft = beginNetwork(off, networks);
  expect(isWhole(draft)).toBe(true);
  expect(isWhole({ ...draft, port: 443 })).toBe(false);
  expect(isWhole({ ...draft, port: null })).toBe(false);
  expect(isWhole(beginNetwork(off, []))).toBe(false);
});
