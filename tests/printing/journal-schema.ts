import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../main/store/migrations/', import.meta.url);

export function migration(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** The database as the migrations before this number make it. */
export function schemaUntil(number: string): string {
  return readdirSync(folder)
    .toSorted()
    .filter((name) => name < number)
    .map(migration)
    .join('');
}

/** A database as all migrations make it, with the one kiosk and printer that these tests need. */
export const journalSchema = `${schemaUntil('9')}
  INSERT INTO device (id, kind, name) VALUES ('kiosk', 'kiosk', 'Anjungan 1');
  INSERT INTO printer (id, device_id) VALUES ('printer', 'kiosk');`;
