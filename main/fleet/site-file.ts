import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../store/synced-files.ts';

/** Under the root of a stick. */
const onStick = join('anjungan', 'site.json');
const mostBytes = 65_536;

/** Where sticks appear: their roots. */
export type Sticks = () => readonly string[];

/** The roots of this machine's sticks, whoever mounted them. */
export function systemSticks(): string[] {
  if (process.platform === 'win32') return Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`);
  const inside = (folder: string): string[] => {
    try {
      return readdirSync(folder).map((name) => join(folder, name));
    } catch {
      return [];
    }
  };
  return [...['/media', '/run/media'].flatMap((folder) => inside(folder).flatMap(inside)), ...inside('/media')];
}

/** The site.json of a data folder, or of a stick. */
export interface SiteText {
  readonly path: string;
  readonly text: string;
}

/**
 * Finds this machine's site.json. At the first start one on a stick comes before the folder's own, which a disk image may
 * have brought along.
 * @throws Error in one line, when it cannot be read or two sticks say different things
 */
export function findSite(dataFolder: string, sticks: Sticks, isFirstStart: boolean): SiteText | null {
  const brought = isFirstStart
    ? sticks()
        .map((root) => join(root, onStick))
        .filter((path) => existsSync(path))
    : [];
  const texts = [...new Set(brought.map(textOf))];
  if (texts.length > 1) throw new Error(`two sticks have different files: ${brought.join(', ')}`);
  const [path, text] = [brought[0], texts[0]];
  if (path !== undefined && text !== undefined) return { path, text };
  const own = join(dataFolder, 'site.json');
  return existsSync(own) ? { path: own, text: textOf(own) } : null;
}

/** Keeps what a stick brought, for when it is taken out. */
export function keepSite(dataFolder: string, { path, text }: SiteText): void {
  const own = join(dataFolder, 'site.json');
  if (path !== own) replaceFile(own, text);
}

function textOf(path: string): string {
  const entry = lstatSync(path);
  if (!entry.isFile()) throw new Error(`${path} is no plain file`);
  if (entry.size > mostBytes) throw new Error(`${path} is too big`);
  // Notepad writes a mark before the text.
  return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
}
