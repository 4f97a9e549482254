import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One process a folder. A lock that a killed process left behind is taken over.
 * @param called when another process has tried
 * @returns false when another process has it; that one is told
 */
export function takeSingleInstance(folder: string, called: () => void): boolean {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'double.lock');
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      const holder = Number(readFileSync(file, 'utf8'));
      if (tell(holder)) return false;
      rmSync(file);
    }
  }
  process.on('SIGUSR2', called);
  process.on('exit', () => rmSync(file, { force: true }));
  return true;
}

function tell(pid: number): boolean {
  try {
    process.kill(pid, 'SIGUSR2');
    return true;
  } catch {
    return false;
  }
}
