import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlet } from '../../../contract/printing.ts';
import { choicesFor, outletFrom, speeds, type Typed, typedOf } from './outlet-form.ts';

const before = { kind: 'none' } as const;
const typed = (address: string, more: Partial<Typed> = {}): Typed => ({ ...typedOf(before), address, ...more });

describe('the printer of a kiosk', () => {
  it.each([
    ['192.168.1.50', 'tcp://192.168.1.50:9100'],
    [' 192.168.1.50:9101 ', 'tcp://192.168.1.50:9101'],
    ['tcp://Printer-2.lan:9100', 'tcp://printer-2.lan:9100'],
  ])('is found at what a technician types: %s', (address, uri) => {
    expect(outletFrom('network', typed(address), before)).toEqual({ kind: 'network', uri });
  });

  it.each(['', 'a b', 'usb:', '192.168.1.50:', '192.168.1.50:0', '192.168.1.50:70000', 'http://192.168.1.50'])(
    'is not at %o',
    (address) => {
      expect(outletFrom('network', typed(address), before)).toBeNull();
    },
  );

  it.each([
    [' com3 ', '9600', 'serial:COM3?baud=9600'],
    ['/dev/ttyUSB0', '115200', 'serial:/dev/ttyUSB0?baud=115200'],
    ['ttyS1', '9600', 'serial:/dev/ttyS1?baud=9600'],
    ['/dev/serial/by-id/usb-1a86', '9600', 'serial:/dev/serial/by-id/usb-1a86?baud=9600'],
  ])('is on the serial cable at %s', (address, speed, uri) => {
    expect(outletFrom('serial', typed(address, { speed }), before)).toEqual({ kind: 'serial', uri });
  });

  it.each(['', 'COM', 'COM0', '/etc/passwd', '/dev/serial/../sda', 'ttyUSB0 9600'])(
    'is on no serial cable at %o',
    (address) => {
      expect(outletFrom('serial', typed(address), before)).toBeNull();
    },
  );

  it.each([
    ['POS-58 (Copy 1)', 'windows', 'windows:POS-58 (Copy 1)'],
    ['Loket_1', 'cups', 'cups:Loket_1'],
  ] as const)('is known to the system as %s', (address, spooler, uri) => {
    expect(outletFrom('system', typed(address, { spooler }), before)).toEqual({ kind: 'system', uri });
  });

  it.each([
    ['-h', 'cups'],
    ['POS-58 (Copy 1)', 'cups'],
    ['\\\\server\\POS', 'windows'],
    ['', 'windows'],
  ] as const)('is not known to any system as %o', (address, spooler) => {
    expect(outletFrom('system', typed(address, { spooler }), before)).toBeNull();
  });

  it('is shown as it was typed: the usual port is not said', () => {
    expect(typedOf({ kind: 'network', uri: 'tcp://192.168.1.50:9100' }).address).toBe('192.168.1.50');
    expect(typedOf({ kind: 'network', uri: 'tcp://192.168.1.50:9101' }).address).toBe('192.168.1.50:9101');
    expect(typedOf({ kind: 'machine' }).address).toBe('');
  });

  it('is understood by the hub whatever was typed, and shown so that it can be saved as it is', () => {
    const address = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('COM', 'tty', '/dev/', 'serial/', '.', '3', ' ', '-', 'a', ':') }),
    );
    const form = fc.record({
      address,
      speed: fc.constantFrom(...speeds),
      spooler: fc.constantFrom('windows' as const, 'cups' as const),
    });
    fc.assert(
      fc.property(fc.constantFrom(...choicesFor({ own: true })), form, (kind, said) => {
        const chosen = outletFrom(kind, said, before);
        if (chosen === null) return;
        expect(outlet.parse(chosen)).toEqual(chosen);
        expect(outletFrom(kind, typedOf(chosen), chosen)).toEqual(chosen);
      }),
    );
  });

  it('on a cable is the first that is plugged in, unless a technician has named its device', () => {
    expect(outletFrom('usb', typed(''), before)).toEqual({ kind: 'usb', uri: 'usb:' });
    const named = { kind: 'usb', uri: 'usb:/dev/usb/lp1' } as const;
    expect(outletFrom('usb', typed(''), named)).toEqual(named);
  });

  it('at the hub is a printer that others share, never one that is borrowed', () => {
    expect(choicesFor({ own: true })).toEqual(['network', 'usb', 'serial', 'system', 'none']);
    expect(choicesFor({ own: false })).toEqual(['hub', 'network', 'machine', 'system', 'none']);
  });
});
