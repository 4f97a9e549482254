/** A child process that lives as long as this one and ends as cleanly. */
import { spawn } from 'node:child_process';
import { signalNumber } from './run.mjs';

/** How long a lounge may take to close before it is killed. Its journal survives that. */
const closeLimitMs = 20_000;

/**
 * Starts the program and ties its life to ours: a signal to us asks it to close, and when we are killed outright it sees
 * its IPC channel disconnect. Under `npm start` a killed npm counts as a signal too.
 * @param {string} program
 * @param {string[]} args
 * @param {{ onLine?: (line: string) => void, channel?: boolean, quiet?: boolean, env?: NodeJS.ProcessEnv }} [options]
 *   `onLine` sees every line of its standard output, which is passed on either way;
 *   `channel` false when the program has no use for an IPC channel; `quiet` drops what it prints
 * @returns {{ ended: Promise<number>, stop: () => void }} the exit code for us to pass on: 0 when it closed because it
 *   was asked to, even if that was before it could listen
 */
export function supervise(program, args, { onLine, channel = true, quiet = false, env = process.env } = {}) {
  const print = quiet ? 'ignore' : 'inherit';
  const child = spawn(program, args, {
    env,
    stdio: ['ignore', onLine ? 'pipe' : print, print, ...(channel ? /** @type {const} */ (['ipc']) : [])],
  });
  if (onLine) passOn(child.stdout, onLine);

  let asked = false;
  const stop = () => {
    if (!asked) setTimeout(() => child.kill('SIGKILL'), closeLimitMs).unref();
    asked = true;
    // On Windows a signal ends a process on the spot; a closed channel lets it finish.
    if (process.platform === 'win32' && child.connected) child.disconnect();
    else child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && stop(), 1000);
  if (!process.env.npm_lifecycle_event) clearInterval(watch);

  /** @type {Promise<number>} */
  const ended = new Promise((done) => {
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      done(127);
    });
    child.on('close', (code, signal) => done(code ?? (asked && signal === 'SIGTERM' ? 0 : 128 + signalNumber(signal))));
  });
  return {
    ended: ended.finally(() => {
      clearInterval(watch);
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop);
    }),
    stop,
  };
}

/**
 * @param {import('node:stream').Readable | null} stream
 * @param {(line: string) => void} onLine
 */
function passOn(stream, onLine) {
  let rest = '';
  stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
    process.stdout.write(chunk);
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
}
