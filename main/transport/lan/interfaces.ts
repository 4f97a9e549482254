import { hostname, type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import type { LanInterface } from '../../../contract/lan.ts';

type Interfaces = ReturnType<typeof networkInterfaces>;

/** This machine's place in its networks, at the moment of asking. */
export interface MachineNetwork {
  interfaces(): LanInterface[];
  /** DNS names, lower case, at least one. */
  names(): string[];
}

/** Bridges and tunnels that programs make for themselves: nobody's kiosk is behind them. */
const virtual =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|lxc|lxd|podman|cni|flannel|cali|tun|tap|utun|wg|zt|tailscale|awdl|llw|anpi)|virtualbox|vmware|hyper-v/i;

/**
 * The networks that this machine is in, one IPv4 address each. Without those inside the machine, and without addresses
 * that a machine gives itself because nobody else did (169.254…): they are others at each start.
 */
export function lanInterfaces(all: Interfaces = networkInterfaces()): LanInterface[] {
  const usable = (info: NetworkInterfaceInfo) =>
    info.family === 'IPv4' && !info.internal && !info.address.startsWith('169.254.');
  return Object.entries(all).flatMap(([name, infos = []]) => {
    const found = virtual.test(name) ? undefined : infos.find(usable);
    return found ? [{ name, address: found.address }] : [];
  });
}

/**
 * The names under which this machine may be found in its network: its own, the same by multicast DNS, and one that a
 * router can be told. Only what can stand in a certificate; at least one.
 */
export function hubNames(machine: string = hostname()): string[] {
  const full = machine.toLowerCase().replace(/\.$/, '');
  const short = full.split('.', 1)[0] as string;
  const names = [full, short, `${short}.local`, 'anjungan.local'];
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
  const valid = new RegExp(`^${label}(?:\\.${label})*$`);
  // "localhost" is every machine's name: nobody may vouch for it elsewhere. Digits and dots alone are an address.
  return [...new Set(names)].filter((name) => valid.test(name) && !/^localhost\b/.test(name) && !/^[\d.]+$/.test(name));
}

export const machineNetwork: MachineNetwork = { interfaces: () => lanInterfaces(), names: () => hubNames() };
