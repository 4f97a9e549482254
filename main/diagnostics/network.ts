import { readFile } from 'node:fs/promises';
import type { StepFinding } from '../../contract/diagnostics.ts';
import { isPrivateAddress } from './run.ts';
import { found, type MachineStep } from './step.ts';

/** This machine's place in its networks, at the moment of asking. */
export interface NetworkView {
  interfaces(): readonly { readonly address: string }[];
  /** Whether there is a way out of the own network; null where the system does not tell. */
  hasGateway(): Promise<boolean | null>;
}

/** Whether a table of Linux (`/proc/net/route`) has a way to everywhere: destination and mask are zero, and it is up. */
export function hasDefaultRoute(table: string): boolean {
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .some(([, destination, gateway, flags = '0', , , , mask]) => {
      const isUp = (Number.parseInt(flags, 16) & 1) === 1;
      return isUp && destination === '00000000' && mask === '00000000' && gateway !== undefined;
    });
}

/** Asks the system; Linux only. */
export async function systemGateway(): Promise<boolean | null> {
  if (process.platform !== 'linux') return null;
  return readFile('/proc/net/route', 'utf8').then(hasDefaultRoute, () => null);
}

/** In which networks the machine is. @param needed without one it is of no use: it has its lounge elsewhere */
export class NetworkStep implements MachineStep {
  readonly step = 'network';
  readonly #network: NetworkView;
  readonly #needed: boolean;

  constructor(network: NetworkView, needed: boolean) {
    this.#network = network;
    this.#needed = needed;
  }

  async look(): Promise<StepFinding> {
    const all = this.#network.interfaces();
    if (all.length === 0)
      return this.#needed ? found('network', 'bad', 'network_needed') : found('network', 'attention', 'network_none');
    const networks = all.length;
    // An address of the internet would tell where the office is.
    const address = all.map((one) => one.address).find(isPrivateAddress);
    // The lounge needs no way out: letters and numbers are made here.
    if ((await this.#network.hasGateway()) === false)
      return found('network', 'attention', 'network_no_gateway', { networks });
    return found('network', 'good', 'network_ok', { networks, ...(address === undefined ? {} : { address }) });
  }
}
