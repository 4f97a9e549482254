import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CannotHelp } from './running-hub.ts';

/**
 * From the environment, or asked for at the terminal without showing it.
 * @param variable of the environment
 * @throws CannotHelp where there is neither
 */
export async function givenSecret(variable: string, question: string): Promise<string> {
  const given = process.env[variable];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) throw new CannotHelp(`set ${variable}, or run this at a terminal to be asked.`);
  return askSecret(question);
}

/** Asks at the terminal without showing what is typed. */
export async function askSecret(question: string): Promise<string> {
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
