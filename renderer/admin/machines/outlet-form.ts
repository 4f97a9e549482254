import type { KioskOutlet, Outlet } from '../../../contract/printing.ts';

export const outletKinds = ['hub', 'network', 'machine', 'none'] as const satisfies Outlet['kind'][];

/** What can be chosen for a kiosk: the hub's own shares its printer and borrows none. */
export function choicesFor({ own }: Pick<KioskOutlet, 'own'>): readonly Outlet['kind'][] {
  return own ? ['network', 'none'] : outletKinds;
}

/** The address of a network printer as people write it: without `tcp://`, and without the usual port 9100. */
export function spokenAddress(outlet: Outlet): string {
  return outlet.kind === 'network' ? outlet.uri.replace(/^tcp:\/\//i, '').replace(/:9100$/, '') : '';
}

/**
 * What somebody has chosen and typed.
 * @param typed `192.168.1.50`, `printer.lan:9101` or a whole `tcp://…`
 * @returns null while the address is none
 */
export function outletFrom(kind: Outlet['kind'], typed: string): Outlet | null {
  if (kind !== 'network') return { kind };
  const [, host, port = '9100'] = /^(?:tcp:\/\/)?([a-z0-9.-]{1,253})(?::(\d{1,5}))?\/?$/i.exec(typed.trim()) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) return null;
  return { kind, uri: `tcp://${host.toLowerCase()}:${Number(port)}` };
}
