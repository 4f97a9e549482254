import type { KioskOutlet, Outlet } from '../../../contract/printing.ts';

/** What a technician has typed and chosen beside the kind. */
export interface Typed {
  /** Of the network, of a port, or the name in the system. */
  readonly address: string;
  /** Bits a second on a serial cable. */
  readonly speed: string;
  readonly spooler: 'windows' | 'cups';
}

/** Receipt printers leave the factory with one of these. */
export const speeds = ['9600', '19200', '38400', '57600', '115200'] as const;

/** What can be chosen for a kiosk: the hub's own has cables and borrows nothing. */
export function choicesFor({ own }: Pick<KioskOutlet, 'own'>): readonly Outlet['kind'][] {
  return own ? ['network', 'usb', 'serial', 'system', 'none'] : ['hub', 'network', 'machine', 'system', 'none'];
}

/** The kinds for which something is typed. */
export function isTyped(kind: Outlet['kind']): kind is 'network' | 'serial' | 'system' {
  return kind === 'network' || kind === 'serial' || kind === 'system';
}

/**
 * What was set, as people write it: an address without `tcp://` and without the usual port 9100, a port without its
 * speed, a name without its system.
 */
export function typedOf(outlet: Outlet): Typed {
  const nothing: Typed = { address: '', speed: '9600', spooler: 'windows' };
  if (outlet.kind === 'network')
    return { ...nothing, address: outlet.uri.replace(/^tcp:\/\//i, '').replace(/:9100$/, '') };
  if (outlet.kind === 'serial') {
    const [, address = '', speed = nothing.speed] = /^serial:(.*)\?baud=(\d+)$/.exec(outlet.uri) ?? [];
    return { ...nothing, address, speed };
  }
  if (outlet.kind === 'system') {
    const [, spooler, address = ''] = /^(cups|windows):(.*)$/.exec(outlet.uri) ?? [];
    return { ...nothing, address, spooler: spooler === 'cups' ? 'cups' : 'windows' };
  }
  return nothing;
}

/**
 * What somebody has chosen and typed.
 * @param before what was set: which USB printer was chosen stays chosen, a technician may have named its device
 * @returns null while the address is none
 */
export function outletFrom(kind: Outlet['kind'], typed: Typed, before: Outlet): Outlet | null {
  switch (kind) {
    case 'usb':
      return before.kind === 'usb' ? before : { kind, uri: 'usb:' };
    case 'network':
      return networkFrom(typed.address.trim());
    case 'serial':
      return serialFrom(typed.address.trim(), typed.speed);
    case 'system':
      return systemFrom(typed.address.trim(), typed.spooler);
    default:
      return { kind };
  }
}

/** @param typed `192.168.1.50`, `printer.lan:9101` or a whole `tcp://…` */
function networkFrom(typed: string): Outlet | null {
  const [, host, port = '9100'] = /^(?:tcp:\/\/)?([a-z0-9.-]{1,253})(?::(\d{1,5}))?\/?$/i.exec(typed) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) return null;
  return { kind: 'network', uri: `tcp://${host.toLowerCase()}:${Number(port)}` };
}

/** @param typed `COM3`, `/dev/ttyUSB0`, or just `ttyUSB0` */
function serialFrom(typed: string, speed: string): Outlet | null {
  if (/^com[1-9]\d{0,2}$/i.test(typed)) return { kind: 'serial', uri: `serial:${typed.toUpperCase()}?baud=${speed}` };
  const [, device] = /^(?:\/dev\/)?(tty[\w.-]{1,90}|(?:serial|pts)\/[\w./-]{1,90})$/.exec(typed) ?? [];
  if (device === undefined || device.includes('..')) return null;
  return { kind: 'serial', uri: `serial:/dev/${device}?baud=${speed}` };
}

/** @param typed the name in the system's list of printers */
function systemFrom(typed: string, spooler: Typed['spooler']): Outlet | null {
  const possible = spooler === 'cups' ? /^[A-Za-z0-9_][\w.-]{0,126}$/ : /^[^\\,!\p{Cc}\p{Cs}]{1,220}$/u;
  return possible.test(typed) ? { kind: 'system', uri: `${spooler}:${typed}` } : null;
}
