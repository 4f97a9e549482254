/** Electron's binary, which its npm package downloads only when asked. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, node24, root } from './prepare.mjs';
import { run } from './run.mjs';

const downloadLimitMs = 10 * 60_000;

/** @returns {string | undefined} the path of the binary when it is on this machine */
export function electronBinary() {
  const folder = join(root, 'node_modules', 'electron');
  const record = join(folder, 'path.txt');
  if (!existsSync(record)) return undefined;
  const path = join(folder, 'dist', readFileSync(record, 'utf8'));
  return existsSync(path) ? path : undefined;
}

/** The binary, downloaded if it can be. */
export async function fetchElectronBinary() {
  if (electronBinary()) return electronBinary();
  await run(node24(), [command('electron', 'install-electron')], { output: 'capture', limitMs: downloadLimitMs });
  return electronBinary();
}

/** False on a Linux machine without a graphical session. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
