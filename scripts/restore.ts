/**
 * `npm run restore -- FILE [--data DIR] [--over]` makes a lounge from a backup and its recovery key, in an empty data
 * folder; `--over` puts a lounge that is there aside. The key is asked for, or stands in ANJUNGAN_RECOVERY_KEY.
 * `npm run restore -- --new-key` makes a key for a whole regency: the key is for its envelope, the public part for the
 * offices.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fingerprintOf, newRecoveryKey, publicPart, readRecoveryKey } from '../main/backup/recovery-key.ts';
import { restoreBackup } from '../main/backup/restore.ts';
import { defaultDataFolder } from '../main/default-data-folder.ts';
import { StartError } from '../main/ops/start-error.ts';
import { programFiles } from '../main/program-files.ts';
import { newestVersion, readMigrations } from '../main/store/migrate.ts';
import { givenSecret } from './ask-secret.ts';
import { CannotHelp, tell } from './running-hub.ts';

const usage = 'npm run restore -- FILE [--data DIR] [--over], or npm run restore -- --new-key';

/** What whoever restores has to know before the first start. */
const after = [
  'What happens at the first start:',
  '- every counter, display and further kiosk has to be paired again, and every program needs a new token;',
  '- slips and letters that were waiting to be printed are not printed;',
  '- numbers go on behind a gap, because those given after the backup are on papers already.',
  'Then look at the page "Cadangan" of the settings: it lists what has to be checked. Make a new recovery key: this one was opened.',
];

interface Order {
  /** Undefined: a new key is wanted. */
  readonly file: string | undefined;
  readonly folder: string;
  readonly over: boolean;
}

function readOrder(): Order {
  const options = {
    data: { type: 'string' },
    over: { type: 'boolean' },
    'new-key': { type: 'boolean' },
  } as const;
  // npm runs scripts in the project's folder; files were named in the caller's.
  const at = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path);
  let read;
  try {
    read = parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new CannotHelp(`${(error as Error).message.split('\n', 1)[0]} Usage: ${usage}`);
  }
  const { values, positionals } = read;
  if (positionals.length !== (values['new-key'] ? 0 : 1))
    throw new CannotHelp(`say which backup to restore. Usage: ${usage}`);
  const [file] = positionals;
  const folder = values.data === undefined ? defaultDataFolder() : at(values.data);
  return { file: file === undefined ? undefined : at(file), folder, over: values.over ?? false };
}

function tellNewKey(): void {
  const recoveryKey = newRecoveryKey();
  const key = readRecoveryKey(recoveryKey);
  const publicKey = key ? publicPart(key) : '';
  console.log(`recovery key, for the envelope: ${recoveryKey}`);
  console.log(`public part, for the offices: ${publicKey}`);
  console.log(`fingerprint: ${fingerprintOf(publicKey)}`);
}

async function restore(file: string, { folder, over }: Order): Promise<void> {
  const recoveryKey = await givenSecret('ANJUNGAN_RECOVERY_KEY', 'Recovery key: ');
  const newest = newestVersion(readMigrations(programFiles(import.meta.dirname).migrations));
  const { facts, rows, aside } = restoreBackup({ file, folder, recoveryKey, over, newest });
  const doubt = facts.clockConfirmed ? '' : ' (the clock was not confirmed)';
  console.log(`restored into ${folder}: backup ${facts.sequence} of ${facts.made}${doubt}`);
  console.log(`tickets ${rows['ticket'] ?? 0}, requests ${rows['request'] ?? 0}, letters ${rows['letter'] ?? 0}`);
  if (aside !== null) console.log(`what was there before is kept in ${aside}`);
  for (const line of after) console.log(line);
}

tell(async () => {
  const order = readOrder();
  if (order.file === undefined) return tellNewKey();
  await restore(order.file, order).catch((error: unknown) => {
    throw error instanceof StartError ? new CannotHelp(error.message) : error;
  });
});
