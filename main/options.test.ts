import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StartError } from './ops/start-error.ts';
import { type OptionRules, readOptions } from './options.ts';

const headless: OptionRules = {
  usage: 'anjungan …',
  defaultData: () => '/var/lib/anjungan',
  foreignFlags: false,
  movableClock: true,
};
const installed: OptionRules = { ...headless, foreignFlags: true, movableClock: false };

describe('options', () => {
  it('have defaults', () => {
    expect(readOptions([], headless)).toEqual({
      port: 4780,
      printer: undefined,
      paper: undefined,
      now: undefined,
      mode: undefined,
      data: resolve('/var/lib/anjungan'),
    });
  });

  it('are read', () => {
    const args = [
      '--port',
      '0',
      '--data=here',
      '--printer',
      'tcp://10.0.0.9:9100',
      '--paper',
      '58',
      '--now',
      '2026-11-24T09:00:00+07:00',
      '--mode=hub',
    ];
    expect(readOptions(args, headless)).toEqual({
      port: 0,
      printer: 'tcp://10.0.0.9:9100',
      paper: 58,
      now: Date.UTC(2026, 10, 24, 2),
      mode: 'hub',
      data: resolve('here'),
    });
  });

  it.each(['usb:', 'usb:/dev/usb/lp1', 'serial:COM3?baud=9600', 'windows:POS-58', 'cups:Loket'])(
    'name a printer: %s',
    (printer) => {
      expect(readOptions(['--printer', printer], headless)).toMatchObject({ printer });
    },
  );

  it('leave to Chromium what is for Chromium, and to Electron its folder', () => {
    const args = ['--no-sandbox', '/opt/anjungan', '--ozone-platform=x11', '--port', '80'];
    expect(readOptions(args, installed)).toMatchObject({ port: 80 });
    expect(() => readOptions(['--no-sandbox'], headless)).toThrow(StartError);
  });

  it.each([
    ['--port', 'x'],
    ['--port', '65536'],
    ['--port'],
    ['--data'],
    ['--data='],
    ['--now', 'yesterday'],
    ['--printer', 'usb'],
    ['--printer', 'usb:/etc/passwd'],
    ['--printer', 'tcp://10.0.0.9:99999'],
    ['--printer', 'cups:-d'],
    ['--paper', '57'],
    ['--mode', 'server'],
    ['--mode', 'Kiosk'],
    ['--mode'],
  ])('are refused in one line: %s %s', (...args) => {
    const read = () => readOptions(args.filter(Boolean), { ...headless, foreignFlags: true });
    expect(read).toThrow(StartError);
    expect(read).toThrow(/^[^\n]+$/);
  });

  it('do not move the clock of an installed program', () => {
    expect(() => readOptions(['--now', '2026-11-24T09:00:00+07:00'], installed)).toThrow(/--now/);
  });
});
