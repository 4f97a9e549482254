/** `npm run bench [-- --only NAME[,NAME]] [--json]`: how fast the hub is beside the least that its work can cost. */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { files } from './bench-lounge.ts';
import { callNext } from './call-next.ts';
import { fourCounters } from './four-counters.ts';
import { idleLounge } from './idle-lounge.ts';
import { issueCore } from './issue-core.ts';
import { issueDuringOutage } from './issue-during-outage.ts';
import { issueMillion } from './issue-million.ts';
import { issueRest } from './issue-rest.ts';
import { issueTwoClients } from './issue-two-clients.ts';
import { letterIssue } from './letter-issue.ts';
import { loopDelay } from './loop-delay.ts';
import { type Figure, table } from './measure.ts';
import { callToDisplay, watch50 } from './screens.ts';
import { slipBuild } from './slip-build.ts';
import { touchToByte } from './touch-to-byte.ts';

const benches: Readonly<Record<string, () => Promise<Figure>>> = {
  'issue-core': issueCore,
  'issue-rest': issueRest,
  'issue-two-clients': issueTwoClients,
  'issue-million': issueMillion,
  'watch-50': watch50,
  'slip-build': slipBuild,
  'touch-to-byte': touchToByte,
  'issue-during-outage': issueDuringOutage,
  'call-next': callNext,
  'call-to-display': callToDisplay,
  'four-counters': fourCounters,
  'letter-issue': letterIssue,
  'loop-delay': loopDelay,
  idle: idleLounge,
};

const usage = `npm run bench [-- --only NAME[,NAME]] [--json]
Names: ${Object.keys(benches).join(', ')}.
Every figure stands beside a floor measured in turns with it. Without --only the results are also written to
bench-results.json. A missed bar is shown and does not fail the run.`;

class UsageError extends Error {}

function readArguments(): { names: string[]; json: boolean; only: boolean; help: boolean } {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    const names = values.only?.split(',') ?? Object.keys(benches);
    const unknown = names.find((name) => !(name in benches));
    if (unknown !== undefined)
      throw new Error(`There is no bench "${unknown}"; there are ${Object.keys(benches).join(', ')}.`);
    return { names, json: values.json ?? false, only: values.only !== undefined, help: values.help ?? false };
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n', 1)[0]);
  }
}

async function main(): Promise<void> {
  const { names, json, only, help } = readArguments();
  if (help) return console.log(usage);
  const figures: Figure[] = [];
  for (const name of names) {
    if (!json) process.stderr.write(`${name} …\n`);
    figures.push(await (benches[name] as () => Promise<Figure>)());
  }
  console.log(json ? JSON.stringify(figures, null, 2) : table(figures));
  if (only) return;
  const machine = {
    node: process.version,
    platform: process.platform,
    arch: process.arch,
    cores: availableParallelism(),
    load: loadavg(),
  };
  const results = { version: files.version, at: new Date().toISOString(), machine, figures };
  writeFileSync(join(import.meta.dirname, '..', '..', 'bench-results.json'), `${JSON.stringify(results, null, 2)}\n`);
}

// So that temporary folders and children go, however this ends.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code));

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof UsageError ? `bench: ${error.message}` : error);
    process.exit(1);
  },
);
