/** `npm run --silent crash -- [--rounds N] [--seed N] [--json]`: kills a lounge that gives numbers, over and over. */
import { parseArgs } from 'node:util';
import { removeFolders } from '../doubles/lounge/data-folder.ts';
import { killRounds } from './kill-rounds.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const begun = performance.now();
const { wrong, ...report } = await killRounds({
  rounds,
  seed: Number(values.seed),
  auditEvery: 25,
  tell: (round) => {
    if (round % 100 === 99) console.error(`${round + 1} rounds in ${Math.round((performance.now() - begun) / 1000)} s`);
  },
});
removeFolders();
for (const line of wrong) console.error(line);
const { acknowledged, lost, duplicates, slowestRecoveryMs } = report;
if (values.json) console.log(JSON.stringify({ rounds, acknowledged, lost, duplicates, slowestRecoveryMs }));
else console.log(report);
if (lost > 0 || duplicates > 0 || wrong.length > 0 || slowestRecoveryMs > 10_000) process.exitCode = 1;
