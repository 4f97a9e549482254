import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Flip } from './flip.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** What the tests of a flip read, and may be changed; the rest is only linked. */
const copied = ['contract', 'main', 'out', 'preload', 'tests', 'package.json', 'tsconfig.json', 'vitest.config.ts'];
const linked = ['node_modules', 'renderer', 'resources', 'scripts'];
/** Of a test that waits for what a flip took away: soon enough, and longer than any start takes. */
const patienceMs = 15_000;

export interface Report {
  readonly flips: number;
  readonly caught: number;
  /** Those that no test noticed. */
  readonly survivors: readonly string[];
}

/**
 * Makes each change in a copy of the program and runs the tests that should notice it.
 * @param tell of each flip, once it was tried
 * @throws Error when the tests fail without any flip, or a flip has nothing to change
 */
export async function tryFlips(
  flips: readonly Flip[],
  tell: (line: string) => void = () => undefined,
): Promise<Report> {
  const copy = mkdtempSync(join(tmpdir(), 'anjungan-flips-'));
  try {
    for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true });
    for (const name of linked) symlinkSync(join(root, name), join(copy, name));
    await mustBeGreen(copy, flips);
    const survivors: string[] = [];
    for (const flip of flips) {
      const name = `${flip.item} ${flip.what} (${flip.file})`;
      const caught = await isCaught(copy, flip);
      if (!caught) survivors.push(name);
      tell(`${caught ? 'caught  ' : 'SURVIVED'} ${name}`);
    }
    return { flips: flips.length, caught: flips.length - survivors.length, survivors };
  } finally {
    rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A red test says something only where it is green without the flip. */
async function mustBeGreen(copy: string, flips: readonly Flip[]): Promise<void> {
  const runs = new Map(flips.map((flip) => [`${flip.test} ${flip.named ?? ''}`, flip]));
  for (const [name, flip] of runs) {
    const { passed, failed } = await runTests(copy, flip);
    if (failed || passed === 0)
      throw new Error(`without any flip: ${name}: ${passed} passed${failed ? ', and some failed' : ''}`);
  }
}

async function isCaught(copy: string, flip: Flip): Promise<boolean> {
  const path = join(copy, flip.file);
  const before = readFileSync(path, 'utf8');
  if (before.split(flip.from).length !== 2)
    throw new Error(`${flip.item} ${flip.what}: ${JSON.stringify(flip.from)} must stand once in ${flip.file}`);
  writeFileSync(
    path,
    before.replace(flip.from, () => flip.to),
  );
  try {
    return (await runTests(copy, flip)).failed;
  } finally {
    writeFileSync(path, before);
  }
}

/** @returns how many passed, and whether any failed, or could not begin */
async function runTests(copy: string, { test, named }: Flip): Promise<{ passed: number; failed: boolean }> {
  const project = test.startsWith('tests/shell/')
    ? 'shell'
    : test.endsWith('.integration.test.ts')
      ? 'integration'
      : 'unit';
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const args = [
    join(copy, 'node_modules', 'vitest', 'vitest.mjs'),
    ...['run', '--project', project, '--bail', '1', '--reporter', 'json', '--outputFile', report],
    ...(named === undefined ? [] : ['--testNamePattern', named.replaceAll('.', '\\.')]),
    test,
  ];
  const env = { ...process.env, ANJUNGAN_SHELL_PATIENCE_MS: String(patienceMs) };
  // Its exit code says less than its report.
  await promisify(execFile)(process.execPath, args, { cwd: copy, env, maxBuffer: 2 ** 26 }).catch(() => undefined);
  const { numPassedTests, success } = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    success: boolean;
  };
  return { passed: numPassedTests, failed: !success };
}
