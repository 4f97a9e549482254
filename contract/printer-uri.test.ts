import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PrinterAddress, readPrinterUri } from './printer-uri.ts';

const written: [string, PrinterAddress][] = [
  ['tcp://192.168.1.87:9100', { kind: 'network', host: '192.168.1.87', port: 9100 }],
  ['tcp://printer-2.lounge.lan:9101', { kind: 'network', host: 'printer-2.lounge.lan', port: 9101 }],
  ['tcp://[fe80::1]:9100', { kind: 'network', host: 'fe80::1', port: 9100 }],
  ['usb:', { kind: 'usb', device: null }],
  ['usb:/dev/usb/lp0', { kind: 'usb', device: '/dev/usb/lp0' }],
  ['usb:/dev/usb/by-port/1.2', { kind: 'usb', device: '/dev/usb/by-port/1.2' }],
  ['serial:/dev/ttyUSB0?baud=9600', { kind: 'serial', device: '/dev/ttyUSB0', baud: 9600 }],
  ['serial:COM3?baud=115200', { kind: 'serial', device: 'COM3', baud: 115_200 }],
  ['cups:Loket_1', { kind: 'cups', queue: 'Loket_1' }],
  ['windows:EPSON TM-T82 Receipt', { kind: 'windows', printer: 'EPSON TM-T82 Receipt' }],
  ['windows:POS-58 (Copy 1)', { kind: 'windows', printer: 'POS-58 (Copy 1)' }],
];

const refused = [
  '',
  '192.168.1.87',
  'tcp://192.168.1.87',
  'tcp://a:0',
  'tcp://a:65536',
  'tcp://a b:9100',
  'tcp://a:9100/x',
  'usb',
  'usb:lp0',
  'usb:9100',
  'usb:/etc/passwd',
  'usb:/dev/../etc/passwd',
  'usb:/dev/usb/lp0 x',
  'serial:',
  'serial:/dev/ttyUSB0',
  'serial:ttyUSB0?baud=9600',
  'serial:/dev/../etc/passwd?baud=9600',
  'serial:COM0?baud=9600',
  'serial:COM3?baud=9601',
  'serial:COM3?baud=9600&lock=0',
  'cups:',
  'cups:-h',
  'cups:-oraw',
  'cups:.hidden',
  'cups:a b',
  'cups:a;reboot',
  'cups:a/b',
  'cups:a\n',
  'cups:Prin­ter',
  'windows:',
  'windows: Loket',
  'windows:Loket ',
  'windows:\\\\server\\Loket',
  'windows:Loket,Job 3',
  'windows:,XcvMonitor USB',
  'windows:Loket\0',
  'windows:Loket\n',
  'machine:x',
];

describe('the address of a printer', () => {
  it.each(written)('is written %s', (uri, address) => {
    expect(readPrinterUri(uri)).toEqual(address);
  });

  it.each(refused)('is not written %o', (uri) => {
    expect(readPrinterUri(uri)).toBeNull();
  });

  it('is read from anything without a fault, and never leaves the folder of devices', () => {
    const scheme = fc.constantFrom('tcp://', 'usb:', 'serial:', 'cups:', 'windows:', '');
    const tail = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('/', '.', 'dev', 'a', '?') }),
    );
    fc.assert(
      fc.property(scheme, tail, (before, after) => {
        const address = readPrinterUri(before + after);
        if (address === null || !('device' in address) || address.device === null) return;
        expect(address.device).toMatch(/^(?:COM\d+|\/dev\/(?!.*\.\.).+)$/);
      }),
    );
  });
});
