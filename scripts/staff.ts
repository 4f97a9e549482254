/**
 * For whoever runs the hub's machine: `npm run --silent staff -- recover [--data DIR]` is the way back when the last
 * supervisor's PIN is lost. It asks the running hub, which holds the data folder, and can do so only as the hub's user.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '../main/default-data-folder.ts';
import { type OperatorsWay, readOperatorsWay } from '../main/operators-way.ts';

const usage = 'npm run --silent staff -- recover [--data DIR]';

/** One line for the person who asked. */
class CannotHelp extends Error {}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } });
  } catch (error) {
    throw new CannotHelp(`${(error as Error).message.split('\n', 1)[0]} Usage: ${usage}`);
  }
}

async function recover(dataFolder: string): Promise<string> {
  const absent = `no hub runs on ${dataFolder}, or not as this user; start it, or name its folder with --data.`;
  const way = readOperatorsWay(dataFolder);
  if (!way) throw new CannotHelp(absent);
  const answer = await ask(way);
  // After a kill the file stays behind, and its port may be somebody else's by now.
  if (answer?.status !== 200) throw new CannotHelp(absent);
  const { code } = (await answer.json()) as { code: string };
  return code;
}

function ask({ port, token }: OperatorsWay): Promise<Response | null> {
  const url = `http://127.0.0.1:${port}/api/operator/recover`;
  const headers = { authorization: `Bearer ${token}` };
  return fetch(url, { method: 'POST', headers, signal: AbortSignal.timeout(10_000) }).catch(() => null);
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (positionals.join(' ') !== 'recover') throw new CannotHelp(`say what to do. Usage: ${usage}`);
  // npm runs scripts in the project's folder; the folder was named in the caller's.
  const named = values.data && resolve(process.env['INIT_CWD'] ?? '.', values.data);
  console.log(await recover(named ?? defaultDataFolder()));
  console.error('Within ten minutes this code makes a supervisor, at the kiosk of the hub or at a counter.');
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotHelp ? `anjungan: ${error.message}` : error);
  process.exit(1);
});
