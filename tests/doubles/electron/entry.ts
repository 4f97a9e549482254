/** What Electron's binary does with its command line: `[switches] FOLDER [flags]` runs the main file of FOLDER. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeHaste } from './haste.ts';
import { obeyLevers } from './levers.ts';

const [, , ...args] = process.argv;
const folder = resolve(args.find((arg) => !arg.startsWith('-')) ?? '.');
const { main, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  main: string;
  version: string;
};
process.env['ELECTRON_DOUBLE_VERSION'] ??= version;
makeHaste();
obeyLevers();
// Electron shows its own command line, without a script between program and arguments.
process.argv = [process.execPath, ...args];
await import(pathToFileURL(join(folder, main)).href);
