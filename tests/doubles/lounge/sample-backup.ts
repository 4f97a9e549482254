import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBackup } from '../../../main/backup/make.ts';
import { fingerprintOf, newRecoveryKey, publicPart, readRecoveryKey } from '../../../main/backup/recovery-key.ts';
import { programFiles } from '../../../main/program-files.ts';
import { FileKey } from '../../../main/store/key.ts';
import { openStore } from '../../../main/store/open.ts';

/** A real backup of an empty lounge. */
export function sampleBackup(folder: string): { recoveryKey: string; name: string } {
  const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-sample-'));
  const { migrations, version } = programFiles(import.meta.dirname);
  const store = openStore(dataFolder, new FileKey(dataFolder), migrations);
  const recoveryKey = newRecoveryKey();
  const secret = readRecoveryKey(recoveryKey);
  if (secret === null) throw new Error('a new recovery key cannot be read');
  const publicKey = publicPart(secret);
  const name = 'anjungan-0a1b2c3d-000001-2026-11-24.backup';
  const made = '2026-11-24T02:00:00+07:00';
  makeBackup(store.reader, {
    dataFolder,
    into: join(folder, name),
    facts: {
      lounge: '0a1b2c3d',
      sequence: 1,
      made,
      clockConfirmed: true,
      version,
      recipient: fingerprintOf(publicKey),
    },
    publicKey,
    keepFree: 0,
  });
  store.close();
  rmSync(dataFolder, { recursive: true });
  return { recoveryKey, name };
}
