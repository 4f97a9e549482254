import { readdirSync, readFileSync } from 'node:fs';

/** What Linux says of a process: `/proc/PID/stat` and `/proc/PID/io`. */

/** Ticks of a second in which Linux counts a process's time (`getconf CLK_TCK`, 100 on every machine we know). */
const ticksPerSecond = 100;

/** A process and all that it started, and what they started. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (stat) parents.set(stat.parent, [...(parents.get(stat.parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(parents.get(member) ?? []));
  return family;
}

/** Milliseconds of processor time that these processes have used; one that is gone counts nothing. */
export function cpuMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statOf(pid)?.ticks ?? 0), 0) * (1000 / ticksPerSecond);
}

/** Bytes that a process has caused to be written to a disk. */
export function writtenBytes(pid: number): number {
  return Number(/^write_bytes: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1]);
}

function statOf(pid: number): { parent: number; ticks: number } | null {
  try {
    // The name in brackets may hold anything, a bracket included.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null;
  }
}
