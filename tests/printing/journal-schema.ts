import { readFileSync } from 'node:fs';

const migrations = new URL('../../main/store/migrations/', import.meta.url);

/** The journal of printing alone, as the migrations make it. */
export const journalSchema = ['0030-print-job.sql', '0090-reprint.sql']
  .map((name) => readFileSync(new URL(name, migrations), 'utf8'))
  .join('');
