import { describe, expect, it } from 'vitest';
import { choicesFor, outletFrom, spokenAddress } from './outlet-form.ts';

const before = { kind: 'none' } as const;

describe('the printer of a kiosk', () => {
  it.each([
    ['192.168.1.50', 'tcp://192.168.1.50:9100'],
    [' 192.168.1.50:9101 ', 'tcp://192.168.1.50:9101'],
    ['tcp://Printer-2.lan:9100', 'tcp://printer-2.lan:9100'],
  ])('is found at what a technician types: %s', (typed, uri) => {
    expect(outletFrom('network', typed, before)).toEqual({ kind: 'network', uri });
  });

  it.each(['', 'a b', 'usb:', '192.168.1.50:', '192.168.1.50:0', '192.168.1.50:70000', 'http://192.168.1.50'])(
    'is not at %o',
    (typed) => {
      expect(outletFrom('network', typed, before)).toBeNull();
    },
  );

  it('is shown as it was typed: the usual port is not said', () => {
    expect(spokenAddress({ kind: 'network', uri: 'tcp://192.168.1.50:9100' })).toBe('192.168.1.50');
    expect(spokenAddress({ kind: 'network', uri: 'tcp://192.168.1.50:9101' })).toBe('192.168.1.50:9101');
    expect(spokenAddress({ kind: 'machine' })).toBe('');
  });

  it('on a cable is the first that is plugged in, unless a technician has named its device', () => {
    expect(outletFrom('usb', '', before)).toEqual({ kind: 'usb', uri: 'usb:' });
    const named = { kind: 'usb', uri: 'usb:/dev/usb/lp1' } as const;
    expect(outletFrom('usb', '', named)).toEqual(named);
  });

  it('at the hub is a printer that others share, never one that is borrowed', () => {
    expect(choicesFor({ own: true })).toEqual(['network', 'usb', 'none']);
    expect(choicesFor({ own: false })).toEqual(['hub', 'network', 'machine', 'none']);
  });
});
