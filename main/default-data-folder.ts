import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder that Electron gives the window's program, so that with and without windows it is the same lounge. */
export function defaultDataFolder(): string {
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? homedir(), 'anjungan');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'anjungan');
  return join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'anjungan');
}
