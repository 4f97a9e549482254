/** Programs that tests start and that no npm package brings: found, else installed. */
import { existsSync } from 'node:fs';
import { findChromium, findProgram } from './chromium.mjs';
import { command, node24, root, toolEnvironment } from './prepare.mjs';
import { run } from './run.mjs';

/** @typedef {'certutil' | 'chromium' | 'openssl' | 'pdftotext' | 'socat' | 'strace' | 'zbarimg'} Tool */

/** @type {Record<Tool, { debian: string, onlyLinux: boolean, find: () => string | undefined, why: string }>} */
const tools = {
  certutil: {
    debian: 'libnss3-tools',
    onlyLinux: true,
    find: () => findProgram(['certutil']),
    why: "gives a browser the hub's authorities",
  },
  chromium: { debian: 'chromium', onlyLinux: false, find: findChromium, why: 'the browser of the e2e and shell tests' },
  openssl: {
    debian: 'openssl',
    onlyLinux: true,
    find: () => findProgram(['openssl']),
    why: 'reads certificates strictly',
  },
  pdftotext: {
    debian: 'poppler-utils',
    onlyLinux: true,
    find: () => findProgram(['pdftotext']) && findProgram(['pdftoppm']),
    why: 'reads and pictures letters',
  },
  socat: {
    debian: 'socat',
    onlyLinux: true,
    find: () => findProgram(['socat']),
    why: 'is the USB cable of the simulated printer',
  },
  strace: {
    debian: 'strace',
    onlyLinux: true,
    find: () => findProgram(['strace']),
    why: 'proves that the disk has a ticket before its answer leaves',
  },
  zbarimg: {
    debian: 'zbar-tools',
    onlyLinux: true,
    find: () => findProgram(['zbarimg']),
    why: 'reads the codes on printed slips',
  },
};

/**
 * Installs what is missing: a package of Debian when we are root there, else Playwright's Chromium.
 * Afterwards ANJUNGAN_CHROMIUM names the browser for every runner.
 * @param {Set<Tool>} wanted
 * @returns {Promise<string[]>} what is still missing, in words
 */
export async function provide(wanted) {
  const needed = [...wanted]
    .map((name) => tools[name])
    .filter((tool) => !tool.onlyLinux || process.platform === 'linux');
  const missing = () => needed.filter((tool) => !tool.find());
  if (missing().length > 0 && process.getuid?.() === 0 && findProgram(['apt-get'])) {
    await installPackages(missing().map((tool) => tool.debian));
  }
  if (missing().includes(tools.chromium)) await installPlaywrightChromium();
  const chromium = findChromium();
  if (chromium) process.env.ANJUNGAN_CHROMIUM = chromium;
  return missing().map((tool) => `${tool.debian} is missing and could not be installed (${tool.why})`);
}

/** @param {string[]} names of Debian packages */
async function installPackages(names) {
  console.error(`Installing ${names.join(', ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env });
}

async function installPlaywrightChromium() {
  console.error("Installing Playwright's Chromium…");
  const options = { cwd: root, env: toolEnvironment() };
  await run(node24(), [command('playwright-core'), 'install', 'chromium'], options);
  const ask = "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))";
  const { output } = await run(node24(), ['-e', ask], { ...options, output: 'capture' });
  if (existsSync(output.trim())) process.env.ANJUNGAN_CHROMIUM = output.trim();
}
