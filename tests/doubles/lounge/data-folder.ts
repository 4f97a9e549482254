import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** An empty folder of its own. */
export function newFolder(name = 'lounge', below = tmpdir()): string {
  const folder = mkdtempSync(join(below, `anjungan-${name}-`));
  made.push(folder);
  return folder;
}

/** An empty folder in memory where the system has such a place: for hundreds of openings that test no disk. */
export function newFolderInMemory(name: string): string {
  return newFolder(name, existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
}

/** Removes what `newFolder` made; for `afterAll`. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** What a lounge's data folder must hold to be opened elsewhere; the index (-shm) is made again. */
const carried = ['lounge.db', 'lounge.db-wal', 'lounge.key'];

/** Copies the database and its key as they lie there, as a crash would leave them. The folder keeps its other files. */
export function copyData(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of [...carried, 'lounge.db-shm']) rmSync(join(to, name), { force: true });
  for (const name of carried) if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
}

/** Replaces files of the catalogue by the data folder's own. */
export function writeCatalogue(data: string, files: Readonly<Record<string, unknown>>): void {
  mkdirSync(join(data, 'catalogue'), { recursive: true });
  for (const [name, content] of Object.entries(files))
    writeFileSync(
      join(data, 'catalogue', `${name}.json`),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
}

const allDay = ['00:00-24:00'];
const name = (text: string) => ({ id: text, en: text });

/** Services that never close and know no quota, for tests that need thousands of numbers. */
export const neverClosed = {
  calendar: {
    hours: { always: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay } },
  },
  services: {
    agencies: [{ id: 'desa', name: name('Pemerintah desa') }],
    counters: [{ id: '1', name: name('Loket 1') }],
    services: ['A', 'B', 'C'].map((letter) => ({
      id: `layanan-${letter.toLowerCase()}`,
      agencyId: 'desa',
      letter,
      name: name(`Layanan ${letter}`),
      icon: 'file-text',
      hue: '#1b7f8c',
      bring: [name('KTP')],
      counters: ['1'],
      serving: 'always',
      lastTicketMinutes: 0,
    })),
  },
} as const;

/** The ids of `neverClosed`. */
export const neverClosedIds = ['layanan-a', 'layanan-b', 'layanan-c'] as const;
