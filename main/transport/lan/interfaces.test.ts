import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { hubNames, lanInterfaces } from './interfaces.ts';

function ipv4(address: string, internal = false): NetworkInterfaceInfo {
  return { family: 'IPv4', address, netmask: '255.255.255.0', mac: '02:00:00:00:00:01', internal, cidr: null };
}
const ipv6: NetworkInterfaceInfo = { ...ipv4('fe80::1'), family: 'IPv6', scopeid: 2 };

describe('the networks a lounge can be opened on', () => {
  it('are the machine’s cable and Wi-Fi, each with its address', () => {
    expect(
      lanInterfaces({
        lo: [ipv4('127.0.0.1', true)],
        enp3s0: [ipv6, ipv4('192.168.1.10')],
        'Wi-Fi': [ipv4('10.0.0.4')],
      }),
    ).toEqual([
      { name: 'enp3s0', address: '192.168.1.10' },
      { name: 'Wi-Fi', address: '10.0.0.4' },
    ]);
  });

  it.each([
    'docker0',
    'br-5f1c2d',
    'veth12ab',
    'virbr0',
    'vEthernet (WSL)',
    'VirtualBox Host-Only Network',
    'tailscale0',
    'wg0',
  ])('are not the inside of the machine: %s', (name) => {
    expect(lanInterfaces({ [name]: [ipv4('172.17.0.1')] })).toEqual([]);
  });

  it('are none where no router gave an address', () => {
    expect(lanInterfaces({ enp3s0: [ipv4('169.254.12.7'), ipv6], wlp2s0: [] })).toEqual([]);
  });
});

describe('the names of a hub', () => {
  it.each([
    ['loket-desa', ['loket-desa', 'loket-desa.local', 'anjungan.local']],
    ['DESKTOP-4F2K', ['desktop-4f2k', 'desktop-4f2k.local', 'anjungan.local']],
    ['hub.lpp.example.id.', ['hub.lpp.example.id', 'hub', 'hub.local', 'anjungan.local']],
    ['anjungan', ['anjungan', 'anjungan.local']],
    ['pc_depan', ['anjungan.local']],
    ['localhost', ['anjungan.local']],
    ['localhost.localdomain', ['anjungan.local']],
    ['12', ['12.local', 'anjungan.local']],
    ['', ['anjungan.local']],
  ])('of the machine “%s”', (machine, names) => {
    expect(hubNames(machine)).toEqual(names);
  });
});
