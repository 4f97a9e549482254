/** Child processes of the scripts: whatever is running ends with the script. */
import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs one program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{ output?: 'stderr' | 'capture', cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number, shell?: boolean }} [options]
 *   `stderr` (the default) keeps standard output free for what the lounge prints; `limitMs` kills a program that takes longer
 * @returns {Promise<{ code: number, output: string }>} code 127 when it could not be started, 128 + n when a signal ended it
 */
export function run(program, args, { output = 'stderr', cwd, env = process.env, limitMs, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd,
      env,
      shell,
      timeout: limitMs,
      windowsHide: true,
      stdio: output === 'capture' ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
    });
    running.add(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
        text += chunk;
      });
    }
    const end = (/** @type {number} */ code) => {
      running.delete(child);
      done({ code, output: text });
    };
    child.on('error', (error) => {
      text += `${program}: ${error.message}\n`;
      end(127);
    });
    child.on('close', (code, signal) => end(code ?? 128 + signalNumber(signal)));
  });
}

/** Until the returned function is called, a signal to this script ends what it runs and then the script itself. */
export function endWithSignals() {
  const signals = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    for (const child of running) child.kill('SIGTERM');
    process.exit(128 + signalNumber(signal));
  };
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

/** @param {NodeJS.Signals | null} signal */
export function signalNumber(signal) {
  return { SIGHUP: 1, SIGINT: 2, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }[String(signal)] ?? 0;
}
