import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const source = join(root, 'main', 'headless.ts');
const built = join(root, 'out', 'main', 'headless.js');

/** The headless lounge: as built when the build is fresh, so that tests run what is shipped; else its source. */
export function loungeProgram(): string {
  if (!existsSync(built)) return source;
  const builtAt = statSync(built).mtimeMs;
  const isNewer = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).some(
      (entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs > builtAt,
    );
  return ['main', 'contract'].some(isNewer) ? source : built;
}
