/**
 * A process that a test kills: `hub DATA SERVICE` gives numbers while backups are made, `restore DATA FILE KEY` restores the
 * same backup again and again, `copy FROM FOLDER NAME` copies one, `make SOURCE ASKED` makes one. It says a line for whatever is done.
 */
import { randomUUID } from 'node:crypto';
import type { MakeAsked, WorkerStart } from '../../../main/backup/asks.ts';
import { makeBackup } from '../../../main/backup/make.ts';
import { restoreBackup } from '../../../main/backup/restore.ts';
import { copyBackup } from '../../../main/backup/second-copy.ts';
import { machineTime } from '../../../main/ops/clock.ts';
import { newestVersion, readMigrations } from '../../../main/store/migrate.ts';
import { kioskActor } from './in-process.ts';
import { openOwnLounge, program } from './own-lounge.ts';

const [act, first = '', second = '', third = ''] = process.argv.slice(2);

async function giveNumbers(data: string, serviceId: string): Promise<void> {
  const { queue, backup } = openOwnLounge(data, machineTime);
  console.log('open');
  for (;;) {
    if (!backup.running) void backup.begin();
    const { number } = queue.take(kioskActor, { serviceId, priority: null, requestKey: randomUUID() });
    console.log(number);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function restoreAgain(folder: string, file: string, recoveryKey: string): void {
  const newest = newestVersion(readMigrations(program.migrations));
  console.log('open');
  for (;;) {
    restoreBackup({ file, folder, recoveryKey, over: true, newest });
    console.log('restored');
  }
}

if (act === 'hub') await giveNumbers(first, second);
if (act === 'restore') restoreAgain(first, second, third);
if (act === 'copy') {
  console.log('open');
  copyBackup({ from: first, folder: second, name: third });
}
if (act === 'make') {
  try {
    makeBackup(JSON.parse(first) as WorkerStart, JSON.parse(second) as MakeAsked);
  } catch (error) {
    console.log((error as Error).name);
  }
}
