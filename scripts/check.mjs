/** `npm run check`: everything that is known without running the product. One line each; the whole output on failure. */
import { pathToFileURL } from 'node:url';
import { command, installWhatIsMissing, node24, root, toolEnvironment } from './prepare.mjs';
import { endWithSignals, run } from './run.mjs';

/**
 * @typedef {{ name: string, ok: boolean, seconds: number, output: string }} Check
 * @typedef {{ code: number, output: string }} Outcome
 */

/**
 * @param {string} name of the package
 * @param {string[]} args
 */
const tool = (name, ...args) =>
  run(node24(), [command(name), ...args], { output: 'capture', cwd: root, env: toolEnvironment() });

/** @type {[string, () => Promise<Outcome>][]} */
const checks = [
  ['tsc', () => tool('typescript', '--noEmit')],
  ['oxlint', () => tool('oxlint', '--type-aware')],
  ['biome', () => tool('@biomejs/biome', 'ci', '--colors=off')],
  ['import rules', importRules],
  ['knip', () => tool('knip', '--no-progress')],
];

/** @returns {Promise<Outcome>} */
async function importRules() {
  const { readRooms, violations } = await import('./import-rules.mjs');
  const found = violations(readRooms(root));
  const lines = found.map(({ file, line, text }) => `${file}:${line} ${text}\n`);
  return { code: found.length > 0 ? 1 : 0, output: lines.join('') };
}

/** Two at a time: the smallest machine we build on has two cores. */
export async function runChecks() {
  /** @type {Check[]} */
  const done = [];
  const waiting = [...checks.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, [name, check]] = next;
      const start = performance.now();
      const { code, output } = await check().catch((error) => ({ code: 1, output: `${error.stack}\n` }));
      done[index] = { name, ok: code === 0, seconds: (performance.now() - start) / 1000, output };
    }
  };
  await Promise.all([worker(), worker()]);
  return done;
}

/** @param {Check} check */
export function describeCheck({ name, ok, seconds, output }) {
  const line = `${ok ? 'ok    ' : 'FAILED'} ${name} ${seconds.toFixed(1)} s`;
  return ok ? line : `${line}\n${output.trimEnd()}`;
}

async function main() {
  endWithSignals();
  await installWhatIsMissing();
  const done = await runChecks();
  for (const check of done) console.log(describeCheck(check));
  process.exit(done.every(({ ok }) => ok) ? 0 : 1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
