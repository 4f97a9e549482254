import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { keyIdOf } from '../../main/documents/letters/office-key.ts';
import { mostOffices, type TrustedOffice, trustedOffice } from '../../main/documents/trust/trust-list.ts';
import { CannotHelp } from '../running-hub.ts';

/** What a supervisor saves for the regency. */
const officeFile = trustedOffice.extend({ anjungan: z.literal('office-key'), v: z.literal(1) });

/**
 * The offices whose key files lie in a folder, in the order of their names.
 * @throws CannotHelp naming the file that cannot be used
 */
export async function officesIn(folder: string): Promise<TrustedOffice[]> {
  const found = new Map<string, { office: TrustedOffice; name: string }>();
  for (const name of namesIn(folder)) {
    const office = await readOffice(join(folder, name), name);
    const same = found.get(office.id);
    if (same && (same.office.x !== office.x || same.office.issuer !== office.issuer))
      throw new CannotHelp(`${same.name} and ${name} say different things of the key ${office.id}.`);
    found.set(office.id, { office, name });
  }
  if (found.size > mostOffices) throw new CannotHelp(`a list holds ${mostOffices} offices at most.`);
  return [...found.values()]
    .map(({ office }) => office)
    .sort((a, b) => a.issuer.localeCompare(b.issuer, 'id') || (a.id < b.id ? -1 : 1));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith('.json'))
      .sort();
  } catch {
    throw new CannotHelp(`there is no folder ${folder}.`);
  }
}

async function readOffice(path: string, name: string): Promise<TrustedOffice> {
  let office: TrustedOffice;
  try {
    const { id, issuer, x } = officeFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    office = { id, issuer, x };
  } catch {
    throw new CannotHelp(`${name} is no key file of an office; take the files out that are none.`);
  }
  if ((await keyIdOf(office.x)) !== office.id)
    throw new CannotHelp(`${name} was changed: its id is not that of its key.`);
  return office;
}
