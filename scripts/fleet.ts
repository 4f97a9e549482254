/**
 * For the regency: `npm run --silent fleet -- FOLDER [--json | --csv] [--believe CODE=FINGERPRINT]` makes one table of all
 * villages from the statuses that lie in a folder: files from sticks, texts of scanned QR codes, what `fleet-inbox` took
 * in. What needs somebody comes first. The first machine that reports for a village is believed from then on, and
 * another key is shouted about until `--believe` says that it is right; compare its fingerprint by telephone.
 */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readVillages } from '../main/documents/catalogue/villages.ts';
import { fleetFingerprint } from '../main/fleet/status-text.ts';
import { csv } from '../main/ops/csv.ts';
import { programFiles } from '../main/program-files.ts';
import { attentions, judgeFleet } from './fleet/attention.ts';
import { fleetTable, inColumns } from './fleet/fleet-table.ts';
import { type Found, findStatuses } from './fleet/found.ts';
import { type KnownMachine, keepKnownMachines, knownMachinesName, readKnownMachines } from './fleet/known-machines.ts';
import { CannotHelp, tell } from './running-hub.ts';

const usage = 'npm run --silent fleet -- FOLDER [--json | --csv] [--believe CODE=FINGERPRINT]';

interface Order {
  readonly folder: string;
  readonly as: 'columns' | 'json' | 'csv';
  readonly believe: readonly string[];
}

function readOrder(): Order {
  const options = {
    json: { type: 'boolean' },
    csv: { type: 'boolean' },
    believe: { type: 'string', multiple: true },
  } as const;
  let read;
  try {
    read = parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new CannotHelp(`${(error as Error).message.split('\n', 1)[0]} Usage: ${usage}`);
  }
  const { values, positionals } = read;
  const [named] = positionals;
  if (named === undefined || positionals.length > 1 || (values.json && values.csv))
    throw new CannotHelp(`say which folder. Usage: ${usage}`);
  // npm runs scripts in the project's folder; the folder was named in the caller's.
  const folder = resolve(process.env['INIT_CWD'] ?? '.', named);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new CannotHelp(`${folder} is no folder.`);
  return { folder, as: values.json ? 'json' : values.csv ? 'csv' : 'columns', believe: values.believe ?? [] };
}

/** A person has compared a fingerprint: this key is believed for the place from now on. */
function believe(word: string, found: readonly Found[], known: Map<string, KnownMachine>): void {
  const [place = '', fingerprint = ''] = word.split('=');
  const plain = (text: string) => text.replaceAll(/\s/g, '').toLowerCase();
  const its = found
    .map(({ body }) => body)
    .find(
      ({ code, unit, key }) =>
        `${code}${unit === 'lounge' ? ' lounge' : ''}` === place && plain(fleetFingerprint(key)) === plain(fingerprint),
    );
  if (!its)
    throw new CannotHelp(`no status of ${place} is signed by ${fingerprint}; see the table for its fingerprints.`);
  known.set(place, { place, key: its.key, seq: 0, heard: 0 });
}

const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 16)}Z`;

tell(async () => {
  const order = readOrder();
  const file = join(order.folder, knownMachinesName);
  const before = readKnownMachines(file);
  const { catalogue } = programFiles(import.meta.dirname);
  const { villages } = readVillages(catalogue, catalogue);
  const { found, refused } = await findStatuses(order.folder, [knownMachinesName]);
  for (const word of order.believe) believe(word, found, before);
  const { rows, strangers, known } = judgeFleet(villages, found, before, Date.now());
  keepKnownMachines(file, known);
  const table = fleetTable(rows, iso);
  if (order.as === 'json') {
    console.log(JSON.stringify({ rows, strangers, refused }, null, 1));
    return;
  }
  if (order.as === 'csv') {
    process.stdout.write(csv(table, 'id'));
    return;
  }
  console.log(inColumns(table));
  const counts = attentions.flatMap((one) => {
    const many = rows.filter(({ attention }) => attention.includes(one)).length;
    return many === 0 ? [] : [`${one} ${many}`];
  });
  console.log(`\n${rows.length} offices, ${found.length} statuses; ${counts.join(', ') || 'all is well'}`);
  for (const place of strangers) console.log(`not of this regency: ${place}`);
  for (const one of refused) console.log(`not read: ${one.file}: ${one.why}`);
});
