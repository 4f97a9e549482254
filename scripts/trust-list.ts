/**
 * For the regency: `npm run --silent trust-list -- FOLDER --key FILE --out FILE` signs the list of its offices' keys, by
 * which each office can check the letters of the others. FOLDER holds the key files that the offices' supervisors saved.
 * `--new-key` makes the signing key first. Its passphrase is asked for, or stands in ANJUNGAN_TRUST_PASSPHRASE.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { JWK } from 'jose';
import { thumbprintOf } from '../main/documents/letters/office-key.ts';
import {
  readTrustList,
  signTrustList,
  type TrustedOffice,
  type TrustList,
} from '../main/documents/trust/trust-list.ts';
import { CannotHelp, tell } from './running-hub.ts';
import { makeKeyFile, openKeyFile } from './trust/key-file.ts';
import { officesIn } from './trust/office-files.ts';
import { passphrase } from './trust/passphrase.ts';

const usage =
  'npm run --silent trust-list -- FOLDER --key FILE --out FILE [--sequence N], or --new-key --key FILE for a new key';

interface Order {
  /** Undefined: nothing is signed, only a key is made. */
  readonly folder: string | undefined;
  readonly key: string;
  readonly out: string;
  readonly newKey: boolean;
  readonly sequence: number | undefined;
}

function readOrder(): Order {
  const options = {
    key: { type: 'string' },
    out: { type: 'string' },
    'new-key': { type: 'boolean' },
    sequence: { type: 'string' },
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
  const [folder] = positionals;
  const newKey = values['new-key'] ?? false;
  const complete = folder === undefined ? newKey : values.out !== undefined;
  if (values.key === undefined || !complete || positionals.length > 1)
    throw new CannotHelp(`say what to sign, with which key, and where to. Usage: ${usage}`);
  const sequence = values.sequence === undefined ? undefined : Number(values.sequence);
  if (sequence !== undefined && (!Number.isSafeInteger(sequence) || sequence < 1))
    throw new CannotHelp('--sequence is a whole number from 1.');
  return { folder: folder && at(folder), key: at(values.key), out: at(values.out ?? ''), newKey, sequence };
}

/** The list that lies there already: the next one goes on from it. */
async function listAt(path: string, signer: string): Promise<TrustList | null> {
  if (!existsSync(path)) return null;
  const list = await readTrustList(readFileSync(path, 'utf8'), signer);
  if (!list) throw new CannotHelp(`${path} is no list that this key has signed; name another file.`);
  return list;
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}

/** What differs from the list before, for whoever signs to look at. */
function changes(before: readonly TrustedOffice[], after: readonly TrustedOffice[]): string[] {
  const said = ({ id, issuer }: TrustedOffice) => `${issuer} (${id})`;
  const isIn = (offices: readonly TrustedOffice[], { id, issuer }: TrustedOffice) =>
    offices.some((one) => one.id === id && one.issuer === issuer);
  return [
    ...after.filter((office) => !isIn(before, office)).map((office) => `+ ${said(office)}`),
    ...before.filter((office) => !isIn(after, office)).map((office) => `- ${said(office)}`),
  ];
}

async function sign(folder: string, key: JWK, { out, sequence }: Order): Promise<void> {
  const before = await listAt(out, key.x ?? '');
  const next = sequence ?? (before?.sequence ?? 0) + 1;
  if (before && next <= before.sequence)
    throw new CannotHelp(`the list there has number ${before.sequence}; the next is higher.`);
  const offices = await officesIn(folder);
  const list = await signTrustList({ v: 1, list: 'anjungan-trust', sequence: next, date: today(), offices }, key);
  // Never half a list, where offices may be reading.
  writeFileSync(`${out}.new`, `${list}\n`);
  renameSync(`${out}.new`, out);
  for (const line of changes(before?.offices ?? [], offices)) console.log(line);
  console.log(`list ${next} of ${today()}: ${offices.length} offices, in ${out}`);
}

tell(async () => {
  const order = readOrder();
  const words = await passphrase(order.newKey);
  const key = await (order.newKey ? makeKeyFile(order.key, words) : openKeyFile(order.key, words));
  if (order.folder !== undefined) await sign(order.folder, key, order);
  const x = key.x ?? '';
  console.log(`for village.json: "trust": { "key": "${x}" }`);
  console.log(`fingerprint: ${(await thumbprintOf(x)).replace(/.{4}(?=.)/g, '$& ')}`);
});
