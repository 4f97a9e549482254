/** `npm run --silent letters -- [--json] [--seed 1]`: whether every letter of the catalogue can be had. */
import { parseArgs } from 'node:util';
import { everyLetter } from './every-letter.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
});
const found = await everyLetter({ seed: Number(values.seed), tell: (line) => console.error(line) });
if (values.json) console.log(JSON.stringify(found));
else for (const [what, figure] of Object.entries(found)) console.log(`${what.padEnd(12)} ${figure}`);
const { numberGaps, duplicates, otherWords, wrongCodes, rendered } = found;
process.exitCode = numberGaps + duplicates + otherWords + wrongCodes > 0 || rendered === 0 ? 1 : 0;
