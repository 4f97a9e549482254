/**
 * For the regency: `npm run --silent sites -- TABLE.csv --out DIR [--common FILE.json]` makes a folder for each village
 * of one table; its content goes to the root of a stick, and the machine that first starts with it is that village's.
 * `--template` prints the table with every village and nothing else filled in. FILE.json holds what all have in common:
 * `revision`, `report`, `update`, `trust`, `backupKey`, as in contract/site.ts. Without `--out` the table is only checked.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readVillages } from '../main/documents/catalogue/villages.ts';
import { readCsv } from '../main/documents/residents/resident-file.ts';
import { csv } from '../main/ops/csv.ts';
import { programFiles } from '../main/program-files.ts';
import { CannotHelp, tell } from './running-hub.ts';
import { type Common, columns, makeSites, template } from './sites/site-rows.ts';

const usage =
  'npm run --silent sites -- TABLE.csv [--out DIR] [--common FILE.json], or npm run --silent sites -- --template';

interface Order {
  /** Undefined: the empty table is wanted. */
  readonly table: string | undefined;
  readonly out: string | undefined;
  readonly common: string | undefined;
}

function readOrder(): Order {
  const options = { out: { type: 'string' }, common: { type: 'string' }, template: { type: 'boolean' } } as const;
  let read;
  try {
    read = parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new CannotHelp(`${(error as Error).message.split('\n', 1)[0]} Usage: ${usage}`);
  }
  const { values, positionals } = read;
  if (positionals.length !== (values.template ? 0 : 1)) throw new CannotHelp(`say which table. Usage: ${usage}`);
  // npm runs scripts in the project's folder; files were named in the caller's.
  const at = (path: string | undefined) => path && resolve(process.env['INIT_CWD'] ?? '.', path);
  return { table: at(positionals[0]), out: at(values.out), common: at(values.common) };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CannotHelp(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function readCommon(path: string | undefined): Common {
  if (path === undefined) return { revision: 1 };
  try {
    return { revision: 1, ...(JSON.parse(textOf(path)) as Partial<Common>) };
  } catch (error) {
    throw error instanceof CannotHelp ? error : new CannotHelp(`${path} is no JSON: ${(error as Error).message}`);
  }
}

function cellsOf(path: string): string[][] {
  try {
    return readCsv(textOf(path));
  } catch (error) {
    throw error instanceof CannotHelp ? error : new CannotHelp(`${path} is no table of cells (CSV).`);
  }
}

tell(async () => {
  const { table, out, common } = readOrder();
  const { catalogue } = programFiles(import.meta.dirname);
  const villages = readVillages(catalogue, catalogue);
  if (table === undefined) {
    process.stdout.write(csv({ name: 'sites', head: columns, rows: template(villages) }, 'id'));
    return;
  }
  const { sites, wrong, empty } = makeSites(cellsOf(table), readCommon(common), villages);
  if (wrong.length > 0) {
    for (const { row, column, what } of wrong) console.error(`row ${row}, column ${column}: ${what}`);
    // Half a regency on sticks is worse than none.
    throw new CannotHelp(`${wrong.length} rows are wrong; nothing was written.`);
  }
  for (const { folder, site } of out === undefined ? [] : sites) {
    const into = join(out ?? '', folder, 'anjungan');
    mkdirSync(into, { recursive: true });
    writeFileSync(join(into, 'site.json'), `${JSON.stringify(site, null, 2)}\n`);
  }
  console.log(
    `${sites.length} villages${out === undefined ? ' are right' : ` in ${out}`}, ${empty} rows not filled in yet`,
  );
});
