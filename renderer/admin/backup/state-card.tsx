import { CircleAlert, CircleCheck, DatabaseBackup, LoaderCircle } from 'lucide-react';
import type { BackupState } from '../../../contract/backup.ts';
import { useBackupWords } from '../../i18n/admin/backup.ts';
import { useDesk, useTimes } from '../desk.ts';
import { Band } from '../parts/band.tsx';
import { Press } from '../parts/controls.tsx';
import { Badge, Card } from '../parts/frame.tsx';
import { useWork } from '../use-work.ts';
import { attentionOf } from './attention.ts';
import css from './backup.module.css';

/** The last good backup, the next one, where they are, and what is wrong with it. */
export function StateCard({ state, onBegun }: { state: BackupState; onBegun: () => void }) {
  const { words } = useBackupWords();
  const { client, tell } = useDesk();
  const times = useTimes();
  const work = useWork();
  const said = words.state;
  const { lastGood, ageHours, problem } = state;
  const run = () =>
    work.run(
      () => client.backup.run({}),
      () => {
        onBegun();
        tell({ tone: 'good', text: said.begun });
      },
    );
  return (
    <Card title={said.title} tools={<StateBadge state={state} />}>
      {problem !== null && <Band tone={problem === 'no_key' ? 'warning' : 'danger'}>{words.problems[problem]}</Band>}
      {problem === null && attentionOf(state) === 'old' && <Band tone="danger">{words.old}</Band>}
      <dl className={css.facts}>
        <dt>{said.last}</dt>
        <dd>
          {lastGood === null ? (
            said.never
          ) : (
            <>
              <span className={css.strong}>{times?.past(lastGood.at)}</span>
              <span className={css.note}>{ageHours === null || ageHours < 1 ? said.fresh : said.age(ageHours)}</span>
            </>
          )}
        </dd>
        <dt>{said.next}</dt>
        <dd>{problem === 'no_key' ? said.nextNone : said.nextNight}</dd>
        <dt>{said.where}</dt>
        <dd>{said.here(state.kept.length)}</dd>
      </dl>
      <div className={css.acts}>
        <Press icon={<DatabaseBackup />} disabled={problem === 'no_key' || state.running || work.busy} onPress={run}>
          {said.run}
        </Press>
      </div>
    </Card>
  );
}

function StateBadge({ state }: { state: BackupState }) {
  const { words } = useBackupWords();
  const said = words.state;
  if (state.running)
    return (
      <Badge tone="calm" icon={<LoaderCircle />}>
        {said.running}
      </Badge>
    );
  if (state.lastGood === null)
    return (
      <Badge tone="danger" icon={<CircleAlert />}>
        {said.none}
      </Badge>
    );
  return state.problem === null && attentionOf(state) === null ? (
    <Badge tone="good" icon={<CircleCheck />}>
      {said.good}
    </Badge>
  ) : (
    <Badge tone="warning" icon={<CircleAlert />}>
      {said.look}
    </Badge>
  );
}
