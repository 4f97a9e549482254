import { DatabaseBackup } from 'lucide-react';
import { useWords } from '../../i18n/staff.ts';
import { attentionOf } from '../backup/attention.ts';
import { useDesk } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { useList } from '../use-work.ts';
import css from './today.module.css';

/** ms */
const everyMs = 60_000;

/** One line while the office could not begin anew tomorrow. */
export function BackupBand({ onOpen }: { onOpen: () => void }) {
  const { words } = useWords();
  const { client } = useDesk();
  const { value: state } = useList(client.backup.state, everyMs);
  const attention = state === undefined ? null : attentionOf(state);
  const said = words.admin.today.backup;
  if (attention === null) return null;
  return (
    <div className={css.band}>
      <DatabaseBackup />
      <p className={css.bandWords}>{said[attention]}</p>
      <Press onPress={onOpen}>{said.act}</Press>
    </div>
  );
}
