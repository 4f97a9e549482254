/** The Chromium, Chrome or Edge of this machine. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The first of the programs that is on PATH.
 * @param {string[]} names
 * @returns {string | undefined} its full path
 */
export function findProgram(names) {
  const folders = (process.env.PATH ?? process.env.Path ?? '').split(delimiter).filter(Boolean);
  const ending = process.platform === 'win32' ? '.exe' : '';
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name + ending);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

/**
 * `ANJUNGAN_CHROMIUM` names another one.
 * @returns {string | undefined} its full path
 */
export function findChromium() {
  const named = process.env.ANJUNGAN_CHROMIUM;
  if (named) return named;
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'msedge',
    'chrome',
  ];
  return findProgram(names) ?? usualPlaces().find((path) => existsSync(path));
}

function usualPlaces() {
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '');
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  return [];
}
