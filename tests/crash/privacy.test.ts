import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import {
  neverClosed,
  neverClosedIds,
  newFolder,
  removeFolders,
  writeCatalogue,
} from '../doubles/lounge/data-folder.ts';
import { lookInto, program } from '../doubles/lounge/own-lounge.ts';
import { startLounge } from '../doubles/lounge/start-lounge.ts';

afterAll(removeFolders);

/** Strings that stand nowhere but in these tests. The catalogue's own texts are copied into every slip in the database. */
const seeds = ['Qurrotaayunin-Wongsodimejo', 'Dusun-Krajan-Xylofon-47', 'Zwarteweg-Kembiritan'];
const [service = '', complaints = '', office = ''] = seeds;

function seededData(): string {
  const data = newFolder('private');
  const lounge = JSON.parse(readFileSync(join(program.catalogue, 'lounge.json'), 'utf8'));
  writeCatalogue(data, {
    calendar: neverClosed.calendar,
    services: {
      ...neverClosed.services,
      services: neverClosed.services.services.map((its) => ({ ...its, name: { id: service, en: service } })),
    },
    lounge: {
      ...lounge,
      name: { id: office, en: office },
      complaints: { id: complaints, en: complaints },
    },
  });
  return data;
}

const inClear = (bytes: Buffer) => seeds.filter((seed) => bytes.includes(seed) || bytes.includes(seed, 'utf16le'));

/** Every file below a folder that names one of the seeds in clear. The catalogue is configuration and lies open. */
function clearFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('/catalogue'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => inClear(readFileSync(path)).length > 0);
}

/** Every open or mapped file of a process, deleted ones included, that names one of the seeds in clear. */
function clearOpenFiles(pid: number | 'self'): string[] {
  const links = ['fd', 'map_files'].flatMap((kind) => {
    const folder = `/proc/${pid}/${kind}`;
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  });
  return links.filter((link) => {
    try {
      const file = readlinkSync(link);
      // This test's own text and the catalogue are not what is looked for.
      if (!file.startsWith('/') || /\/(catalogue|node_modules)\//.test(file) || /\.test\.ts/.test(file)) return false;
      const { size } = statSync(link);
      return statSync(link).isFile() && size > 0 && size < 64 * 1024 * 1024 && inClear(readFileSync(link)).length > 0;
    } catch {
      // Closed, or gone, since it was listed.
      return false;
    }
  });
}

describe('what the database holds, on the disk', () => {
  it('stands nowhere in clear: not while the lounge runs, not after a crash, not after a clean stop', async () => {
    const data = seededData();
    const temporary = newFolder('temporary');
    const env = { TMPDIR: temporary, SQLITE_TMPDIR: temporary };
    const lounge = await startLounge({ data, env });
    const client = lounge.client();
    for (let i = 0; i < 100; i += 1) await client.ticket(neverClosedIds[i % 3] as string);
    // Reading it all back makes the lounge sort and count.
    expect((await client.get('/api/services')).text).toContain(service);

    const found = () => [...clearFiles(data), ...clearFiles(temporary)];
    expect(readdirSync(data)).toEqual(expect.arrayContaining(['lounge.db', 'lounge.db-wal', 'lounge.db-shm']));
    expect(statSync(join(data, 'lounge.db-wal')).size).toBeGreaterThan(100_000);
    expect(found(), 'while it runs').toEqual([]);
    expect(clearOpenFiles(lounge.pid), 'open and mapped files').toEqual([]);
    expect(lounge.stderr(), 'its log').not.toContain(service);

    await lounge.kill();
    expect(found(), 'after a crash').toEqual([]);

    const again = await startLounge({ data, env });
    await again.client().ticket(neverClosedIds[0]);
    await again.stop();
    expect(existsSync(join(data, 'lounge.db-wal'))).toBe(false);
    expect(found(), 'after a clean stop').toEqual([]);
    // It was there to be found.
    expect(lookInto(data, (db) => db.prepare('SELECT slip FROM print_job LIMIT 1').pluck().get())).toContain(service);
  });

  it('is not spilled into temporary files by a sort that is larger than the cache', () => {
    const temporary = newFolder('spill');
    process.env['SQLITE_TMPDIR'] = temporary;
    const data = newFolder('spill-data');

    /** Sorts some 20 MB of names and looks for them in the middle of it. */
    const sortAndLook = (db: Database.Database) => {
      db.exec(`
        CREATE TEMP TABLE list AS
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
          SELECT i, '${service} ' || hex(randomblob(500)) || ' ${complaints}' AS slip FROM n;
      `);
      const rows = db.prepare('SELECT slip FROM list ORDER BY slip DESC').iterate();
      rows.next();
      const found = [...clearOpenFiles('self'), ...clearFiles(temporary)];
      rows.return?.();
      return found;
    };

    expect(lookInto(data, sortAndLook)).toEqual([]);

    // The same with SQLite's own habit: the names lie open, and this search finds them.
    const careless = new Database(join(newFolder('careless'), 'careless.db'));
    careless.pragma('temp_store = FILE');
    expect(sortAndLook(careless).length).toBeGreaterThan(0);
    careless.close();
  });
});
