/**
 * The first half of `node scripts/exec.mjs ; exec node scripts/start.mjs`, a line that both npm shells understand.
 * A POSIX shell runs this file without arguments, which does nothing, and then *becomes* start.mjs, so that a signal to
 * npm reaches it: a shell that stays in between dies of the signal, npm exits 143 and the kiosk lives on.
 * cmd.exe knows no `exec` and does not end a command at `;`: it runs this file alone, with the rest as its arguments.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , , script, ...flags] = process.argv.slice(2); // ";", "exec", "node", the script, its flags
if (script) {
  const path = resolve(script);
  process.argv.splice(1, Infinity, path, ...flags);
  void import(pathToFileURL(path).href);
}
