/** `npm test [-- layer…]`: installs, builds and runs every layer; ends with `N passed, N failed, N skipped`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describeCheck, runChecks } from './check.mjs';
import { electronBinary, hasDisplay } from './electron-binary.mjs';
import { buildWhatChanged, command, installWhatIsMissing, node24, root, toolEnvironment } from './prepare.mjs';
import { isExcused, sumPlaywright, sumVitest } from './reports.mjs';
import { endWithSignals, run } from './run.mjs';
import { provide } from './test-tools.mjs';

/**
 * @typedef {import('./reports.mjs').Sum & { output?: string }} Result
 * @typedef {import('./test-tools.mjs').Tool} Tool
 * @typedef {object} Layer
 * @property {string} name
 * @property {string} [folder] all its tests are here; without any, there is no such layer yet
 * @property {Tool[]} tools that its tests start
 * @property {() => string | undefined} [lacks] hardware or Electron's binary; the reason why it cannot run here
 * @property {() => Promise<Result>} run
 */

/** @type {Layer[]} */
const layers = [
  { name: 'static', tools: [], run: checkSources },
  { name: 'unit', tools: [], run: () => vitest('unit') },
  {
    name: 'integration',
    tools: ['certutil', 'chromium', 'openssl', 'pdftotext', 'socat', 'zbarimg'],
    run: () => vitest('integration'),
  },
  { name: 'crash', folder: 'tests/crash', tools: ['strace'], run: () => vitest('crash') },
  { name: 'shell', folder: 'tests/shell', tools: ['chromium'], run: () => vitest('shell') },
  { name: 'e2e', folder: 'tests/e2e', tools: ['certutil', 'chromium', 'zbarimg'], run: () => playwright('e2e') },
  { name: 'electron', folder: 'tests/electron', tools: [], lacks: lacksElectron, run: () => playwright('electron') },
];

const reports = join(root, 'test-results', 'reports');

/** @param {string[]} names of the layers to run; all when empty */
export async function main(names) {
  endWithSignals();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const count = (/** @type {Result} */ result) => {
    const unexcused = result.skipped.filter((line) => !isExcused(line));
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped.length;
    if (result.output && result.failed > 0) console.log(result.output.trimEnd());
    for (const line of result.failures) console.log(`  failed: ${shorten(line)}`);
    for (const line of result.skipped) {
      console.log(`  not run${isExcused(line) ? '' : ', which fails the run'}: ${shorten(line)}`);
    }
    return result.failed === 0 && unexcused.length === 0;
  };
  let ok = true;
  try {
    const wanted = choose(names);
    await installWhatIsMissing();
    for (const missing of await provide(new Set(wanted.flatMap((layer) => layer.tools)))) {
      ok = count(failure(missing)) && ok;
    }
    await buildWhatChanged();
    rmSync(reports, { recursive: true, force: true });
    mkdirSync(reports, { recursive: true });
    for (const layer of wanted) ok = count(await timed(layer)) && ok;
    const left = layers.filter((layer) => !wanted.includes(layer)).map((layer) => layer.name);
    if (left.length > 0) console.log(`Only these layers were asked for. Not run: ${left.join(', ')}`);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    ok = count(failure(`nothing more was run: ${text}`));
  }
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(ok ? 0 : 1);
}

/** @param {string[]} names */
function choose(names) {
  const unknown = names.find((name) => !layers.some((layer) => layer.name === name));
  if (unknown)
    throw new Error(`no layer is called ${unknown}; there are ${layers.map((layer) => layer.name).join(', ')}`);
  return names.length === 0 ? layers : layers.filter((layer) => names.includes(layer.name));
}

/** @param {Layer} layer */
async function timed(layer) {
  if (layer.folder && !hasFiles(layer.folder)) {
    console.log(`${layer.name}: no such layer yet`);
    return { passed: 0, failed: 0, skipped: [], failures: [] };
  }
  const reason = layer.lacks?.();
  if (reason) {
    console.log(`${layer.name}: not run`);
    return { passed: 0, failed: 0, skipped: [`${layer.name}: ${reason}`], failures: [] };
  }
  process.stdout.write(`${layer.name}: `);
  const start = performance.now();
  const result = await layer.run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${result.passed} passed, ${result.failed} failed, ${result.skipped.length} skipped in ${seconds} s`);
  return result;
}

/** @param {string} folder */
const hasFiles = (folder) =>
  existsSync(join(root, folder)) &&
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).some((entry) => entry.isFile());

/** @returns {Promise<Result>} each check counts as one test */
async function checkSources() {
  const done = await runChecks();
  const failed = done.filter((check) => !check.ok);
  return {
    passed: done.length - failed.length,
    failed: failed.length,
    skipped: [],
    failures: failed.map((check) => check.name),
    output: done.map(describeCheck).join('\n'),
  };
}

/** @param {string} project */
async function vitest(project) {
  const report = join(reports, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await run(node24(), [command('vitest'), ...args], {
    output: 'capture',
    cwd: root,
    env: { ...toolEnvironment(), NO_COLOR: '1' },
  });
  return sumReport(report, sumVitest, code, output);
}

/** @param {string} folder below tests/ */
async function playwright(folder) {
  const report = join(reports, `${folder}.json`);
  const { code, output } = await run(
    node24(),
    [command('@playwright/test'), 'test', `tests/${folder}/`, '--reporter=list,json'],
    { output: 'capture', cwd: root, env: { ...toolEnvironment(), PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  return sumReport(report, sumPlaywright, code, output);
}

/**
 * The report decides; a runner that fails without a failed test, or that found no test, has failed once.
 * @param {string} path
 * @param {(report: any) => import('./reports.mjs').Sum} sum
 * @param {number} code the runner's exit code
 * @param {string} output
 * @returns {Result}
 */
function sumReport(path, sum, code, output) {
  if (!existsSync(path)) return { ...failure(`the runner ended with code ${code} and left no report`), output };
  const result = sum(JSON.parse(readFileSync(path, 'utf8')));
  const none = result.passed + result.failed + result.skipped.length === 0;
  if (result.failed === 0 && (code !== 0 || none)) {
    result.failed = 1;
    result.failures.push(none ? 'no tests found' : `the runner ended with code ${code}`);
  }
  return { ...result, output };
}

/** @param {string} text */
const failure = (text) => ({ passed: 0, failed: 1, skipped: [], failures: [text] });

/** @param {string} line */
const shorten = (line) => {
  const [path = '', ...rest] = line.split(': ');
  return [path.startsWith(root) ? relative(root, path) : path, ...rest].join(': ');
};

function lacksElectron() {
  if (!electronBinary()) return "needs Electron's binary, which is not on this machine";
  return hasDisplay() ? undefined : "needs hardware: a display for Electron's window";
}
