/**
 * `npm start`: installs what is missing, builds what changed and runs the kiosk in Electron's window, or the same lounge
 * headless with the machine's Chromium as its window. `--headless` runs the lounge alone. Every other flag is passed on.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { fetchElectronBinary, hasDisplay } from './electron-binary.mjs';
import { buildWhatChanged, CannotPrepare, installWhatIsMissing, node24, root, toolEnvironment } from './prepare.mjs';
import { endWithSignals } from './run.mjs';
import { supervise } from './supervise.mjs';

const headless = join(root, 'out', 'main', 'headless.js');
const asRoot = process.getuid?.() === 0;

/** @param {string[]} flags */
export async function main(flags) {
  process.exitCode = await start(flags).catch((error) => {
    console.error(error instanceof CannotPrepare ? error.message : error);
    return 1;
  });
}

/**
 * @param {string[]} flags
 * @returns {Promise<number>} exit code
 */
async function start(flags) {
  const handOver = endWithSignals();
  await installWhatIsMissing();
  await buildWhatChanged();
  const rest = flags.filter((flag) => flag !== '--headless');
  if (rest.length < flags.length) {
    handOver();
    return supervise(node24(), [headless, ...rest], { env: toolEnvironment() }).ended;
  }
  const electron = hasDisplay() ? await fetchElectronBinary() : undefined;
  handOver();
  if (electron) {
    // Chromium's sandbox refuses to run as root.
    const code = await supervise(electron, [...(asRoot ? ['--no-sandbox'] : []), root, ...rest], { channel: false })
      .ended;
    if (code !== 127) return code; // 127: the loader misses a library of the desktop
  }
  return startInBrowser(rest);
}

/**
 * The same lounge without Electron. Closing the browser's window closes it, as closing Electron's window would.
 * @param {string[]} flags
 */
async function startInBrowser(flags) {
  const chromium = hasDisplay() ? findChromium() : undefined;
  const instead = chromium ? 'the kiosk opens in the browser of this machine' : 'open the address below in a browser';
  console.error(`${hasDisplay() ? "Electron's binary cannot be had" : 'There is no display'} here: ${instead}.`);

  const data = valueOf(flags, '--data') ?? dataFolder();
  const wanted = [...flags];
  if (valueOf(flags, '--data') === undefined) wanted.push('--data', data);
  if (valueOf(flags, '--port') === undefined) wanted.push('--port', '0');

  /** @type {ReturnType<typeof supervise> | undefined} */
  let browser;
  const lounge = supervise(node24(), [headless, ...wanted], {
    env: toolEnvironment(),
    onLine: (line) => {
      if (browser || !line.startsWith('{')) return;
      const { url } = JSON.parse(line);
      console.log(`Anjungan: ${url}`);
      if (!chromium) return;
      browser = openWindow(chromium, url, join(data, 'browser'));
      void browser.ended.then((code) => {
        if (code === 0) lounge.stop();
        else console.error(`${chromium} ended with code ${code}; the lounge runs on at ${url}`);
      });
    },
  });
  const code = await lounge.ended;
  browser?.stop();
  await browser?.ended;
  return code;
}

/**
 * @param {string} chromium
 * @param {string} url
 * @param {string} profile a folder of its own, so that nobody's open browser takes the window over
 */
function openWindow(chromium, url, profile) {
  const flags = [`--app=${url}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'];
  return supervise(chromium, asRoot ? [...flags, '--no-sandbox'] : flags, { channel: false, quiet: true });
}

/**
 * @param {string[]} flags `--name value` or `--name=value`
 * @param {string} name
 */
function valueOf(flags, name) {
  const at = flags.indexOf(name);
  return at >= 0 ? flags[at + 1] : flags.find((flag) => flag.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** The folder that Electron gives an application of this name, so that both windows show the same lounge. */
function dataFolder() {
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'anjungan');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'anjungan');
  return join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'anjungan');
}
