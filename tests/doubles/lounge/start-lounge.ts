import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { loungeProgram } from './program.ts';
import { RestClient } from './rest-client.ts';

/** A Tuesday morning while every service of the shipped catalogue but the afternoon's is open. */
export const tuesdayMorning = '2026-11-24T09:00:00+07:00';

export interface LoungeProcessOptions {
  readonly data: string;
  /** ISO; null starts it on the machine's own time. */
  readonly now?: string | null;
  readonly printer?: string;
  readonly port?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What runs the lounge: a tracer with its options, or a change of user. */
  readonly under?: readonly string[];
  readonly uid?: number;
}

/** What a lounge said and how it ended. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface LoungeProcess {
  readonly pid: number;
  readonly port: number;
  readonly url: string;
  /** Absent where a service manager's log would have seen it. */
  readonly token: string | undefined;
  /** From the spawn to the ready line, ms. */
  readonly startMs: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly hasEnded: () => boolean;
  /** A client of its own with one connection that is kept. */
  client(): RestClient;
  /** SIGTERM. */
  stop(): Promise<Ended>;
  /** SIGKILL: as when the power goes, except that the disk's own cache is spared. */
  kill(): Promise<Ended>;
}

const patience = 60_000;
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a lounge as a child process and waits for its ready line. @throws when it ends instead */
export async function startLounge(options: LoungeProcessOptions): Promise<LoungeProcess> {
  const begun = performance.now();
  const { child, output, ended } = spawnLounge(options);
  const line = await Promise.race([readyLine(child, output), ended, sleep(patience, undefined, { ref: false })]);
  if (typeof line !== 'string') {
    child.kill('SIGKILL');
    const how = line ? `it ended with ${line.signal ?? line.code}` : `no ready line within ${patience} ms`;
    throw new Error(`the lounge did not start: ${how}\n${output.stdout}\n${output.stderr}`);
  }
  const startMs = performance.now() - begun;
  const ready = JSON.parse(line) as { pid: number; url: string; token?: string };
  const port = Number(new URL(ready.url).port);
  const clients: RestClient[] = [];
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) signalProcess(ready.pid, signal);
    const result = await ended;
    for (const client of clients) client.close();
    return result;
  };
  return {
    pid: ready.pid,
    port,
    url: ready.url,
    token: ready.token,
    startMs,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    client: () => {
      const client = new RestClient(port, ready.token);
      clients.push(client);
      return client;
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** Starts a lounge that is not expected to run, and waits for its end. */
export async function startInVain(options: LoungeProcessOptions): Promise<Ended> {
  const { child, ended } = spawnLounge(options);
  const late = setTimeout(() => child.kill('SIGKILL'), patience);
  const result = await ended;
  clearTimeout(late);
  return result;
}

/** Starts a lounge and kills it after so many milliseconds, ready or not. */
export async function startAndKill(options: LoungeProcessOptions, afterMs: number): Promise<Ended> {
  const { child, ended } = spawnLounge(options);
  setTimeout(() => child.kill('SIGKILL'), afterMs);
  return ended;
}

function spawnLounge(options: LoungeProcessOptions) {
  const { data, now = tuesdayMorning, printer, port = 0, args = [], env = {}, under = [], uid } = options;
  const command = [...under, process.execPath, loungeProgram(), '--port', String(port), '--data', data];
  if (now !== null) command.push('--now', now);
  if (printer !== undefined) command.push('--printer', printer);
  command.push(...args);
  // Nothing of the test runner's own environment: it must not change what is tested.
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const child = spawn(command[0] as string, command.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  running.add(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    running.delete(child);
    return { code, signal, ...output };
  });
  return { child, output, ended };
}

async function readyLine(child: ChildProcess, output: { stdout: string }): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  child.stdout?.on('data', () => {
    const line = /^\{.*\}(?=\n)/m.exec(output.stdout)?.[0];
    if (line) resolve(line);
  });
  return promise;
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has just ended by itself.
  }
}
