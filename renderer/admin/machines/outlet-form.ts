import type { KioskOutlet, Outlet } from '../../../contract/printing.ts';

/** What can be chosen for a kiosk: the hub's own has cables and borrows nothing. */
export function choicesFor({ own }: Pick<KioskOutlet, 'own'>): readonly Outlet['kind'][] {
  return own ? ['network', 'usb', 'none'] : ['hub', 'network', 'machine', 'none'];
}

/** Which USB printer was chosen stays chosen: a technician may have named its device. */
function usbUri(outlet: Outlet): string {
  return outlet.kind === 'usb' ? outlet.uri : 'usb:';
}

/** The address of a network printer as people write it: without `tcp://`, and without the usual port 9100. */
export function spokenAddress(outlet: Outlet): string {
  return outlet.kind === 'network' ? outlet.uri.replace(/^tcp:\/\//i, '').replace(/:9100$/, '') : '';
}

/**
 * What somebody has chosen and typed.
 * @param before what was set
 * @param typed `192.168.1.50`, `printer.lan:9101` or a whole `tcp://…`
 * @returns null while the address is none
 */
export function outletFrom(kind: Outlet['kind'], typed: string, before: Outlet): Outlet | null {
  if (kind === 'usb') return { kind, uri: usbUri(before) };
  if (kind !== 'network') return { kind };
  const [, host, port = '9100'] = /^(?:tcp:\/\/)?([a-z0-9.-]{1,253})(?::(\d{1,5}))?\/?$/i.exec(typed.trim()) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) return null;
  return { kind, uri: `tcp://${host.toLowerCase()}:${Number(port)}` };
}
