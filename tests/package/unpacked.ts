import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAsar } from '../../scripts/packing/asar.ts';

/** Lays the archive out as files, for a Node that cannot look into archives. */
export function unpackProgram(appFolder: string, into: string): string {
  for (const file of readAsar(join(appFolder, 'resources', 'app.asar'))) {
    const path = join(into, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.read());
  }
  return into;
}
