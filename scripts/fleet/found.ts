import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StatusBody } from '../../contract/fleet.ts';
import { readStatus } from '../../main/fleet/status-text.ts';

/** A status that its own key has signed. */
export interface Found {
  readonly text: string;
  readonly body: StatusBody;
  /** When it came here, Unix ms: says something where the machine's own clock does not. */
  readonly came: number;
}

/** What lies in a folder. */
export interface Heap {
  readonly found: readonly Found[];
  /** Files that were not read, and lines that are no status. */
  readonly refused: readonly { readonly file: string; readonly why: string }[];
}

/** A day's scans of a whole regency fit many times. */
const mostBytes = 1_000_000;
const mostFiles = 100_000;

/**
 * Reads every file of a folder and of the folders in it: a status a line, as a QR scanner writes them, or one a file.
 * Nothing in a file or its name is believed beyond that.
 * @param except names that are not statuses
 */
export async function findStatuses(folder: string, except: readonly string[]): Promise<Heap> {
  const refused: { file: string; why: string }[] = [];
  const found = new Map<string, Found>();
  for (const file of filesIn(folder).slice(0, mostFiles)) {
    if (except.includes(file)) continue;
    const read = contentOf(join(folder, file));
    if ('why' in read) {
      refused.push({ file: shown(file), why: read.why });
      continue;
    }
    const lines = read.text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
    let wrong = 0;
    for (const line of lines) {
      // A scanner may say what kind of code it was.
      const text = line.replace(/^QR-Code:/, '');
      if (found.has(text)) continue;
      const body = await readStatus(text);
      if (body) found.set(text, { text, body, came: read.came });
      else wrong += 1;
    }
    if (wrong > 0 || lines.length === 0)
      refused.push({ file: shown(file), why: lines.length <= 1 ? 'no status' : `${wrong} lines are no status` });
  }
  return { found: [...found.values()], refused };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() && !entry.name.startsWith('.')
        ? readdirSync(join(folder, entry.name)).map((name) => join(entry.name, name))
        : [entry.name],
    )
    .toSorted();
}

function contentOf(path: string): { text: string; came: number } | { why: string } {
  try {
    const entry = lstatSync(path);
    // A link leads anywhere, a pipe never ends.
    if (!entry.isFile()) return { why: 'no plain file' };
    if (entry.size > mostBytes) return { why: `too big (${entry.size} bytes)` };
    return { text: readFileSync(path, 'utf8'), came: entry.mtimeMs };
  } catch (error) {
    return { why: (error as NodeJS.ErrnoException).code ?? 'unreadable' };
  }
}

/** A name that a terminal does not act on. */
function shown(file: string): string {
  return JSON.stringify(file.slice(0, 120))
    .slice(1, -1)
    .replaceAll(/[^ -~]/g, '?');
}
