import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readPrinterUri } from '../contract/printer-uri.ts';
import type { Paper } from '../contract/printing.ts';
import { StartError } from './ops/start-error.ts';

/** What a machine was set up for. A `hub` is a lounge without a window; a counter and a display have their hub elsewhere. */
const modes = ['kiosk', 'counter', 'display', 'hub'] as const;
type Mode = (typeof modes)[number];

/** What a person or a service file may say at a start. */
export interface StartOptions {
  readonly port: number;
  /** The data folder; absolute. */
  readonly data: string;
  readonly printer: string | undefined;
  /** The width of the printer's roll, mm. */
  readonly paper: Paper | undefined;
  /** A moment to start the clock at; Unix ms. */
  readonly now: number | undefined;
  /** What it was set up for; what it is, if nothing is said: a kiosk with a lounge of its own, or what it is paired as. */
  readonly mode?: Mode | undefined;
}

export interface OptionRules {
  readonly usage: string;
  readonly defaultData: () => string;
  /** Whether flags that are not ours are for somebody else: Chromium reads the same command line. */
  readonly foreignFlags: boolean;
  /** A packaged program takes its time from the machine alone. */
  readonly movableClock: boolean;
}

/** @throws StartError */
export function readOptions(args: string[], rules: OptionRules): StartOptions {
  const { usage } = rules;
  const values = parse(args, rules);
  const text = (name: string): string | undefined => {
    const value = values[name];
    if (value === true || value === '') throw new StartError(`--${name} needs a value. Usage: ${usage}`);
    return value as string | undefined;
  };
  const port = Number(text('port') ?? 4780);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartError(`--port must be a number from 0 to 65535. Usage: ${usage}`);
  const moment = text('now');
  if (moment !== undefined && !rules.movableClock)
    throw new StartError("--now is for tests: an installed Anjungan takes its time from the machine's clock.");
  const now = moment === undefined ? undefined : Date.parse(moment);
  if (now !== undefined && Number.isNaN(now))
    throw new StartError(`--now must be a moment such as 2026-11-24T09:00:00+07:00. Usage: ${usage}`);
  const printer = text('printer');
  if (printer !== undefined && readPrinterUri(printer) === null)
    throw new StartError(
      `--printer must look like tcp://192.168.1.50:9100, usb:, serial:/dev/ttyUSB0?baud=9600, serial:COM3?baud=9600, windows:PRINTER NAME or cups:NAME. Usage: ${usage}`,
    );
  const paper = text('paper');
  if (paper !== undefined && paper !== '80' && paper !== '58')
    throw new StartError(`--paper must be 80 or 58, the width of the roll in mm. Usage: ${usage}`);
  const width = paper === undefined ? undefined : paper === '58' ? 58 : 80;
  const mode = modes.find((one) => one === text('mode'));
  if (mode === undefined && text('mode') !== undefined)
    throw new StartError(`--mode must be one of ${modes.join(', ')}. Usage: ${usage}`);
  return { port, printer, paper: width, now, mode, data: resolve(text('data') ?? rules.defaultData()) };
}

function parse(args: string[], { usage, foreignFlags }: OptionRules): Record<string, string | boolean | undefined> {
  try {
    const { values } = parseArgs({
      args,
      strict: !foreignFlags,
      allowPositionals: foreignFlags,
      options: {
        headless: { type: 'boolean' },
        port: { type: 'string' },
        data: { type: 'string' },
        printer: { type: 'string' },
        paper: { type: 'string' },
        now: { type: 'string' },
        mode: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    throw new StartError(`${(error as Error).message.split('\n', 1)[0]} Usage: ${usage}`);
  }
}
