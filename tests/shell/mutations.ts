/**
 * `npm run --silent mutations -- [--item 2.7] [--json]`: takes the hardening of the shell away, option by option, and
 * looks whether a test turns red. Needs what `npm run build` made.
 */
import { parseArgs } from 'node:util';
import { builtFlips } from './mutation/built-flips.ts';
import { sourceFlips } from './mutation/source-flips.ts';
import { tryFlips } from './mutation/try-flips.ts';

const { values } = parseArgs({ options: { item: { type: 'string' }, json: { type: 'boolean', default: false } } });
const wanted = [...sourceFlips, ...builtFlips].filter(({ item }) => values.item === undefined || item === values.item);
const { survivors, ...figures } = await tryFlips(wanted, (line) => console.error(line));
console.log(values.json ? JSON.stringify(figures) : figures);
if (survivors.length > 0 || figures.flips === 0) process.exitCode = 1;
