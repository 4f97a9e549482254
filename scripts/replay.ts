/**
 * Replays real queue days through the product's own engine and prints how good its promises were:
 * `npm run --silent replay -- FILE.csv`. See `--help` for the columns and the figures.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { columns, QueueDaysError, readQueueDays } from './replay/queue-days.ts';

const usage = 'npm run --silent replay -- FILE.csv';
const help = `${usage}

Takes and calls every ticket of the file through the lounge's engine, as if it happened now: days in order of date,
promises made from the past only, no configured minutes per person, services that are open all day. A lounge's day is an
office and a date; a service is an office and a queue. At the same minute tickets are taken first, then called.

FILE.csv has the columns ${columns.join(',')};
dates are YYYY-MM-DD, arrive_min and call_min are minutes since that date's midnight. open_counters is not used.

Prints one JSON object. Minutes, over the tickets that got a promise; actual is call_min - arrive_min:
  tickets         tickets of the file
  duplicates      numbers given twice for one service and day
  maePoint        mean distance of the promised point to the actual wait
  maeRange        mean distance of the promised range to the actual wait, 0 inside
  bias            mean of point minus actual; above 0: promised too long
  kept            % of promises whose range, rounded outward to 5 minutes as printed, held the actual wait
  meanWidth       mean width of that range
  withoutPromise  % of all tickets that got none: nothing was known of the service yet, or it would have passed midnight
`;

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new QueueDaysError(`name one file. Usage: ${usage}`);
  // npm runs scripts in the project's folder; the file was named in the caller's.
  const days = await readQueueDays(resolve(process.env['INIT_CWD'] ?? '.', file));
  // Loaded only now: a wrong file is told at once.
  const { replay } = await import('./replay/replay.ts');
  console.log(JSON.stringify(await replay(days)));
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    throw new QueueDaysError(`${(error as Error).message.split('\n', 1)[0]} Usage: ${usage}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof QueueDaysError ? `replay: ${error.message}` : error);
  process.exitCode = 1;
});
