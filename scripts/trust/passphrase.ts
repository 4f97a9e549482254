import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CannotHelp } from '../running-hub.ts';

const variable = 'ANJUNGAN_TRUST_PASSPHRASE';

/**
 * From the environment, or asked for at the terminal without showing it.
 * @param twice a new one is typed again
 * @throws CannotHelp
 */
export async function passphrase(twice: boolean): Promise<string> {
  const given = process.env[variable];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) throw new CannotHelp(`set ${variable}, or run this at a terminal to be asked.`);
  const words = await ask('Passphrase of the signing key: ');
  if (twice && (await ask('The same again: ')) !== words) throw new CannotHelp('the two were not the same.');
  return words;
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_part, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  // Without an answer, Ctrl+C ends the program as it always does.
  lines.on('SIGINT', () => process.exit(130));
  const answer = await lines.question('');
  lines.close();
  process.stderr.write('\n');
  return answer;
}
