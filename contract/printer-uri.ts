/** How a printer's address is written, by the kind of way that leads to it. */
export const printerUris = {
  /** `tcp://192.168.1.50:9100`, `tcp://printer.lan:9100`, `tcp://[fe80::1]:9100` */
  network: /^tcp:\/\/(?:\[(?<v6>[0-9a-f:.]{2,45})\]|(?<host>[a-z0-9.-]{1,253})):(?<port>[1-9]\d{0,4})$/i,
  /** `usb:` is the first that is plugged in; `usb:/dev/usb/lp1` */
  usb: /^usb:(?<device>\/dev\/(?!.*\.\.)[\w./-]{1,100})?$/,
  /** `serial:/dev/ttyUSB0?baud=9600`, `serial:COM3?baud=115200` */
  serial:
    /^serial:(?<device>COM[1-9]\d{0,2}|\/dev\/(?!.*\.\.)[\w./-]{1,100})\?baud=(?<baud>1200|2400|4800|9600|19200|38400|57600|115200)$/,
  /** A queue of the operating system's: `cups:NAME`, `windows:PRINTER NAME` as the control panel shows it. */
  system: /^(?:cups:(?<queue>[A-Za-z0-9_][\w.-]{0,126})|windows:(?<printer>(?! )[^\\,!\p{Cc}\p{Cs}]{1,220}(?<! )))$/u,
} as const;

/** What a printer's address means. */
export type PrinterAddress =
  | { readonly kind: 'network'; readonly host: string; readonly port: number }
  /** `device` is null for the first that is plugged in. */
  | { readonly kind: 'usb'; readonly device: string | null }
  /** `baud` in bits a second */
  | { readonly kind: 'serial'; readonly device: string; readonly baud: number }
  | { readonly kind: 'cups'; readonly queue: string }
  | { readonly kind: 'windows'; readonly printer: string };

/** Reads a printer's address; null for what is none. */
export function readPrinterUri(uri: string): PrinterAddress | null {
  const network = printerUris.network.exec(uri)?.groups;
  if (network) {
    const port = Number(network.port);
    return port <= 65_535 ? { kind: 'network', host: network.v6 ?? network.host ?? '', port } : null;
  }
  const usb = printerUris.usb.exec(uri);
  if (usb) return { kind: 'usb', device: usb.groups?.device ?? null };
  const serial = printerUris.serial.exec(uri)?.groups;
  if (serial) return { kind: 'serial', device: serial.device ?? '', baud: Number(serial.baud) };
  const system = printerUris.system.exec(uri)?.groups;
  if (system?.queue !== undefined) return { kind: 'cups', queue: system.queue };
  if (system?.printer !== undefined) return { kind: 'windows', printer: system.printer };
  return null;
}
