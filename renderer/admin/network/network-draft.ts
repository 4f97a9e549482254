import type { LanInterface, LanState } from '../../../contract/lan.ts';

export interface NetworkDraft {
  readonly enabled: boolean;
  readonly interface: string | null;
  readonly port: number | null;
}

/** As it is; where nothing was chosen yet, the first network of the machine. */
export function beginNetwork(state: LanState, interfaces: readonly LanInterface[]): NetworkDraft {
  return {
    enabled: state.enabled,
    interface: state.interface ?? interfaces[0]?.name ?? null,
    port: state.port,
  };
}

export function networkChanged(draft: NetworkDraft, state: LanState): boolean {
  const chosen = state.interface !== null && draft.interface !== state.interface;
  return draft.enabled !== state.enabled || chosen || draft.port !== state.port;
}

/** Can be sent: a network, and a port that needs no rights of the system's. */
export function isWhole({ interface: name, port }: NetworkDraft): boolean {
  return name !== null && port !== null && Number.isInteger(port) && port >= 1024 && port <= 65_535;
}
