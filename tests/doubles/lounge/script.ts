import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a script said to the person who ran it. */
export interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run NAME -- ARGS…`, without npm. */
export async function runScript(
  name: 'diagnose' | 'printer' | 'restore' | 'staff' | 'trust-list',
  ...args: string[]
): Promise<Said> {
  const script = join(import.meta.dirname, '..', '..', '..', 'scripts', `${name}.ts`);
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => (stdout += String(text)));
  child.stderr.on('data', (text) => (stderr += String(text)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
