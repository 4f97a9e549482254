import { type BackupWords, backupWords } from '../../../renderer/i18n/admin/backup.ts';
import { id } from '../../../renderer/i18n/staff.ts';
import type { Hand, Picture } from '../gallery.ts';
import { backupState, noBackup } from './backup-data.ts';
import { on, inTurn as then } from './hands.ts';
import type { Scene } from './stand-in.ts';

/** The page on backups in every state, and the way of a recovery key onto paper. */

const said = (hand: Hand): BackupWords => backupWords[hand.words.common === id.common ? 'id' : 'en'];
const press = (name: (words: BackupWords) => string) => (hand: Hand) =>
  hand.page
    .getByRole('button', { name: name(said(hand)), exact: true })
    .last()
    .click({ timeout: 4_000 });
const fill = (label: (words: BackupWords) => string, text: string) => (hand: Hand) =>
  hand.page
    .getByLabel(label(said(hand)), { exact: true })
    .first()
    .fill(text, { timeout: 4_000 });
const loaded = (hand: Hand) =>
  hand.page.getByText(hand.words.admin.waiting).waitFor({ state: 'detached', timeout: 4_000 });
const at = (scene: Partial<Scene> = {}) => on('backup', scene);
const fresh = at({ backup: noBackup });
const made = then(
  loaded,
  press(({ key }) => key.make),
);
const typing = then(
  made,
  press(({ make }) => make.have),
);
const adopt = then(
  typing,
  fill(({ make }) => make.group, '1GSF'),
  press(({ make }) => make.adopt),
);
const regency = then(
  loaded,
  press(({ key }) => key.useRegency),
  fill(({ regency: its }) => its.text, '_8HPEOfQ2zKWrYAoVhi0bw9O9qKp7erY-VNz3P5H8kI'),
);
const second = then(
  loaded,
  press((words) => words.second.choose),
);
const problem = (its: Partial<NonNullable<typeof backupState.second>>) =>
  backupState.second && { ...backupState.second, ...its };

export const backups: readonly Picture<Scene>[] = [
  { name: 'backup', scene: at(), steps: loaded },
  { name: 'backup-none', scene: fresh, steps: loaded },
  { name: 'backup-waiting', scene: at({ backup: null }) },
  { name: 'backup-failed', scene: at({ backup: 'UNREACHABLE' }), steps: loaded },
  {
    name: 'backup-trouble',
    scene: at({
      backup: {
        ...backupState,
        lastGood: backupState.lastGood && { ...backupState.lastGood, at: '2026-11-20T01:04:00+07:00' },
        ageHours: 104,
        problem: 'disk_full',
        second: problem({ problem: 'gone', newest: null }),
      },
    }),
    steps: loaded,
  },
  { name: 'backup-running', scene: at({ backup: { ...backupState, running: true } }), steps: loaded },
  {
    name: 'backup-restored',
    scene: at({
      backup: {
        ...backupState,
        restored: { made: '2026-11-23T02:00:00+07:00', at: '2026-11-24T08:10:00+07:00' },
      },
    }),
    steps: loaded,
  },
  { name: 'backup-key', scene: fresh, steps: made },
  { name: 'backup-key-type', scene: fresh, steps: typing },
  { name: 'backup-key-wrong', scene: at({ backup: noBackup, refusal: { code: 'RECOVERY_KEY_WRONG' } }), steps: adopt },
  { name: 'backup-key-done', scene: fresh, steps: adopt },
  {
    name: 'backup-key-change',
    scene: at(),
    steps: then(
      loaded,
      press(({ key }) => key.again),
    ),
  },
  { name: 'backup-regency', scene: fresh, steps: regency },
  { name: 'backup-second', scene: fresh, steps: second },
  { name: 'backup-second-none', scene: at({ backup: noBackup, places: [] }), steps: second },
  {
    name: 'backup-second-wrong',
    scene: at({ backup: noBackup, refusal: { code: 'SECOND_PATH_UNUSABLE' } }),
    steps: then(
      second,
      fill((words) => words.second.path, '/media/tidak-ada'),
      press((words) => words.second.use),
    ),
  },
  { name: 'today-backup', scene: { backup: noBackup } },
];
