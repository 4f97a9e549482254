import { Check } from 'lucide-react';
import { useBackupWords } from '../../i18n/admin/backup.ts';
import { useDesk, useTimes } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import css from './backup.module.css';

/** What a restore cannot know, until somebody says that it was looked at. */
export function RestoredCard({ made, onChecked }: { made: string; onChecked: () => void }) {
  const { words } = useBackupWords();
  const { client } = useDesk();
  const times = useTimes();
  const work = useWork('here');
  const said = words.restored;
  return (
    <Card title={said.title(times?.past(made) ?? '')} detail={said.detail}>
      <ul className={css.checks}>
        {said.checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
      <Refused work={work} />
      <div className={css.acts}>
        <Press
          kind="action"
          icon={<Check />}
          disabled={work.busy}
          onPress={() => work.run(() => client.backup.restoreChecked({}), onChecked)}
        >
          {said.done}
        </Press>
      </div>
    </Card>
  );
}
