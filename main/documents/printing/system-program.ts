import { type ChildProcess, spawn } from 'node:child_process';

/** How a program of the system ended. */
export type Ended =
  | { readonly ended: 'itself'; readonly code: number; readonly out: string; readonly err: string }
  /** There is no such program. */
  | { readonly ended: 'missing' }
  /** It was ended: it took too long, or its answer had no end. What it did before is not known. */
  | { readonly ended: 'cut' };

/** Longest answer that is read, characters. */
const longestAnswer = 2_000_000;

/** Runs programs of the system without a shell, each for a limited time; what they answer is in English. */
export class SystemPrograms {
  readonly #limitMs: number;
  readonly #running = new Set<ChildProcess>();

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** @param input what it reads from standard input */
  run(name: string, args: readonly string[], input?: Uint8Array): Promise<Ended> {
    const { promise, resolve } = Promise.withResolvers<Ended>();
    const child = spawn(name, args, {
      env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
      stdio: ['pipe', 'pipe', 'pipe'],
      shell: false,
    });
    this.#running.add(child);
    const said = { out: '', err: '' };
    for (const [key, stream] of [
      ['out', child.stdout],
      ['err', child.stderr],
    ] as const) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        said[key] += part;
        if (said[key].length > longestAnswer) child.kill('SIGKILL');
      });
    }
    // One that does not read its input ends with a code of its own.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const limit = setTimeout(() => child.kill('SIGKILL'), this.#limitMs);
    const end = (ended: Ended): void => {
      clearTimeout(limit);
      this.#running.delete(child);
      resolve(ended);
    };
    child.on('error', () => {
      if (child.pid === undefined) end({ ended: 'missing' });
    });
    child.on('close', (code) => end(code === null ? { ended: 'cut' } : { ended: 'itself', code, ...said }));
    return promise;
  }

  /** Ends what is still running. */
  close(): void {
    for (const child of this.#running) child.kill('SIGKILL');
  }
}
