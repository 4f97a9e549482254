import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = join(import.meta.dirname, 'print-numbers.ts');
const few = 20;
const many = 220;

/**
 * How often the disk is asked to keep something for one printed number: what 200 more of them cost, counted by strace,
 * which sees every call that waits for the disk.
 * @returns null where there is no strace
 */
export function syncsPerNumber(): number | null {
  if (spawnSync('strace', ['-V']).error) return null;
  return (syncsOf(many) - syncsOf(few)) / (many - few);
}

function syncsOf(numbers: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-syncs-'));
  const log = join(folder, 'calls');
  try {
    const calls = 'trace=fsync,fdatasync,sync_file_range,msync,sync,syncfs';
    const { status, stderr } = spawnSync(
      'strace',
      ['-f', '-qq', '-e', calls, '-o', log, process.execPath, script, `${numbers}`],
      {
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`strace ended with ${status}: ${stderr}`);
    return readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => /\d+\s+(?:f?(?:data)?sync|sync_file_range|msync|syncfs)\(/.test(line)).length;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
