import { readPrinterUri } from '../../../contract/printer-uri.ts';
import { CupsQueue } from './cups.ts';
import { type Dial, MendingTransport } from './mending.ts';
import { dialQueue } from './print-queue.ts';
import { dialSerial } from './serial.ts';
import { dialTcp } from './tcp.ts';
import { BadPrinterUri, type OpenTransport, type Proof } from './transport.ts';
import { dialUsb } from './usb.ts';
import { WindowsQueue } from './windows.ts';
import { systemWinspool } from './winspool.ts';

/**
 * A printer that this machine reaches itself, by what its address says (see `readPrinterUri`).
 * @throws BadPrinterUri
 */
export const openPrinter: OpenTransport = (uri, events, timers) => {
  const { proof, dial } = wayTo(uri);
  return new MendingTransport(proof, dial, events, timers);
};

function wayTo(uri: string): { proof: Proof; dial: Dial } {
  const address = readPrinterUri(uri);
  switch (address?.kind) {
    case 'network':
      return { proof: 'replies', dial: dialTcp(address) };
    case 'usb':
      return { proof: 'replies', dial: dialUsb(address.device) };
    case 'serial':
      return { proof: 'replies', dial: dialSerial(address) };
    case 'cups':
      return { proof: 'system', dial: dialQueue(() => new CupsQueue(address.queue)) };
    case 'windows':
      return { proof: 'system', dial: dialQueue(() => new WindowsQueue(address.printer, systemWinspool)) };
    case undefined:
      throw new BadPrinterUri(`Not a printer address: ${uri}`);
  }
}
