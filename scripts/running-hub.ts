import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '../main/default-data-folder.ts';
import { readOperatorsWay } from '../main/operators-way.ts';

/** One line for the person who asked. */
export class CannotHelp extends Error {}

/** What the hub answered. */
export interface HubsAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Reads `WORDS… [--data DIR] [--json]`.
 * @throws CannotHelp
 */
export function readOrder(usage: string): {
  readonly words: string[];
  readonly dataFolder: string;
  readonly json: boolean;
} {
  try {
    const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    // npm runs scripts in the project's folder; the folder was named in the caller's.
    const named = values.data && resolve(process.env['INIT_CWD'] ?? '.', values.data);
    return { words: positionals, dataFolder: named ?? defaultDataFolder(), json: values.json ?? false };
  } catch (error) {
    throw new CannotHelp(`${(error as Error).message.split('\n', 1)[0]} Usage: ${usage}`);
  }
}

/**
 * Asks the running hub, which holds the data folder, as the user whose account it has.
 * @param act the last part of `/api/operator/…`
 * @throws CannotHelp where no hub answers to this user
 */
export async function askHub(dataFolder: string, act: string, body: unknown = {}): Promise<HubsAnswer> {
  const absent = `no hub runs on ${dataFolder}, or not as this user; start it, or name its folder with --data.`;
  const way = readOperatorsWay(dataFolder);
  if (!way) throw new CannotHelp(absent);
  const answer = await fetch(`http://127.0.0.1:${way.port}/api/operator/${act}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${way.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'TimeoutError')
      throw new CannotHelp('the hub has not answered within 30 s; see its log.');
    return null;
  });
  // After a kill the file stays behind, and its port may be somebody else's by now.
  if (answer === null || answer.status === 401 || answer.status === 404) throw new CannotHelp(absent);
  return { status: answer.status, body: await answer.json().catch(() => null) };
}

/** Runs a script's story and says in one line what stood in its way. */
export function tell(story: () => Promise<void>): void {
  story().catch((error: unknown) => {
    console.error(error instanceof CannotHelp ? `anjungan: ${error.message}` : error);
    process.exit(1);
  });
}
