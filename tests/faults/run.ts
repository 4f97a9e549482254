/**
 * `npm run --silent faults -- [--json] [--slips 10000] [--seed 1] [--morning N]`: whether a slip can be lost, or printed
 * twice without saying so.
 */
import { parseArgs } from 'node:util';
import { runAtRandom, tellMorning } from './random-run.ts';
import { runMatrix } from './run-matrix.ts';
import { add, isClean, noVerdict, table } from './verdict.ts';

const help = `npm run --silent faults -- [--json] [--slips 10000] [--seed 1] [--morning N]

Runs the fault matrix, then --slips slips with seeded random faults, on simulated printers and virtual time.
With --json prints {cases, slips, lost, unmarkedDoubles, wrongStates}:
  cases            of the matrix, and mornings of the random run
  slips            that were asked for in them
  lost             said to be done and no whole paper came out, or in no state that ends anything
  unmarkedDoubles  more than one paper with a number and no CETAK ULANG on them
  wrongStates      another end, or other words for staff, than specified
Every finding is told on standard error. The exit code is 1 when there is one.
--morning N tells the story of one morning of the random run instead.
`;

class UsageError extends Error {}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        slips: { type: 'string', default: '10000' },
        seed: { type: 'string', default: '1' },
        morning: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { json, help: isHelp, morning } = values;
    return {
      json,
      isHelp,
      slips: wholeNumber('slips', values.slips),
      seed: wholeNumber('seed', values.seed),
      morning: morning === undefined ? null : wholeNumber('morning', morning),
    };
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n', 1)[0]);
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new UsageError(`--${name} takes a whole number up to 9999999, not "${text}".`);
  return Number(text);
}

async function main(): Promise<void> {
  const { json, isHelp, slips, seed, morning } = readArguments();
  if (isHelp) return console.log(help.trimEnd());
  if (morning !== null) return console.log((await tellMorning(seed, morning)).join('\n'));
  const inMatrix = await runMatrix();
  const atRandom = await runAtRandom({ slips, seed });
  const sum = noVerdict();
  for (const part of [inMatrix, atRandom]) add(sum, part);
  for (const finding of sum.findings) console.error(finding);
  const { cases, lost, unmarkedDoubles, wrongStates } = sum;
  if (json) console.log(JSON.stringify({ cases, slips: sum.slips, lost, unmarkedDoubles, wrongStates }));
  else console.log(table({ matrix: inMatrix, [`random, seed ${seed}`]: atRandom, together: sum }));
  process.exitCode = isClean(sum) ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? `faults: ${error.message}` : error);
  process.exitCode = 1;
});
