import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { newFolder, removeFolders } from '../../tests/doubles/lounge/data-folder.ts';
import { programFiles } from '../program-files.ts';
import { FileKey } from '../store/key.ts';
import { openStore } from '../store/open.ts';
import { IntegrationStore } from './integration-store.ts';

afterAll(removeFolders);

const { migrations } = programFiles(import.meta.dirname);

/** The migrations as they were before a program's row said who made it. */
function formerMigrations(): string {
  const former = newFolder('migrations');
  for (const name of readdirSync(migrations)) if (name < '0080') cpSync(join(migrations, name), join(former, name));
  return former;
}

it('learns from the trail who made the programs of a lounge that had some before it was asked', () => {
  const folder = newFolder('data');
  const before = openStore(folder, new FileKey(folder), formerMigrations());
  before.db.exec(`
    INSERT INTO integration (id, name, scopes, token_hash, made_at) VALUES ('p1', 'Papan kota', '[]', x'01', 1);
    INSERT INTO integration (id, name, scopes, token_hash, made_at) VALUES ('p2', 'Situs web', '[]', x'02', 2);
    INSERT INTO audit (at, actor, device, act, subject) VALUES
      (1, 'ratna', 'pc-1', 'integration_added', 'p1'),
      (2, 'dewi', 'pc-1', 'integration_added', 'p2'),
      (3, 'dewi', 'pc-1', 'integration_token_replaced', 'p1');
  `);
  before.close();
  const after = openStore(folder, new FileKey(folder), migrations);
  const programs = new IntegrationStore(after.db).all();
  after.close();
  expect(programs.map(({ id, made_by }) => [id, made_by])).toEqual([
    ['p1', 'ratna'],
    ['p2', 'dewi'],
  ]);
});
