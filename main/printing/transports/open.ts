import { TcpTransport } from './tcp.ts';
import type { OpenTransport } from './transport.ts';
import { UsbTransport } from './usb.ts';

/**
 * A printer that this machine reaches itself: `tcp://HOST:PORT`, or `usb:` and `usb:/dev/usb/lp0`.
 * @throws BadPrinterUri
 */
export const openPrinter: OpenTransport = (uri, events, timers) =>
  /^usb:/i.test(uri) ? new UsbTransport(uri, events, timers) : new TcpTransport(uri, events, timers);
