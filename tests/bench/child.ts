import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill();
});

/** A program beside the one that measures. */
export interface Child {
  readonly process: ChildProcess;
  /** The first line it printed. */
  readonly ready: Readonly<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** @param script below the project's folder, e.g. `main/headless.ts`; it prints one line of JSON when it is ready */
export async function startChild(script: string, ...args: string[]): Promise<Child> {
  const path = join(import.meta.dirname, '..', '..', script);
  const child = fork(path, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // For whoever measures what is left after a collection.
    execArgv: [...process.execArgv, '--expose-gc'],
  });
  children.add(child);
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said = (said + text.toString('utf8')).slice(-2000);
  });
  const ended = once(child, 'exit').then(() => {
    children.delete(child);
    throw new Error(`${script} ended before it was ready: ${said}`);
  });
  const line = once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
  const [first] = (await Promise.race([line, ended])) as [string];
  ended.catch(() => undefined);
  return {
    process: child,
    ready: JSON.parse(first) as Record<string, unknown>,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

const patienceMs = 60_000;

/** The next message of a child that has this in it. @throws when the child ends, or a minute passes, before it */
export function told<Message extends object>(child: ChildProcess, what: keyof Message & string): Promise<Message> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      clearTimeout(limit);
      child.off('message', look);
      child.off('exit', ended);
      end();
    };
    const look = (message: object) => {
      if (what in message) settle(() => resolve(message as Message));
    };
    const ended = () => settle(() => reject(new Error(`a child has ended before it told its ${what}`)));
    const limit = setTimeout(() => settle(() => reject(new Error(`a child never told its ${what}`))), patienceMs);
    child.on('message', look);
    child.once('exit', ended);
  });
}
